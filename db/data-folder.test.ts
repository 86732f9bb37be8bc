// Opening a data folder, whatever lies in it: a hall never starts again at number 1 by accident, and a person is told what to do.
import Database from 'better-sqlite3'
import {
  existsSync,
  openSync,
  closeSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  checkFile,
  DataFolderError,
  files,
  lockFolder,
  openFolder,
  replaceDatabase,
  type OpenFolder,
} from './data-folder.ts'
import { migrations } from './migrations/index.ts'
import { bumpRev, getHall, setEpoch } from './queries/hall.ts'
import { emptyFolder, fillStore, hallFolder } from './sample-folder.ts'

const HALL = 'linyuan'
let folder: string
let database: string
let marker: string
const opened: OpenFolder[] = []

function use(path: string): void {
  folder = path
  ;({ database, marker } = files(folder))
}

async function open(): Promise<OpenFolder> {
  const one = await openFolder(folder, 'test')
  opened.push(one)
  return one
}

/** The message with which a folder is refused. */
async function refusal(): Promise<string> {
  const error: unknown = await open().then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(DataFolderError)
  return (error as Error).message
}

function edit(...statements: string[]): void {
  const sqlite = new Database(database)
  for (const statement of statements) sqlite.exec(statement)
  sqlite.pragma('wal_checkpoint(TRUNCATE)')
  sqlite.close()
}

beforeEach(async () => use(await hallFolder()), 60_000)
afterEach(async () => {
  for (const { store } of opened.splice(0)) await store.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a folder that is new', () => {
  it('becomes an empty, migrated database', async () => {
    use(emptyFolder())
    expect(await open()).toMatchObject({ hall: null, notes: [] })
  })

  it('may hold a file of zero bytes, when nothing says that there was a hall', async () => {
    use(emptyFolder())
    writeFileSync(database, '')
    expect((await open()).hall).toBeNull()
  })
})

describe('a folder with a hall', () => {
  it('opens as it was left', async () => {
    expect(await open()).toMatchObject({ hall: HALL, notes: [] })
  })

  it('is refused when its database is missing, and nothing is made in its place', async () => {
    rmSync(database)
    expect(await refusal()).toMatch(/is missing, but this folder held the hall "linyuan".*restore FILE/s)
    expect(existsSync(database)).toBe(false)
  })

  it('is refused when its database has zero bytes', async () => {
    truncateSync(database, 0)
    expect(await refusal()).toMatch(/is empty, but this folder held the hall "linyuan"/)
    expect(statSync(database).size).toBe(0)
  })

  it('is refused when its database holds no hall any more', async () => {
    rmSync(database)
    const { store } = await openFolder(folder.concat('-other'), 'test')
    await store.close()
    renameSync(files(`${folder}-other`).database, database)
    rmSync(`${folder}-other`, { recursive: true })
    expect(await refusal()).toMatch(/holds no hall/)
  })

  it('is refused when pages of it are damaged, and the file is left as it is', async () => {
    const { size } = statSync(database)
    const file = openSync(database, 'r+')
    for (let at = 4096; at < size; at += 8192) writeSync(file, Buffer.alloc(2048, 0xa5), 0, 2048, at)
    closeSync(file)
    const bytes = readFileSync(database)
    expect(await refusal()).toMatch(/is damaged .*Keep a copy of it.*restore FILE/s)
    expect(readFileSync(database).equals(bytes)).toBe(true)
  })

  it('is refused when the database was cut off', async () => {
    truncateSync(database, Math.floor(statSync(database).size / 2))
    expect(await refusal()).toMatch(/is damaged/)
  })

  it('is refused when the file is not a database', async () => {
    writeFileSync(database, '这不是数据库'.repeat(1000))
    expect(await refusal()).toMatch(/is damaged \(file is not a database\)/)
  })

  it('is refused when the database is of another program', async () => {
    rmSync(database)
    const sqlite = new Database(database)
    sqlite.exec('create table song (title text)')
    sqlite.close()
    expect(await refusal()).toMatch(/is a database of something else/)
  })

  it('opens without its marker, as a database that was put back by hand, and marks the folder again', async () => {
    rmSync(marker)
    expect((await open()).notes).toEqual(['Found the hall "linyuan" in a database that was put here.'])
    expect(JSON.parse(readFileSync(marker, 'utf8'))).toMatchObject({ hall: HALL })
  })

  it('opens with a marker that a power cut left empty or cut, and mends it', async () => {
    for (const rest of ['', '{"hall": "lin']) {
      writeFileSync(marker, rest)
      expect((await open()).hall).toBe(HALL)
      expect(JSON.parse(readFileSync(marker, 'utf8'))).toMatchObject({ hall: HALL })
    }
    writeFileSync(marker, '')
    rmSync(database)
    expect(await refusal()).toMatch(/is missing, but this folder held/)
  })
})

describe('the age of a database', () => {
  const LATER = '9999-later'
  afterEach(() => void delete migrations[LATER])
  const later = (up: string) => (migrations[LATER] = { up: async (db) => void (await sql.raw(up).execute(db)) })

  it('newer: is refused with the way out', async () => {
    edit(`insert into kysely_migration values ('${LATER}', '2030-01-01T00:00:00.000Z')`)
    expect(await refusal()).toMatch(/written by a newer version of this program. Install that version/)
  })

  it('older: is brought up to date, with a copy of it as it was', async () => {
    later('create table later (id integer primary key) strict')
    const { hall, notes } = await open()
    expect(hall).toBe(HALL)
    expect(notes).toHaveLength(1)
    expect(notes[0]).toMatch(/older version: it is brought up to date/)
    const [copy] = readdirSync(files(folder).backups)
    expect(copy).toBe('before-upgrade-test.sqlite')
    const before = new Database(`${files(folder).backups}/${copy ?? ''}`, { readonly: true })
    expect(before.prepare("select count(*) as n from sqlite_schema where name = 'later'").get()).toEqual({ n: 0 })
    before.close()
  })

  it('older, and the migration breaks: nothing of it stays, and the next start tries again', async () => {
    later('create table later (id integer primary key) strict')
    const broken = migrations[LATER]!
    migrations[LATER] = {
      up: async (db) => {
        await broken.up(db)
        throw new Error('the power went')
      },
    }
    await expect(open()).rejects.toThrow('the power went')
    migrations[LATER] = broken
    expect((await open()).hall).toBe(HALL)
  })

  it('new, and the first start broke in the middle: the next one begins as if nothing had been', async () => {
    use(emptyFolder())
    const first = migrations['0001-hall']!
    migrations['0001-hall'] = {
      up: async (db) => {
        await first.up(db)
        throw new Error('the power went')
      },
    }
    await expect(open().finally(() => (migrations['0001-hall'] = first))).rejects.toThrow('the power went')
    const { store, hall } = await open()
    expect(hall).toBeNull()
    expect(await fillStore(store)).toBe(HALL)
  })
})

describe('putting a backup back', () => {
  it('keeps what was there, its last commits included', async () => {
    const { store } = await open()
    await store.backup(`${folder}/copy.sqlite`)
    await store.write((trx) => bumpRev(trx, HALL))
    // As after a crash: the log has not been folded into the file.
    const wal = readFileSync(`${database}-wal`)
    const file = readFileSync(database)
    await store.close()
    writeFileSync(database, file)
    writeFileSync(`${database}-wal`, wal)
    const { kept } = replaceDatabase(folder, `${folder}/copy.sqlite`, 'now')
    const before = new Database(kept ?? '', { readonly: true })
    expect(before.prepare('select rev from hall').get()).toEqual({ rev: 2 })
    before.close()
    expect((await getHall((await open()).store.db, HALL)).rev).toBe(1)
  })

  it('goes on under a new epoch, with a smaller revision', async () => {
    const { store } = await open()
    await store.backup(`${folder}/copy.sqlite`)
    for (let times = 0; times < 5; times += 1) await store.write((trx) => bumpRev(trx, HALL))
    await store.close()
    replaceDatabase(folder, `${folder}/copy.sqlite`, 'now')
    const restored = (await open()).store
    await restored.write((trx) => setEpoch(trx, HALL, 'second-epoch'))
    expect(await getHall(restored.db, HALL)).toMatchObject({ epoch: 'second-epoch', rev: 1 })
  })

  it('refuses a damaged backup, and a file that is missing, before it touches anything', () => {
    const before = readFileSync(database)
    writeFileSync(`${folder}/bad.sqlite`, 'x'.repeat(5000))
    expect(() => replaceDatabase(folder, `${folder}/bad.sqlite`, 'now')).toThrow(DataFolderError)
    expect(() => replaceDatabase(folder, `${folder}/none.sqlite`, 'now')).toThrow(DataFolderError)
    expect(readFileSync(database).equals(before)).toBe(true)
  })

  it('does not lose the database when it is told to put it in its own place', async () => {
    replaceDatabase(folder, database, 'now')
    expect((await open()).hall).toBe(HALL)
  })

  it('leaves a sound copy that can be checked', async () => {
    const { store } = await open()
    await store.backup(`${folder}/copy.sqlite`)
    expect(() => checkFile(`${folder}/copy.sqlite`)).not.toThrow()
  })
})

describe('the lock', () => {
  it('lets one hub in, and the next once it is gone', () => {
    const first = lockFolder(folder)
    expect(() => lockFolder(folder)).toThrow(/Another hub is running/)
    first.release()
    lockFolder(folder).release()
  })
})
