// How walls are laid out, removed, and given to displays. A manager's work.
import { refuse } from '#contract/errors.ts'
import type { WallPlan, WallReply } from '#contract/walls.ts'
import { wallOf } from '#domain/walls.ts'
import { findDisplay, putDisplay, putWall, removeWall } from '#db/queries/walls.ts'
import { newId } from '../ids.ts'
import type { Outcome, Room } from './run.ts'

/** Write down a wall; `id` null makes a new one. */
export async function saveWall(room: Room, id: string | null, plan: WallPlan): Promise<Outcome<WallReply>> {
  const { trx, hall, book, now } = room
  if (id !== null && !book.walls.walls.some((wall) => wall.id === id)) return refuse('wall_unknown')
  const sign = plan.duty === 'door' ? (plan.room ?? null) : null
  if (plan.duty === 'door' && (sign === null || !book.rooms.has(sign))) return refuse('wall_room_unknown')
  const wall = id ?? `wall-${newId(now)}`
  await putWall(trx, hall, { id: wall, plan: { ...plan, room: sign } })
  const name = sign === null ? undefined : book.rooms.get(sign)
  const rooms = new Map(sign !== null && name ? [[sign, { name, about: name }]] : [])
  return {
    ok: true,
    status: id === null ? 201 : 200,
    reply: { wall: wallOf(wall, { ...plan, room: sign }, rooms) },
    act: { act: id === null ? 'wall-add' : 'wall-edit', about: plan.name.zh, detail: plan.duty },
    book: true,
  }
}

export async function dropWall({ trx, hall, book }: Room, id: string): Promise<Outcome> {
  const wall = book.walls.walls.find((one) => one.id === id)
  if (!wall) return refuse('wall_unknown')
  if (book.walls.walls.length === 1) return refuse('wall_last')
  await removeWall(trx, hall, id)
  return { ok: true, reply: {}, act: { act: 'wall-remove', about: wall.name.zh, detail: wall.duty }, book: true }
}

/** This display shows that wall from now on. */
export async function assignWall({ trx, hall, book }: Room, device: string, id: string): Promise<Outcome> {
  const wall = book.walls.walls.find((one) => one.id === id)
  if (!wall) return refuse('wall_unknown')
  const display = await findDisplay(trx, hall, device)
  if (!display) return refuse('not_found')
  await putDisplay(trx, hall, { device, wall: id })
  return { ok: true, reply: {}, act: { act: 'wall-assign', about: display.name, detail: wall.name.zh }, book: true }
}
