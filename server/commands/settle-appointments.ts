// What becomes of appointments without their holders: the hours changed and the hall is closed then, nobody serves the lane any more, or the
// time went by and nobody came.
import type { Text } from '#contract/text.ts'
import { GRACE, stands } from '#domain/appointment-days.ts'
import { spansOn } from '#domain/hours.ts'
import { iso, plusDays, serviceDate } from '#domain/service-day.ts'
import { forgetAppointments, listToCome, markAbsent, updateAppointment } from '#db/queries/appointments.ts'
import { run, type Actor, type Hub, type Room } from './run.ts'

const MINUTE = 60_000
/** Appointments are kept for as long as reports look back. Days. */
const DAYS_KEPT = 400

const changed: Text = {
  zh: '那个时间大厅不开放了',
  en: 'The hall is not open at that time any more',
}
const unserved: Text = { zh: '这项业务暂时没有窗口办理', en: 'No window serves this matter for now' }

/**
 * Cancel, with the reason, those to come that cannot be kept by `room.book`: called in the transaction that changed hours, lanes or windows,
 * with the book as it is then. Their pages say so, and the desk lists them.
 */
export async function settleAppointments({ trx, hall, book, now }: Pick<Room, 'trx' | 'hall' | 'book' | 'now'>) {
  for (const one of await listToCome(trx, hall)) {
    const at = Date.parse(one.slot)
    if (at <= now || stands(book, { lane: one.lane, at })) continue
    const served = stands(
      { ...book, hours: { ...book.hours, exceptions: new Map([[one.date, allDay]]) } },
      { lane: one.lane, at },
    )
    const reason = served ? (spansOn(book.hours, one.date).reason ?? changed) : unserved
    const gone = { state: 'cancelled', why: 'hours', reason, stateAt: iso(now) } as const
    await updateAppointment(trx, hall, { ...one, ...gone, sequence: one.sequence + 1 })
  }
}
const allDay = { spans: [{ from: '00:00', to: '24:00', kind: 'regular' as const }], reason: changed, source: null }

/** With time: those who did not come are absent, those whose lane or hours are gone are told, and what is old is forgotten. */
export async function passAppointments(room: Pick<Room, 'trx' | 'hall' | 'book' | 'now'>): Promise<void> {
  const { trx, hall, book, now } = room
  const today = serviceDate(now, book.hall.zone)
  await markAbsent(trx, hall, { before: iso(now - GRACE * MINUTE), at: iso(now) })
  await settleAppointments(room)
  await forgetAppointments(trx, hall, { today, before: plusDays(today, -DAYS_KEPT) })
}

const nobody: Actor = { device: null, staff: null, session: null, window: null }

/** Once a minute: writes only where somebody did not come. Until then every answer says so by its clock. */
export async function noteAbsences(hub: Hub): Promise<void> {
  const before = iso(hub.clock.now() - GRACE * MINUTE)
  if ((await listToCome(hub.store.db, hub.hall, before)).length === 0) return
  await run(hub, { actor: nobody, name: 'absences', body: null, key: null }, async ({ trx, hall, now }) => {
    await markAbsent(trx, hall, { before: iso(now - GRACE * MINUTE), at: iso(now) })
    return { ok: true, reply: {}, quiet: true }
  })
}
