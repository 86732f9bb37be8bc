// The duty log: entries and what was added to them. Both tables refuse to be changed.
import type { AddToEntry, EntryFace } from '#contract/duty-log.ts'
import type { DutyEntryKind, ReportHow, ReportTo } from '#contract/words.ts'
import type { Db, Trx } from '../database.ts'

export interface NewEntry {
  id: string
  date: string
  at: string
  happenedAt: string
  staff: string
  kind: DutyEntryKind
  text: string
  followUp: boolean
}

export async function insertEntry(trx: Trx, hall: string, entry: NewEntry): Promise<void> {
  const { id, date, at, happenedAt, staff, kind, text, followUp } = entry
  await trx
    .insertInto('duty_entry')
    .values({
      hall_id: hall,
      id,
      date,
      at,
      happened_at: happenedAt,
      staff_id: staff,
      kind,
      body: text,
      follow_up: followUp ? 1 : 0,
    })
    .execute()
}

export interface NewAddition {
  id: string
  entry: string
  at: string
  staff: string
  what: AddToEntry['what']
  text: string
  report: { to: ReportTo; how: ReportHow; at: string } | null
}

export async function insertAddition(trx: Trx, hall: string, addition: NewAddition): Promise<void> {
  const { id, entry, at, staff, what, text, report } = addition
  await trx
    .insertInto('duty_addition')
    .values({
      hall_id: hall,
      id,
      entry_id: entry,
      at,
      staff_id: staff,
      what,
      body: text,
      reported_to: report?.to ?? null,
      reported_how: report?.how ?? null,
      reported_at: report?.at ?? null,
    })
    .execute()
}

/** How many open entries of earlier days are looked at: more than anybody leaves behind. */
const OPEN = 60

/** The entries of a date, those that are open, or one. In order. */
export async function readEntries(
  db: Db,
  hall: string,
  which: { date: string } | { open: true } | { id: string },
): Promise<EntryFace[]> {
  const rows = await db
    .selectFrom('duty_entry')
    .innerJoin('staff', (join) =>
      join.onRef('staff.id', '=', 'duty_entry.staff_id').onRef('staff.hall_id', '=', 'duty_entry.hall_id'),
    )
    .select(['duty_entry.id', 'duty_entry.date', 'duty_entry.happened_at', 'staff.name as by'])
    .select(['duty_entry.kind', 'duty_entry.body', 'duty_entry.follow_up'])
    .where('duty_entry.hall_id', '=', hall)
    .$if('date' in which, (query) => query.where('duty_entry.date', '=', 'date' in which ? which.date : ''))
    .$if('id' in which, (query) => query.where('duty_entry.id', '=', 'id' in which ? which.id : ''))
    .$if('open' in which, (query) =>
      query
        .where('duty_entry.follow_up', '=', 1)
        .where((row) =>
          row.not(
            row.exists(
              row
                .selectFrom('duty_addition')
                .select('duty_addition.id')
                .whereRef('duty_addition.hall_id', '=', 'duty_entry.hall_id')
                .whereRef('duty_addition.entry_id', '=', 'duty_entry.id')
                .where('duty_addition.what', '=', 'closed'),
            ),
          ),
        )
        .limit(OPEN),
    )
    .orderBy('duty_entry.happened_at')
    .orderBy('duty_entry.id')
    .execute()
  if (rows.length === 0) return []
  const additions = await db
    .selectFrom('duty_addition')
    .innerJoin('staff', (join) =>
      join.onRef('staff.id', '=', 'duty_addition.staff_id').onRef('staff.hall_id', '=', 'duty_addition.hall_id'),
    )
    .select(['duty_addition.id', 'duty_addition.entry_id', 'duty_addition.at', 'staff.name as by'])
    .select(['duty_addition.what', 'duty_addition.body', 'reported_to', 'reported_how', 'reported_at'])
    .where('duty_addition.hall_id', '=', hall)
    .where(
      'duty_addition.entry_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('duty_addition.id')
    .execute()
  return rows.map((row): EntryFace => {
    const its = additions.filter(({ entry_id }) => entry_id === row.id)
    return {
      id: row.id,
      date: row.date,
      happenedAt: row.happened_at,
      by: row.by,
      kind: row.kind as DutyEntryKind,
      text: row.body,
      open: row.follow_up === 1 && !its.some(({ what }) => what === 'closed'),
      taken: its.findLast(({ what }) => what === 'taken')?.by ?? null,
      additions: its.map(({ id, at, by, what, body, reported_to, reported_how, reported_at }) => ({
        id,
        what: what as AddToEntry['what'],
        at,
        by,
        text: body,
        report: reported_at ? { to: reported_to as ReportTo, how: reported_how as ReportHow, at: reported_at } : null,
      })),
    }
  })
}
