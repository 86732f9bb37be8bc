// A card on paper: through the hub where it has a printer for this kiosk, as text or as this screen's picture; else by the browser's own
// print, with sheets of the exact size.
import { mount, unmount } from 'svelte'
import { Intent, request, type Answer } from '#assets/hub/intent.ts'
import type { CardData } from '#assets/card/card.ts'
import { eight, sidesOf, sizeOf } from '#assets/card/forms.ts'
import { browserMeasure } from '#assets/card/measure.ts'
import type { Side } from '#assets/card/marks.ts'
import type { CardAbout, CardForm, CardSide, CardWays } from '#contract/cards.ts'
import type { JobFace } from '#contract/printing.ts'
import { handOver } from './browser-printer.ts'

/** unreadable: a code on it could not be read back, and nothing was printed. */
export type CardResult = 'printed' | 'failed' | 'none' | 'unreadable'

export interface CardOrder {
  card: CardData
  about: CardAbout
  building: string | null
  form: CardForm
  large: boolean
}

export interface CardPorts {
  ways(): Promise<Answer<CardWays>>
  ask(body: object): Promise<Answer<{ job: JobFace }>>
  look(job: string): Promise<Answer<{ job: JobFace }>>
  /** Throws Unreadable. */
  paint(sides: readonly Side[], form: CardForm): Promise<CardSide[]>
  sides(order: CardOrder): Side[]
  /** The browser's own print of these sides. */
  handOver(sides: readonly Side[]): Promise<'printed' | 'failed'>
  pause(milliseconds: number): Promise<void>
}

/** How often the hub is asked what became of it, and for how long: a sheet takes longer than a roll. Milliseconds. */
const ASK_EVERY = 200
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
    const { card, about, building, form, large } = order
    const body = { about, building, form, large, people: card.people.map(({ id }) => id) }
    const drawn = async () => ({ ...body, sides: await this.#ports.paint(this.#ports.sides(order), form) })
    let answer = await this.#ports.ask(picture ? await drawn() : body)
    if (!answer.ok && answer.code === 'picture_needed') answer = await this.#ports.ask(await drawn())
    if (!answer.ok) return answer.code === 'printer_none' ? 'none' : 'failed'
    for (let waited = 0; waited < PATIENCE; waited += ASK_EVERY) {
      await this.#ports.pause(ASK_EVERY)
      const now = await this.#ports.look(answer.value.job.id)
      const state = now.ok ? now.value.job.state : 'printing'
      if (state === 'done') return 'printed'
      if (state !== 'queued' && state !== 'printing') return 'failed'
    }
    return 'failed'
  }
}

export const cardPorts: CardPorts = {
  ways: () => request('GET', '/api/cards/ways'),
  ask: (body) => new Intent<{ job: JobFace }>('/api/cards/prints', body).send([500]),
  look: (job) => request('GET', `/api/prints/${job}`),
  paint: async (sides, form) => {
    const { paint, ROLL, SHEET } = await import('#assets/card/paint.ts')
    return Promise.all(sides.map((side) => paint(side, form === 'receipt' ? ROLL : SHEET)))
  },
  sides: ({ card, form, large }) => sidesOf(card, form, { large, measure: browserMeasure() }),
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
  pause: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
}

/** What lies in the browser's printer, from the kiosk's address: ?paper=receipt,small; a roll where it is not said, nothing with ?printer=none. */
export function ownForms(search: string): CardForm[] {
  const query = new URLSearchParams(search)
  if (query.get('printer') === 'none') return []
  const known: readonly string[] = Object.keys(sizeOf)
  const named = (query.get('paper') ?? 'receipt').split(',').filter((one): one is CardForm => known.includes(one))
  return named.length > 0 ? named : ['receipt']
}
