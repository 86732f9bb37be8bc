// Sixteen visitors at once who want numbers, and ask again until they are answered. They write down what they were told.
import { randomUUID } from 'node:crypto'
import type { Acknowledged, Visit } from './crash-check.ts'

const MATTERS = ['roof-leak', 'donate', 'senior-card', 'job']
/** A request that hangs is given up and asked again. Milliseconds. */
const PATIENCE = 20_000

export interface Clients {
  readonly visits: readonly Visit[]
  /** How many visits have their number. */
  readonly answered: number
  /** How often a request broke and was sent again. */
  readonly retries: number
  /** How often the hub had written a ticket whose answer never arrived, and gave the answer again. */
  readonly rescued: number
  /** No new visits; resolves when those under way are answered. */
  finish(): Promise<void>
  /** Stop asking, answered or not. */
  stop(): Promise<void>
}

interface Options {
  url: string
  token: string
  count: number
  /** A new key for every try, as if the hub did not know keys. */
  careless?: boolean
}

export function startClients({ url, token, count, careless = false }: Options): Clients {
  const visits: Visit[] = []
  let retries = 0
  let rescued = 0
  let answered = 0
  let wanted = true
  let asking = true

  async function ask({ matter, answers }: Visit, key: string): Promise<Acknowledged | null> {
    let response: Response
    let body: { ticket?: Acknowledged; error?: { code: string } }
    try {
      response = await fetch(`${url}/api/tickets`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'idempotency-key': key, 'content-type': 'application/json' },
        body: JSON.stringify({ matter }),
        signal: AbortSignal.timeout(PATIENCE),
      })
      body = (await response.json()) as typeof body
    } catch {
      return null // the hub is down, or went down in mid-answer
    }
    if (response.status === 201 && body.ticket) {
      if (answers.length === 0 && response.headers.has('idempotency-replayed')) rescued += 1
      return body.ticket
    }
    if (response.status === 503) return null
    throw new Error(`The hub refused a visitor: ${response.status} ${JSON.stringify(body)}`)
  }

  async function visitor(first: number): Promise<void> {
    for (let turn = first; wanted; turn += 1) {
      const matter = MATTERS[turn % MATTERS.length] ?? ''
      const visit: Visit = { keys: [randomUUID()], matter, answers: [] }
      visits.push(visit)
      for (let key = visit.keys[0] ?? ''; asking;) {
        const answer = await ask(visit, key)
        if (answer) {
          if (visit.answers.push(answer) === 1) answered += 1
          // Some ask once more although they were answered: the answer must be the same.
          if (careless || visit.answers.length > 1 || turn % 5 > 0) break
          continue
        }
        retries += 1
        if (careless) visit.keys.push((key = randomUUID()))
        await new Promise((again) => setTimeout(again, 20 + Math.random() * 40))
      }
    }
  }

  const running = Promise.all(Array.from({ length: count }, (_, index) => visitor(index)))
  // Whoever was refused is reported when the clients are waited for.
  running.catch(() => {})
  return {
    visits,
    get retries() {
      return retries
    },
    get answered() {
      return answered
    },
    get rescued() {
      return rescued
    },
    async finish() {
      wanted = false
      await running
    },
    async stop() {
      wanted = asking = false
      await running
    },
  }
}
