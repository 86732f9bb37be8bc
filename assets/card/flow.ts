// Text set from top to bottom in a column: wrapped, made smaller where it must be, never cut off. Pure.
import type { CodeFace } from '#contract/cards.ts'
import type { Mark, Measure, Tone } from './marks.ts'

export interface Set {
  size: number
  weight?: number
  align?: 'start' | 'middle' | 'end'
  tone?: Tone
  /** Room above it. */
  gap?: number
  /** On one line, smaller down to this size where it is long; then it wraps. */
  least?: number
}

/** Room that a line takes, of its size. */
const LEADING = 1.28

export class Column {
  readonly marks: Mark[] = []
  y: number
  readonly #x: number
  readonly #width: number
  readonly #measure: Measure

  constructor({ x, y, width }: { x: number; y: number; width: number }, measure: Measure) {
    this.#x = x
    this.y = y
    this.#width = width
    this.#measure = measure
  }

  text(text: string, { size, weight = 400, align = 'start', tone = 'ink', gap = 0, least }: Set): this {
    if (text === '') return this
    const natural = this.#measure(text, weight) * size
    const set = least !== undefined && natural > this.#width ? Math.max(least, (size * this.#width) / natural) : size
    const x = { start: this.#x, middle: this.#x + this.#width / 2, end: this.#x + this.#width }[align]
    this.y += gap
    for (const row of this.#rows(text, set, weight)) {
      this.y += set * LEADING
      this.marks.push({ is: 'text', x, y: this.y - set * 0.27, text: row, size: set, weight, align, tone })
    }
    return this
  }

  /** Two texts on one line; where they do not fit, one below the other. */
  pair(left: string, right: string, { size, weight = 400, gap = 0, heavy = 700 }: Set & { heavy?: number }): this {
    const both = (this.#measure(left, weight) + this.#measure(right, heavy)) * size + size * 0.6
    if (both > this.#width) {
      return this.text(left, { size, weight, gap }).text(right, {
        size,
        weight: heavy,
        align: 'end',
        least: size * 0.7,
      })
    }
    this.text(left, { size, weight, gap })
    const y = this.y
    this.y -= size * LEADING
    this.text(right, { size, weight: heavy, align: 'end' })
    this.y = y
    return this
  }

  code(code: CodeFace, side: number, gap = 0): this {
    this.marks.push({ is: 'code', x: this.#x + (this.#width - side) / 2, y: this.y + gap, side, code })
    this.y += gap + side
    return this
  }

  line(gap: number): this {
    this.marks.push({ is: 'line', x: this.#x, y: this.y + gap, width: this.#width })
    this.y += gap * 2
    return this
  }

  /** Chinese breaks anywhere, other words between words; a word that is longer than the line breaks where it must. */
  #rows(text: string, size: number, weight: number): string[] {
    const wide = (part: string) => this.#measure(part, weight) * size > this.#width + 0.01
    const rows: string[] = []
    let row = ''
    for (const part of text.match(/[\p{L}\p{N}’'.-]*[^\p{L}\p{N}]*/gu) ?? []) {
      for (const piece of /\p{Script=Han}/u.test(part) || wide(part) ? signs(part) : [part]) {
        if (row !== '' && wide((row + piece).trimEnd())) {
          rows.push(row.trimEnd())
          row = piece.trimStart()
        } else row += piece
      }
    }
    return row === '' ? rows : [...rows, row.trimEnd()]
  }
}

/** One by one, with what may not begin a line behind the sign that it follows. */
const signs = (text: string): string[] => text.match(/.[，。；：、）」！？”]*/gu) ?? []

/** As large as fits: the first of ever smaller settings that is not too high; the smallest where none is. */
export function largest(height: number, { from }: { from: number }, set: (scale: number) => Column): Column {
  let column = set(from)
  for (let scale = from - 0.04; column.y > height && scale > 0.3; scale -= 0.04) column = set(scale)
  return column
}
