// The manager says which lanes take appointments. Whoever has booked keeps the time.
import type { KeepAppointmentRule } from '#contract/appointments.ts'
import { refuse } from '#contract/errors.ts'
import { writeSlotRule } from '#db/queries/appointment-rules.ts'
import type { Outcome, Room } from './run.ts'

export async function keepAppointmentRule(room: Room, { lane, rule }: KeepAppointmentRule): Promise<Outcome> {
  const known = room.book.lanes.find(({ id }) => id === lane)
  if (!known) return refuse('lane_unknown')
  await writeSlotRule(room.trx, room.hall, { lane, rule })
  const detail = rule ? `${rule.every} min, ${rule.share}%` : '—'
  return { ok: true, reply: {}, book: true, act: { act: 'appointment-rule', about: known.name.zh, detail } }
}
