// A photo that came: kept under the hash of its content, and shown once a person's entry names it.
import { createHash } from 'node:crypto'
import type { PhotoReply } from '#contract/people-book.ts'
import { isPublished } from '#domain/people.ts'
import type { PhotoType } from '#domain/people-photo.ts'
import { iso } from '#domain/service-day.ts'
import { findPhoto, keepPhoto, type StoredPhoto } from '#db/queries/people-changes.ts'
import { presentBook } from './hours-office.ts'
import type { Hub, Outcome, Room } from './run.ts'

const ending: Record<PhotoType, string> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' }

export async function takePhoto(
  { trx, hall, now }: Room,
  { type, side, bytes }: { type: PhotoType; side: number; bytes: Uint8Array },
): Promise<Outcome<PhotoReply>> {
  const hash = createHash('sha256').update(bytes).digest('hex')
  await keepPhoto(trx, hall, { hash, type, side, bytes, at: iso(now) })
  return { ok: true, quiet: true, reply: { photo: `${hash}.${ending[type]}` } }
}

/** `shown`: only where a card that is published today shows it. */
export async function readPhoto(hub: Hub, file: string, { shown }: { shown: boolean }): Promise<StoredPhoto | null> {
  const hash = /^([0-9a-f]{64})\.(jpg|png|webp)$/.exec(file)?.[1]
  if (hash === undefined) return null
  if (shown) {
    const { book, today } = await presentBook(hub)
    const cards = [...book.directory.cards.values()]
    if (!cards.some((card) => card.photo === file && isPublished(card, today))) return null
  }
  return findPhoto(hub.store.db, hub.hall, hash)
}
