// Notices: rows and the domain.
import type { Notices } from '#domain/notices.ts'
import type { Db } from '../database.ts'

/** What the book holds of it, read anew with each revision of the book. */
export async function readNotices(_db: Db, _hall: string): Promise<Notices> {
  return []
}
