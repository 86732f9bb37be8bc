// A clerk who went home without standing up: once the session has ended by idling, the wall no longer says that the window is staffed.
import { abandonedSeats, freeSeats } from '#db/queries/staff.ts'
import { SESSION_IDLE, SESSION_MOST } from '#domain/secrets.ts'
import { iso } from '#domain/service-day.ts'
import { run, type Hub } from './run.ts'

export async function freeAbandonedSeats(hub: Hub): Promise<void> {
  const now = hub.clock.now()
  const since = { seen: iso(now - SESSION_IDLE), began: iso(now - SESSION_MOST) }
  if ((await abandonedSeats(hub.store.db, hub.hall, since)).length === 0) return
  const actor = { device: null, staff: null, session: null, window: null }
  await run(hub, { actor, name: 'free-seats', body: null, key: null }, async ({ trx, hall, book }) => {
    await freeSeats(trx, hall, await abandonedSeats(trx, hall, since))
    return { ok: true, reply: {}, book: book.windows.some(({ away }) => away !== null) }
  })
}
