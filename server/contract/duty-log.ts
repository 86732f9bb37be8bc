// What may be written into the duty log (值班日志), and what is answered. Entries and additions are never changed.
import { z } from 'zod'
import { ClockTime, HallDate, Id, Instant, line } from './text.ts'
import { DutyEntryKind, ReportHow, ReportTo } from './words.ts'

const Report = z.strictObject({ to: ReportTo, how: ReportHow, time: ClockTime })

/** What happened, today at `time`; at once with what was done and to whom it was reported, where that is so already. */
export const WriteEntry = z
  .strictObject({
    kind: DutyEntryKind,
    time: ClockTime,
    text: line(300),
    done: z.union([z.literal(''), line(300)]),
    report: Report.nullable(),
    /** Not finished: it is handed to the next shift until somebody closes it. */
    followUp: z.boolean(),
  })
  .meta({ id: 'WriteEntry' })
export type WriteEntry = z.infer<typeof WriteEntry>

export const AddToEntry = z
  .discriminatedUnion('what', [
    z.strictObject({ what: z.literal('done'), text: line(300) }),
    z.strictObject({ what: z.literal('report'), report: Report, text: z.union([z.literal(''), line(300)]) }),
    z.strictObject({ what: z.literal('taken') }),
    z.strictObject({ what: z.literal('closed'), text: z.union([z.literal(''), line(300)]) }),
  ])
  .meta({ id: 'AddToEntry' })
export type AddToEntry = z.infer<typeof AddToEntry>

export const AdditionFace = z
  .object({
    id: Id,
    what: z.enum(['done', 'report', 'taken', 'closed']),
    at: Instant,
    by: z.string(),
    text: z.string(),
    report: z.object({ to: ReportTo, how: ReportHow, at: Instant }).nullable(),
  })
  .meta({ id: 'AdditionFace' })
export type AdditionFace = z.infer<typeof AdditionFace>

export const EntryFace = z
  .object({
    id: Id,
    date: HallDate,
    happenedAt: Instant,
    by: z.string(),
    kind: DutyEntryKind,
    text: z.string(),
    open: z.boolean(),
    /** Who of a later shift has taken it over. */
    taken: z.string().nullable(),
    additions: z.array(AdditionFace),
  })
  .meta({ id: 'EntryFace' })
export type EntryFace = z.infer<typeof EntryFace>

export const DutyLogReply = z
  .object({
    date: HallDate,
    today: HallDate,
    /** What happened on that date, in order. */
    entries: z.array(EntryFace),
    /** What is not finished, of any date, the oldest first. */
    open: z.array(EntryFace),
    /** Who was, or is to be, on duty on that date: name, hours. */
    duty: z.array(z.object({ name: z.string(), kind: z.string(), window: z.int().nullable(), hours: z.string() })),
  })
  .meta({ id: 'DutyLogReply' })
export type DutyLogReply = z.infer<typeof DutyLogReply>
