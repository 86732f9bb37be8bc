// Walls: rows and the domain.
import type { WallPlan, WallsFile } from '#contract/walls.ts'
import { firstWall, wallOf, type Walls } from '#domain/walls.ts'
import type { Db, Trx } from '../database.ts'
import type { WallsTables } from '../tables/walls.ts'

type Row = WallsTables['wall']

function planOf(row: Row): WallPlan {
  return {
    name: { zh: row.name_zh, en: row.name_en },
    duty: row.duty,
    room: row.room_id,
    ...(row.distance !== null && { distance: row.distance }),
    ...(row.diagonal !== null && { diagonal: row.diagonal }),
    ...(row.movement !== null && { movement: row.movement === 1 }),
    ...(row.night !== null && { night: JSON.parse(row.night) as WallPlan['night'] }),
    panels: JSON.parse(row.panels) as NonNullable<WallPlan['panels']>,
  }
}

function columns(plan: WallPlan) {
  return {
    name_zh: plan.name.zh,
    name_en: plan.name.en,
    duty: plan.duty,
    room_id: plan.room ?? null,
    distance: plan.distance ?? null,
    diagonal: plan.diagonal ?? null,
    movement: plan.movement === undefined ? null : plan.movement ? (1 as const) : (0 as const),
    night: plan.night === undefined ? null : JSON.stringify(plan.night),
    panels: JSON.stringify(plan.panels ?? {}),
  }
}

/** What the book holds of it, read anew with each revision of the book. */
export async function readWalls(db: Db, hall: string): Promise<Walls> {
  const rows = await db
    .selectFrom('wall')
    .selectAll()
    .where('hall_id', '=', hall)
    .orderBy('sort')
    .orderBy('id')
    .execute()
  const rooms = await db.selectFrom('room').selectAll().where('hall_id', '=', hall).execute()
  const shown = await db.selectFrom('wall_display').selectAll().where('hall_id', '=', hall).execute()
  const room = new Map(
    rooms.map((one) => [
      one.id,
      { name: { zh: one.name_zh, en: one.name_en }, about: { zh: one.about_zh, en: one.about_en } },
    ]),
  )
  const walls = rows.map((row) => wallOf(row.id, planOf(row), room))
  return {
    walls: walls.length > 0 ? walls : [wallOf(firstWall.id, firstWall, room)],
    assigned: Object.fromEntries(shown.map(({ device_id, wall_id }) => [device_id, wall_id])),
  }
}

/** Write a wall down, as the last one where it is new. */
export async function putWall(trx: Trx, hall: string, { id, plan }: { id: string; plan: WallPlan }): Promise<void> {
  const last = await trx
    .selectFrom('wall')
    .select(({ fn }) => fn.max('sort').as('sort'))
    .where('hall_id', '=', hall)
    .executeTakeFirst()
  await trx
    .insertInto('wall')
    .values({ hall_id: hall, id, ...columns(plan), sort: (last?.sort ?? -1) + 1 })
    .onConflict((there) => there.columns(['hall_id', 'id']).doUpdateSet(columns(plan)))
    .execute()
}

export async function removeWall(trx: Trx, hall: string, id: string): Promise<void> {
  await trx.deleteFrom('wall').where('hall_id', '=', hall).where('id', '=', id).execute()
}

/** Which wall a display shows from now on. */
export async function putDisplay(trx: Trx, hall: string, { device, wall }: { device: string; wall: string }) {
  await trx
    .insertInto('wall_display')
    .values({ hall_id: hall, device_id: device, wall_id: wall })
    .onConflict((there) => there.columns(['hall_id', 'device_id']).doUpdateSet({ wall_id: wall }))
    .execute()
}

/** A display that is still welcome; null where there is none. */
export async function findDisplay(db: Db, hall: string, id: string): Promise<{ id: string; name: string } | null> {
  const found = await db
    .selectFrom('device')
    .select(['id', 'name'])
    .where('hall_id', '=', hall)
    .where('id', '=', id)
    .where('kind', '=', 'display')
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return found ?? null
}

/** The walls of a new hall, as rows. */
export function wallRows(hall_id: string, walls: WallsFile['walls'] | undefined): Row[] {
  return (walls ?? [firstWall]).map(({ id, ...plan }, sort) => ({ hall_id, id, ...columns(plan), sort }))
}
