// Brings a database to the newest schema, and tells an older file from a newer one.
import { Migrator, sql } from 'kysely'
import type { Db } from './database.ts'
import { migrations } from './migrations/index.ts'

export type SchemaAge = 'new' | 'current' | 'older' | 'newer'

/** How the file's migrations compare with this program's. */
export async function schemaAge(db: Db): Promise<SchemaAge> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(({ name }) => name === 'kysely_migration')) return 'new'
  const rows = await db
    .selectFrom('kysely_migration' as never)
    .select('name' as never)
    .execute()
  const done = new Set((rows as { name: string }[]).map(({ name }) => name))
  const known = Object.keys(migrations)
  if ([...done].some((name) => !known.includes(name))) return 'newer'
  return known.every((name) => done.has(name)) ? 'current' : 'older'
}

/**
 * Run what is missing, all of it or nothing: a start that is killed half-way leaves the file as it was. Throws what the
 * migration threw. Kysely does not put migrations of SQLite into a transaction; nobody else uses the one connection yet.
 */
export async function migrate(db: Db): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } })
  await sql`begin immediate`.execute(db)
  const { error } = await migrator.migrateToLatest()
  await (error ? sql`rollback` : sql`commit`).execute(db)
  if (error) throw error instanceof Error ? error : new Error('A migration broke.', { cause: error })
}
