// What is missing for a ticket, found at a window; and the sheet that says it.
import { refuse } from '#contract/errors.ts'
import type { JobFace } from '#contract/printing.ts'
import type { PrintChecklist, SetMissing, ChecklistSheet } from '#contract/visits.ts'
import { checklistSheets } from '#domain/checklist.ts'
import { STAFF_WAITS } from '#domain/printing.ts'
import { iso } from '#domain/service-day.ts'
import { atWindow, label, type Ticket } from '#domain/ticket.ts'
import { mattersOf } from '#domain/visit.ts'
import { deviceOf, findPrinter, listPrinters, printerOf } from '#db/queries/printing.ts'
import { findTicket, setChecklist } from '#db/queries/tickets.ts'
import { checklistPaper } from '../printing/checklist-paper.ts'
import { queue } from './print-paper.ts'
import type { Outcome, Room } from './run.ts'

/** Not a step: the version stays, and undo leaves it. A ticket that is at another window is that window's. */
export async function setMissing(room: Room, id: string, body: SetMissing): Promise<Outcome> {
  const { trx, hall, book, now, actor } = room
  if (actor.window === null) return refuse('window_not_chosen')
  const ticket = await findTicket(trx, hall, id)
  if (!ticket) return refuse('ticket_unknown')
  if (atWindow.includes(ticket.state) && ticket.window !== actor.window) return refuse('ticket_elsewhere')
  const matter = book.matterOf.get(body.matter)
  if (!matter || !mattersOf(ticket).some((one) => one.matter === body.matter)) return refuse('matter_unknown')
  const before = ticket.checklist?.find((one) => one.matter === body.matter)
  const known = [...matter.bring, ...(before?.missing ?? [])]
  const missing = body.missing.map((zh) => known.find((thing) => thing.zh === zh))
  if (!missing.every((thing) => thing !== undefined)) return refuse('checklist_stale')
  const others = (ticket.checklist ?? []).filter((one) => one.matter !== body.matter)
  const empty = missing.length === 0 && body.note === ''
  const checklist = empty ? others : [...others, { matter: body.matter, missing, note: body.note, at: iso(now) }]
  await setChecklist(trx, hall, { id, checklist })
  const act = { act: 'checklist', about: label(ticket.prefix, ticket.number), detail: matter.name.zh }
  return { ok: true, reply: {}, act }
}

/** What the sheets of a ticket say. */
export async function readSheets({ trx, hall, book, now, hub }: Room, id: string): Promise<ChecklistSheet[] | null> {
  const ticket = await findTicket(trx, hall, id)
  return ticket && checklistSheets(book, ticket, { hours: hub.shelf.hours(book, now), now })
}

/** The sheets on a receipt printer: the one that is named, that of the ticket's kiosk, or the first. Only where it prints text. */
export async function printChecklist(
  room: Room,
  id: string,
  { printer: wanted }: PrintChecklist,
): Promise<Outcome<{ job: JobFace }>> {
  const { trx, hall, book, now, hub } = room
  const ticket = await findTicket(trx, hall, id)
  if (!ticket) return refuse('ticket_unknown')
  const printer = await printerFor(room, ticket, wanted)
  if (printer?.kind !== 'receipt' || printer.mode !== 'text') return refuse('printer_none')
  const sheets = checklistSheets(book, ticket, { hours: hub.shelf.hours(book, now), now })
  const about = label(ticket.prefix, ticket.number)
  const outcome = await queue(room, {
    printer,
    about,
    // The ticket's own paper is another matter: what becomes of this sheet says nothing of it.
    ticket: null,
    paper: { text: checklistPaper(sheets) },
    waits: STAFF_WAITS,
  })
  return { ...outcome, act: { act: 'checklist-print', about, detail: printer.name } }
}

async function printerFor({ trx, hall }: Room, ticket: Ticket, wanted: string | null) {
  if (wanted !== null) return findPrinter(trx, hall, wanted)
  const device = await deviceOf(trx, hall, ticket.id)
  const own = device === null ? null : await printerOf(trx, hall, device)
  if (own?.kind === 'receipt' && own.mode === 'text') return own
  return (await listPrinters(trx, hall)).find(({ kind, mode }) => kind === 'receipt' && mode === 'text') ?? null
}
