// Staff, their sessions at desks, and who sits at which window.
import type { Role } from '#contract/words.ts'
import type { Db, Trx } from '../database.ts'
import { prepared } from '../prepared.ts'

export interface Staff {
  id: string
  name: string
  role: Role
  pinHash: string
  failures: number
}
const columns = ['id', 'name', 'role', 'pin_hash as pinHash', 'failures'] as const

export async function listStaff(db: Db, hall: string): Promise<Staff[]> {
  return db
    .selectFrom('staff')
    .select(columns)
    .where('hall_id', '=', hall)
    .orderBy('role', 'desc')
    .orderBy('name')
    .execute()
}

export async function findStaff(db: Db, hall: string, id: string): Promise<Staff | null> {
  const query = db.selectFrom('staff').select(columns).where('hall_id', '=', hall).where('id', '=', id)
  return (await query.executeTakeFirst()) ?? null
}

export async function insertStaff(
  trx: Trx,
  hall: string,
  staff: { id: string; name: string; person: string | null; role: Role; pinHash: string },
): Promise<void> {
  const { id, name, person, role, pinHash } = staff
  await trx
    .insertInto('staff')
    .values({ hall_id: hall, id, name, person_id: person, role, pin_hash: pinHash })
    .execute()
}

export async function setPin(trx: Trx, hall: string, { id, pinHash }: { id: string; pinHash: string }): Promise<void> {
  await trx
    .updateTable('staff')
    .set({ pin_hash: pinHash, failures: 0 })
    .where('hall_id', '=', hall)
    .where('id', '=', id)
    .execute()
}

export async function setFailures(
  trx: Trx,
  hall: string,
  { id, failures }: { id: string; failures: number },
): Promise<void> {
  await trx.updateTable('staff').set({ failures }).where('hall_id', '=', hall).where('id', '=', id).execute()
}

export interface SessionRow {
  id: string
  staff: string
  name: string
  role: Role
  device: string
  window: string | null
  createdAt: string
  seenAt: string
}

const sessionByToken = prepared((db, { hall, tokenHash }: { hall: string; tokenHash: string }) =>
  db
    .selectFrom('session')
    .innerJoin('staff', (join) =>
      join.onRef('staff.id', '=', 'session.staff_id').onRef('staff.hall_id', '=', 'session.hall_id'),
    )
    .innerJoin('device', (join) =>
      join.onRef('device.id', '=', 'session.device_id').onRef('device.hall_id', '=', 'session.hall_id'),
    )
    .select(['session.id', 'staff.id as staff', 'staff.name', 'staff.role', 'session.device_id as device'])
    .select(['session.window_id as window', 'session.created_at as createdAt', 'session.seen_at as seenAt'])
    .where('session.token_hash', '=', tokenHash)
    .where('session.hall_id', '=', hall)
    .where('session.ended_at', 'is', null)
    .where('device.revoked_at', 'is', null),
)

/** A session that was not ended, of a device that was not revoked. Whether it has idled too long is for the domain to say. */
export async function findSession(db: Db, hall: string, tokenHash: string): Promise<SessionRow | null> {
  return (await sessionByToken(db, { hall, tokenHash }))[0] ?? null
}

export async function insertSession(
  trx: Trx,
  hall: string,
  session: { id: string; tokenHash: string; staff: string; device: string; at: string },
): Promise<void> {
  const { id, tokenHash, staff, device, at } = session
  await trx
    .insertInto('session')
    .values({
      hall_id: hall,
      id,
      token_hash: tokenHash,
      staff_id: staff,
      device_id: device,
      window_id: null,
      created_at: at,
      seen_at: at,
      ended_at: null,
    })
    .execute()
}

export async function touchSession(trx: Trx, hall: string, { id, at }: { id: string; at: string }): Promise<void> {
  await trx.updateTable('session').set({ seen_at: at }).where('hall_id', '=', hall).where('id', '=', id).execute()
}

export async function endSession(trx: Trx, hall: string, { id, at }: { id: string; at: string }): Promise<void> {
  await trx.updateTable('session').set({ ended_at: at }).where('hall_id', '=', hall).where('id', '=', id).execute()
}

const seats = prepared((db, { hall }: { hall: string }) =>
  db
    .selectFrom('service_window')
    .innerJoin('staff', (join) =>
      join.onRef('staff.id', '=', 'service_window.staff_id').onRef('staff.hall_id', '=', 'service_window.hall_id'),
    )
    .select(['service_window.id', 'staff.id as staff', 'staff.name'])
    .where('service_window.hall_id', '=', hall),
)

/** Who sits where. */
export async function readSeats(db: Db, hall: string): Promise<Map<string, { staff: string; name: string }>> {
  return new Map((await seats(db, { hall })).map(({ id, staff, name }) => [id, { staff, name }]))
}

/** A pause is of the one who sits there: it ends with the seat. */
const noPause = { away_reason: null, away_since: null, away_until: null }

/** Seat `staff` at `window` (null: nowhere). Whoever sat there stands up, and so does the one who moves. */
export async function setSeat(
  trx: Trx,
  hall: string,
  { staff, window, session, at }: { staff: string; window: string | null; session: string; at: string },
): Promise<void> {
  await trx
    .updateTable('service_window')
    .set({ staff_id: null, seated_at: null, ...noPause })
    .where('hall_id', '=', hall)
    .where('staff_id', '=', staff)
    .execute()
  // Their other sessions too: whoever sits at two desks serves at one window.
  await trx
    .updateTable('session')
    .set({ window_id: null })
    .where('hall_id', '=', hall)
    .where((row) => row.or([row('staff_id', '=', staff), row('window_id', '=', window)]))
    .execute()
  if (window !== null) {
    await trx
      .updateTable('service_window')
      .set({ staff_id: staff, seated_at: at, ...noPause })
      .where('hall_id', '=', hall)
      .where('id', '=', window)
      .execute()
  }
  await trx
    .updateTable('session')
    .set({ window_id: window })
    .where('hall_id', '=', hall)
    .where('id', '=', session)
    .execute()
}

/** Windows whose clerk has no session left that was seen since `seen` and began since `began` (instants). */
export async function abandonedSeats(
  db: Db,
  hall: string,
  { seen, began }: { seen: string; began: string },
): Promise<string[]> {
  const rows = await db
    .selectFrom('service_window')
    .select('id')
    .where('hall_id', '=', hall)
    .where('staff_id', 'is not', null)
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('session')
            .select('session.id')
            .whereRef('session.hall_id', '=', 'service_window.hall_id')
            .whereRef('session.window_id', '=', 'service_window.id')
            .where('session.ended_at', 'is', null)
            .where('session.seen_at', '>=', seen)
            .where('session.created_at', '>=', began),
        ),
      ),
    )
    .execute()
  return rows.map(({ id }) => id)
}

/** Whoever sits at these windows stands up. */
export async function freeSeats(trx: Trx, hall: string, windows: readonly string[]): Promise<void> {
  await trx
    .updateTable('session')
    .set({ window_id: null })
    .where('hall_id', '=', hall)
    .where('window_id', 'in', windows)
    .execute()
  await trx
    .updateTable('service_window')
    .set({ staff_id: null, seated_at: null, ...noPause })
    .where('hall_id', '=', hall)
    .where('id', 'in', windows)
    .execute()
}

/** Everybody who sat down before `before` (instant) stands up. */
export async function clearSeats(trx: Trx, hall: string, before: string): Promise<void> {
  await trx
    .updateTable('session')
    .set({ window_id: null })
    .where('hall_id', '=', hall)
    .where('window_id', 'in', (from) =>
      from.selectFrom('service_window').select('id').where('hall_id', '=', hall).where('seated_at', '<', before),
    )
    .execute()
  await trx
    .updateTable('service_window')
    .set({ staff_id: null, seated_at: null, ...noPause })
    .where('hall_id', '=', hall)
    .where('seated_at', '<', before)
    .execute()
}
