// Paper: a kiosk asks for its ticket's, a clerk for another copy; and what the spooler found out is written down.
import { refuse } from '#contract/errors.ts'
import type { EstimateFace } from '#contract/estimates.ts'
import type { AskPaper, EditPrinter, JobFace, PrinterState, Reprint } from '#contract/printing.ts'
import {
  fateAfterRestart,
  fateOf,
  printedBy,
  STAFF_WAITS,
  VISITOR_WAITS,
  type Fate,
  type Try,
} from '#domain/printing.ts'
import { iso } from '#domain/service-day.ts'
import { label, type Ticket } from '#domain/ticket.ts'
import { toCome } from '#domain/visit.ts'
import { listDevices } from '#db/queries/devices.ts'
import {
  deviceOf,
  findPrinter,
  forgetJobs,
  insertJob,
  issuedBy,
  lastJobOf,
  listPrinters,
  openJobs,
  printerOf,
  removePrinter,
  setDevices,
  setJob,
  setPaper,
  setPrinterState,
  writePrinter,
  type Printer,
  type PrintJob,
} from '#db/queries/printing.ts'
import { insertPaper } from '#db/queries/paper.ts'
import { findShown } from '#db/queries/estimates.ts'
import { countAhead, findTicket } from '#db/queries/tickets.ts'
import { newId } from '../ids.ts'
import { ticketPaper } from '../printing/ticket-paper.ts'
import type { Paper } from '../printing/paper.ts'
import { receiversOf } from '../views/faces.ts'
import { run, type Hub, type Outcome, type Room } from './run.ts'

const JOBS_KEPT = 86_400_000

export const jobFace = (job: PrintJob, printer: string): JobFace => ({
  id: job.id,
  printer,
  about: job.about,
  state: job.state,
  trouble: job.trouble,
  at: job.at,
})

async function textOf(room: Room, ticket: Ticket): Promise<Paper> {
  const { trx, hall, book, hub, now } = room
  const { shifts } = await hub.shelf.plan(trx, book, hub.shelf.day(now, book.hall.zone))
  const receivers = receiversOf({ book, shifts }, ticket.lane, now)
  const ahead = ticket.state === 'waiting' ? await countAhead(trx, hall, ticket) : null
  const link = `${hub.publicUrl}/t/${ticket.code}`
  const face = { ...ticket, label: label(ticket.prefix, ticket.number), link, more: toCome(ticket) }
  const estimate = await wordOf(room, ticket)
  return { text: ticketPaper(book, face, { ahead, estimate, receivers }), codes: [link] }
}

/** A band grows old on paper: one of more than a minute ago is not printed. */
async function wordOf({ trx, now }: Room, ticket: Ticket): Promise<EstimateFace> {
  const shown = await findShown(trx, ticket.id)
  const fresh = shown !== null && (shown.band === null || now - Date.parse(shown.band.at) <= 60_000)
  return fresh ? shown : { band: null, why: 'unsure' }
}

/** One more job behind those that wait. `about`: what it is, as the desk names it. */
export async function queue(
  { trx, hall, now }: Room,
  {
    printer,
    about,
    ticket,
    paper,
    waits,
  }: { printer: Printer; about: string; ticket: string | null; paper: Paper; waits: number },
): Promise<Outcome<{ job: JobFace }>> {
  const job: PrintJob = {
    id: newId(now),
    printer: printer.id,
    about,
    ticket,
    paper,
    state: 'queued',
    trouble: null,
    tries: 0,
    at: iso(now),
    expiresAt: iso(now + waits),
  }
  await forgetJobs(trx, hall, iso(now - JOBS_KEPT))
  await insertJob(trx, hall, job)
  return { ok: true, status: 202, quiet: true, reply: { job: jobFace(job, printer.name) } }
}

const named = (ticket: Ticket) => ({ about: label(ticket.prefix, ticket.number), ticket: ticket.id })

/** Paper for a ticket that this kiosk issued. */
export async function askPaper(room: Room, { ticket: id, picture }: AskPaper): Promise<Outcome<{ job: JobFace }>> {
  const { trx, hall, actor } = room
  const device = actor.device?.id ?? ''
  const ticket = (await issuedBy(trx, hall, { ticket: id, device })) ? await findTicket(trx, hall, id) : null
  if (!ticket) return refuse('ticket_unknown')
  const printer = await printerOf(trx, hall, device)
  if (!printer) return refuse('printer_none')
  if (printer.mode === 'picture' && !picture) return refuse('picture_needed')
  const paper: Paper = picture && printer.mode === 'picture' ? { picture } : await textOf(room, ticket)
  return queue(room, { printer, ...named(ticket), paper, waits: VISITOR_WAITS })
}

/** Another copy of the same ticket, asked for at a desk: on the printer that is named, or on the one of its kiosk, or on the first. */
export async function reprint(
  room: Room,
  { id, printer: wanted }: Reprint & { id: string },
): Promise<Outcome<{ job: JobFace }>> {
  const { trx, hall } = room
  const ticket = await findTicket(trx, hall, id)
  if (!ticket) return refuse('ticket_unknown')
  if (wanted !== null && !(await findPrinter(trx, hall, wanted))) return refuse('printer_unknown')
  const device = await deviceOf(trx, hall, id)
  const printer =
    (wanted !== null && (await findPrinter(trx, hall, wanted))) ||
    (device !== null && (await printerOf(trx, hall, device))) ||
    (await listPrinters(trx, hall)).find(({ kind }) => kind === 'receipt')
  if (printer?.kind !== 'receipt') return refuse('printer_none')
  const before = (await lastJobOf(trx, hall, id))?.paper as Paper | undefined
  const picture = before && 'picture' in before ? before : null
  if (printer.mode === 'picture' && !picture) return refuse('picture_needed')
  const paper = printer.mode === 'picture' && picture ? picture : await textOf(room, ticket)
  const outcome = await queue(room, { printer, ...named(ticket), paper, waits: STAFF_WAITS })
  return { ...outcome, act: { act: 'reprint', about: label(ticket.prefix, ticket.number), detail: printer.name } }
}

export async function editPrinter(room: Room, edit: EditPrinter): Promise<Outcome<{ printer: { id: string } }>> {
  const { trx, hall, now } = room
  const { id: given, devices, path = '/ipp/print', form = null, ...rest } = edit
  const before = given === null ? null : await findPrinter(trx, hall, given)
  // What it is stays: what waits for it is of its kind.
  if (given !== null && before?.kind !== edit.kind) return refuse('printer_unknown')
  const known = new Set(
    (await listDevices(trx, hall)).filter(({ revokedAt }) => revokedAt === null).map(({ id }) => id),
  )
  if (devices.some((device) => !known.has(device))) return refuse('not_found')
  const id = given ?? `p-${newId(now).toLowerCase().replaceAll('_', '-')}`
  await writePrinter(trx, hall, { id, ...rest, form, path: rest.kind === 'card' ? path : '' })
  await setDevices(trx, hall, { id, kind: rest.kind }, devices)
  return {
    ok: true,
    book: true,
    reply: { printer: { id } },
    act: { act: 'printer', about: rest.name, detail: `${rest.host}:${rest.port}` },
  }
}

export async function dropPrinter({ trx, hall, now }: Room, id: string): Promise<Outcome> {
  const printer = await findPrinter(trx, hall, id)
  if (!printer) return refuse('printer_unknown')
  await removePrinter(trx, hall, { id, at: iso(now) })
  return { ok: true, book: true, reply: {}, act: { act: 'printer-removed', about: printer.name, detail: '' } }
}

const nobody = { device: null, staff: null, session: null, window: null }

/** The spooler's own words to the database: they are nobody's intent and carry no key. */
async function note(hub: Hub, name: string, decide: (room: Room) => Promise<Outcome>): Promise<void> {
  await run(hub, { actor: nobody, name, body: null, key: null }, decide)
}

export async function noteBegun(hub: Hub, job: PrintJob): Promise<void> {
  await note(hub, 'print-begun', async ({ trx, hall }) => {
    await setJob(trx, hall, { id: job.id, state: 'printing', trouble: job.trouble, tries: job.tries + 1 })
    return { ok: true, quiet: true, reply: {} }
  })
}

/** What a try came to; resolves with what is to be done next. */
export async function noteTry(hub: Hub, job: PrintJob, result: Try): Promise<Fate> {
  const tries = job.tries + 1
  const fate = fateOf(result, { tries, left: Date.parse(job.expiresAt) - hub.clock.now() })
  await end(hub, { ...job, tries }, fate)
  return fate
}

export async function noteExpired(hub: Hub, job: PrintJob): Promise<void> {
  await end(hub, job, { state: 'expired', trouble: job.trouble, again: null })
}

async function end(hub: Hub, job: PrintJob, { state, trouble }: Fate): Promise<void> {
  await note(hub, 'print-end', async ({ trx, hall, now }) => {
    await setJob(trx, hall, { id: job.id, state, trouble, tries: job.tries })
    const printed = printedBy(state)
    if (printed === null || job.ticket === null) return { ok: true, quiet: true, reply: {} }
    await setPaper(trx, hall, { ticket: job.ticket, printed })
    await insertPaper(trx, hall, { id: newId(now), ticket: job.ticket, outcome: printed, at: iso(now) })
    return { ok: true, reply: {} }
  })
}

/** Said only where it is another than before. */
export async function noteState(hub: Hub, printer: Printer, state: PrinterState): Promise<void> {
  await note(hub, 'printer-state', async ({ trx, hall, now }) => {
    const known = await findPrinter(trx, hall, printer.id)
    if (!known || known.state === state) return { ok: true, quiet: true, reply: {} }
    await setPrinterState(trx, hall, { id: printer.id, state, at: iso(now) })
    return { ok: true, book: true, reply: {} }
  })
}

/** After a start: what of the jobs of before is still to be printed. */
export async function settleJobs(hub: Hub): Promise<void> {
  for (const job of await openJobs(hub.store.db, hub.hall)) {
    const state = fateAfterRestart(job, hub.clock.now())
    if (state !== job.state) await end(hub, job, { state, trouble: job.trouble, again: null })
  }
}
