// The copy that a screen keeps of its views, in the browser's own storage: what it shows when it starts without the hub.
import type { ViewName, ViewOf } from '#contract/views.ts'
import { alone, withoutNumbers } from './alone.ts'

/** Where it is kept; a test brings its own. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** What each screen keeps. Whoever waits, and what a desk sees, is not among it. */
const keeps: Record<'kiosk' | 'display', readonly ViewName[]> = {
  display: ['alert', 'board', 'walls', 'calendar', 'almanac', 'notices'],
  kiosk: ['alert', 'kiosk', 'catalog', 'calendar', 'almanac', 'notices'],
}

/** When the hub was last heard is written down this often, milliseconds. */
const NOTE_EVERY = 60_000

export interface KeptCopy {
  views: Partial<ViewOf>
  /** The hub's clock when it was last heard, epoch milliseconds. */
  heardAt: number
  /** The hub's clock less the device's. */
  offset: number
}

export class Kept {
  readonly #shelf: Shelf
  readonly #screen: 'kiosk' | 'display'
  readonly #build: string
  readonly #written = new Map<ViewName, object>()
  readonly #texts = new Map<ViewName, string>()
  #noted = Number.NEGATIVE_INFINITY

  /** `build`: views that another version of the page kept may have another shape, and are not read. */
  constructor(shelf: Shelf, screen: 'kiosk' | 'display', build: string) {
    this.#shelf = shelf
    this.#screen = screen
    this.#build = build
  }

  /** Null where nothing usable was kept. */
  read(): KeptCopy | null {
    const note = this.#parse<{ build: string; heardAt: number; offset: number }>(this.#key())
    if (note?.build !== this.#build || !Number.isFinite(note.heardAt) || !Number.isFinite(note.offset)) return null
    const views: Partial<ViewOf> = {}
    for (const name of keeps[this.#screen]) {
      const view = this.#parse<ViewOf[typeof name]>(this.#key(name))
      if (view && typeof view.epoch === 'string') Object.assign(views, { [name]: view })
    }
    const { heardAt, offset } = note
    return Object.keys(views).length > 0 ? { views, heardAt, offset } : null
  }

  /** Write what is new. Cheap where nothing is. */
  write({ views, heardAt, offset }: KeptCopy): void {
    for (const name of keeps[this.#screen]) {
      const view = views[name]
      if (!view || this.#written.get(name) === view) continue
      this.#written.set(name, view)
      const text = JSON.stringify(lasting(views, name))
      if (this.#texts.get(name) === text) continue
      this.#texts.set(name, text)
      this.#set(this.#key(name), text)
    }
    if (heardAt - this.#noted < NOTE_EVERY) return
    this.#noted = heardAt
    this.#set(this.#key(), JSON.stringify({ build: this.#build, heardAt, offset }))
  }

  /** The device is the hall's no longer. */
  forget(): void {
    for (const name of keeps[this.#screen]) this.#shelf.removeItem(this.#key(name))
    this.#shelf.removeItem(this.#key())
    this.#written.clear()
    this.#texts.clear()
    this.#noted = Number.NEGATIVE_INFINITY
  }

  #key(name?: ViewName): string {
    return ['hall', 'kept', this.#screen, ...(name ? [name] : [])].join('.')
  }

  #set(key: string, text: string): void {
    try {
      this.#shelf.setItem(key, text)
    } catch {
      // Full: better nothing of this view than an old one.
      this.#shelf.removeItem(key)
    }
  }

  #parse<T>(key: string): T | null {
    try {
      return JSON.parse(this.#shelf.getItem(key) ?? 'null') as T | null
    } catch {
      return null
    }
  }
}

/** A view as it is kept. The queue is left out: it is not true any more when it is read, and the board then changes rarely. */
function lasting(views: Partial<ViewOf>, name: ViewName): object | undefined {
  const { board } = views
  if (name !== 'board' || !board) return views[name]
  return { ...withoutNumbers(board), rev: 0, at: '' }
}

/** What of a kept copy may be shown at `now`: no message and no notice beyond its end. */
export function usable({ views }: KeptCopy, now: number): Partial<ViewOf> {
  return alone(views, now).views
}

/**
 * The offset to go on with. A device without a clock of its own may wake up years ago: time then goes on from when the hub was last
 * heard, which is never too late.
 */
export function offsetFrom({ heardAt, offset }: KeptCopy, deviceNow: number): number {
  return Math.max(offset, heardAt - deviceNow)
}
