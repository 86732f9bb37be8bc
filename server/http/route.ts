// What a route is: one entry of a readable list, from which the router and the OpenAPI document are both made.
import type { Context } from 'koa'
import type { z } from 'zod'
import type { Actor, Answer, Hub, Outcome, Room } from '../commands/run.ts'
import { run } from '../commands/run.ts'

/** Who may ask. staff: any member signed in at a paired desk; manager: that role only. */
export type Who = 'anyone' | 'kiosk' | 'display' | 'desk' | 'staff' | 'manager'

export type LimitName = 'read' | 'write' | 'follow' | 'pairing' | 'sign-in'

export interface Asked<B> {
  hub: Hub
  actor: Actor
  body: B
  params: Record<string, string>
  key: string | null
  ctx: Context
}

export interface Route<B = unknown> {
  method: 'GET' | 'POST'
  /** As in OpenAPI: /api/tickets/{id}/steps. */
  path: string
  summary: string
  who: readonly Who[]
  limit: LimitName
  /** Creates or advances something: `Idempotency-Key` is required. */
  keyed?: boolean
  body?: z.ZodType<B>
  /** Bytes; 64 KB where it is not said. */
  bodyLimit?: number
  reply: z.ZodType
  /** The status of success; 200 where it is not said. */
  status?: number
  run(asked: Asked<B>): Promise<Answer>
}

/** Keeps a route's body and handler of one type in a list of many. */
export function route<B>(one: Route<B>): Route {
  return one
}

/** The handler of a route that is one command. */
export function command<B>(decide: (room: Room, asked: Asked<B>) => Promise<Outcome>) {
  return (asked: Asked<B>): Promise<Answer> => {
    const { hub, actor, body, key, ctx } = asked
    return run(hub, { actor, name: `${ctx.method} ${ctx.path}`, body, key }, (room) => decide(room, asked))
  }
}

/** A plain answer. */
export function answer(body: unknown, status = 200): Answer {
  return { status, body, replayed: false }
}
