// What may be asked of the duty roster, and what is answered. Dates and times of day are the hall's.
import { z } from 'zod'
import { ClockTime, HallDate, Id, Instant, line, Slug, Text } from './text.ts'
import { CommitteeColour, DutyKind, LeaveKind, SpanKind } from './words.ts'
import { SpanFace } from './views.ts'

const Weekday = z.int().min(1).max(7).describe('ISO: Monday is 1')
const LONGEST_DRAFT = 120
const days = ({ from, to }: { from: string; to: string }) => (Date.parse(to) - Date.parse(from)) / 86_400_000

/** Who can be put where: windows by id, kinds of duty; and what they would rather not do. */
export const Member = z
  .strictObject({
    person: Slug,
    windows: z.array(Slug).max(40),
    kinds: z.array(DutyKind).max(8),
    avoidDays: z.array(Weekday).max(7),
    avoidEvenings: z.boolean(),
  })
  .meta({ id: 'RosterMember' })
export type Member = z.infer<typeof Member>

/** A post away from the windows, at the same time on each of its days. */
export const Post = z
  .strictObject({ kind: DutyKind, days: z.array(Weekday).min(1).max(7), from: ClockTime, to: ClockTime })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'from must be earlier than to' })
  .meta({ id: 'RosterPost' })
export type Post = z.infer<typeof Post>

const percent = z.int().min(0).max(400)

/** What the roster is made by. */
export const RosterRules = z
  .strictObject({
    members: z.array(Member).max(80),
    /** Which windows are staffed in a span of each kind; their ids. */
    windows: z.record(SpanKind, z.array(Slug).max(40)),
    posts: z.array(Post).max(20),
    /** Somebody answers the telephone whenever the hall is closed. */
    standby: z.boolean(),
    /** Hours of rest between two duty days. */
    restHours: z.int().min(8).max(16),
    /** Duty days in a row at most. */
    daysInRow: z.int().min(3).max(12),
    /** Hours of duty a day at most. */
    longestDay: z.int().min(4).max(12),
    /** Whoever had the evening may begin before `early` on the next day. */
    earlyAfterEvening: z.boolean(),
    early: ClockTime,
    /** The hours of an ordinary working day: duty outside them earns rest. */
    normal: z.strictObject({ from: ClockTime, to: ClockTime }),
    /** Minutes of rest for a hundred minutes of duty outside the normal hours. */
    earns: z.strictObject({ evening: percent, weekend: percent, holiday: percent, standby: percent }),
  })
  .meta({ id: 'RosterRules' })
export type RosterRules = z.infer<typeof RosterRules>

/** anew: what was changed by hand is made anew as well. */
export const MakeDraft = z
  .strictObject({ from: HallDate, to: HallDate, anew: z.boolean().optional() })
  .refine((range) => days(range) >= 0 && days(range) < LONGEST_DRAFT, { path: ['to'], message: 'range' })
  .meta({ id: 'MakeDraft' })
export type MakeDraft = z.infer<typeof MakeDraft>

/** id null: a new shift. `to` not later than `from` ends on the next day. */
export const SetShift = z
  .strictObject({
    id: Id.nullable(),
    draft: z.boolean(),
    person: Slug,
    kind: DutyKind,
    window: Slug.nullable(),
    date: HallDate,
    from: ClockTime,
    to: ClockTime,
  })
  .meta({ id: 'SetShift' })
export type SetShift = z.infer<typeof SetShift>

/** Somebody takes what nobody is there for. */
export const FillGap = z
  .strictObject({
    draft: z.boolean(),
    person: Slug,
    kind: DutyKind,
    window: Slug.nullable(),
    stretches: z
      .array(z.strictObject({ from: Instant, until: Instant }).refine(({ from, until }) => from < until, 'range'))
      .min(1)
      .max(8),
  })
  .meta({ id: 'FillGap' })
export type FillGap = z.infer<typeof FillGap>

export const RemoveShift = z.strictObject({ draft: z.boolean() }).meta({ id: 'RemoveShift' })
export type RemoveShift = z.infer<typeof RemoveShift>

/** back: the colleague's shift that one takes in return. */
export const AskSwap = z.strictObject({ shift: Id, colleague: Slug, back: Id.nullable() }).meta({ id: 'AskSwap' })
export type AskSwap = z.infer<typeof AskSwap>

export const AskLeave = z
  .strictObject({ from: HallDate, to: HallDate, kind: LeaveKind, reason: z.union([z.literal(''), line(80)]) })
  .refine((range) => days(range) >= 0 && days(range) < 92, { path: ['to'], message: 'range' })
  .meta({ id: 'AskLeave' })
export type AskLeave = z.infer<typeof AskLeave>

export const Yes = z.strictObject({ yes: z.boolean() }).meta({ id: 'Yes' })
export type Yes = z.infer<typeof Yes>

/** A row that puts the ledger right: minutes more or fewer. */
export const CorrectRest = z
  .strictObject({
    person: Slug,
    minutes: z
      .int()
      .min(-30_000)
      .max(30_000)
      .refine((minutes) => minutes !== 0, 'empty'),
    note: line(80),
  })
  .meta({ id: 'CorrectRest' })
export type CorrectRest = z.infer<typeof CorrectRest>

export const Done = z.object({ id: Id }).meta({ id: 'RosterDone' })

/** double: two places at once. early: an evening, and early on the next day. */
export const ShiftProblem = z.enum(['double', 'rest', 'early', 'days', 'hours', 'skill', 'leave'])
export type ShiftProblem = z.infer<typeof ShiftProblem>

export const ShiftFace = z
  .object({
    id: Id,
    person: Slug,
    name: z.string(),
    colour: CommitteeColour,
    kind: DutyKind,
    window: Slug.nullable(),
    date: HallDate,
    from: Instant,
    until: Instant,
    /** Changed by a person. */
    byHand: z.boolean(),
    problems: z.array(ShiftProblem),
    /** Somebody asked a colleague to take it. */
    asked: z.boolean(),
  })
  .meta({ id: 'ShiftFace' })
export type ShiftFace = z.infer<typeof ShiftFace>

export const WhyNot = z.enum(['skill', 'leave', 'double', 'hours', 'rest', 'early', 'days'])
export type WhyNot = z.infer<typeof WhyNot>

/** What nobody is there for. */
export const GapFace = z
  .object({
    date: HallDate,
    kind: DutyKind,
    window: Slug.nullable(),
    stretches: z.array(z.object({ from: Instant, until: Instant })),
    /** The hall is open then and nobody is at any window: residents would meet it. */
    empty: z.boolean(),
    /** Who could take it, the one with the least such duty first. */
    could: z.array(z.object({ person: Slug, name: z.string() })),
    /** Why the others cannot, the most frequent reason first. */
    why: z.array(WhyNot),
  })
  .meta({ id: 'GapFace' })
export type GapFace = z.infer<typeof GapFace>

export const FairFace = z
  .object({
    person: Slug,
    name: z.string(),
    evening: z.int(),
    weekend: z.int(),
    holiday: z.int(),
    minutes: z.int(),
    /** Away for so long that the comparison would be unfair. */
    away: z.boolean(),
  })
  .meta({ id: 'FairFace' })
export type FairFace = z.infer<typeof FairFace>

export const SwapFace = z
  .object({
    id: Id,
    state: z.enum(['asked', 'agreed', 'declined', 'granted', 'refused', 'withdrawn', 'lapsed']),
    person: z.object({ id: Slug, name: z.string() }),
    colleague: z.object({ id: Slug, name: z.string() }),
    shift: ShiftFace,
    back: ShiftFace.nullable(),
    askedAt: Instant,
    /** What would be wrong with the roster after it. */
    problems: z.array(ShiftProblem),
  })
  .meta({ id: 'SwapFace' })
export type SwapFace = z.infer<typeof SwapFace>

export const LeaveFace = z
  .object({
    id: Id,
    state: z.enum(['asked', 'granted', 'refused', 'withdrawn']),
    person: z.object({ id: Slug, name: z.string() }),
    from: HallDate,
    to: HallDate,
    kind: LeaveKind,
    reason: z.string(),
    /** Rest that it takes from the ledger. */
    minutes: z.int(),
    askedAt: Instant,
    /** Published shifts that would be without anybody. */
    shifts: z.int(),
    /** What nobody would be there for, with who could take it; of leave that is asked for, the manager's alone. */
    opens: z.array(GapFace),
  })
  .meta({ id: 'LeaveFace' })
export type LeaveFace = z.infer<typeof LeaveFace>

export const RestRowFace = z
  .object({
    id: z.int(),
    person: Slug,
    name: z.string(),
    date: HallDate,
    minutes: z.int(),
    why: z.enum(['duty', 'rest', 'correction']),
    note: z.string(),
  })
  .meta({ id: 'RestRow' })
export type RestRowFace = z.infer<typeof RestRowFace>

export const RosterReply = z
  .object({
    today: HallDate,
    /** The days that were asked for, from a Monday. */
    days: z.array(z.object({ date: HallDate, rest: z.boolean(), holiday: Text.nullable(), spans: z.array(SpanFace) })),
    /** Who is looking: null where they are in no roster. */
    me: Slug.nullable(),
    windows: z.array(z.object({ id: Slug, number: z.int(), name: Text })),
    people: z.array(
      z.object({
        id: Slug,
        name: z.string(),
        title: Text,
        colour: CommitteeColour,
        /** Minutes of rest that are left; of others: the manager's alone. */
        rest: z.int().nullable(),
        /** Minutes that duty has earned and that leave has taken, ever; what was put right by hand is in `rest` alone. */
        earned: z.int().nullable(),
        taken: z.int().nullable(),
      }),
    ),
    shifts: z.array(ShiftFace),
    /** Of the next thirty days, whoever looks. */
    mine: z.array(ShiftFace),
    /** For the manager alone: what nobody is there for in the next fourteen days; null for others. */
    gaps: z.array(GapFace).nullable(),
    draft: z
      .object({
        from: HallDate,
        to: HallDate,
        madeAt: Instant,
        shifts: z.array(ShiftFace),
        gaps: z.array(GapFace),
        problems: z.int(),
        fairness: z.array(FairFace),
        /** By how much the fullest and the emptiest share differ. */
        differ: z.object({ evening: z.int(), weekend: z.int(), holiday: z.int() }),
      })
      .nullable(),
    /** The quarter's shares until the last published shift; the manager's alone. */
    fairness: z.array(FairFace),
    swaps: z.array(SwapFace),
    leave: z.array(LeaveFace),
    ledger: z.array(RestRowFace),
    /** The manager's alone. */
    rules: RosterRules.nullable(),
    /** The last date with a published shift. */
    publishedTo: HallDate.nullable(),
  })
  .meta({ id: 'RosterReply' })
export type RosterReply = z.infer<typeof RosterReply>

/** Who could take over a shift. `answers`: they sign in at a desk and can agree there. `back`: their shifts that one could take in return. */
export const ColleaguesReply = z
  .object({
    colleagues: z.array(
      z.object({
        id: Slug,
        name: z.string(),
        why: z.array(WhyNot),
        answers: z.boolean(),
        back: z.array(ShiftFace),
      }),
    ),
  })
  .meta({ id: 'ColleaguesReply' })
export type ColleaguesReply = z.infer<typeof ColleaguesReply>
