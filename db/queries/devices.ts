// Paired devices, the codes and one-time links that pair them.
import type { DeviceFace } from '#contract/intents.ts'
import type { DeviceKind } from '#contract/words.ts'
import type { Db, Trx } from '../database.ts'
import { prepared } from '../prepared.ts'

export interface Device {
  id: string
  kind: DeviceKind
  name: string
  revoked: boolean
}

const deviceByToken = prepared((db, { hall, tokenHash }: { hall: string; tokenHash: string }) =>
  db
    .selectFrom('device')
    .select(['id', 'kind', 'name', 'revoked_at'])
    .where('token_hash', '=', tokenHash)
    .where('hall_id', '=', hall),
)

export async function findDevice(db: Db, hall: string, tokenHash: string): Promise<Device | null> {
  const [row] = await deviceByToken(db, { hall, tokenHash })
  return row ? { id: row.id, kind: row.kind, name: row.name, revoked: row.revoked_at !== null } : null
}

const welcome = prepared((db, { hall }: { hall: string }) =>
  db
    .selectFrom('device')
    .select(['id', 'kind', 'name', 'token_hash'])
    .where('hall_id', '=', hall)
    .where('revoked_at', 'is', null),
)

/** The devices that may come in, each with the hash of its token. */
export async function welcomeDevices(
  db: Db,
  hall: string,
): Promise<{ id: string; kind: DeviceKind; name: string; tokenHash: string }[]> {
  const rows = await welcome(db, { hall })
  return rows.map(({ token_hash, ...device }) => ({ ...device, tokenHash: token_hash }))
}

export async function insertDevice(
  trx: Trx,
  hall: string,
  device: { id: string; kind: DeviceKind; name: string; tokenHash: string; at: string },
): Promise<void> {
  await trx
    .insertInto('device')
    .values({
      hall_id: hall,
      id: device.id,
      kind: device.kind,
      name: device.name,
      token_hash: device.tokenHash,
      paired_at: device.at,
      revoked_at: null,
    })
    .execute()
}

/** A device that waits for its pairing to be collected gets its token then. */
export async function setDeviceToken(
  trx: Trx,
  hall: string,
  { id, tokenHash }: { id: string; tokenHash: string },
): Promise<void> {
  await trx
    .updateTable('device')
    .set({ token_hash: tokenHash })
    .where('hall_id', '=', hall)
    .where('id', '=', id)
    .execute()
}

export async function listDevices(db: Db, hall: string): Promise<DeviceFace[]> {
  const rows = await db.selectFrom('device').selectAll().where('hall_id', '=', hall).orderBy('paired_at').execute()
  return rows.map(({ id, kind, name, paired_at, revoked_at }) => ({
    id,
    kind,
    name,
    pairedAt: paired_at,
    revokedAt: revoked_at,
  }))
}

const revoked = prepared((db, { hall }: { hall: string }) =>
  db.selectFrom('device').select('id').where('hall_id', '=', hall).where('revoked_at', 'is not', null),
)

/** The ids of the devices that are no longer the hall's. */
export async function revokedDevices(db: Db, hall: string): Promise<Set<string>> {
  return new Set((await revoked(db, { hall })).map(({ id }) => id))
}

/** Returns false where there is no such device that is still welcome. Its desk sessions end with it. */
export async function revokeDevice(trx: Trx, hall: string, { id, at }: { id: string; at: string }): Promise<boolean> {
  const done = await trx
    .updateTable('device')
    .set({ revoked_at: at })
    .where('hall_id', '=', hall)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  await trx
    .updateTable('session')
    .set({ ended_at: at })
    .where('hall_id', '=', hall)
    .where('device_id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
  return done.numUpdatedRows > 0n
}

export interface PairingRow {
  codeHash: string
  kind: DeviceKind
  expiresAt: string
  device: string | null
}
const pairingColumns = ['code_hash as codeHash', 'kind', 'expires_at as expiresAt', 'device_id as device'] as const

export async function insertPairing(
  trx: Trx,
  hall: string,
  pairing: { codeHash: string; claimHash: string; kind: DeviceKind; expiresAt: string },
): Promise<void> {
  const { codeHash, claimHash, kind, expiresAt } = pairing
  await trx
    .insertInto('pairing')
    .values({ hall_id: hall, code_hash: codeHash, claim_hash: claimHash, kind, expires_at: expiresAt, device_id: null })
    .execute()
}

export async function forgetPairings(trx: Trx, before: string): Promise<void> {
  await trx.deleteFrom('pairing').where('expires_at', '<', before).execute()
}

export async function findPairingByCode(db: Db, hall: string, codeHash: string): Promise<PairingRow | null> {
  const query = db.selectFrom('pairing').select(pairingColumns).where('hall_id', '=', hall)
  return (await query.where('code_hash', '=', codeHash).executeTakeFirst()) ?? null
}

export async function findPairingByClaim(db: Db, hall: string, claimHash: string): Promise<PairingRow | null> {
  const query = db.selectFrom('pairing').select(pairingColumns).where('hall_id', '=', hall)
  return (await query.where('claim_hash', '=', claimHash).executeTakeFirst()) ?? null
}

export async function approvePairing(
  trx: Trx,
  hall: string,
  { codeHash, device }: { codeHash: string; device: string },
): Promise<void> {
  await trx
    .updateTable('pairing')
    .set({ device_id: device })
    .where('hall_id', '=', hall)
    .where('code_hash', '=', codeHash)
    .execute()
}

export async function insertLink(
  trx: Trx,
  hall: string,
  link: { secretHash: string; kind: DeviceKind; staff: string | null; expiresAt: string },
): Promise<void> {
  await trx
    .insertInto('link')
    .values({
      hall_id: hall,
      secret_hash: link.secretHash,
      kind: link.kind,
      staff_id: link.staff,
      expires_at: link.expiresAt,
      spent_at: null,
    })
    .execute()
}

/** Spend a one-time link; null where it is unknown, spent or too old. */
export async function spendLink(
  trx: Trx,
  hall: string,
  { secretHash, at }: { secretHash: string; at: string },
): Promise<{ kind: DeviceKind; staff: string | null } | null> {
  const row = await trx
    .updateTable('link')
    .set({ spent_at: at })
    .where('hall_id', '=', hall)
    .where('secret_hash', '=', secretHash)
    .where('spent_at', 'is', null)
    .where('expires_at', '>', at)
    .returning(['kind', 'staff_id as staff'])
    .executeTakeFirst()
  return row ?? null
}
