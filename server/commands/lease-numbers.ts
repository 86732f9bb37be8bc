// A kiosk's blocks of numbers: granted in good time for today and tomorrow, so that a hub that does not wake up in the morning is no
// reason to send anybody away.
import type { AskLeases, LeaseBook } from '#contract/leases.ts'
import { grantLease, LEASED_FROM, needsLease, type Lease } from '#domain/lease.ts'
import { iso, plusDays, serviceDate } from '#domain/service-day.ts'
import { insertLease, lastNumbers, leaseFace, leasesOn } from '#db/queries/leases.ts'
import { printerOf } from '#db/queries/printing.ts'
import { newId } from '../ids.ts'
import type { Outcome, Room } from './run.ts'

/** What the kiosk names stays its own; a block that it does not name may have been used up before its storage was lost, and is left alone. */
export async function leaseNumbers(room: Room, { held }: AskLeases): Promise<Outcome<LeaseBook>> {
  const { trx, hall, book, now, actor, hub } = room
  const device = actor.device?.id ?? ''
  const today = serviceDate(now, book.hall.zone)
  const dates = [today, plusDays(today, 1)]
  const used = new Map(held.map(({ id, used }) => [id, used]))
  const granted = await leasesOn(trx, hall, dates)
  const own = await lastNumbers(trx, hall, dates)
  const mine = granted.filter((lease) => lease.device === device && used.has(lease.id))
  for (const date of dates)
    for (const { id: lane } of book.lanes) {
      const newest = mine.findLast((lease) => lease.lane === lane && lease.serviceDate === date) ?? null
      if (!needsLease(newest, { date, used: used.get(newest?.id ?? '') ?? 0 })) continue
      const wanted = { id: newId(now), device, lane, serviceDate: date }
      // On a day so busy that the hub's own numbers have come this far, they are in the way like a block.
      const busy = own.get(`${lane} ${date}`) ?? 0
      const inTheWay: Lease = {
        ...wanted,
        first: LEASED_FROM,
        last: Math.max(LEASED_FROM - 1, busy),
        grantedAt: iso(now),
      }
      const lease = grantLease(wanted, { granted: [inTheWay, ...granted], now })
      await insertLease(trx, hall, lease)
      granted.push(lease)
      mine.push(lease)
    }
  const paper = (await printerOf(trx, hall, device)) ? 'hub' : 'own'
  const reply = { at: iso(now), device, base: hub.publicUrl, paper, leases: mine.map(leaseFace) } as const
  return { ok: true, reply, quiet: true }
}
