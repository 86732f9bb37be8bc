// Reads the tickets from the file of a hub that is dead, past the hub.
import Database from 'better-sqlite3'
import { join } from 'node:path'
import type { Kept } from './crash-check.ts'

/** Every ticket with the key whose answer names it. The file must be whole. */
export function readKept(dataDir: string): Kept[] {
  const sqlite = new Database(join(dataDir, 'hall.sqlite'))
  try {
    const whole = sqlite.pragma('integrity_check', { simple: true })
    if (whole !== 'ok') throw new Error(`The database is damaged: ${String(whole)}`)
    const answers = sqlite.prepare('select key, reply from intent where status = 201').all() as {
      key: string
      reply: string
    }[]
    const keys = new Map(
      answers.map(({ key, reply }) => [(JSON.parse(reply) as { ticket: { id: string } }).ticket.id, key]),
    )
    const tickets = sqlite
      .prepare(
        `select id, code, prefix || printf('%03d', number) as label, number, lane_id as lane, matter_id as matter,
                service_date as serviceDate, joined_at as joinedAt from ticket`,
      )
      .all() as Omit<Kept, 'key'>[]
    return tickets.map((ticket) => ({ ...ticket, key: keys.get(ticket.id) ?? null }))
  } finally {
    sqlite.close()
  }
}
