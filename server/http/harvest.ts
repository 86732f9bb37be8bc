// Nobody carries off all telephones: how many different people's cards one device, or one address without a device, may open. The same
// card again costs nothing: a hall's own Wi-Fi has one address, and its visitors look for the same few people.
import { Refused } from '../errors.ts'

/** Different people within a window, milliseconds. A kiosk serves a whole hall, one after another. */
const RULES = {
  device: { most: 24, window: 600_000 },
  address: { most: 24, window: 3_600_000 },
} as const
/** Askers that are remembered. */
const ASKERS = 10_000

export class Harvest {
  /** Asker → person → when first seen. */
  readonly #seen = new Map<string, Map<string, number>>()
  readonly #on: boolean

  constructor(on: boolean) {
    this.#on = on
  }

  /** Throws Refused too_many_requests. `now`: epoch milliseconds. */
  open(who: { kind: keyof typeof RULES; id: string }, person: string, now: number): void {
    if (!this.#on) return
    const { most, window } = RULES[who.kind]
    const key = `${who.kind} ${who.id}`
    const seen = this.#seen.get(key) ?? new Map<string, number>()
    for (const [one, at] of seen) if (at <= now - window) seen.delete(one)
    if (!seen.has(person)) {
      if (seen.size >= most) {
        const first = Math.min(...seen.values())
        throw new Refused({
          code: 'too_many_requests',
          facts: { retryAfter: Math.max(1, Math.ceil((first + window - now) / 1000)) },
        })
      }
      seen.set(person, now)
    }
    // Whoever asked last is kept longest.
    this.#seen.delete(key)
    this.#seen.set(key, seen)
    if (this.#seen.size > ASKERS) this.#seen.delete(this.#seen.keys().next().value ?? '')
  }
}
