// One keep-alive HTTP connection, one request at a time, as thin as it can be: the same for the hub and for every baseline.
import { connect, type Socket } from 'node:net'
import { monotonic } from './monotonic.ts'

export interface LineReply {
  status: number
  body: string
  /** When the request was handed to the socket, and when its whole answer was there. Milliseconds of `monotonic`. */
  sent: number
  answered: number
}

export interface LineRequest {
  path: string
  token?: string
  body?: unknown
  /** Idempotency-Key. */
  key?: string
}

export class Line {
  readonly #port: number
  #socket: Socket | null = null
  #read: Buffer = Buffer.alloc(0)
  #open: { sent: number; resolve: (reply: LineReply) => void; reject: (error: Error) => void } | null = null

  private constructor(port: number) {
    this.#port = port
  }

  static async open(port: number): Promise<Line> {
    const line = new Line(port)
    await line.#connect()
    return line
  }

  /** A server closes a connection that was idle for long: then there is a new one. */
  async post({ path, token, body = {}, key }: LineRequest): Promise<LineReply> {
    const socket = this.#socket ?? (await this.#connect())
    const json = JSON.stringify(body)
    const head =
      `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n` +
      (token === undefined ? '' : `Authorization: Bearer ${token}\r\n`) +
      (key === undefined ? '' : `Idempotency-Key: ${key}\r\n`)
    return new Promise((resolve, reject) => {
      this.#open = { sent: monotonic(), resolve, reject }
      socket.write(`${head}Content-Length: ${Buffer.byteLength(json)}\r\n\r\n${json}`)
    })
  }

  close(): void {
    this.#socket?.destroy()
  }

  #connect(): Promise<Socket> {
    return new Promise((resolve, reject) => {
      const socket = connect(this.#port, '127.0.0.1', () => {
        this.#socket = socket.setNoDelay(true)
        resolve(socket)
      })
      socket.on('data', (part) => this.#take(part))
      socket.on('error', reject)
      socket.on('close', () => {
        this.#socket = null
        this.#open?.reject(new Error('the connection was closed before the answer'))
        this.#open = null
      })
    })
  }

  #take(part: Buffer): void {
    this.#read = this.#read.length === 0 ? part : Buffer.concat([this.#read, part])
    const end = this.#read.indexOf('\r\n\r\n')
    if (end < 0) return
    const head = this.#read.toString('latin1', 0, end)
    const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? Number.NaN)
    if (Number.isNaN(length)) return this.#open?.reject(new Error(`an answer without a length: ${head}`))
    if (this.#read.length < end + 4 + length) return
    const body = this.#read.toString('utf8', end + 4, end + 4 + length)
    this.#read = this.#read.subarray(end + 4 + length)
    const open = this.#open
    this.#open = null
    open?.resolve({ status: Number(head.slice(9, 12)), body, sent: open.sent, answered: monotonic() })
  }
}
