// Emergency messages: rows and the domain.
import type { AlertWords } from '#contract/alerts.ts'
import type { AlertStepName, Hazard } from '#contract/words.ts'
import type { Alert, AlertPart, Alerts } from '#domain/alerts.ts'
import type { Db, Trx } from '../database.ts'

/** The book holds those that end last: what is still on is among them, and the newest that have ended. */
const KEPT = 12

interface WordsRow {
  headline_zh: string
  headline_en: string
  instruction_zh: string
  instruction_en: string
  where_zh: string | null
  where_en: string | null
}

const wordsOf = (row: WordsRow): AlertWords => ({
  headline: { zh: row.headline_zh, en: row.headline_en },
  instruction: { zh: row.instruction_zh, en: row.instruction_en },
  where: row.where_zh === null || row.where_en === null ? null : { zh: row.where_zh, en: row.where_en },
})

const wordsRow = ({ headline, instruction, where }: AlertWords): WordsRow => ({
  headline_zh: headline.zh,
  headline_en: headline.en,
  instruction_zh: instruction.zh,
  instruction_en: instruction.en,
  where_zh: where?.zh ?? null,
  where_en: where?.en ?? null,
})

/** A part as the office reads it: with who sent it, and the message from outside that it carries out. */
export interface SentPart extends AlertPart {
  by: string | null
  reference: string | null
}
export interface SentAlert extends Alert {
  parts: readonly SentPart[]
  source: string | null
}

/** What the book holds of it, read anew with each revision of the book. */
export async function readAlerts(db: Db, hall: string): Promise<Alerts> {
  return (await listAlerts(db, hall)).map(({ id, hazard, drill, parts }) => ({
    id,
    hazard,
    drill,
    parts: parts.map(({ id: part, step, words, sentAt, expiresAt }) => ({ id: part, step, words, sentAt, expiresAt })),
  }))
}

/** Real ones and drills, `KEPT` of each: however many drills there were, none pushes out what is real. In order of their ids. */
export async function listAlerts(db: Db, hall: string): Promise<SentAlert[]> {
  const latest = async (drill: 0 | 1) => {
    const rows = await db
      .selectFrom('alert')
      .innerJoin('alert_part', (join) =>
        join.onRef('alert_part.alert_id', '=', 'alert.id').onRef('alert_part.hall_id', '=', 'alert.hall_id'),
      )
      .select('alert.id')
      .where('alert.hall_id', '=', hall)
      .where('alert.drill', '=', drill)
      .groupBy('alert.id')
      .orderBy((row) => row.fn.max('alert_part.expires_at'), 'desc')
      .limit(KEPT)
      .execute()
    return rows.map(({ id }) => id)
  }
  return readSent(db, hall, [...(await latest(0)), ...(await latest(1))])
}

/** One message, however old; null where there is none. */
export async function findAlert(db: Db, hall: string, id: string): Promise<SentAlert | null> {
  return (await readSent(db, hall, [id]))[0] ?? null
}

async function readSent(db: Db, hall: string, ids: string[]): Promise<SentAlert[]> {
  if (ids.length === 0) return []
  const alerts = await db
    .selectFrom('alert')
    .selectAll()
    .where('hall_id', '=', hall)
    .where('id', 'in', ids)
    .orderBy('id')
    .execute()
  const parts = await db
    .selectFrom('alert_part')
    .leftJoin('staff', (join) =>
      join.onRef('staff.id', '=', 'alert_part.staff_id').onRef('staff.hall_id', '=', 'alert_part.hall_id'),
    )
    .selectAll('alert_part')
    .select('staff.name as by')
    .where('alert_part.hall_id', '=', hall)
    .where('alert_id', 'in', ids)
    .orderBy('alert_part.id')
    .execute()
  return alerts.map((row) => ({
    id: row.id,
    hazard: row.hazard,
    drill: row.drill === 1,
    source: row.source,
    parts: parts
      .filter(({ alert_id }) => alert_id === row.id)
      .map((part) => ({
        id: part.id,
        step: part.step,
        words: wordsOf(part),
        sentAt: part.sent_at,
        expiresAt: part.expires_at,
        by: part.by,
        reference: part.reference,
      })),
  }))
}

/** The message that a part belongs to, by the part's id. */
export async function findAlertOfPart(db: Db, hall: string, part: string): Promise<SentAlert | null> {
  const row = await db
    .selectFrom('alert_part')
    .select('alert_id')
    .where('hall_id', '=', hall)
    .where('id', '=', part)
    .executeTakeFirst()
  return row ? findAlert(db, hall, row.alert_id) : null
}

/** The message to which one of these messages from outside led. */
export async function findByReference(db: Db, hall: string, references: string[]): Promise<string | null> {
  if (references.length === 0) return null
  const row = await db
    .selectFrom('alert_part')
    .select('alert_id')
    .where('hall_id', '=', hall)
    .where('reference', 'in', references)
    .executeTakeFirst()
  return row?.alert_id ?? null
}

export async function insertAlert(
  trx: Trx,
  hall: string,
  { id, hazard, drill, source }: { id: string; hazard: Hazard; drill: boolean; source: string | null },
): Promise<void> {
  await trx
    .insertInto('alert')
    .values({ hall_id: hall, id, hazard, drill: drill ? 1 : 0, source })
    .execute()
}

export async function insertPart(
  trx: Trx,
  hall: string,
  { alert, part, staff, reference }: { alert: string; part: AlertPart; staff: string | null; reference: string | null },
): Promise<void> {
  const { id, step, words, sentAt, expiresAt } = part
  await trx
    .insertInto('alert_part')
    .values({
      hall_id: hall,
      id,
      alert_id: alert,
      step,
      ...wordsRow(words),
      sent_at: sentAt,
      expires_at: expiresAt,
      staff_id: staff,
      reference,
    })
    .execute()
}

export interface Ack {
  part: string
  staff: string
  name: string
  at: string
}

/** Who acknowledged these parts, in order of time. */
export async function listAcks(db: Db, hall: string, parts: string[]): Promise<Ack[]> {
  if (parts.length === 0) return []
  return db
    .selectFrom('alert_ack')
    .innerJoin('staff', (join) =>
      join.onRef('staff.id', '=', 'alert_ack.staff_id').onRef('staff.hall_id', '=', 'alert_ack.hall_id'),
    )
    .select(['alert_ack.part_id as part', 'staff.id as staff', 'staff.name', 'alert_ack.at'])
    .where('alert_ack.hall_id', '=', hall)
    .where('alert_ack.part_id', 'in', parts)
    .orderBy('alert_ack.at')
    .orderBy('staff.id')
    .execute()
}

/** False where it was acknowledged before. */
export async function insertAck(
  trx: Trx,
  hall: string,
  { part, staff, at }: { part: string; staff: string; at: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('alert_ack')
    .values({ hall_id: hall, part_id: part, staff_id: staff, at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Staff with the person of the book that each is, and whether they sit at a window now. */
export async function listWhoCanAcknowledge(
  db: Db,
  hall: string,
): Promise<{ id: string; name: string; person: string | null; seated: boolean }[]> {
  const staff = await db
    .selectFrom('staff')
    .select(['id', 'name', 'person_id as person'])
    .where('hall_id', '=', hall)
    .orderBy('name')
    .execute()
  const seats = await db.selectFrom('service_window').select('staff_id').where('hall_id', '=', hall).execute()
  const seated = new Set(seats.map(({ staff_id }) => staff_id))
  return staff.map((one) => ({ ...one, seated: seated.has(one.id) }))
}

export interface AlertDraft {
  id: string
  step: AlertStepName
  alert: string | null
  hazard: Hazard
  drill: boolean
  words: AlertWords
  expiresAt: string | null
  reference: string
  sender: string
  lacks: 'zh' | 'en' | null
  cut: boolean
  receivedAt: string
}

/** What waits for a manager, oldest first; `id`: this one alone. */
export async function listDrafts(db: Db, hall: string, id?: string): Promise<AlertDraft[]> {
  const all = db.selectFrom('alert_draft').selectAll().where('hall_id', '=', hall).where('settled_at', 'is', null)
  const rows = await (id === undefined ? all : all.where('id', '=', id)).orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    step: row.step,
    alert: row.alert_id,
    hazard: row.hazard,
    drill: row.drill === 1,
    words: wordsOf(row),
    expiresAt: row.expires_at,
    reference: row.reference,
    sender: row.sender,
    lacks: row.lacks,
    cut: row.cut === 1,
    receivedAt: row.received_at,
  }))
}

export async function isKnownReference(db: Db, hall: string, reference: string): Promise<boolean> {
  const row = await db
    .selectFrom('alert_draft')
    .select('id')
    .where('hall_id', '=', hall)
    .where('reference', '=', reference)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertDraft(trx: Trx, hall: string, draft: AlertDraft): Promise<void> {
  await trx
    .insertInto('alert_draft')
    .values({
      hall_id: hall,
      id: draft.id,
      step: draft.step,
      alert_id: draft.alert,
      hazard: draft.hazard,
      drill: draft.drill ? 1 : 0,
      ...wordsRow(draft.words),
      expires_at: draft.expiresAt,
      reference: draft.reference,
      sender: draft.sender,
      lacks: draft.lacks,
      cut: draft.cut ? 1 : 0,
      received_at: draft.receivedAt,
      settled_at: null,
    })
    .execute()
}

export async function settleDraft(trx: Trx, hall: string, { id, at }: { id: string; at: string }): Promise<void> {
  await trx
    .updateTable('alert_draft')
    .set({ settled_at: at })
    .where('hall_id', '=', hall)
    .where('id', '=', id)
    .execute()
}

/** The hall's own prepared words, by hazard. */
export async function readPlans(db: Db, hall: string): Promise<Map<Hazard, AlertWords>> {
  const rows = await db.selectFrom('alert_plan').selectAll().where('hall_id', '=', hall).execute()
  return new Map(rows.map((row) => [row.hazard, wordsOf(row)]))
}

/** Null: back to the words that come with the program. */
export async function keepPlan(
  trx: Trx,
  hall: string,
  { hazard, words }: { hazard: Hazard; words: AlertWords | null },
): Promise<void> {
  await trx.deleteFrom('alert_plan').where('hall_id', '=', hall).where('hazard', '=', hazard).execute()
  if (words)
    await trx
      .insertInto('alert_plan')
      .values({ hall_id: hall, hazard, ...wordsRow(words) })
      .execute()
}
