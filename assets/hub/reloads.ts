// When a screen may load itself anew: for a new version, or after something broke in it. At a calm moment, not all at once, never in a
// loop: what was tried is kept over the reload. Pure but for the memory that it is given.

/** The browser's session storage; a test brings its own. */
export type Memory = Pick<Storage, 'getItem' | 'setItem'>

/** Hundreds of screens do not load anew in the same second. Milliseconds. */
export const SPREAD = 60_000
/** A version that did not come with the reload is not asked for again before that. */
export const TRY_AGAIN = 3_600_000
/** After a fault: this long, twice as long after each further one, at most MOST. */
export const FIRST = 60_000
export const MOST = 2 * 3_600_000
/** Without a fault for this long it counts from the beginning. */
export const FORGIVEN = 24 * 3_600_000

const KEY = 'hall.reloads'

interface Tried {
  /** The version that was last loaded anew for. */
  build?: string
  at?: number
  /** Reloads after faults. */
  faults?: number
  faultAt?: number
}

export interface Moment {
  /** Epoch milliseconds. */
  now: number
  /** The version that the hub serves; undefined while it is not known. */
  offered: string | undefined
  /** Nobody is disturbed, and the hub answers. */
  calm: boolean
}

export class Reloads {
  readonly #own: string
  readonly #memory: Memory
  readonly #random: () => number
  #due: { build: string; at: number } | null = null
  #fault: number | null = null

  /** `own`: the version that this page runs. */
  constructor(own: string, memory: Memory, random: () => number = Math.random) {
    this.#own = own
    this.#memory = memory
    this.#random = random
  }

  /** Something broke in the page at `now`, and may have left it half dead. */
  broke(now: number): void {
    const { faults = 0, faultAt = Number.NEGATIVE_INFINITY } = this.#tried()
    const before = now - faultAt >= FORGIVEN ? 0 : faults
    this.#fault ??= now + Math.min(MOST, FIRST * 2 ** Math.min(before, 20))
  }

  /** A version that this page does not run is offered. */
  isNew(offered: string | undefined): offered is string {
    return offered !== undefined && this.#own !== '' && offered !== this.#own
  }

  /** Ask every few seconds. True: load anew now; what was tried is written down. */
  now({ now, offered, calm }: Moment): boolean {
    return this.#forVersion(now, offered, calm) || this.#forFault(now, calm)
  }

  #forVersion(now: number, offered: string | undefined, calm: boolean): boolean {
    if (!this.isNew(offered)) {
      this.#due = null
      return false
    }
    if (this.#due?.build !== offered) this.#due = { build: offered, at: now + this.#random() * SPREAD }
    const tried = this.#tried()
    const lately = tried.build === offered && Math.abs(now - (tried.at ?? 0)) < TRY_AGAIN
    if (lately || !calm || now < this.#due.at) return false
    return this.#keep({ ...tried, build: offered, at: now })
  }

  #forFault(now: number, calm: boolean): boolean {
    if (this.#fault === null || !calm || now < this.#fault) return false
    const tried = this.#tried()
    const forgiven = now - (tried.faultAt ?? Number.NEGATIVE_INFINITY) >= FORGIVEN
    this.#fault = null
    return this.#keep({ ...tried, faults: (forgiven ? 0 : (tried.faults ?? 0)) + 1, faultAt: now })
  }

  #tried(): Tried {
    try {
      return (JSON.parse(this.#memory.getItem(KEY) ?? '{}') ?? {}) as Tried
    } catch {
      return {}
    }
  }

  /** False where nothing can be written down: a reload that nobody remembers could come again and again. */
  #keep(tried: Tried): boolean {
    try {
      this.#memory.setItem(KEY, JSON.stringify(tried))
      return true
    } catch {
      return false
    }
  }
}
