// Queries that every ticket runs: built and compiled once, then only given their parameters. Building a query with Kysely costs
// more than SQLite needs to answer it.
import type { Compilable, CompiledQuery } from 'kysely'
import type { Db } from './database.ts'

class Placeholder {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}

/** Stands for the parameters while the query is built: each property is a placeholder of its own name. */
const placeholders = new Proxy({}, { get: (_, name) => new Placeholder(String(name)) })

/** Runs a statement at once on the connection that is held. */
export type Direct = (text: string, parameters: readonly unknown[]) => unknown[]

const held = new WeakMap<Db, Direct>()

/** `db` is a transaction: it holds the connection, so that its prepared queries need not ask for it one by one. */
export function holdsConnection(db: Db, run: Direct): void {
  held.set(db, run)
}

/**
 * `build` is called once, with placeholders of the type of the parameters; it may use them as values only.
 * The query that comes back runs inside whichever connection or transaction it is given.
 */
export function prepared<P extends object, R>(
  build: (db: Db, params: P) => Compilable<R>,
): (db: Db, params: P) => Promise<R[]> {
  let compiled: CompiledQuery<R> | undefined
  return async (db, params) => {
    compiled ??= build(db, placeholders as P).compile()
    const parameters = compiled.parameters.map((one) =>
      one instanceof Placeholder ? params[one.name as keyof P] : one,
    )
    const direct = held.get(db)
    if (direct) return direct(compiled.sql, parameters) as R[]
    const { rows } = await db.executeQuery<R>({ ...compiled, parameters })
    return rows
  }
}

/** As `prepared`, for a query that has exactly one row. Throws where it has none. */
export function preparedOne<P extends object, R>(
  build: (db: Db, params: P) => Compilable<R>,
): (db: Db, params: P) => Promise<R> {
  const run = prepared(build)
  return async (db, params) => {
    const [row] = await run(db, params)
    if (row === undefined) throw new Error('A row that must be there is missing.')
    return row
  }
}
