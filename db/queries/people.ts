// People: rows and the domain.
import type { People } from '#domain/people.ts'
import type { Db } from '../database.ts'

/** What the book holds of it, read anew with each revision of the book. */
export async function readPeople(_db: Db, _hall: string): Promise<People> {
  return {}
}
