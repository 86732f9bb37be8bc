// What may be asked of hours, holidays and proposals, and what is answered.
import { z } from 'zod'
import { ClockTime, HallDate, Id, line, Slug, Text } from './text.ts'
import { SpanFace } from './views.ts'
import { SpanKind } from './words.ts'

const Span = z
  .strictObject({ from: ClockTime, to: ClockTime, kind: SpanKind })
  .refine(({ from, to }) => from < to, { message: 'ends_before_it_begins' })

/** The spans of one day, in any order; none may reach into another. */
export const DaySpans = z
  .array(Span)
  .max(8)
  .superRefine((spans, found) => {
    for (const [index, span] of spans.entries())
      if (spans.some((other, before) => before < index && other.from < span.to && span.from < other.to))
        found.addIssue({ code: 'custom', path: [index], message: 'overlap' })
  })
  .transform((spans) => spans.toSorted((a, b) => (a.from < b.from ? -1 : 1)))

/** The version of the hours that the manager saw: an edit that was overtaken is refused. */
const seen = z.int().min(0)
const source = line(200)

/** A whole week and the hours of public holidays, from a day on. */
export const KeepPattern = z
  .strictObject({
    seen,
    from: HallDate,
    weekly: z.array(DaySpans).length(7),
    holiday: DaySpans,
    source: source.nullable(),
  })
  .meta({ id: 'KeepPattern' })
export type KeepPattern = z.infer<typeof KeepPattern>

export const RemovePattern = z.strictObject({ seen, from: HallDate }).meta({ id: 'RemovePattern' })
export type RemovePattern = z.infer<typeof RemovePattern>

/** Hours of their own for a day, or for each day until another. No spans: closed. */
export const KeepException = z
  .strictObject({ seen, date: HallDate, until: HallDate.optional(), spans: DaySpans, reason: Text, source })
  .meta({ id: 'KeepException' })
export type KeepException = z.infer<typeof KeepException>

export const RemoveException = z.strictObject({ seen, date: HallDate }).meta({ id: 'RemoveException' })
export type RemoveException = z.infer<typeof RemoveException>

const year = z.int().min(2000).max(2100)
/** A year's holidays: the notice's own words, a table or JSON as text; or filled in holiday by holiday. */
export const EnteredHolidays = z.union([
  z.strictObject({ text: z.string().min(1).max(40_000), year, source: z.string().max(120) }),
  z.strictObject({
    notice: z.strictObject({
      year,
      source: z.string().max(120),
      holidays: z
        .array(z.strictObject({ name: line(20), from: HallDate, to: HallDate, work: z.array(HallDate).max(6) }))
        .max(20),
    }),
  }),
])
export type EnteredHolidays = z.infer<typeof EnteredHolidays>

export const PreviewHolidays = z.strictObject({ entered: EnteredHolidays }).meta({ id: 'PreviewHolidays' })
export type PreviewHolidays = z.infer<typeof PreviewHolidays>
export const KeepHolidays = z.strictObject({ seen, entered: EnteredHolidays }).meta({ id: 'KeepHolidays' })
export type KeepHolidays = z.infer<typeof KeepHolidays>

/** Which weekday's hours a make-up workday keeps. */
export const KeepMakeup = z
  .strictObject({ seen, date: HallDate, like: z.int().min(1).max(7) })
  .meta({ id: 'KeepMakeup' })
export type KeepMakeup = z.infer<typeof KeepMakeup>

/** What residents are asked: each option is when the hall would close on workdays, or as it is now (null). */
export const Propose = z
  .strictObject({
    seen,
    question: Text,
    options: z
      .array(z.strictObject({ closes: ClockTime.nullable() }))
      .min(2)
      .max(5)
      .refine((options) => new Set(options.map(({ closes }) => closes)).size === options.length, { message: 'twice' }),
    from: HallDate,
    until: HallDate,
  })
  .refine(({ from, until }) => from <= until, { path: ['until'], message: 'ends_before_it_begins' })
  .meta({ id: 'Propose' })
export type Propose = z.infer<typeof Propose>

export const WithdrawProposal = z.strictObject({ seen }).meta({ id: 'WithdrawProposal' })

/** What the residents' meeting decided; `publishFrom`: the option's hours are the published ones from that day. */
export const DecideProposal = z
  .strictObject({ seen, on: HallDate, option: Slug.nullable(), words: line(200), publishFrom: HallDate.nullable() })
  .meta({ id: 'DecideProposal' })
export type DecideProposal = z.infer<typeof DecideProposal>

/** A ticket's voice; `code` proves the ticket. */
export const GiveVoice = z.strictObject({ code: Id, option: Slug }).meta({ id: 'GiveVoice' })
export type GiveVoice = z.infer<typeof GiveVoice>

/** A proposal with its voices, counted in public. */
export const ProposalTally = z
  .object({
    id: Id,
    question: Text,
    options: z.array(z.object({ id: Slug, text: Text, closes: ClockTime.nullable(), voices: z.int() })),
    from: HallDate,
    until: HallDate,
    state: z.enum(['ahead', 'asked', 'ended', 'decided']),
    decision: z.object({ on: HallDate, option: Slug.nullable(), words: z.string() }).nullable(),
  })
  .meta({ id: 'ProposalTally' })
export type ProposalTally = z.infer<typeof ProposalTally>
export const ProposalList = z.object({ proposals: z.array(ProposalTally) }).meta({ id: 'ProposalList' })
export type ProposalList = z.infer<typeof ProposalList>

/** What a ticket may say, and what it said. */
export const VoiceReply = z
  .object({ proposal: ProposalTally.nullable(), option: Slug.nullable() })
  .meta({ id: 'VoiceReply' })
export type VoiceReply = z.infer<typeof VoiceReply>

const HolidayDayFace = z.object({
  date: HallDate,
  name: Text,
  kind: z.enum(['rest', 'work']),
  like: z.int().nullable(),
})
export type HolidayDayFace = z.infer<typeof HolidayDayFace>
const HolidayYearFace = z.object({ year: z.int(), source: z.string(), days: z.array(HolidayDayFace) })
export type HolidayYearFace = z.infer<typeof HolidayYearFace>

export const HolidayPreview = z
  .object({
    years: z.array(HolidayYearFace),
    /** `line` from 1; 0: the whole. */
    problems: z.array(z.object({ line: z.int(), what: z.string(), text: z.string() })),
    changes: z.array(z.object({ date: HallDate, before: HolidayDayFace.nullable(), after: HolidayDayFace.nullable() })),
  })
  .meta({ id: 'HolidayPreview' })
export type HolidayPreview = z.infer<typeof HolidayPreview>

export const PatternFace = z
  .object({
    /** Null: since ever. */
    from: HallDate.nullable(),
    weekly: z.array(z.array(SpanFace)),
    holiday: z.array(SpanFace),
    source: z.string().nullable(),
  })
  .meta({ id: 'PatternFace' })
export type PatternFace = z.infer<typeof PatternFace>

/** Everything that the office's page of hours edits. */
export const HoursOffice = z
  .object({
    version: z.int(),
    today: HallDate,
    patterns: z.array(PatternFace),
    /** From today on. */
    exceptions: z.array(
      z.object({ date: HallDate, spans: z.array(SpanFace), reason: Text, source: z.string().nullable() }),
    ),
    years: z.array(HolidayYearFace),
    /** The year that should be entered now: this one, or from November on the next. */
    missing: z.int().nullable(),
    proposals: z.array(ProposalTally),
  })
  .meta({ id: 'HoursOffice' })
export type HoursOffice = z.infer<typeof HoursOffice>

export const HoursEdited = z.object({ version: z.int() }).meta({ id: 'HoursEdited' })
export type HoursEdited = z.infer<typeof HoursEdited>
