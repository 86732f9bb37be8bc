// The files of notices: one that came is the hall's, one that nobody wants any more is given up.
import type { MediaFile } from '#contract/notices.ts'
import { FILE_KEPT } from '#domain/notices.ts'
import { iso } from '#domain/service-day.ts'
import { keepMedia, setMediaRemoved, unwantedMedia, type StoredMedia } from '#db/queries/media.ts'
import type { Hub, Outcome, Room } from './run.ts'

export async function keepFile({ trx, hall, now }: Room, file: StoredMedia): Promise<Outcome<MediaFile>> {
  const kept = await keepMedia(trx, hall, { ...file, at: iso(now) })
  return { ok: true, quiet: true, reply: kept }
}

/** Files that no version has wanted for a month: `remove` takes each off the disk. The row stays and says that there was one. */
export async function giveUpFiles(hub: Hub, remove: (file: MediaFile) => Promise<void>): Promise<void> {
  const now = hub.clock.now()
  const files = await hub.store.read((db) => unwantedMedia(db, hub.hall, iso(now - FILE_KEPT)))
  for (const file of files) {
    await hub.store.write((trx) => setMediaRemoved(trx, hub.hall, { hash: file.hash, at: iso(now) }))
    await remove(file)
  }
}
