// The data folder: hall.sqlite, the marker that proves that there was one, a lock, and backups. Opening it decides what to do with
// a file that is missing, empty, older, newer or damaged; a hall never starts again at number 1 by accident.
import Database from 'better-sqlite3'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { openStore, type Store } from './database.ts'
import { migrate, schemaAge } from './migrate.ts'
import { findHall } from './queries/hall.ts'

/** An Error whose message says what is wrong with the folder and what to do. */
export class DataFolderError extends Error {}

export const files = (folder: string) => ({
  database: join(folder, 'hall.sqlite'),
  marker: join(folder, 'hall.json'),
  lock: join(folder, 'hub.lock'),
  backups: join(folder, 'backups'),
  media: join(folder, 'media'),
})

/**
 * Copy the files of notices that are not there yet, from one folder to another: each is named by its content, so that one folder serves all
 * backups beside it. Returns how many were copied.
 */
export function copyMedia(from: string, to: string): number {
  if (!existsSync(from)) return 0
  const lacking = readdirSync(from).filter((name) => /^[0-9a-f]{64}\.\w+$/.test(name) && !existsSync(join(to, name)))
  if (lacking.length > 0) mkdirSync(to, { recursive: true })
  for (const name of lacking) {
    // A copy that is broken off must not pass for the file.
    copyFileSync(join(from, name), join(to, `${name}.new`))
    renameSync(join(to, `${name}.new`), join(to, name))
  }
  return lacking.length
}

const RESTORE = 'Put a backup back with `npm run hall -- restore FILE` (backups are in DATA_DIR/backups).'

/** The hall that this folder holds, remembered outside the database. */
interface Marker {
  hall: string
}

/** A marker that cannot be read (a power cut left it empty) still proves that there was a hall. */
function readMarker(path: string): Marker | null {
  if (!existsSync(path)) return null
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Marker
  } catch {
    return { hall: '?' }
  }
}

export function writeMarker(folder: string, hall: string): void {
  const { marker } = files(folder)
  writeFileSync(
    `${marker}.new`,
    JSON.stringify({ hall, about: 'Proof that hall.sqlite holds a hall. Keep it beside the database.' }, null, 2),
  )
  renameSync(`${marker}.new`, marker)
}

export interface OpenFolder {
  store: Store
  /** Null: the database is new and empty; `writeBook` and `writeMarker` follow. */
  hall: string | null
  /** What was done on the way, for people. */
  notes: string[]
}

/** Open the folder's database, migrated. Throws DataFolderError. `stamp` names the backup that is made before a migration. */
export async function openFolder(folder: string, stamp: string): Promise<OpenFolder> {
  mkdirSync(folder, { recursive: true })
  const { database, marker: markerPath } = files(folder)
  const marker = readMarker(markerPath)
  const size = existsSync(database) ? statSync(database).size : null
  if (marker && !size) {
    const what = size === null ? 'is missing' : 'is empty'
    throw new DataFolderError(
      `${database} ${what}, but this folder held the hall "${marker.hall}". ${RESTORE} To begin anew on purpose, delete ${markerPath}.`,
    )
  }
  if (size) checkFile(database)
  const notes: string[] = []
  const store = openStore(database)
  try {
    const age = await schemaAge(store.db)
    if (age === 'newer') {
      throw new DataFolderError(
        `${database} was written by a newer version of this program. Install that version, or: ${RESTORE}`,
      )
    }
    if (age === 'new' && size && (await store.db.introspection.getTables()).length > 0) {
      throw new DataFolderError(
        `${database} is a database of something else. Move it away, or set DATA_DIR to another folder.`,
      )
    }
    if (age === 'older') {
      const backup = join(files(folder).backups, `before-upgrade-${stamp}.sqlite`)
      mkdirSync(files(folder).backups, { recursive: true })
      await store.backup(backup)
      notes.push(`The database is of an older version: it is brought up to date. A copy of it as it was: ${backup}`)
    }
    if (age !== 'current') await migrate(store.db)
    const hall = (await findHall(store.db))?.id ?? null
    if (hall === null && marker) {
      throw new DataFolderError(
        `${database} holds no hall, but this folder held "${marker.hall}". ${RESTORE} To begin anew on purpose, delete ${markerPath}.`,
      )
    }
    if (hall !== null && hall !== marker?.hall) {
      writeMarker(folder, hall)
      if (!marker) notes.push(`Found the hall "${hall}" in a database that was put here.`)
    }
    return { store, hall, notes }
  } catch (error) {
    await store.close()
    throw error
  }
}

/** Throws DataFolderError where the file is not a sound SQLite database. */
export function checkFile(file: string): void {
  let problem: string
  let sqlite: Database.Database | undefined
  try {
    sqlite = new Database(file, { readonly: true })
    problem = String(sqlite.pragma('quick_check(1)', { simple: true }))
  } catch (error) {
    problem = (error as Error).message
  } finally {
    sqlite?.close()
  }
  if (problem !== 'ok') throw new DataFolderError(`${file} is damaged (${problem}). Keep a copy of it. ${RESTORE}`)
}

/**
 * One hub a folder. The lock is an exclusive transaction on a file of its own: the system lets go of it when the process ends,
 * however it ends. Throws DataFolderError where another hub has it.
 */
export function lockFolder(folder: string): { release(): void } {
  mkdirSync(folder, { recursive: true })
  const sqlite = new Database(files(folder).lock, { timeout: 0 })
  try {
    sqlite.exec('begin exclusive')
  } catch {
    sqlite.close()
    throw new DataFolderError(`Another hub is running on ${folder}. Stop it first, or set DATA_DIR to another folder.`)
  }
  return { release: () => void sqlite.close() }
}

/** Replace the folder's database by `backup`, which is checked first; what was there is kept beside it. The hub must not be running. */
export function replaceDatabase(folder: string, backup: string, stamp: string): { kept: string | null } {
  checkFile(backup)
  const { database } = files(folder)
  const kept = existsSync(database) ? `${database}.replaced-${stamp}` : null
  copyFileSync(backup, `${database}.new`)
  if (kept) renameSync(database, kept)
  // After a crash the newest commits are in the log only: it stays with its file.
  if (kept && existsSync(`${database}-wal`)) renameSync(`${database}-wal`, `${kept}-wal`)
  for (const rest of ['-wal', '-shm']) rmSync(database + rest, { force: true })
  renameSync(`${database}.new`, database)
  return { kept }
}
