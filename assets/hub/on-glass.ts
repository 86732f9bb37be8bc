// Which calls have really been painted: a call counts once its number stood on the glass in a frame that was drawn. A page in the
// background draws no frames; a number behind an emergency, on another page of its panel, or outside the window is not on the glass.

/** A number may need a moment: its panel is loaded, or its turn comes. Later the look is a rarer one. Milliseconds. */
const LOOK_AGAIN = 250
const AT_LEAST_EVERY = 2000
/** Calls to remember, so that none is looked for once it was seen. */
const REMEMBERED = 64
/** Marks a call's own number. */
const marks = ['data-call', 'data-latest']

/** True where the number of a call can be seen in this document now. */
export function onGlass(call: string): boolean {
  if (document.visibilityState !== 'visible') return false
  const over = document.querySelector('dialog[open]')
  const numbers = (over ?? document).querySelectorAll(marks.map((mark) => `[${mark}="${CSS.escape(call)}"]`).join())
  return [...numbers].some((number) => {
    const { left, right, top, bottom } = number.getBoundingClientRect()
    const inside = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight && right > left && bottom > top
    return inside && number.checkVisibility({ visibilityProperty: true })
  })
}

/** Resolves after a frame was on the glass: the first draws what has changed, the second comes after it. */
const frames = () => new Promise<void>((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn())))

export class Painting {
  #wanted = new Set<string>()
  #found: string[] = []
  #looking = false
  readonly #painted: (call: string) => void
  readonly #drawn: () => Promise<void>
  readonly #seen: (call: string) => boolean

  /** `painted` is told each call that was seen, once. */
  constructor(painted: (call: string) => void, drawn = frames, seen = onGlass) {
    this.#painted = painted
    this.#drawn = drawn
    this.#seen = seen
  }

  /** The calls whose numbers are to be looked for from now on, instead of those before. */
  look(calls: readonly string[]): void {
    this.#wanted = new Set(calls.filter((call) => !this.#found.includes(call)))
    if (!this.#looking) void this.#run()
  }

  async #run(): Promise<void> {
    this.#looking = true
    let pause = LOOK_AGAIN
    while (this.#wanted.size > 0) {
      await this.#drawn()
      for (const call of this.#wanted) {
        if (!this.#seen(call)) continue
        this.#wanted.delete(call)
        this.#found = [...this.#found, call].slice(-REMEMBERED)
        pause = LOOK_AGAIN
        this.#painted(call)
      }
      if (this.#wanted.size > 0) await new Promise((next) => setTimeout(next, pause))
      pause = Math.min(AT_LEAST_EVERY, pause * 1.5)
    }
    this.#looking = false
  }
}
