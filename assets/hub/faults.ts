// What breaks in a page, in the error's own words, and how often the page was opened today: told to the hub, nothing of a person in it.
import type { Fault } from '#contract/events.ts'
import type { Shelf } from './kept.ts'

/** Noise that harms nothing, and what says nothing. */
const HARMLESS = /ResizeObserver loop|^Script error\.?$/

/** As in the contract. */
const LONGEST = 200

/** An error as it may leave the page: name, message and place, without addresses' queries, long codes and line ends. */
export function faultText(error: unknown, place = ''): string | null {
  const words = error instanceof Error ? `${error.name}: ${error.message}` : typeof error === 'string' ? error : 'error'
  const where =
    place || (error instanceof Error ? (/\/[\w.-]+\.\w+:\d+(:\d+)?/.exec(error.stack ?? '')?.[0] ?? '') : '')
  if (HARMLESS.test(words) || (error instanceof Error && HARMLESS.test(error.message))) return null
  const text = `${words} ${where}`
    .replaceAll(/https?:\/\/[^/\s]+/g, '')
    .replaceAll(/\?[^\s:]*/g, '')
    .replaceAll(/[\w-]{20,}/g, '…')
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim()
  return [...text].slice(0, LONGEST).join('').trim() || 'error'
}

interface Day {
  date: string
  starts: number
  fault?: Fault
}

/** A day of this screen's life, in the browser's storage. */
export class Life {
  readonly #shelf: Shelf
  readonly #key: string

  constructor(shelf: Shelf, screen: string) {
    this.#shelf = shelf
    this.#key = `hall.life.${screen}`
  }

  /** The page was opened. `today`: the hall's date. */
  start(today: string): Day {
    const day = this.#of(today)
    return this.#keep({ ...day, starts: day.starts + 1 })
  }

  broke(today: string, fault: Fault): Day {
    return this.#keep({ ...this.#of(today), fault })
  }

  #of(today: string): Day {
    try {
      const day = JSON.parse(this.#shelf.getItem(this.#key) ?? 'null') as Day | null
      if (day?.date === today && Number.isInteger(day.starts)) return day
    } catch {
      // Unreadable: the day begins anew.
    }
    return { date: today, starts: 0 }
  }

  #keep(day: Day): Day {
    try {
      this.#shelf.setItem(this.#key, JSON.stringify(day))
    } catch {
      // Full: the count is lost, the screen goes on.
    }
    return day
  }
}
