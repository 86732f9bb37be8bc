// The store's promises: durable settings, one commit for many works, each work's own rollback, and a disk that is full.
import { rmSync } from 'node:fs'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openFolder } from './data-folder.ts'
import type { Store } from './database.ts'
import { bumpRev, getHall } from './queries/hall.ts'
import { insertAct } from './queries/log.ts'
import { hallFolder } from './sample-folder.ts'

const HALL = 'linyuan'
let folder: string
let store: Store
beforeEach(async () => {
  folder = await hallFolder()
  ;({ store } = await openFolder(folder, 'test'))
}, 60_000)
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

async function pragma(name: string): Promise<unknown> {
  const { rows } = await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(store.db)
  return Object.values(rows[0] ?? {})[0]
}

const rev = async () => (await getHall(store.db, HALL)).rev

describe('what makes a commit durable', () => {
  it('is on, and still on after a read', async () => {
    await rev()
    expect(await pragma('synchronous')).toBe(2)
    expect(await pragma('journal_mode')).toBe('wal')
    expect(await pragma('foreign_keys')).toBe(1)
  })

  it('folds the log into the file when it closes', async () => {
    await store.write((trx) => bumpRev(trx, HALL))
    await store.close()
    const again = await openFolder(folder, 'test')
    store = again.store
    expect(await rev()).toBe(2)
  })
})

describe('works that share a commit', () => {
  it('each count once; one that throws takes back its own rows only', async () => {
    const works = Array.from({ length: 150 }, (_, index) =>
      store.write(async (trx) => {
        const now = await bumpRev(trx, HALL)
        if (index % 7 === 3) throw new Error(`work ${index}`)
        return now
      }),
    )
    const settled = await Promise.allSettled(works)
    const broken = settled.filter(({ status }) => status === 'rejected')
    expect(broken).toHaveLength(21)
    const revs = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    expect(revs).toEqual(revs.map((_, index) => index + 2))
    expect(await rev()).toBe(1 + revs.length)
  })

  it('see what the one before them wrote', async () => {
    const first = store.write((trx) => bumpRev(trx, HALL))
    const second = store.write(async (trx) => (await getHall(trx, HALL)).rev)
    expect(await Promise.all([first, second])).toEqual([2, 2])
  })
})

describe('a rule of the tables', () => {
  it('lets nobody change or take away an act', async () => {
    await store.write((trx) =>
      insertAct(trx, HALL, { staff: null, act: 'call', about: 'A001', detail: '1', at: '2026-11-23T02:00:00.000Z' }),
    )
    const append = 'the log of acts is append-only'
    await expect(store.write((trx) => trx.updateTable('act').set({ about: 'A002' }).execute())).rejects.toThrow(append)
    await expect(store.write((trx) => trx.deleteFrom('act').execute())).rejects.toThrow(append)
    expect(await store.db.selectFrom('act').select('about').execute()).toEqual([{ about: 'A001' }])
  })
})

describe('a full disk', () => {
  const fill = (trx: Parameters<Parameters<Store['write']>[0]>[0]) =>
    insertAct(trx, HALL, {
      staff: null,
      act: 'fill',
      about: 'x'.repeat(9000),
      detail: '',
      at: '2026-11-23T02:00:00.000Z',
    })

  it('is told as SQLITE_FULL to every work that it took back, and reads go on', async () => {
    await sql.raw(`pragma max_page_count = ${String(await pragma('page_count'))}`).execute(store.db)
    const works = await Promise.allSettled([0, 1, 2].map(() => store.write((trx) => fill(trx))))
    for (const work of works) expect(work).toMatchObject({ status: 'rejected', reason: { code: 'SQLITE_FULL' } })
    expect(await rev()).toBe(1)
    await sql.raw('pragma max_page_count = 1000000').execute(store.db)
    await store.write((trx) => fill(trx))
    expect(await store.db.selectFrom('act').select('act').execute()).toHaveLength(1)
  })
})
