// A short pause of a window, with a reason and when it is expected to end; and the return from it.
import { refuse } from '#contract/errors.ts'
import type { TakeBreak } from '#contract/visits.ts'
import { iso } from '#domain/service-day.ts'
import { label } from '#domain/ticket.ts'
import { findAtWindow } from '#db/queries/tickets.ts'
import { setAway } from '#db/queries/windows.ts'
import type { Outcome, Room } from './run.ts'

const MINUTE = 60_000

/** Nobody leaves a visitor: whoever is at the window is finished with, or sent on, first. */
export async function takeBreak(room: Room, id: string, { reason, minutes }: TakeBreak): Promise<Outcome> {
  const { trx, hall, book, now, actor } = room
  const window = actor.window === id ? book.windows.find((one) => one.id === id) : undefined
  if (!window) return refuse('window_not_chosen')
  const here = await findAtWindow(trx, hall, id)
  if (here)
    return refuse('window_busy', {
      ...{ id: here.id, label: label(here.prefix, here.number), state: here.state },
      ...{ version: here.version, window: window.number },
    })
  // People read whole minutes.
  const until = iso(Math.ceil((now + minutes * MINUTE) / MINUTE) * MINUTE)
  await setAway(trx, hall, id, { reason, since: window.away?.since ?? iso(now), until })
  return {
    ok: true,
    reply: {},
    act: { act: 'window-pause', about: String(window.number), detail: reason },
    book: true,
  }
}

export async function comeBack({ trx, hall, book, actor }: Room, id: string): Promise<Outcome> {
  const window = actor.window === id ? book.windows.find((one) => one.id === id) : undefined
  if (!window) return refuse('window_not_chosen')
  if (!window.away) return { ok: true, reply: {}, quiet: true }
  await setAway(trx, hall, id, null)
  return { ok: true, reply: {}, act: { act: 'window-back', about: String(window.number), detail: '' }, book: true }
}
