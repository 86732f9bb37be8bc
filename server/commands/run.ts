// How every intent is carried out: one transaction in which the key is looked up, the command decides and writes, the revision
// goes up and the answer is kept; the screens hear of it after the commit.
import { createHash } from 'node:crypto'
import { errorStatus, type Refusal } from '#contract/errors.ts'
import type { DeviceKind, Role } from '#contract/words.ts'
import type { Book } from '#domain/book.ts'
import { iso } from '#domain/service-day.ts'
import type { Store, Trx } from '#db/database.ts'
import { bumpRev, getHall } from '#db/queries/hall.ts'
import { findAnswer, insertAct, keepAnswer, type Act } from '#db/queries/log.ts'
import type { Bookshelf } from '../bookshelf.ts'
import type { Clock } from '../clock.ts'

/** What commands are given of the hub. */
export interface Hub {
  hall: string
  store: Store
  clock: Clock
  shelf: Bookshelf
  /** Where phones reach the hub: the base of the links in QR codes. */
  publicUrl: string
  /** Rebuild and push what changed. Returns at once. */
  publish(): void
  /** The same without a moment's delay; resolves once the walls were sent what is new on them. Never throws. */
  show(): Promise<void>
}

/** Who asks. A request that comes with no paired device has none. */
export interface Actor {
  device: { id: string; kind: DeviceKind; name: string } | null
  staff: { id: string; name: string; role: Role } | null
  session: string | null
  /** The window at which the staff sits. */
  window: string | null
}

/** What a command decides with. */
export interface Room {
  trx: Trx
  hall: string
  book: Book
  /** Epoch milliseconds, one instant for the whole command. */
  now: number
  actor: Actor
  hub: Hub
}

export type Outcome<R = unknown> =
  | {
      ok: true
      reply: R
      status?: number
      act?: Omit<Act, 'staff'>
      /** The book was written. */ book?: boolean
      /** Nothing that a screen shows. */ quiet?: boolean
      /** Somebody is called: the walls come before the answer. */ called?: boolean
    }
  | { ok: false; refusal: Refusal; act?: Omit<Act, 'staff'> }

export interface Intent {
  actor: Actor
  /** Method and path, for the hash: a key belongs to one intent. */
  name: string
  body: unknown
  /** Idempotency key; null where the route needs none. */
  key: string | null
}

export interface Answer {
  status: number
  body: unknown
  /** The answer was given before. */
  replayed: boolean
}

/**
 * Carry out an intent once. A key that was answered gets the same answer; with another body, key_reused. A refusal is an
 * answer too and is kept. Throws only what broke; then nothing was written.
 */
export async function run(hub: Hub, intent: Intent, decide: (room: Room) => Promise<Outcome>): Promise<Answer> {
  const { actor, key, name, body } = intent
  const device = actor.device?.id ?? ''
  const bodyHash =
    key === null
      ? ''
      : createHash('sha256')
          .update(`${name}\n${JSON.stringify(body)}`)
          .digest('base64url')
  let changed = false
  let called = false
  const answer = await hub.store.write(async (trx): Promise<Answer> => {
    changed = called = false
    const state = await getHall(trx, hub.hall)
    const given = key === null ? null : await findAnswer(trx, hub.hall, { device, key })
    if (given) {
      return given.bodyHash === bodyHash
        ? { status: given.status, body: JSON.parse(given.reply), replayed: true }
        : { ...refused({ code: 'key_reused', facts: {} }), replayed: false }
    }
    const now = hub.clock.now()
    const at = iso(now)
    const book = await hub.shelf.book(trx, hub.hall, state.bookRev)
    const outcome = await decide({ trx, hall: hub.hall, book, now, actor, hub })
    if (outcome.act) await insertAct(trx, hub.hall, { ...outcome.act, staff: actor.staff?.id ?? null, at })
    if (outcome.ok && !outcome.quiet) {
      await bumpRev(trx, hub.hall, outcome.book)
      changed = true
      called = outcome.called === true
    }
    const result = outcome.ok ? { status: outcome.status ?? 200, body: outcome.reply } : refused(outcome.refusal)
    if (key !== null) {
      await keepAnswer(trx, hub.hall, {
        device,
        key,
        bodyHash,
        status: result.status,
        reply: JSON.stringify(result.body),
        at,
      })
    }
    return { ...result, replayed: false }
  })
  if (called) await hub.show()
  else if (changed) hub.publish()
  return answer
}

/** The body and status of a refusal, as every error of the hub is written. */
export function refused(refusal: Refusal): { status: number; body: unknown } {
  return { status: errorStatus[refusal.code], body: { error: refusal } }
}
