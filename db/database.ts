// The one place that knows that the database is SQLite in one process: how it is opened, and how writes share a commit.
import Database from 'better-sqlite3'
import { Kysely, SqliteDialect, type Transaction } from 'kysely'
import { holdsConnection, type Direct } from './prepared.ts'
import type { Schema } from './schema.ts'

export type Db = Kysely<Schema>
export type Trx = Transaction<Schema>

/** Works that wait together share one durable commit; this many at most. */
const BATCH = 64

export interface Store {
  /** For reads. Never inside a transaction: there is one connection, and it would wait for itself. */
  readonly db: Db
  /** Several reads of one moment. */
  read<T>(work: (db: Db) => Promise<T>): Promise<T>
  /**
   * Run `work` in an immediate transaction and resolve after the durable commit. Works that arrive together run one after
   * another, each behind its own savepoint, and share a commit: one that throws takes back its own rows only.
   * Rejects with what `work` threw, or with what the commit threw.
   */
  write<T>(work: (trx: Trx) => Promise<T>): Promise<T>
  /** Copy to `file` while in use; resolves when every page is there. */
  backup(file: string): Promise<void>
  /** Fold the write-ahead log into the file and close. */
  close(): Promise<void>
}

/**
 * Prepares each statement once: Kysely's driver prepares anew for every query, at half the speed. `begin` becomes
 * `begin immediate`, so that a number is never issued on a read that another process has overtaken.
 */
function cached(sqlite: Database.Database) {
  const statements = new Map<string, Database.Statement>()
  return {
    prepare(asked: string) {
      // A full disk may make SQLite take a transaction back by itself. Rolling back once more would throw, and hide why.
      const text = asked === 'rollback' && !sqlite.inTransaction ? 'select 1' : asked
      let statement = statements.get(text)
      if (!statement) {
        // Texts that carry a list grow without bound: the cache starts anew before it does harm.
        if (statements.size >= 500) statements.clear()
        statements.set(text, (statement = sqlite.prepare(text === 'begin' ? 'begin immediate' : text)))
      }
      return statement
    },
    close: () => void sqlite.close(),
  }
}

/** Open `file` (made if missing). Throws where the library or the settings do not give durable commits. */
export function openStore(file: string): Store {
  const sqlite = new Database(file, { timeout: 5000 })
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma('trusted_schema = OFF')
  // A row that is replaced is deleted: without this, "insert or replace" would pass by the trigger of the log of acts.
  sqlite.pragma('recursive_triggers = ON')
  assertDurable(sqlite)
  const statements = cached(sqlite)
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: statements }) })
  const direct: Direct = (text, parameters) => {
    const statement = statements.prepare(text)
    if (statement.reader) return statement.all(...parameters)
    statement.run(...parameters)
    return []
  }
  const begin = sqlite.prepare('begin deferred')
  const commit = sqlite.prepare('commit')
  const savepoint = sqlite.prepare('savepoint work')
  const release = sqlite.prepare('release work')
  const rollback = sqlite.prepare('rollback to work')

  interface Job {
    run(trx: Trx): Promise<void>
    committed(): void
    failed(error: unknown): void
  }
  const waiting: Job[] = []
  let draining = false

  async function drain(): Promise<void> {
    // Everything that this turn of the event loop brought in joins the first commit.
    await new Promise((next) => setImmediate(next))
    while (waiting.length > 0) {
      const batch = waiting.splice(0, BATCH)
      const done: Job[] = []
      try {
        await db.transaction().execute(async (trx) => {
          holdsConnection(trx, direct)
          for (const job of batch) {
            savepoint.run()
            try {
              await job.run(trx)
              done.push(job)
            } catch (error) {
              // A full disk may have rolled back the whole transaction: then none of the batch happened.
              if (!sqlite.inTransaction) throw error
              rollback.run()
              job.failed(error)
            }
            release.run()
          }
        })
        for (const job of done) job.committed()
      } catch (error) {
        for (const job of batch) job.failed(error)
      }
      if (waiting.length > 0) await new Promise((next) => setImmediate(next))
    }
    draining = false
  }

  return {
    db,
    read: (work) =>
      db.connection().execute(async (one) => {
        holdsConnection(one, direct)
        begin.run()
        try {
          return await work(one)
        } finally {
          commit.run()
        }
      }),
    write: <T>(work: (trx: Trx) => Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        let value: T
        waiting.push({
          run: async (trx) => void (value = await work(trx)),
          committed: () => resolve(value),
          failed: reject,
        })
        if (!draining) {
          draining = true
          void drain()
        }
      }),
    backup: async (to) => void (await sqlite.backup(to)),
    close: async () => {
      while (draining) await new Promise((next) => setImmediate(next))
      if (sqlite.open) sqlite.pragma('wal_checkpoint(TRUNCATE)')
      await db.destroy()
    },
  }
}

/** WAL's default in this library is NORMAL, and a fresh file claims FULL until it has been read: read, then look. */
function assertDurable(sqlite: Database.Database): void {
  const { version } = sqlite.prepare('select sqlite_version() as version').get() as { version: string }
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  if (major * 1e6 + minor * 1e3 + patch < 3_051_003) {
    throw new Error(
      `SQLite ${version} can corrupt a write-ahead log that two processes use; 3.51.3 or newer is needed. Run npm ci.`,
    )
  }
  sqlite.prepare('select count(*) from sqlite_schema').get()
  const mode = sqlite.pragma('journal_mode', { simple: true })
  const sync = sqlite.pragma('synchronous', { simple: true })
  if (mode !== 'wal' || sync !== 2) {
    throw new Error(
      `The database is not durable: journal_mode=${String(mode)}, synchronous=${String(sync)}. Is the data folder on a network drive?`,
    )
  }
}
