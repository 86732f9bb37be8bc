import { rmSync } from 'node:fs'
import { expect, it } from 'vitest'
import { openFolder } from './data-folder.ts'
import { readBook } from './queries/book.ts'
import { hallFolder } from './sample-folder.ts'

it('the spans of an exception are read in order, however the book lists them', async () => {
  const folder = await hallFolder()
  const { store } = await openFolder(folder, 'test')
  const spans = [
    { from: '13:30', to: '17:00', kind: 'regular' },
    { from: '08:30', to: '11:30', kind: 'regular' },
  ]
  await store.write((trx) =>
    trx
      .insertInto('hours_exception')
      .values({
        hall_id: 'linyuan',
        date: '2026-11-28',
        spans: JSON.stringify(spans),
        reason_zh: '调休上班',
        reason_en: 'Make-up workday',
        source: null,
      })
      .execute(),
  )
  const { hours } = await readBook(store.db, 'linyuan')
  expect(hours.exceptions.get('2026-11-28')?.spans.map(({ from }) => from)).toEqual(['08:30', '13:30'])
  await store.close()
  rmSync(folder, { recursive: true, force: true })
}, 60_000)
