// The load generator: a number of connections, each of which asks again as soon as it is answered, each time with a new key.
import { randomBytes } from 'node:crypto'
import { Line } from '../line.ts'
import { monotonic } from '../monotonic.ts'
import { offer } from '../remote.ts'
import { percentile } from '../statistics.ts'

export interface LoadOrder {
  port: number
  token: string
  matters: string[]
  connections: number
  /** Whichever comes first ends it. */
  milliseconds: number
  requests?: number
}

export interface Load {
  requests: number
  perSecond: number
  /** Milliseconds. */
  p50: number
  p99: number
}

async function run({ port, token, matters, connections, milliseconds, requests = Infinity }: LoadOrder): Promise<Load> {
  const lines = await Promise.all(Array.from({ length: connections }, () => Line.open(port)))
  const times: number[] = []
  const prefix = randomBytes(8).toString('hex')
  const began = monotonic()
  const end = began + milliseconds
  let asked = 0
  try {
    await Promise.all(
      lines.map(async (line) => {
        while (asked < requests && monotonic() < end) {
          const number = (asked += 1)
          const body = { matter: matters[number % matters.length] }
          const reply = await line.post({ path: '/api/tickets', token, body, key: `${prefix}-${number}` })
          if (reply.status !== 201) throw new Error(`${reply.status} ${reply.body}`)
          times.push(reply.answered - reply.sent)
        }
      }),
    )
  } finally {
    for (const line of lines) line.close()
  }
  const seconds = (monotonic() - began) / 1000
  return {
    requests: times.length,
    perSecond: times.length / seconds,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
  }
}

const functions = { run }
export type PostLoad = typeof functions
offer(functions)
