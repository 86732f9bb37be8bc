// The wish for a number, kept through a reload or a power cut until the hub has answered. It holds no personal data.
import type { Order } from './flow.ts'

/** After this long the visitor has gone: the wish is forgotten. Milliseconds. */
export const PENDING_FOR = 120_000

const NAME = 'kiosk.pending'

export class Pending {
  #storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  #now: () => number

  /** `now`: the machine's clock, epoch milliseconds; before the first view there is no other. */
  constructor(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>, now = () => Date.now()) {
    this.#storage = storage
    this.#now = now
  }

  keep(order: Order): void {
    // A full or forbidden storage must not stop anybody from taking a number.
    try {
      this.#storage.setItem(NAME, JSON.stringify({ ...order, at: this.#now() }))
    } catch {
      // The same key still serves within this page.
    }
  }

  forget(): void {
    try {
      this.#storage.removeItem(NAME)
    } catch {
      // Nothing was kept.
    }
  }

  /** What was asked within the last two minutes and never answered. */
  left(): Order | null {
    try {
      const { key, body, at } = JSON.parse(this.#storage.getItem(NAME) ?? '{}') as Partial<Order & { at: number }>
      const age = this.#now() - (at ?? Number.NaN)
      if (key && body && age >= 0 && age < PENDING_FOR) return { key, body }
    } catch {
      // Damaged by the power cut: treat as nothing.
    }
    this.forget()
    return null
  }
}
