// The way of every request to the API: limit → origin → who → key → body → command → reply. Errors are translated here, once.
import type { Context, Middleware } from 'koa'
import { IdempotencyKey } from '#contract/intents.ts'
import type { Refusal } from '#contract/errors.ts'
import type { Authenticator } from '../authenticate.ts'
import { cookieName } from '../authenticate.ts'
import { refused, type Actor, type Hub } from '../commands/run.ts'
import { Refused, toRefusal } from '../errors.ts'
import type { Log } from '../log.ts'
import { readJson } from './body.ts'
import type { Limit } from './limits.ts'
import type { Route, Who } from './route.ts'

export interface Edge {
  hub: Hub
  authenticator: Authenticator
  limit: Limit
  origins: () => ReadonlySet<string>
  log: Log
  /** True once the hub is on its way down: no new work. */
  stopping: () => boolean
}

const nobody: Actor = { device: null, staff: null, session: null, window: null }

export function handle(edge: Edge, route: Route): Middleware {
  return async (ctx) => {
    try {
      if (edge.stopping()) throw new Refused({ code: 'hub_stopping', facts: {} })
      checkOrigin(edge, ctx)
      const actor = await authenticate(edge, ctx, route.who)
      await edge.limit(route.limit, actor.device?.id ?? ctx.ip)
      const key = readKey(ctx, route)
      const body = await readBody(ctx, route)
      const params = ctx.params as Record<string, string>
      const answer = await route.run({ hub: edge.hub, actor, body, params, key, ctx })
      ctx.status = answer.status
      ctx.body = answer.body
      if (answer.replayed) ctx.set('Idempotency-Replayed', 'true')
    } catch (error) {
      reply(ctx, toRefusal(error))
      // Who breaks off in mid-request is not a fault of the hub's.
      const gone = (error as { code?: unknown } | null)?.code === 'ECONNRESET'
      if (ctx.status === 500 && !gone) edge.log.error({ err: error, route: route.path }, 'a request broke')
    }
    ctx.set('Cache-Control', 'no-store')
    ctx.set('X-Content-Type-Options', 'nosniff')
  }
}

export function reply(ctx: Context, refusal: Refusal): void {
  const { status, body } = refused(refusal)
  ctx.status = status
  ctx.body = body
  if (refusal.code === 'too_many_requests') ctx.set('Retry-After', String(refusal.facts.retryAfter))
}

/** Pages of other origins may not talk to the hub. Programs send no Origin, and no cookie either. */
function checkOrigin(edge: Edge, ctx: Context): void {
  const origin = ctx.get('origin')
  const foreign = origin !== '' && !edge.origins().has(origin)
  const cookieWithoutOrigin =
    origin === '' && ctx.method !== 'GET' && ctx.get('cookie') !== '' && ctx.get('authorization') === ''
  if (foreign || cookieWithoutOrigin) throw new Refused({ code: 'origin_refused', facts: {} })
}

/** Which cookies may prove which kind of asker, the strongest first. */
const proofs: Record<Exclude<Who, 'anyone'>, keyof typeof cookieName> = {
  kiosk: 'kiosk',
  display: 'display',
  desk: 'desk',
  staff: 'session',
  manager: 'session',
}

async function authenticate(edge: Edge, ctx: Context, who: readonly Who[]): Promise<Actor> {
  const bearer = /^Bearer ([A-Za-z0-9_-]{20,64})$/.exec(ctx.get('authorization'))?.[1]
  const needed = who.filter((one): one is Exclude<Who, 'anyone'> => one !== 'anyone')
  const tokens = bearer
    ? [bearer]
    : [...new Set(needed.map((one) => ctx.cookies.get(cookieName[proofs[one]])))].filter((token) => token !== undefined)
  let known: Actor | null = null
  for (const token of tokens) {
    const actor = await edge.authenticator.actor(token)
    known ??= actor
    if (actor && needed.some((one) => is(actor, one))) return actor
  }
  if (who.includes('anyone')) return known ?? nobody
  if (known?.staff && needed.includes('manager')) throw new Refused({ code: 'role_required', facts: {} })
  if (needed.includes('staff') || needed.includes('manager')) throw new Refused({ code: 'session_required', facts: {} })
  throw new Refused({ code: 'device_required', facts: {} })
}

function is(actor: Actor, who: Exclude<Who, 'anyone'>): boolean {
  if (who === 'manager') return actor.staff?.role === 'manager'
  if (who === 'staff') return actor.staff !== null
  return actor.device?.kind === who
}

function readKey(ctx: Context, route: Route): string | null {
  if (!route.keyed) return null
  const key = IdempotencyKey.safeParse(ctx.get('idempotency-key'))
  if (!key.success) throw new Refused({ code: 'key_required', facts: {} })
  return key.data
}

async function readBody(ctx: Context, route: Route): Promise<unknown> {
  if (!route.body) return undefined
  const parsed = route.body.safeParse(await readJson(ctx.req, route.bodyLimit))
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.slice(0, 10).map(({ path, message }) => ({ path: path.join('.'), message }))
  throw new Refused({ code: 'body_invalid', facts: { issues } })
}
