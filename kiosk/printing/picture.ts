// A ticket as dots, for printers that garble Chinese: drawn with the kiosk's own typeface, 72 mm wide at 203 dots to the inch. Its QR code
// is read back from the finished dots before they are sent.
import jsQR from 'jsqr'
import { waitLine } from '#assets/i18n/estimate.ts'
import { clock, date } from '#assets/i18n/time.ts'
import type { Picture } from '#contract/printing.ts'
import { ahead, headStart, say } from '../text.ts'
import { say as also } from '../visit/text.ts'
import type { PrintedTicket } from './printer.ts'

const WIDTH = 576
/** The longest paper, dots. */
const MOST = 2400
/** The QR code's side, dots: 36 mm. */
const CODE = 288
const DARK = 128

interface Line {
  text: string
  size: number
  weight?: number
  /** Room above it. */
  gap?: number
}

/** What stands on it, top to bottom; the code stands between the two lists. */
function linesOf(ticket: PrintedTicket): { above: Line[]; below: Line[] } {
  const people = ahead(ticket.ahead)
  const wait = ticket.estimate && waitLine(ticket.estimate)
  const klass = ticket.class
  return {
    above: [
      { text: ticket.hall.zh, size: 36, weight: 700, gap: 8 },
      { text: ticket.label, size: 176, weight: 850, gap: 4 },
      { text: people.zh, size: 44, weight: 700 },
      { text: people.en, size: 26 },
      ...(wait
        ? [
            { text: wait.zh, size: 34, weight: 700 },
            { text: wait.en, size: 26 },
          ]
        : []),
      { text: ticket.matter.zh, size: 40, weight: 700, gap: 16 },
      { text: ticket.matter.en, size: 26 },
      ...(klass ? [{ text: `${klass.name.zh}，${headStart(klass.headStart).zh}`, size: 30 }] : []),
      { text: `${date(ticket.at, ticket.zone)} ${clock(ticket.at, ticket.zone)}`, size: 30 },
      ...ticket.rule.zh.split('；').map((text) => ({ text, size: 26 })),
      { text: say.waitHere.zh, size: 30, gap: 16 },
      { text: say.waitHere.en, size: 22 },
      { text: say.steps.zh, size: 32, weight: 700, gap: 16 },
      ...ticket.steps.map(({ zh }, index) => ({ text: `${index + 1}. ${zh}`, size: 28 })),
      ...(ticket.bring.length > 0 ? [{ text: say.bring.zh, size: 32, weight: 700, gap: 16 }] : []),
      ...ticket.bring.map(({ zh }) => ({ text: `□ ${zh}`, size: 30 })),
      ...ticket.more.flatMap(({ matter, bring }, index) => [
        { text: `${index + 2}. ${also.also.zh}：${matter.zh}`, size: 32, weight: 700, gap: 16 },
        ...bring.map(({ zh }) => ({ text: `□ ${zh}`, size: 30 })),
      ]),
    ],
    below: [
      { text: say.follow.zh, size: 30 },
      { text: say.follow.en, size: 22 },
      ...ticket.plaques.map(({ zh }, index) => ({ text: zh, size: 26, gap: index === 0 ? 16 : 0 })),
      { text: `${ticket.address.zh} ${ticket.phone}`, size: 26 },
      ...(ticket.demo ? [{ text: say.demo.zh, size: 26 }] : []),
    ],
  }
}

class Roll {
  readonly #paper: CanvasRenderingContext2D
  #y = 0

  constructor(paper: CanvasRenderingContext2D) {
    this.#paper = paper
  }

  get length(): number {
    return Math.min(MOST, Math.ceil(this.#y) + 16)
  }

  lines(lines: readonly Line[]): void {
    for (const { text, size, weight = 400, gap = 0 } of lines) {
      this.#paper.font = `${weight} ${size}px 'Noto Sans SC Variable', 'Noto Sans SC', sans-serif`
      this.#y += gap
      for (const row of this.#wrapped(text)) {
        this.#y += size * 1.28
        this.#paper.fillText(row, WIDTH / 2, this.#y - size * 0.26)
      }
    }
  }

  code(image: CanvasImageSource): { top: number } {
    const top = Math.ceil(this.#y) + 16
    this.#paper.imageSmoothingEnabled = false
    this.#paper.drawImage(image, (WIDTH - CODE) / 2, top, CODE, CODE)
    this.#y = top + CODE
    return { top }
  }

  /** Chinese breaks anywhere, and a narrow roll breaks English anywhere too rather than lose the end of it. */
  #wrapped(text: string): string[] {
    const rows: string[] = []
    let row = ''
    for (const sign of text) {
      if (this.#paper.measureText(row + sign).width > WIDTH - 16) {
        rows.push(row)
        row = sign
      } else row += sign
    }
    return [...rows, row]
  }
}

/** Null where the code cannot be read back from the dots. Throws where the picture of the code cannot be had. */
export async function pictureOf(ticket: PrintedTicket): Promise<Picture | null> {
  const image = new Image()
  image.src = ticket.qr
  await Promise.all([image.decode(), document.fonts.ready])
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH
  canvas.height = MOST
  const paper = canvas.getContext('2d', { willReadFrequently: true })
  if (!paper) return null
  paper.fillStyle = '#fff'
  paper.fillRect(0, 0, WIDTH, MOST)
  paper.fillStyle = '#000'
  paper.textAlign = 'center'
  const roll = new Roll(paper)
  const { above, below } = linesOf(ticket)
  roll.lines(above)
  const { top } = roll.code(image)
  roll.lines(below)
  const height = roll.length
  const { data } = paper.getImageData(0, 0, WIDTH, height)
  const black = (dot: number) => (data[dot * 4] ?? 255) < DARK
  if (readBack(black, top) !== ticket.link) return null
  const bits = new Uint8Array((WIDTH / 8) * height)
  for (let dot = 0; dot < WIDTH * height; dot += 1) if (black(dot)) bits[dot >> 3]! |= 0x80 >> (dot & 7)
  return { width: WIDTH, height, dots: await deflated(bits) }
}

/** What a phone would read from the dots that are printed, not from what was drawn. */
function readBack(black: (dot: number) => boolean, top: number): string | null {
  const side = CODE + 32
  const rgba = new Uint8ClampedArray(WIDTH * side * 4).fill(255)
  for (let dot = 0; dot < WIDTH * side; dot += 1)
    if (black(dot + (top - 16) * WIDTH)) rgba.fill(0, dot * 4, dot * 4 + 3)
  return jsQR(rgba, WIDTH, side)?.data ?? null
}

async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  const small = new Uint8Array(await new Response(stream).arrayBuffer())
  let text = ''
  for (const byte of small) text += String.fromCharCode(byte)
  return btoa(text)
}
