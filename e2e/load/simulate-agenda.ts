// What is to happen, by the simulated clock.
export interface Event {
  /** Epoch milliseconds. */
  at: number
  run: () => void
}

/** Events in order of time, those of one instant in the order in which they were added: a binary heap. */
export class Agenda {
  readonly #heap: (Event & { order: number })[] = []
  #added = 0

  add(event: Event): void {
    const heap = this.#heap
    let at = heap.push({ ...event, order: (this.#added += 1) }) - 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!before(heap[at]!, heap[parent]!)) break
      ;[heap[at], heap[parent]] = [heap[parent]!, heap[at]!]
      at = parent
    }
  }

  next(): Event | undefined {
    const heap = this.#heap
    const first = heap[0]
    const last = heap.pop()
    if (heap.length > 0) {
      heap[0] = last!
      for (let at = 0; ;) {
        const [left, right] = [2 * at + 1, 2 * at + 2]
        let least = at
        if (left < heap.length && before(heap[left]!, heap[least]!)) least = left
        if (right < heap.length && before(heap[right]!, heap[least]!)) least = right
        if (least === at) break
        ;[heap[at], heap[least]] = [heap[least]!, heap[at]!]
        at = least
      }
    }
    return first
  }
}
const before = (one: Event & { order: number }, other: Event & { order: number }) =>
  one.at < other.at || (one.at === other.at && one.order < other.order)
