// What is shown of each ticket's wait, the queue that it is computed from, and what was learned by each morning.
// Long: whatever the forecast reads and writes stands together, so that its cost beside a call is seen in one place.
import { sql } from 'kysely'
import type { EstimateFace, NoBand } from '#contract/estimates.ts'
import { rankOfAppointment } from '#domain/appointment.ts'
import { appointmentRule } from '#domain/appointment-days.ts'
import type { Book } from '#domain/book.ts'
import type { Band, Estimate, EstimateModel, QueueFacts, StaffedWindow, WaitingTicket } from '#domain/estimate-facts.ts'
import type { Promised } from '#domain/estimate-day.ts'
import type { Sums } from '#domain/estimate-learn.ts'
import { serves } from '#domain/queue-order.ts'
import { hallTime, iso } from '#domain/service-day.ts'
import type { Db, Trx } from '../database.ts'
import { prepared, preparedOne } from '../prepared.ts'

const booked = prepared((db, { hall, from, to }: { hall: string; from: string; to: string }) =>
  db
    .selectFrom('appointment')
    .select(['lane_id as lane', 'matter_id as matter', 'slot'])
    .where('hall_id', '=', hall)
    .where(sql<boolean>`state = 'booked'`)
    .where('slot', '>=', from)
    .where('slot', '<=', to)
    .orderBy('slot')
    .orderBy('id'),
)

/** Appointments of the next hour, and those that may still come in time. */
async function readExpected(db: Db, book: Book, now: number): Promise<QueueFacts['expected']> {
  if (book.appointments.size === 0) return []
  const rule = appointmentRule(book)
  const from = iso(now - rule.grace * 60_000)
  return (await booked(db, { hall: book.id, from, to: iso(now + HOUR) })).map(({ lane, matter, slot: at }) => {
    const slot = Date.parse(at)
    return { lane, matter, slot, rankAt: rankOfAppointment({ slot, arrived: slot, classHeadStart: 0 }, rule) }
  })
}

interface At {
  hall: string
  date: string
}

const HOUR = 3_600_000
/** More than a hall holds. Whoever is behind them is shown how many are ahead, and no minutes. */
const MOST = 600

const anybody = preparedOne((db, { hall }: { hall: string }) =>
  db.selectNoFrom((row) =>
    row
      .exists(
        row.selectFrom('service_window').select('id').where('hall_id', '=', hall).where('staff_id', 'is not', null),
      )
      .as('sits'),
  ),
)

/** False where nobody sits at any window: the cheapest question, asked first. */
export async function anybodySits(db: Db, hall: string): Promise<boolean> {
  return Boolean((await anybody(db, { hall })).sits)
}

const line = prepared((db, { hall, date }: At) =>
  db
    .selectFrom('ticket')
    .select(['id', 'lane_id', 'matter_id', 'window_id', 'joined_at', 'rank_at'])
    .where('hall_id', '=', hall)
    .where('service_date', '=', date)
    .where('state', '=', 'waiting')
    .orderBy('rank_at')
    .orderBy('joined_at')
    .orderBy('id')
    .limit(MOST),
)

const sitting = prepared((db, { hall, date }: At) =>
  db
    .selectFrom('service_window')
    .leftJoin('ticket', (join) =>
      join
        .onRef('ticket.hall_id', '=', 'service_window.hall_id')
        .onRef('ticket.window_id', '=', 'service_window.id')
        // As a literal, so that the partial index serves.
        .on(sql<boolean>`ticket.state in ('called', 'serving')`),
    )
    .select(['service_window.id', 'service_window.seated_at', 'ticket.matter_id', 'ticket.called_at'])
    .select((row) => [
      row
        .selectFrom('call')
        .select((of) => of.fn.max('call.id').as('id'))
        .where('call.hall_id', '=', hall)
        .where('call.service_date', '=', date)
        .whereRef('call.window_id', '=', 'service_window.id')
        .where('call.retracted', '=', 0)
        .as('last_call'),
      row
        .selectFrom('step')
        .select('step.at')
        .where('step.hall_id', '=', hall)
        .whereRef('step.window_id', '=', 'service_window.id')
        .where('step.undone_at', 'is', null)
        .orderBy('step.id', 'desc')
        .limit(1)
        .as('last_step'),
    ])
    .where('service_window.hall_id', '=', hall)
    .where('service_window.staff_id', 'is not', null),
)

const entitledSince = prepared((db, { hall, date, since }: At & { since: string }) =>
  db
    .selectFrom('ticket')
    .innerJoin('ticket_class', (join) =>
      join.onRef('ticket_class.hall_id', '=', 'ticket.hall_id').onRef('ticket_class.id', '=', 'ticket.class_id'),
    )
    .select(['ticket.lane_id as lane', 'ticket_class.head_start as headStart', 'ticket.matter_id as matter'])
    .where('ticket.hall_id', '=', hall)
    .where('ticket.service_date', '=', date)
    .where('ticket.joined_at', '>', since)
    .where('ticket_class.head_start', '>', 0)
    .orderBy('ticket.id')
    .limit(MOST),
)

/** The queue of a service day as the estimate looks at it. */
export async function readQueue(
  db: Db,
  book: Book,
  { date, now, standards }: { date: string; now: number; standards: ReadonlyMap<string, number> },
): Promise<QueueFacts> {
  const at: At = { hall: book.id, date }
  const waiting = (await line(db, at)).map((row): WaitingTicket => ({
    id: row.id,
    lane: row.lane_id,
    matter: row.matter_id,
    window: row.window_id,
    joinedAt: row.joined_at,
    rankAt: row.rank_at,
  }))
  const windows = (await sitting(db, at)).flatMap((row): StaffedWindow[] => {
    const window = book.windows.find(({ id }) => id === row.id)
    if (!window) return []
    const { id, allRound, lanes } = window
    const since = window.away ? Date.parse(window.away.since) : 0
    const away = window.away && { since, hour: Number(hallTime(since, book.hall.zone)[0]) }
    const current =
      row.matter_id !== null && row.called_at !== null
        ? { matter: row.matter_id, since: Date.parse(row.called_at) }
        : null
    const first = waiting.find((ticket) => serves(window, ticket))
    const idleSince =
      current || away || !first
        ? null
        : Math.max(...[row.seated_at, row.last_step, first.joinedAt].map((one) => (one ? Date.parse(one) : 0)))
    return [{ id, allRound, lanes, current, lastCall: row.last_call, away, idleSince }]
  })
  return {
    now,
    hour: Number(hallTime(now, book.hall.zone)[0]),
    waiting,
    windows,
    standards,
    entitled: await entitledSince(db, { ...at, since: iso(now - HOUR) }),
    expected: await readExpected(db, book, now),
    // Whoever took a number within published hours is served.
    closes: null,
  }
}

type Row = Omit<Estimate, 'band' | 'at'> & { ticket: string; at: string; band: Band | null; hall: string; date: string }

const put = prepared(
  (
    db,
    row: Omit<Row, 'band'> & { low: number | null; high: number | null; middle: number | null; row: number | null },
  ) =>
    db
      .insertInto('estimate')
      .values({
        ticket_id: row.ticket,
        hall_id: row.hall,
        service_date: row.date,
        ahead: row.ahead,
        low: row.low,
        high: row.high,
        middle: row.middle,
        row: row.row,
        why: row.why,
        at: row.at,
        mark: row.key,
      })
      .onConflict((conflict) =>
        conflict.column('ticket_id').doUpdateSet((set) => ({
          ahead: set.ref('excluded.ahead'),
          low: set.ref('excluded.low'),
          high: set.ref('excluded.high'),
          middle: set.ref('excluded.middle'),
          row: set.ref('excluded.row'),
          why: set.ref('excluded.why'),
          at: set.ref('excluded.at'),
          mark: set.ref('excluded.mark'),
        })),
      ),
)

interface Kept {
  date: string
  ticket: string
  estimate: Estimate
}

/** What is shown of a ticket from now on. */
export async function putEstimate(trx: Trx, hall: string, { date, ticket, estimate }: Kept): Promise<void> {
  const { band, at, ...rest } = estimate
  const { low = null, high = null, middle = null, row = null } = band ?? {}
  await put(trx, { ...rest, hall, date, ticket, at: iso(at), low, high, middle, row })
}

/** The same for a number that was just taken: the band that it carries is what is put to the test. */
export async function promise(trx: Trx, hall: string, kept: Kept): Promise<void> {
  await putEstimate(trx, hall, kept)
  if (!kept.estimate.band) return
  await trx
    .updateTable('estimate')
    .set((row) => ({
      first_low: row.ref('low'),
      first_high: row.ref('high'),
      first_middle: row.ref('middle'),
      first_row: row.ref('row'),
      first_at: row.ref('at'),
    }))
    .where('ticket_id', '=', kept.ticket)
    .execute()
}

const shown = prepared((db, { hall, date }: At) =>
  db
    .selectFrom('estimate')
    .innerJoin('ticket', 'ticket.id', 'estimate.ticket_id')
    .select(['ticket_id', 'ahead', 'low', 'high', 'middle', 'row', 'why', 'at', 'mark'])
    .where('estimate.hall_id', '=', hall)
    .where('estimate.service_date', '=', date)
    .where('ticket.state', '=', 'waiting'),
)

/** What is shown of those who wait, by ticket. */
export async function readShown(db: Db, hall: string, date: string): Promise<Map<string, Estimate>> {
  return new Map(
    (await shown(db, { hall, date })).map(({ ticket_id, ahead, low, high, middle, row, why, at, mark }) => [
      ticket_id,
      {
        ahead,
        band: low === null || high === null ? null : { low, high, middle: middle ?? low, row: row ?? 0 },
        why,
        at: Date.parse(at),
        key: mark,
      },
    ]),
  )
}

const bandsOf = prepared((db, { hall, date }: At) =>
  db
    .selectFrom('estimate')
    .innerJoin('ticket', 'ticket.id', 'estimate.ticket_id')
    .select(['ticket_id', 'low', 'high', 'why', 'at'])
    .where('estimate.hall_id', '=', hall)
    .where('estimate.service_date', '=', date)
    .where('estimate.low', 'is not', null)
    .where('ticket.state', '=', 'waiting'),
)

/** The bands of those who wait, by ticket. */
export async function readBands(db: Db, at: At): Promise<Map<string, EstimateFace>> {
  return new Map((await bandsOf(db, at)).map((row) => [row.ticket_id, face(row)]))
}

interface Face {
  low: number | null
  high: number | null
  why: NoBand | null
  at: string
}
const face = ({ low, high, why, at }: Face): EstimateFace =>
  low === null || high === null ? { band: null, why: why ?? 'unsure' } : { band: { low, high, at }, why: null }

const shownOf = prepared((db, { ticket }: { ticket: string }) =>
  db.selectFrom('estimate').select(['low', 'high', 'why', 'at']).where('ticket_id', '=', ticket),
)

/** What is shown of one ticket; null where nothing was computed yet. */
export async function findShown(db: Db, ticket: string): Promise<EstimateFace | null> {
  const [row] = await shownOf(db, { ticket })
  return row ? face(row) : null
}

const ofLanes = prepared((db, { hall }: { hall: string }) =>
  db.selectFrom('estimate_lane').select(['lane_id', 'low', 'high', 'why', 'at']).where('hall_id', '=', hall),
)

/** What somebody would be shown who takes a number now, by lane. */
export async function readLaneEstimates(db: Db, hall: string): Promise<Map<string, EstimateFace>> {
  return new Map((await ofLanes(db, { hall })).map((row) => [row.lane_id, face(row)]))
}

export async function putLaneEstimate(
  trx: Trx,
  hall: string,
  lane: string,
  { band, why }: EstimateFace,
): Promise<void> {
  const values = { low: band?.low ?? null, high: band?.high ?? null, why, at: band?.at ?? '' }
  await trx
    .insertInto('estimate_lane')
    .values({ hall_id: hall, lane_id: lane, ...values })
    .onConflict((conflict) => conflict.columns(['hall_id', 'lane_id']).doUpdateSet(values))
    .execute()
}

/** What the hall knew on the morning of a service day. */
export async function findMorning(db: Db, hall: string, date: string): Promise<EstimateModel | null> {
  const row = await db
    .selectFrom('estimate_morning')
    .select(['learned', 'calibration'])
    .where('hall_id', '=', hall)
    .where('service_date', '=', date)
    .executeTakeFirst()
  return row ? toModel(row) : null
}

/** The last morning before a service day, and its date. */
export async function lastMorning(
  db: Db,
  hall: string,
  before: string,
): Promise<{ date: string; model: EstimateModel } | null> {
  const row = await db
    .selectFrom('estimate_morning')
    .select(['service_date', 'learned', 'calibration'])
    .where('hall_id', '=', hall)
    .where('service_date', '<', before)
    .orderBy('service_date', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { date: row.service_date, model: toModel(row) } : null
}

function toModel({ learned, calibration }: { learned: string; calibration: string }): EstimateModel {
  const rows = JSON.parse(learned) as [key: string, count: number, sum: number, squares: number][]
  return {
    learned: new Map(rows.map(([key, count, sum, squares]): [string, Sums] => [key, { count, sum, squares }])),
    calibration: JSON.parse(calibration) as EstimateModel['calibration'],
  }
}

/** A morning is written once: whoever comes second finds it there. */
export async function keepMorning(trx: Trx, hall: string, date: string, model: EstimateModel): Promise<void> {
  const learned = [...model.learned].map(([key, { count, sum, squares }]) => [key, count, sum, squares])
  await trx
    .insertInto('estimate_morning')
    .values({
      hall_id: hall,
      service_date: date,
      learned: JSON.stringify(learned),
      calibration: JSON.stringify(model.calibration),
    })
    .onConflict((conflict) => conflict.columns(['hall_id', 'service_date']).doNothing())
    .execute()
}

/** The days from `from` and before `to` on which a number was taken. */
export async function daysOf(db: Db, hall: string, { from, to }: { from: string; to: string }): Promise<string[]> {
  const rows = await db
    .selectFrom('lane_day')
    .select('service_date')
    .distinct()
    .where('hall_id', '=', hall)
    .where('service_date', '>=', from)
    .where('service_date', '<', to)
    .orderBy('service_date')
    .execute()
  return rows.map(({ service_date }) => service_date)
}

/** The bands that were promised with the numbers of a service day, by ticket. */
export async function readPromised(db: Db, hall: string, date: string): Promise<Map<string, Promised>> {
  const rows = await db
    .selectFrom('estimate')
    .select(['ticket_id', 'first_low', 'first_high', 'first_middle', 'first_row', 'first_at'])
    .where('hall_id', '=', hall)
    .where('service_date', '=', date)
    .where('first_at', 'is not', null)
    .execute()
  return new Map(
    rows.map((row) => [
      row.ticket_id,
      {
        band: {
          low: row.first_low ?? 0,
          high: row.first_high ?? 0,
          middle: row.first_middle ?? 0,
          row: row.first_row ?? 0,
        },
        at: Date.parse(row.first_at ?? ''),
      },
    ]),
  )
}

/** Of days that were learned from nothing is shown any more. */
export async function forgetShown(trx: Trx, hall: string, before: string): Promise<void> {
  await trx.deleteFrom('estimate').where('hall_id', '=', hall).where('service_date', '<', before).execute()
}
