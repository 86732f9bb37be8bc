// Windows and lanes as the manager lays them out.
import { refuse } from '#contract/errors.ts'
import type { EditWindow, RemoveLane, WindowPlan } from '#contract/visits.ts'
import { PREFERENCE, PREFERENCE_MOST } from '#domain/queue-order.ts'
import { iso } from '#domain/service-day.ts'
import { label } from '#domain/ticket.ts'
import { readSeats } from '#db/queries/staff.ts'
import {
  bookedByLane,
  deleteWindow,
  giveUpLane,
  heldBy,
  heldByWindows,
  openByLane,
  putLanes,
  putWindow,
} from '#db/queries/windows.ts'
import { newId } from '../ids.ts'
import type { Hub, Outcome, Room } from './run.ts'
import { presentBook } from './hours-office.ts'
import { settleAppointments } from './settle-appointments.ts'

const slugOf = (id: string) => `w-${id.toLowerCase().replaceAll(/[^a-z0-9-]/g, '-')}`

export async function editWindow(room: Room, edit: EditWindow): Promise<Outcome<{ window: { id: string } }>> {
  const { trx, hall, book, now } = room
  if (edit.id !== null && !book.windows.some(({ id }) => id === edit.id)) return refuse('window_unknown')
  if (edit.lanes.some((lane) => !book.lanes.some(({ id }) => id === lane))) return refuse('lane_unknown')
  if (book.windows.some(({ id, number }) => number === edit.number && id !== edit.id))
    return refuse('window_number_taken', { number: edit.number })
  const id = edit.id ?? slugOf(newId(now))
  await putWindow(trx, hall, { ...edit, id })
  const away = book.windows.find((one) => one.id === id)?.away ?? null
  await settleAppointments({
    ...room,
    book: { ...book, windows: [...book.windows.filter((one) => one.id !== id), { ...edit, id, away }] },
  })
  return {
    ok: true,
    status: edit.id === null ? 201 : 200,
    book: true,
    reply: { window: { id } },
    act: { act: edit.id === null ? 'window-add' : 'window-edit', about: String(edit.number), detail: edit.name.zh },
  }
}

/** Only a window at which nobody sits and that holds nothing. Appointments that no other window keeps are cancelled. */
export async function dropWindow(room: Room, id: string): Promise<Outcome> {
  const { trx, hall, book } = room
  const window = book.windows.find((one) => one.id === id)
  if (!window) return refuse('window_unknown')
  if (book.windows.length === 1) return refuse('window_last')
  const holds = (await heldBy(trx, hall, id)).map((ticket) => label(ticket.prefix, ticket.number))
  const staff = (await readSeats(trx, hall)).get(id)?.name ?? null
  if (staff !== null || holds.length > 0) return refuse('window_in_use', { staff, holds })
  await deleteWindow(trx, hall, id)
  await settleAppointments({ ...room, book: { ...book, windows: book.windows.filter((one) => one.id !== id) } })
  const act = { act: 'window-remove', about: String(window.number), detail: window.name.zh }
  return { ok: true, book: true, reply: {}, act }
}

/** A lane with matters, open tickets or appointments needs another that takes them over; appointments must be over or cancelled first. */
export async function removeLane({ trx, hall, book, now }: Room, id: string, { to }: RemoveLane): Promise<Outcome> {
  const lane = book.lanes.find((one) => one.id === id)
  if (!lane || (to !== null && (to === id || !book.lanes.some((one) => one.id === to)))) return refuse('lane_unknown')
  if (book.lanes.length === 1) return refuse('lane_last')
  const matters = book.matters.filter((matter) => matter.lane === id).length
  const open = (await openByLane(trx, hall)).get(id) ?? 0
  const booked = (await bookedByLane(trx, hall, iso(now))).get(id) ?? 0
  if (booked > 0 || (to === null && matters + open > 0)) return refuse('lane_in_use', { matters, open, booked })
  for (const window of book.windows.filter(({ lanes }) => lanes.includes(id))) {
    const lanes = window.lanes.map((one) => (one === id ? to : one)).filter((one) => one !== null)
    await putLanes(trx, hall, { id: window.id, lanes: [...new Set(lanes)] })
  }
  await giveUpLane(trx, hall, { lane: id, to, at: iso(now) })
  const heir = book.lanes.find((one) => one.id === to)
  return {
    ok: true,
    book: true,
    reply: {},
    act: { act: 'lane-remove', about: lane.name.zh, detail: heir?.name.zh ?? '' },
  }
}

/** The office's page. */
export async function readWindowPlan(hub: Hub): Promise<WindowPlan> {
  const { hall, store } = hub
  const { book } = await presentBook(hub)
  return store.read(async (db) => {
    const [seats, held, open] = [await readSeats(db, hall), await heldByWindows(db, hall), await openByLane(db, hall)]
    return {
      windows: book.windows.map(({ id, number, name, allRound, lanes, away }) => ({
        ...{ id, number, name, allRound, lanes },
        staff: seats.get(id)?.name ?? null,
        away: away && { reason: away.reason, until: away.until },
        holds: held.filter(({ window }) => window === id).map((ticket) => label(ticket.prefix, ticket.number)),
      })),
      lanes: book.lanes.map(({ id, prefix, name }) => ({
        ...{ id, prefix, name },
        matters: book.matters.filter(({ lane }) => lane === id).length,
        open: open.get(id) ?? 0,
      })),
      preference: { each: PREFERENCE, most: PREFERENCE_MOST },
    }
  })
}
