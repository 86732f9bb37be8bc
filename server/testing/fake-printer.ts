// A receipt printer as the network sees one: takes bytes on a port of loopback, answers questions about itself, and can be out of paper,
// pulled out, or break off in the middle.
import jsQR from 'jsqr'
import { createServer, type Server, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

export interface FakeState {
  paper: 'full' | 'low' | 'out'
  cover: 'closed' | 'open'
  /** Whether it answers questions at all. */
  answers: boolean
  /** Bytes of a job after which it drops the connection; Infinity: never. */
  breaksAfter: number
}

export class FakePrinter {
  /** What was printed: one entry a connection that brought more than questions. */
  readonly jobs: Buffer[] = []
  state: FakeState = { paper: 'full', cover: 'closed', answers: true, breaksAfter: Number.POSITIVE_INFINITY }
  /** When the last byte of a job came, as performance.now() has it. */
  lastByteAt = 0
  #server: Server | undefined
  #sockets = new Set<Socket>()
  #port = 0

  get port(): number {
    return this.#port
  }

  async plugIn(): Promise<this> {
    this.#server = createServer((socket) => this.#serve(socket))
    await new Promise<void>((done) => this.#server?.listen(this.#port, '127.0.0.1', done))
    this.#port = (this.#server.address() as AddressInfo).port
    return this
  }

  async pullOut(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise((done) => this.#server?.close(done))
  }

  #serve(socket: Socket): void {
    this.#sockets.add(socket)
    let paper = Buffer.alloc(0)
    socket.on('error', () => {})
    socket.on('data', (part: Buffer) => {
      const printed: number[] = []
      for (let at = 0; at < part.length; at += 1) {
        if (paper.length + printed.length > this.state.breaksAfter) {
          socket.destroy()
          break
        }
        // Real-time questions are answered at once and print nothing.
        if (part[at] === 0x10 && part[at + 1] === 0x04) {
          if (this.state.answers) socket.write(Buffer.from([this.#answer(part[at + 2] ?? 0)]))
          at += 2
        } else printed.push(part[at] ?? 0)
      }
      if (printed.length > 0) this.lastByteAt = performance.now()
      paper = Buffer.concat([paper, Buffer.from(printed)])
    })
    socket.on('close', () => {
      this.#sockets.delete(socket)
      if (paper.length > 0) this.jobs.push(paper)
    })
  }

  #answer(question: number): number {
    const { paper, cover } = this.state
    const down = paper === 'out' || cover === 'open'
    if (question === 1) return 0b0001_0010 | (down ? 0b1000 : 0)
    if (question === 2) return 0b0001_0010 | (cover === 'open' ? 0b0100 : 0) | (paper === 'out' ? 0b0010_0000 : 0)
    return 0b0001_0010 | (paper === 'full' ? 0 : 0b0000_1100) | (paper === 'out' ? 0b0110_0000 : 0)
  }
}

/** The text on the paper, as a printer with Chinese characters sets it. */
export const textOn = (job: Buffer): string => new TextDecoder('gb18030').decode(job)

/** The picture on the paper: its rows, one bit a dot. */
export function pictureOn(job: Buffer): { width: number; rows: Buffer[] } {
  const rows: Buffer[] = []
  let width = 0
  for (let at = 0; at < job.length; at += 1) {
    if (job.subarray(at, at + 4).compare(Buffer.from([0x1d, 0x76, 0x30, 0])) !== 0) continue
    const bytes = job.readUInt16LE(at + 4)
    const high = job.readUInt16LE(at + 6)
    width = bytes * 8
    for (let row = 0; row < high; row += 1) rows.push(job.subarray(at + 8 + row * bytes, at + 8 + (row + 1) * bytes))
    at += 7 + bytes * high
  }
  return { width, rows }
}

/** What a phone reads from the QR code on the paper; null where it reads nothing. */
export const codeOn = (job: Buffer): string | null => readCode(pictureOn(job))

/** What it reads from several codes, each printed by itself between lines of text. */
export function codesOn(job: Buffer): string[] {
  const codes: string[] = []
  for (let at = 0; at < job.length; at += 1) {
    if (job.subarray(at, at + 4).compare(Buffer.from([0x1d, 0x76, 0x30, 0])) !== 0) continue
    const end = at + 8 + job.readUInt16LE(at + 4) * job.readUInt16LE(at + 6)
    const read = readCode(pictureOn(job.subarray(at, end)))
    if (read !== null) codes.push(read)
    at = end - 1
  }
  return codes
}

function readCode({ width, rows }: { width: number; rows: readonly Buffer[] }): string | null {
  // Paper is white around the code.
  const edge = 20
  const [wide, high] = [width + 2 * edge, rows.length + 2 * edge]
  const dots = new Uint8ClampedArray(wide * high * 4).fill(255)
  for (const [y, row] of rows.entries())
    for (let x = 0; x < width; x += 1)
      if ((row[x >> 3] ?? 0) & (0x80 >> (x & 7)))
        dots.fill(0, ((y + edge) * wide + x + edge) * 4, ((y + edge) * wide + x + edge) * 4 + 3)
  return jsQR(dots, wide, high, { inversionAttempts: 'dontInvert' })?.data ?? null
}
