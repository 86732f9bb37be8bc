// The files that notices show: what is known of each, and which are still wanted.
import type { MediaFile } from '#contract/notices.ts'
import type { MediaType } from '#contract/notices.ts'
import { KEEPS_FILES } from '#domain/notices.ts'
import type { Db, Trx } from '../database.ts'
import type { MediaRow } from '../tables/notices.ts'

const ending: Record<MediaType, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'application/pdf': 'pdf',
}

/** A file's name in the folder and in its address: HASH.png. */
export const fileName = ({ hash, type }: { hash: string; type: MediaType }): string => `${hash}.${ending[type]}`

export type StoredMedia = Omit<MediaFile, 'url'>

const toFile = (row: MediaRow): MediaFile => {
  const type = row.type as MediaType
  const { hash, bytes, width, height, seconds } = row
  return { hash, type, bytes, width, height, seconds, url: `/api/notices/files/${fileName({ hash, type })}` }
}

/** All files that are there, by hash. */
export async function listMedia(db: Db, hall: string): Promise<Map<string, MediaFile>> {
  const rows = await db
    .selectFrom('media')
    .selectAll()
    .where('hall_id', '=', hall)
    .where('removed_at', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.hash, toFile(row)]))
}

/** A file that is or was the hall's; null for one that never was. */
export async function findMedia(db: Db, hall: string, hash: string): Promise<(MediaFile & { gone: boolean }) | null> {
  const row = await db
    .selectFrom('media')
    .selectAll()
    .where('hall_id', '=', hall)
    .where('hash', '=', hash)
    .executeTakeFirst()
  return row ? { ...toFile(row), gone: row.removed_at !== null } : null
}

/** A file came: also one that was there before. */
export async function keepMedia(trx: Trx, hall: string, file: StoredMedia & { at: string }): Promise<MediaFile> {
  const { at, ...rest } = file
  const row: MediaRow = { hall_id: hall, ...rest, stored_at: at, removed_at: null }
  await trx
    .insertInto('media')
    .values(row)
    .onConflict((conflict) => conflict.columns(['hall_id', 'hash']).doUpdateSet({ stored_at: at, removed_at: null }))
    .execute()
  return toFile(row)
}

/** Files that no version wants and none has wanted since `before` (instant). */
export async function unwantedMedia(db: Db, hall: string, before: string): Promise<MediaFile[]> {
  const files = await listMedia(db, hall)
  const rows = await db
    .selectFrom('media')
    .select(['hash', 'stored_at'])
    .where('hall_id', '=', hall)
    .where('removed_at', 'is', null)
    .execute()
  const versions = await db
    .selectFrom('notice_version')
    .select(['state', 'stepped_at', 'media_hash', 'poster_hash', 'original_hash'])
    .where('hall_id', '=', hall)
    .execute()
  return rows
    .filter(({ hash, stored_at }) => {
      const uses = versions.filter((one) => [one.media_hash, one.poster_hash, one.original_hash].includes(hash))
      if (uses.some(({ state }) => KEEPS_FILES.includes(state))) return false
      return [stored_at, ...uses.map((one) => one.stepped_at)].every((at) => at < before)
    })
    .flatMap(({ hash }) => files.get(hash) ?? [])
}

export async function setMediaRemoved(
  trx: Trx,
  hall: string,
  { hash, at }: { hash: string; at: string },
): Promise<void> {
  await trx.updateTable('media').set({ removed_at: at }).where('hall_id', '=', hall).where('hash', '=', hash).execute()
}
