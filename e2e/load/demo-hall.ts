// The data folder that every figure starts from: the demonstration hall, open round the clock, with devices, four clerks and as
// many windows. Made once a run with the administrator's command; each figure works on a copy.
import type { DeviceKind } from '#contract/words.ts'
import Database from 'better-sqlite3'
import { createHash, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { admin } from './bench-hub.ts'

export const DISPLAYS = 500
export const CLERKS = 4
export const WINDOWS = ['w1', 'w2', 'w3', 'w4']

export interface DemoHall {
  folder: string
  kiosk: string
  desk: string
  /** A token for each display of the load. */
  displays: string[]
  clerks: { staff: string; pin: string }[]
  /** Ids of matters, from each lane in turn. */
  matters: string[]
}

export async function makeDemoHall(folder: string): Promise<DemoHall> {
  await admin(folder, 0, 'init')
  const addClerk = async (number: number) => {
    const pin = String(100_000 + number)
    const said = await admin(folder, 0, 'staff', 'add', `示例 ${number}`, '--role', 'clerk', '--pin', pin, '--json')
    return { staff: (JSON.parse(said) as { staff: { id: string } }).staff.id, pin }
  }
  const clerks = await Promise.all(Array.from({ length: CLERKS }, (_, number) => addClerk(number)))
  const db = new Database(join(folder, 'hall.sqlite'), { timeout: 5000 })
  try {
    addWindow(db)
    const [[kiosk = ''], [desk = '']] = [addDevices(db, 'kiosk', 1), addDevices(db, 'desk', 1)]
    return { folder, kiosk, desk, clerks, displays: addDevices(db, 'display', DISPLAYS), matters: mattersInTurn(db) }
  } finally {
    db.close()
  }
}

/** The demonstration has three windows; four calls at once need a fourth. */
function addWindow(db: Database.Database): void {
  db.prepare(
    `insert into service_window (hall_id, id, number, name_zh, name_en, all_round)
     select id, 'w4', 4, '全科社工窗口', 'All-round window', 1 from hall`,
  ).run()
  db.prepare('update hall set rev = rev + 1, book_rev = book_rev + 1').run()
}

/** Hundreds of paired devices at once: one command each would take minutes. Returns their tokens. */
function addDevices(db: Database.Database, kind: DeviceKind, count: number): string[] {
  const insert = db.prepare(
    `insert into device (hall_id, id, kind, name, token_hash, paired_at)
     select id, @id, @kind, @id, @hash, '2026-01-01T00:00:00.000Z' from hall`,
  )
  const tokens = Array.from({ length: count }, () => randomBytes(16).toString('base64url'))
  db.transaction(() => {
    for (const [number, token] of tokens.entries()) {
      insert.run({ id: `bench-${kind}-${number}`, kind, hash: createHash('sha256').update(token).digest('hex') })
    }
  })()
  return tokens
}

function mattersInTurn(db: Database.Database): string[] {
  const rows = db
    .prepare(
      'select id from (select id, row_number() over (partition by lane_id order by sort) as turn from matter) order by turn',
    )
    .all() as { id: string }[]
  return rows.slice(0, 16).map(({ id }) => id)
}

/** Everybody who waits is done: the next round begins with an empty queue, like a hall that keeps up. */
export function workOff(folder: string): void {
  const db = new Database(join(folder, 'hall.sqlite'), { timeout: 5000 })
  db.prepare(`update ticket set state = 'done', ended_at = joined_at where state = 'waiting'`).run()
  db.close()
}

/** The hall's revision goes up by one, as after any change. Returns it. */
export function bumpRevision(folder: string): number {
  const db = new Database(join(folder, 'hall.sqlite'), { timeout: 5000 })
  const { rev } = db.prepare('update hall set rev = rev + 1 returning rev').get() as { rev: number }
  db.close()
  return rev
}
