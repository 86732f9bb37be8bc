// A contact card through the hub's printers: asked for as words or, where the printer needs it, as the drawn sides; then followed until
// it is on paper or is not.
import { Intent, request, type Answer } from '#assets/hub/intent.ts'
import type { CardAbout, CardForm, CardSide } from '#contract/cards.ts'
import type { JobFace } from '#contract/printing.ts'
import type { CardData } from './card.ts'
import { sidesOf } from './forms.ts'
import type { Side } from './marks.ts'
import { browserMeasure } from './measure.ts'

export interface CardOrder {
  card: CardData
  about: CardAbout
  building: string | null
  form: CardForm
  large: boolean
}

export interface HubPrintPorts {
  ask(body: object): Promise<Answer<{ job: JobFace }>>
  look(job: string): Promise<Answer<{ job: JobFace }>>
  /** Throws Unreadable. */
  paint(sides: readonly Side[], form: CardForm): Promise<CardSide[]>
  sides(order: CardOrder): Side[]
  pause(milliseconds: number): Promise<void>
}

/** How often the hub is asked what became of it. Milliseconds. */
const ASK_EVERY = 200

export const goesOn = ({ state }: JobFace): boolean => state === 'queued' || state === 'printing'

/**
 * The job as it ended, or as it was last heard of after `patience` milliseconds. `picture`: the printer needs the sides. `told`: each
 * time that something is known of it; false: nobody waits any more. Throws Unreadable where a code cannot be read back.
 */
export async function printThroughHub(
  order: CardOrder,
  ports: HubPrintPorts,
  { picture, patience, told = () => true }: { picture: boolean; patience: number; told?: (job: JobFace) => boolean },
): Promise<Answer<{ job: JobFace }>> {
  const { card, about, building, form, large } = order
  const body = { about, building, form, large, people: card.people.map(({ id }) => id) }
  const drawn = async () => ({ ...body, sides: await ports.paint(ports.sides(order), form) })
  let answer = await ports.ask(picture ? await drawn() : body)
  if (!answer.ok && answer.code === 'picture_needed') answer = await ports.ask(await drawn())
  if (!answer.ok) return answer
  let { job } = answer.value
  for (let waited = 0; waited < patience && told(job) && goesOn(job); waited += ASK_EVERY) {
    await ports.pause(ASK_EVERY)
    const now = await ports.look(job.id)
    if (now.ok) job = now.value.job
  }
  return { ok: true, value: { job } }
}

/** By the hub that this page came from. */
export const hubPrint: HubPrintPorts = {
  ask: (body) => new Intent<{ job: JobFace }>('/api/cards/prints', body).send([500]),
  look: (job) => request('GET', `/api/prints/${job}`),
  paint: async (sides, form) => {
    const { paint, ROLL, SHEET } = await import('./paint.ts')
    return Promise.all(sides.map((side) => paint(side, form === 'receipt' ? ROLL : SHEET)))
  },
  sides: ({ card, form, large }) => sidesOf(card, form, { large, measure: browserMeasure() }),
  pause: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
}
