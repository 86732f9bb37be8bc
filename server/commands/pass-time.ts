// Time alone changed a view: opening, closing, a shift, an event, midnight. The revision goes up so that every screen takes it.
import { recordClosing } from '#db/queries/closing.ts'
import { forgetAnswers } from '#db/queries/log.ts'
import { clearSeats } from '#db/queries/staff.ts'
import { phaseAt } from '#domain/closing.ts'
import { instantAt, iso, serviceDate } from '#domain/service-day.ts'
import { settleDuty } from './roster-rest.ts'
import { passAppointments } from './settle-appointments.ts'
import { run, type Hub } from './run.ts'

const DAYS_KEPT = 2

export async function passTime(hub: Hub): Promise<void> {
  const actor = { device: null, staff: null, session: null, window: null }
  await run(hub, { actor, name: 'pass-time', body: null, key: null }, async ({ trx, hall, book, now }) => {
    const { zone } = book.hall
    // Nobody sits at a window from yesterday.
    await clearSeats(trx, hall, iso(instantAt(serviceDate(now, zone), '00:00', zone)))
    // What was done is in the ledger of compensatory rest.
    await settleDuty({ trx, hall, book, now })
    // The hour at which it closed, and who waited then, stay on record.
    const { phase, closes } = phaseAt(book.hours, now)
    if (phase === 'closed' && closes !== null)
      await recordClosing(trx, hall, { date: serviceDate(now, zone), closes: iso(closes) })
    await passAppointments({ trx, hall, book, now })
    await forgetAnswers(trx, iso(now - DAYS_KEPT * 86_400_000))
    // Pauses ended with their seats.
    return { ok: true, reply: {}, book: book.windows.some(({ away }) => away !== null) }
  })
}
