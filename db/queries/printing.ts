// Printers and their jobs.
import { sql } from 'kysely'
import type {
  JobFace,
  JobState,
  PaperMode,
  PrinterFace,
  PrinterKind,
  PrinterState,
  SheetForm,
} from '#contract/printing.ts'
import type { Db, Trx } from '../database.ts'

export interface Printer {
  id: string
  name: string
  kind: PrinterKind
  host: string
  port: number
  mode: PaperMode
  path: string
  form: SheetForm | null
  state: PrinterState
}
const columns = ['id', 'name', 'kind', 'host', 'port', 'mode', 'path', 'form', 'state'] as const

/** True where `device` issued the ticket. */
export async function issuedBy(
  db: Db,
  hall: string,
  { ticket, device }: { ticket: string; device: string },
): Promise<boolean> {
  const query = db.selectFrom('ticket').select('id').where('id', '=', ticket).where('hall_id', '=', hall)
  return (await query.where('device_id', '=', device).executeTakeFirst()) !== undefined
}

/** The device that issued a ticket. */
export async function deviceOf(db: Db, hall: string, ticket: string): Promise<string | null> {
  const query = db.selectFrom('ticket').select('device_id').where('id', '=', ticket).where('hall_id', '=', hall)
  return (await query.executeTakeFirst())?.device_id ?? null
}

/** What became of a ticket's paper, as the printer told it. */
export async function setPaper(
  trx: Trx,
  hall: string,
  { ticket, printed }: { ticket: string; printed: 'printed' | 'failed' },
): Promise<void> {
  await trx.updateTable('ticket').set({ printed }).where('id', '=', ticket).where('hall_id', '=', hall).execute()
}

export async function listPrinters(db: Db, hall: string): Promise<Printer[]> {
  return db
    .selectFrom('printer')
    .select(columns)
    .where('hall_id', '=', hall)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute()
}

export async function findPrinter(db: Db, hall: string, id: string): Promise<Printer | null> {
  const query = db.selectFrom('printer').select(columns).where('hall_id', '=', hall).where('removed_at', 'is', null)
  return (await query.where('id', '=', id).executeTakeFirst()) ?? null
}

/** The printer on which a device prints its numbers, or its cards on sheets; null where it has none of the hub's. */
export async function printerOf(
  db: Db,
  hall: string,
  device: string,
  kind: PrinterKind = 'receipt',
): Promise<Printer | null> {
  const row = await db
    .selectFrom('printer_device')
    .select('printer_id')
    .where('hall_id', '=', hall)
    .where('device_id', '=', device)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row ? findPrinter(db, hall, row.printer_id) : null
}

export async function writePrinter(trx: Trx, hall: string, printer: Omit<Printer, 'state'>): Promise<void> {
  const { id, ...rest } = printer
  await trx
    .insertInto('printer')
    .values({ hall_id: hall, id, ...rest, state: 'unknown', state_at: null, removed_at: null })
    .onConflict((conflict) =>
      conflict.columns(['hall_id', 'id']).doUpdateSet({ ...rest, state: 'unknown', state_at: null }),
    )
    .execute()
}

/** These devices print on this printer, and no others do; each has one of a kind. */
export async function setDevices(
  trx: Trx,
  hall: string,
  { id: printer, kind }: Pick<Printer, 'id' | 'kind'>,
  devices: readonly string[],
): Promise<void> {
  await trx
    .deleteFrom('printer_device')
    .where('hall_id', '=', hall)
    .where((row) =>
      row.or([
        row('printer_id', '=', printer),
        ...devices.map((id) => row.and([row('device_id', '=', id), row('kind', '=', kind)])),
      ]),
    )
    .execute()
  if (devices.length === 0) return
  const rows = devices.map((device) => ({ hall_id: hall, device_id: device, kind, printer_id: printer }))
  await trx.insertInto('printer_device').values(rows).execute()
}

export async function removePrinter(trx: Trx, hall: string, { id, at }: { id: string; at: string }): Promise<boolean> {
  await trx.deleteFrom('printer_device').where('hall_id', '=', hall).where('printer_id', '=', id).execute()
  const done = await trx
    .updateTable('printer')
    .set({ removed_at: at })
    .where('hall_id', '=', hall)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function setPrinterState(
  trx: Trx,
  hall: string,
  { id, state, at }: { id: string; state: PrinterState; at: string },
): Promise<void> {
  await trx
    .updateTable('printer')
    .set({ state, state_at: at })
    .where('hall_id', '=', hall)
    .where('id', '=', id)
    .execute()
}

/** What goes to a printer; `paper` is the spooler's own. */
export interface PrintJob {
  id: string
  printer: string
  about: string
  ticket: string | null
  paper: unknown
  state: JobState
  trouble: PrinterState | null
  tries: number
  at: string
  expiresAt: string
}

export async function insertJob(trx: Trx, hall: string, job: PrintJob): Promise<void> {
  await trx
    .insertInto('print_job')
    .values({
      hall_id: hall,
      id: job.id,
      printer_id: job.printer,
      about: job.about,
      ticket_id: job.ticket,
      paper: JSON.stringify(job.paper),
      state: job.state,
      trouble: job.trouble,
      tries: job.tries,
      at: job.at,
      expires_at: job.expiresAt,
    })
    .execute()
}

const toJob = (row: {
  id: string
  printer_id: string
  about: string
  ticket_id: string | null
  paper: string
  state: JobState
  trouble: PrinterState | null
  tries: number
  at: string
  expires_at: string
}): PrintJob => ({
  id: row.id,
  printer: row.printer_id,
  about: row.about,
  ticket: row.ticket_id,
  paper: JSON.parse(row.paper) as unknown,
  state: row.state,
  trouble: row.trouble,
  tries: row.tries,
  at: row.at,
  expiresAt: row.expires_at,
})

export async function findJob(db: Db, hall: string, id: string): Promise<PrintJob | null> {
  const row = await db
    .selectFrom('print_job')
    .selectAll()
    .where('hall_id', '=', hall)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? toJob(row) : null
}

/** What became of a ticket's last paper; null where none was asked for. */
export async function lastJobOf(db: Db, hall: string, ticket: string): Promise<PrintJob | null> {
  const query = db.selectFrom('print_job').selectAll().where('hall_id', '=', hall).where('ticket_id', '=', ticket)
  const row = await query.orderBy('id', 'desc').limit(1).executeTakeFirst()
  return row ? toJob(row) : null
}

/** Open jobs in the order in which they were asked for. */
export async function openJobs(db: Db, hall: string): Promise<PrintJob[]> {
  const rows = await db
    .selectFrom('print_job')
    .selectAll()
    .where('hall_id', '=', hall)
    .where(sql<boolean>`state in ('queued', 'printing')`)
    .orderBy('id')
    .execute()
  return rows.map(toJob)
}

export async function setJob(
  trx: Trx,
  hall: string,
  { id, state, trouble, tries }: { id: string; state: JobState; trouble: PrinterState | null; tries: number },
): Promise<void> {
  await trx
    .updateTable('print_job')
    .set({ state, trouble, tries })
    .where('hall_id', '=', hall)
    .where('id', '=', id)
    .execute()
}

/** Jobs that ended before `before` (instant) are forgotten, with the pictures that they carry. */
export async function forgetJobs(trx: Trx, hall: string, before: string): Promise<void> {
  await trx
    .deleteFrom('print_job')
    .where('hall_id', '=', hall)
    .where('at', '<', before)
    .where('state', 'not in', ['queued', 'printing'])
    .execute()
}

export async function printerFaces(db: Db, hall: string): Promise<PrinterFace[]> {
  const rows = await db
    .selectFrom('printer')
    .select([...columns, 'state_at as stateAt'])
    .where('hall_id', '=', hall)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute()
  const devices = await db.selectFrom('printer_device').selectAll().where('hall_id', '=', hall).execute()
  const open = await openJobs(db, hall)
  return rows.map((row) => ({
    ...row,
    devices: devices.filter(({ printer_id }) => printer_id === row.id).map(({ device_id }) => device_id),
    waiting: open.filter(({ printer }) => printer === row.id).length,
  }))
}

/** The newest jobs, newest first. */
export async function jobFaces(db: Db, hall: string, most: number): Promise<JobFace[]> {
  return db
    .selectFrom('print_job')
    .innerJoin('printer', (join) =>
      join.onRef('printer.id', '=', 'print_job.printer_id').onRef('printer.hall_id', '=', 'print_job.hall_id'),
    )
    .select([
      'print_job.id',
      'printer.name as printer',
      'print_job.about',
      'print_job.state',
      'print_job.trouble',
      'print_job.at',
    ])
    .where('print_job.hall_id', '=', hall)
    .orderBy('print_job.id', 'desc')
    .limit(most)
    .execute()
}
