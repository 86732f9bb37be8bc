// Where a kiosk keeps its blocks and the slips that the hub has not answered: one record in IndexedDB, on the disk before anybody sees a
// number. A change is one transaction, so that two pages of one kiosk never issue the same.
import type { LeaseFace, SlipBody } from '#contract/leases.ts'
import type { ClockMark } from '#domain/lease.ts'

export interface Kept {
  /** Which device this kiosk is, and the base of the links in QR codes. */
  device: string
  base: string
  paper: 'own' | 'hub'
  leases: LeaseFace[]
  /** How many numbers of each block were issued, by its id. */
  used: Record<string, number>
  slips: SlipBody[]
  /** Of the next slip. */
  sequence: number
  mark: ClockMark | null
}

export const nothingKept: Kept = {
  device: '',
  base: '',
  paper: 'hub',
  leases: [],
  used: {},
  slips: [],
  sequence: 0,
  mark: null,
}

export interface Shelf {
  /** Read, change and write down in one step; resolves once it is on the disk. */
  change<R>(change: (kept: Kept) => { kept: Kept; result: R }): Promise<R>
}

const STORE = 'kept'
const KEY = 'lease'

export class BrowserShelf implements Shelf {
  #opened: Promise<IDBDatabase> | null = null

  async change<R>(change: (kept: Kept) => { kept: Kept; result: R }): Promise<R> {
    const opened = await (this.#opened ??= open())
    return new Promise((done, failed) => {
      // strict: a power cut after this takes nothing back.
      const work = opened.transaction(STORE, 'readwrite', { durability: 'strict' })
      const store = work.objectStore(STORE)
      let result: { is: R } | undefined
      const read = store.get(KEY) as IDBRequest<Kept | undefined>
      read.onsuccess = () => {
        const before = { ...nothingKept, ...read.result }
        const next = change(before)
        result = { is: next.result }
        if (next.kept !== before) store.put(next.kept, KEY)
      }
      work.oncomplete = () => (result ? done(result.is) : failed(new Error('nothing was read')))
      work.onabort = () => failed(work.error ?? new Error('the storage refused'))
    })
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((done, failed) => {
    const asked = indexedDB.open('hall-lease', 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE)
    asked.onsuccess = () => done(asked.result)
    asked.onerror = () => failed(asked.error ?? new Error('no storage'))
  })
}
