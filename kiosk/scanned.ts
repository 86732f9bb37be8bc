// A scanner is a keyboard whose keys come faster than any hand: what it typed, told apart from what somebody typed. Pure.

/** Milliseconds between two keys of a scanner at most. */
const APART = 80
/** The eight digits of an appointment are the shortest code; a link is the longest. */
const SHORTEST = 8
const LONGEST = 400

export interface Pressed {
  key: string
  /** When it was pressed, milliseconds of a clock that never jumps. */
  at: number
  /** The key is held down. */
  repeat: boolean
  /** Together with Ctrl, Alt or Meta. */
  chord: boolean
}

export class Scanned {
  #line = ''
  #last = Number.NEGATIVE_INFINITY

  /** The line that this key completes; null for every other key. What was slow, too short or too long is forgotten. */
  press({ key, at, repeat, chord }: Pressed): string | null {
    const quick = at - this.#last <= APART
    this.#last = at
    if (!quick || repeat || chord) this.#line = ''
    if (repeat || chord) return null
    if (key === 'Enter') {
      const line = this.#line
      this.#line = ''
      return line.length >= SHORTEST && line.length <= LONGEST ? line : null
    }
    // Shift between two letters is no letter.
    if (key.length === 1 && this.#line.length <= LONGEST) this.#line += key
    return null
  }

  forget(): void {
    this.#line = ''
    this.#last = Number.NEGATIVE_INFINITY
  }
}
