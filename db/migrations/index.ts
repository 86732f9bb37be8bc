// The migrations in their order, by name. A name that was released never changes.
import type { Migration } from 'kysely'
import * as hall from './0001-hall.ts'

export const migrations: Record<string, Migration> = { '0001-hall': hall }
