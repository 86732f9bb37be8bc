// Paper: the hall's printers, what is asked of them, and what became of it.
import { z } from 'zod'
import { CardForm } from './cards.ts'
import { Id, Instant, line, Slug } from './text.ts'

/** receipt: 80 mm roll, ESC/POS over TCP, port 9100 as a rule. card: sheets, IPP (an office printer or a CUPS queue), port 631 as a rule. */
export const PrinterKind = z.enum(['receipt', 'card'])
export type PrinterKind = z.infer<typeof PrinterKind>

/** How Chinese reaches a receipt printer: as GB18030 text, or as a picture where its own characters come out garbled. */
export const PaperMode = z.enum(['text', 'picture'])
export type PaperMode = z.infer<typeof PaperMode>

/** What the printer says of itself; `silent` takes work and answers no question. */
export const PrinterState = z.enum([
  'unknown',
  'ready',
  'silent',
  'paper_low',
  'paper_out',
  'cover_open',
  'fault',
  'offline',
])
export type PrinterState = z.infer<typeof PrinterState>

/** expired: nobody waits for it any more. broken_off: it began to print and did not end; it is not begun again by itself. */
export const JobState = z.enum(['queued', 'printing', 'done', 'failed', 'expired', 'broken_off'])
export type JobState = z.infer<typeof JobState>

/** The sheets that lie in a card printer. */
export const SheetForm = CardForm.exclude(['receipt'])
export type SheetForm = z.infer<typeof SheetForm>

/** Where IPP is spoken: /ipp/print, or /printers/NAME of CUPS. */
const IppPath = z.string().regex(/^\/[A-Za-z0-9._~/-]{0,127}$/)

/** A host of the hall's own network: a name or an address, without port. */
const Host = z.string().regex(/^[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/)

export const EditPrinter = z
  .strictObject({
    /** Null: a new one. */
    id: Slug.nullable(),
    name: line(40),
    kind: PrinterKind,
    host: Host,
    port: z.int().min(1).max(65_535),
    /** A card printer is always given pictures. */
    mode: PaperMode,
    /** Card printers only. */
    path: IppPath.optional(),
    form: SheetForm.optional(),
    /** Devices (kiosks) that print here. */
    devices: z.array(Id).max(20),
  })
  .refine(({ kind, form }) => (kind === 'card') === (form !== undefined), 'form_of_cards')
  .meta({ id: 'EditPrinter' })
export type EditPrinter = z.infer<typeof EditPrinter>

export const PrinterFace = z
  .object({
    id: Slug,
    name: z.string(),
    kind: PrinterKind,
    host: z.string(),
    port: z.int(),
    mode: PaperMode,
    path: z.string(),
    form: SheetForm.nullable(),
    devices: z.array(Id),
    state: PrinterState,
    stateAt: Instant.nullable(),
    /** Jobs that wait. */
    waiting: z.int(),
  })
  .meta({ id: 'PrinterFace' })
export type PrinterFace = z.infer<typeof PrinterFace>
/** A printer as every desk sees it. */
export const PrinterMark = z.object({ id: Slug, name: z.string(), state: PrinterState }).meta({ id: 'PrinterMark' })
export type PrinterMark = z.infer<typeof PrinterMark>
export const PrinterReply = z.object({ printer: z.object({ id: Slug }) }).meta({ id: 'PrinterReply' })

export const JobFace = z
  .object({
    id: Id,
    printer: z.string(),
    /** What is printed: a ticket's label, or the name of a card. */
    about: z.string(),
    state: JobState,
    /** Why it is not printed, as the printer said it. */
    trouble: PrinterState.nullable(),
    at: Instant,
  })
  .meta({ id: 'JobFace' })
export type JobFace = z.infer<typeof JobFace>
export const JobReply = z.object({ job: JobFace }).meta({ id: 'JobReply' })
export const PrinterList = z
  .object({ printers: z.array(PrinterFace), jobs: z.array(JobFace) })
  .meta({ id: 'PrinterList' })
export type PrinterList = z.infer<typeof PrinterList>

/** A picture of the paper: one bit a dot, rows of whole bytes, deflated (raw), base64. 576 dots are 72 mm. */
export const Picture = z
  .strictObject({
    width: z.literal(576),
    height: z.int().min(1).max(2400),
    dots: z.base64().max(48_000),
  })
  .meta({ id: 'Picture' })
export type Picture = z.infer<typeof Picture>

/** Paper for a ticket of this device. `picture` where the printer asks for one. */
export const AskPaper = z.strictObject({ ticket: Id, picture: Picture.optional() }).meta({ id: 'AskPaper' })
export type AskPaper = z.infer<typeof AskPaper>

export const Reprint = z.strictObject({ printer: Slug.nullable() }).meta({ id: 'Reprint' })
export type Reprint = z.infer<typeof Reprint>
