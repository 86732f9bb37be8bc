// Alerts: rows and the domain.
import type { Alerts } from '#domain/alerts.ts'
import type { Db } from '../database.ts'

/** What the book holds of it, read anew with each revision of the book. */
export async function readAlerts(_db: Db, _hall: string): Promise<Alerts> {
  return []
}
