// What the administrator's command does, one function a command.
import Database from 'better-sqlite3'
import { mkdirSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Slug, line } from '#contract/text.ts'
import { DeviceKind, Role } from '#contract/words.ts'
import type { HallBook } from '#contract/book.ts'
import type { Store } from '#db/database.ts'
import {
  checkFile,
  copyMedia,
  DataFolderError,
  files,
  lockFolder,
  openFolder,
  replaceDatabase,
  writeMarker,
} from '#db/data-folder.ts'
import { bumpRev, setEpoch } from '#db/queries/hall.ts'
import { findStaff, insertStaff, setPin } from '#db/queries/staff.ts'
import { readBook } from '#db/seed/book.ts'
import { beginHall } from '../begin-hall.ts'
import { addDevice, addLink } from '../commands/pair-device.ts'
import { readConfig } from '../config.ts'
import { newId, newSecret } from '../ids.ts'
import { hashPin } from '../pin.ts'

export interface Options {
  json?: boolean | undefined
  empty?: boolean | undefined
  name?: string | undefined
  from?: string | undefined
  role?: string | undefined
  pin?: string | undefined
  id?: string | undefined
  staff?: string | undefined
}

const stamp = () => new Date().toISOString().replaceAll(/[:.]/g, '-')
const folder = () => readConfig(process.env).dataDir

/** Open the folder, do something with its hall, close. Throws where there is no hall yet. */
async function withHall<T>(work: (store: Store, hall: string) => Promise<T>): Promise<T> {
  const { store, hall } = await openFolder(folder(), stamp())
  try {
    if (hall === null)
      throw new DataFolderError(`There is no hall in ${folder()} yet. Run npm start, or npm run hall -- init --help.`)
    return await work(store, hall)
  } finally {
    await store.close()
  }
}

function pinOf({ pin }: Options): string {
  if (!pin || !/^\d{6,12}$/.test(pin)) throw new Error('--pin takes 6 to 12 digits.')
  return pin
}

function kindOf(word: string | undefined): DeviceKind {
  const kind = DeviceKind.safeParse(word)
  if (!kind.success) throw new Error('Say which device: pair kiosk, pair display or pair desk.')
  return kind.data
}

export async function init(_: string[], { from, empty, name }: Options): Promise<void> {
  const { store, hall } = await openFolder(folder(), stamp())
  try {
    if (hall !== null)
      throw new DataFolderError(`${folder()} already holds the hall "${hall}". Set DATA_DIR to another folder.`)
    const book = empty ? emptyBook(name) : readBook(from === undefined ? undefined : resolve(from))
    const id = await beginHall(store, book, Date.now())
    writeMarker(folder(), id)
    if (from !== undefined) copyMedia(join(resolve(from), 'media'), files(folder()).media)
    console.log(`${folder()} holds the hall "${book.hall.name.zh}". Run npm start.`)
    if (book.staff.length === 0)
      console.log('Add the first manager: npm run hall -- staff add NAME --role manager --pin DIGITS')
  } finally {
    await store.close()
  }
}

/** The usual skeleton without anybody in it. Public hotlines stay: they are real. */
function emptyBook(name: string | undefined): HallBook {
  const zh = line(60).safeParse(name ?? '')
  if (!zh.success) throw new Error('--empty needs the hall’s name: --name "某某居民区社区事务服务大厅"')
  const book = readBook()
  const plain = { zh: '待填写', en: 'to be filled in' }
  return {
    ...book,
    hall: {
      ...book.hall,
      id: 'hall',
      name: { zh: zh.data, en: zh.data },
      subdistrict: plain,
      plaques: book.hall.plaques.map(() => plain),
      address: plain,
      demo: false,
    },
    matters: [],
    people: [],
    staff: [],
    hours: { ...book.hours, exceptions: [] },
    duty: { ...book.duty, shifts: [] },
    calendar: { ...book.calendar, events: [] },
    notices: [],
  }
}

export async function pair([word]: string[], { json, name, staff }: Options): Promise<void> {
  const kind = kindOf(word)
  const { publicUrl } = readConfig(process.env)
  await withHall(async (store, hall) => {
    const now = Date.now()
    if (json) {
      const made = await store.write(async (trx) => {
        await bumpRev(trx, hall)
        return addDevice(trx, hall, { kind, name: name ?? kind, now })
      })
      return console.log(JSON.stringify(made))
    }
    if (staff !== undefined && !(await findStaff(store.db, hall, staff)))
      throw new Error(`There is no member of staff with the id "${staff}".`)
    const secret = await store.write((trx) =>
      addLink(trx, hall, { kind, staff: staff ?? null, expires: now + 3_600_000 }),
    )
    console.log(`Open this once on the ${kind}, within an hour:\n  ${publicUrl}/pair/#${secret}`)
  })
}

export async function staffAdd([given]: string[], options: Options): Promise<void> {
  const name = line(40).safeParse(given ?? '')
  if (!name.success) throw new Error('Say the name: staff add NAME --role clerk --pin DIGITS')
  const role = Role.safeParse(options.role)
  if (!role.success) throw new Error('--role takes clerk or manager.')
  const pin = pinOf(options)
  const id = Slug.safeParse(options.id ?? newId(Date.now()))
  if (!id.success) throw new Error('--id takes lower-case letters, digits and hyphens.')
  const pinHash = await hashPin(pin)
  await withHall(async (store, hall) => {
    if (await findStaff(store.db, hall, id.data))
      throw new Error(`There is a member of staff with the id "${id.data}" already.`)
    await store.write(async (trx) => {
      await insertStaff(trx, hall, { id: id.data, name: name.data, person: null, role: role.data, pinHash })
      await bumpRev(trx, hall)
    })
  })
  const staff = { id: id.data, name: name.data, role: role.data }
  console.log(options.json ? JSON.stringify({ staff }) : `${staff.name} (${staff.id}) is added as ${staff.role}.`)
}

export async function staffPin([id]: string[], options: Options): Promise<void> {
  const pinHash = await hashPin(pinOf(options))
  await withHall(async (store, hall) => {
    const staff = await findStaff(store.db, hall, id ?? '')
    if (!staff) throw new Error(`There is no member of staff with the id "${id ?? ''}".`)
    await store.write((trx) => setPin(trx, hall, { id: staff.id, pinHash }))
    console.log(`${staff.name} has a new PIN.`)
  })
}

export async function backup([file]: string[]): Promise<void> {
  const target = resolve(file ?? join(files(folder()).backups, `${stamp()}.sqlite`))
  mkdirSync(dirname(target), { recursive: true })
  await withHall(async (store) => store.backup(target))
  checkFile(target)
  for (const rest of ['-wal', '-shm']) rmSync(target + rest, { force: true })
  // The pictures and films of notices are not in the database: they lie beside the copy, each once for all copies.
  const beside = join(dirname(target), 'media')
  const copied = copyMedia(files(folder()).media, beside)
  console.log(target)
  if (copied > 0) console.log(`${beside}: ${copied} more files of notices. Keep this folder beside the backup.`)
}

export async function restore([file]: string[]): Promise<void> {
  if (!file) throw new Error('Say which file: restore FILE')
  const lock = lockFolder(folder())
  try {
    const { kept } = replaceDatabase(folder(), resolve(file), stamp())
    copyMedia(join(dirname(resolve(file)), 'media'), files(folder()).media)
    // A restored database goes on under a new epoch: the screens take its smaller revision for what it is, the newer truth.
    await withHall(async (store, hall) =>
      store.write(async (trx) => {
        await setEpoch(trx, hall, newSecret())
        await bumpRev(trx, hall, true)
      }),
    )
    console.log(`Restored from ${resolve(file)}.${kept ? ` What was there: ${kept}` : ''}`)
  } finally {
    lock.release()
  }
}

export async function check(): Promise<void> {
  const { database } = files(folder())
  checkFile(database)
  await withHall(async () => {})
  const sqlite = new Database(database, { readonly: true })
  const broken = sqlite.pragma('foreign_key_check') as unknown[]
  sqlite.close()
  if (broken.length > 0)
    throw new DataFolderError(
      `${database}: ${broken.length} rows refer to something that is not there: ${JSON.stringify(broken.slice(0, 3))}`,
    )
  console.log(`${database} is sound.`)
}
