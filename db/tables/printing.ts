// The tables of printers and their jobs, as rows.
import type { JobState, PaperMode, PrinterKind, PrinterState, SheetForm } from '#contract/printing.ts'

export interface PrinterRow {
  hall_id: string
  id: string
  name: string
  kind: PrinterKind
  host: string
  port: number
  mode: PaperMode
  /** Of IPP; empty for a receipt printer. */
  path: string
  form: SheetForm | null
  state: PrinterState
  state_at: string | null
  removed_at: string | null
}

export interface PrintJobRow {
  hall_id: string
  id: string
  printer_id: string
  about: string
  ticket_id: string | null
  /** What is sent, as the spooler understands it: JSON. */
  paper: string
  state: JobState
  trouble: PrinterState | null
  tries: number
  at: string
  expires_at: string
}

export interface PrintingTables {
  printer: PrinterRow
  printer_device: { hall_id: string; device_id: string; kind: PrinterKind; printer_id: string }
  print_job: PrintJobRow
}
