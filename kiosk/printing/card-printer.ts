// A card on paper: through the hub where it has a printer for this kiosk, as text or as this screen's picture; else by the browser's own
// print, with sheets of the exact size.
import { mount, unmount } from 'svelte'
import { request, type Answer } from '#assets/hub/intent.ts'
import { eight, sizeOf } from '#assets/card/forms.ts'
import { hubPrint, printThroughHub, type CardOrder, type HubPrintPorts } from '#assets/card/hub-print.ts'
import type { Side } from '#assets/card/marks.ts'
import type { CardForm, CardWays } from '#contract/cards.ts'
import { handOver } from './browser-printer.ts'

/** unreadable: a code on it could not be read back, and nothing was printed. */
export type CardResult = 'printed' | 'failed' | 'none' | 'unreadable'

export interface CardPorts extends HubPrintPorts {
  ways(): Promise<Answer<CardWays>>
  /** The browser's own print of these sides. */
  handOver(sides: readonly Side[]): Promise<'printed' | 'failed'>
}

/** How long a visitor waits for it: a sheet takes longer than a roll. Milliseconds. */
const PATIENCE = 40_000

export class CardPrinter {
  readonly #ports: CardPorts
  readonly #own: readonly CardForm[]
  #hub: CardWays['ways'] = []

  /** `own`: what lies in the printer of the browser; empty: there is none. */
  constructor(own: readonly CardForm[], ports: CardPorts = cardPorts) {
    this.#own = own
    this.#ports = ports
  }

  /** On what paper a card can be had here. */
  async forms(): Promise<CardForm[]> {
    const answer = await this.#ports.ways()
    this.#hub = answer.ok ? answer.value.ways : []
    return this.#hub.length > 0 ? this.#hub.map(({ form }) => form) : [...this.#own]
  }

  /** Never throws. */
  async print(order: CardOrder): Promise<CardResult> {
    try {
      const way = this.#hub.find(({ form }) => form === order.form)
      if (way) return await this.#throughHub(order, way.picture)
      if (!this.#own.includes(order.form)) return 'none'
      const sides = this.#ports.sides(order)
      // Drawn and read back, though the browser draws it once more.
      await this.#ports.paint(sides, order.form)
      return await this.#ports.handOver(order.form === 'a4' ? sides.map(eight) : sides)
    } catch (error) {
      return error instanceof Error && error.name === 'Unreadable' ? 'unreadable' : 'failed'
    }
  }

  async #throughHub(order: CardOrder, picture: boolean): Promise<CardResult> {
    const answer = await printThroughHub(order, this.#ports, { picture, patience: PATIENCE })
    if (!answer.ok) return answer.code === 'printer_none' ? 'none' : 'failed'
    return answer.value.job.state === 'done' ? 'printed' : 'failed'
  }
}

export const cardPorts: CardPorts = {
  ...hubPrint,
  ways: () => request('GET', '/api/cards/ways'),
  handOver: async (sides) => {
    const { default: Paper } = await import('./CardPaper.svelte')
    const target = document.body.appendChild(document.createElement('div'))
    const paper = mount(Paper, { target, props: { sides } })
    try {
      await document.fonts.ready
      const { width, height } = sides[0] ?? sizeOf.small
      return await handOver(window, { width, height })
    } finally {
      await unmount(paper)
      target.remove()
    }
  },
}

/** What lies in the browser's printer, from the kiosk's address: ?paper=receipt,small; a roll where it is not said, nothing with ?printer=none. */
export function ownForms(search: string): CardForm[] {
  const query = new URLSearchParams(search)
  if (query.get('printer') === 'none') return []
  const known: readonly string[] = Object.keys(sizeOf)
  const named = (query.get('paper') ?? 'receipt').split(',').filter((one): one is CardForm => known.includes(one))
  return named.length > 0 ? named : ['receipt']
}
