// Walls: rows and the domain.
import type { Walls } from '#domain/walls.ts'
import type { Db } from '../database.ts'

/** What the book holds of it, read anew with each revision of the book. */
export async function readWalls(_db: Db, _hall: string): Promise<Walls> {
  return { walls: [], assigned: {} }
}
