// A hall from before there were patterns keeps its weekly hours, and is given the holidays that are known.
import Database from 'better-sqlite3'
import { Kysely, Migrator, SqliteDialect } from 'kysely'
import { expect, it } from 'vitest'
import { spansOn } from '#domain/hours.ts'
import { readHours } from '../queries/hours.ts'
import type { Schema } from '../schema.ts'
import { migrations } from './index.ts'

it('the weekly hours of an older database become its first pattern', async () => {
  const file = new Database(':memory:')
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: file }) })
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } })
  await migrator.migrateTo('0001-hall')
  file.exec(`
    insert into hall (id, name_zh, name_en, subdistrict_zh, subdistrict_en, plaques, address_zh, address_en, phone, zone, demo, epoch, created_at)
      values ('h', '厅', 'Hall', '街', 'Street', '[]', '路', 'Road', '021', 'Asia/Shanghai', 0, 'e', '2026-01-01T00:00:00.000Z');
    insert into hours_weekly values ('h', 1, '13:30', '17:00', 'regular'), ('h', 1, '08:30', '11:30', 'regular'), ('h', 6, '09:00', '11:00', 'weekend');
    insert into hours_exception values ('h', '2026-11-24', '[]', '盘点', 'Stocktaking', null);
  `)
  const { error } = await migrator.migrateToLatest()
  expect(error).toBeUndefined()
  const hours = await readHours(db, 'h', 'Asia/Shanghai')
  expect(spansOn(hours, '2026-11-23').spans.map(({ from, to }) => `${from}–${to}`)).toEqual([
    '08:30–11:30',
    '13:30–17:00',
  ])
  expect(spansOn(hours, '2026-11-28').spans).toEqual([{ from: '09:00', to: '11:00', kind: 'weekend' }])
  expect(spansOn(hours, '2026-11-22').spans).toEqual([])
  expect(spansOn(hours, '2026-11-24')).toEqual({ spans: [], reason: { zh: '盘点', en: 'Stocktaking' } })
  expect(spansOn(hours, '2026-10-01').spans).toEqual([{ from: '08:30', to: '11:30', kind: 'holiday' }])
  expect([...hours.holidays.years.keys()]).toEqual([2024, 2025, 2026])
  await db.destroy()
})
