// What may be asked of the calendar, sign-ups and feeds, and what is answered.
import { z } from 'zod'
import { ClockTime, HallDate, Id, Instant, line, Slug, Text } from './text.ts'
import { DayFace, EventFace } from './views.ts'
import { EventKind } from './words.ts'

/** A date that a calendar of this century can have. */
export const CalendarDate = HallDate.refine((date) => date.startsWith('20'), 'another_century')

/** On which days a series falls. */
export const RuleBody = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('once') }),
  z.strictObject({ is: z.literal('rrule'), text: z.string().min(9).max(240).describe('the value of RRULE') }),
  z.strictObject({ is: z.literal('lunar'), month: z.int().min(1).max(12), day: z.int().min(1).max(30) }),
  z.strictObject({ is: z.literal('term'), term: z.enum(['qingming', 'dongzhi']) }),
])
export type RuleBody = z.infer<typeof RuleBody>

export const RestBody = z.enum(['keep', 'next', 'previous', 'skip'])
export type RestBody = z.infer<typeof RestBody>

const StartTime = ClockTime.refine((time) => time !== '24:00', 'not_a_start')
const series = {
  title: Text,
  about: Text.nullable(),
  kind: EventKind,
  rooms: z.array(Slug).max(2),
  startsOn: CalendarDate,
  until: CalendarDate.nullable(),
  time: StartTime,
  minutes: z.int().min(5).max(1440),
  rule: RuleBody,
  rest: RestBody,
  /** Null: just come. */
  places: z.int().min(1).max(999).nullable(),
  extra: z.array(CalendarDate).max(60),
  except: z.array(CalendarDate).max(60),
}
export const SeriesBody = z
  .strictObject(series)
  .refine(({ startsOn, until }) => until === null || until >= startsOn, {
    path: ['until'],
    message: 'before_its_start',
  })
  .refine(({ rooms }) => new Set(rooms).size === rooms.length, { path: ['rooms'], message: 'twice' })
  .meta({ id: 'SeriesBody' })
export type SeriesBody = z.infer<typeof SeriesBody>

/** `series`: the one that is changed; its own days are not in its way. */
export const PreviewBody = z.strictObject({ series: Id.nullable(), body: SeriesBody }).meta({ id: 'PreviewBody' })
export type PreviewBody = z.infer<typeof PreviewBody>

export const ClashFace = z
  .object({ room: Text, title: Text, startsAt: Instant, endsAt: Instant, wantedAt: Instant })
  .meta({ id: 'ClashFace' })
export type ClashFace = z.infer<typeof ClashFace>

export const PreviewReply = z
  .object({
    /** The next days, six at most; `original` is the one that the rule gives. */
    days: z.array(z.object({ date: HallDate, original: HallDate })),
    clash: ClashFace.nullable(),
  })
  .meta({ id: 'PreviewReply' })
export type PreviewReply = z.infer<typeof PreviewReply>

export const SeriesFace = z
  .object({ id: Id, ...series, next: HallDate.nullable().describe('the next day on which it is') })
  .meta({ id: 'SeriesFace' })
export type SeriesFace = z.infer<typeof SeriesFace>

/** A calendar from outside. `failingSince`: the last good copy is shown since then. */
export const FeedFace = z
  .object({
    id: Id,
    name: Text,
    url: z.string().nullable(),
    kind: EventKind,
    events: z.int(),
    fetchedAt: Instant.nullable(),
    failingSince: Instant.nullable(),
  })
  .meta({ id: 'FeedFace' })
export type FeedFace = z.infer<typeof FeedFace>

export const CalendarReply = z
  .object({
    series: z.array(SeriesFace),
    rooms: z.array(z.object({ id: Slug, name: Text, about: Text })),
    feeds: z.array(FeedFace),
    /** Where other programs subscribe: everything, and each kind. */
    links: z.object({ all: z.string(), kinds: z.record(z.string(), z.string()) }),
  })
  .meta({ id: 'CalendarReply' })
export type CalendarReply = z.infer<typeof CalendarReply>

export const DaysReply = z.object({ days: z.array(DayFace) }).meta({ id: 'DaysReply' })
export type DaysReply = z.infer<typeof DaysReply>

export const SeriesReply = z.object({ id: Id }).meta({ id: 'SeriesReply' })

/** What is changed of one occurrence: it does not take place, is elsewhere or at another time, or is as usual again. */
export const ChangeBody = z
  .discriminatedUnion('do', [
    z.strictObject({ do: z.literal('cancel'), reason: Text }),
    z.strictObject({
      do: z.literal('move'),
      to: CalendarDate,
      time: StartTime,
      minutes: z.int().min(5).max(1440),
      rooms: z.array(Slug).max(2),
      reason: Text,
    }),
    z.strictObject({ do: z.literal('restore') }),
  ])
  .meta({ id: 'ChangeBody' })
export type ChangeBody = z.infer<typeof ChangeBody>

/** One occurrence, by itself. */
export const EventReply = z
  .object({
    event: EventFace,
    series: Id.nullable(),
    /** The day that the rule gives. */
    original: HallDate,
    moved: z.boolean(),
    /** Somebody cancelled or moved this one; it can be as usual again. */
    changed: z.boolean(),
    rooms: z.array(Slug),
  })
  .meta({ id: 'EventReply' })
export type EventReply = z.infer<typeof EventReply>

export const SignUpBody = z.strictObject({ people: z.int().min(1).max(2) }).meta({ id: 'SignUpBody' })
export type SignUpBody = z.infer<typeof SignUpBody>

export const SignupFace = z
  .object({
    /** Unguessable; follows the place at /h/signup/{code}. */
    code: Id,
    number: z.int(),
    people: z.int(),
    state: z.enum(['seated', 'waiting', 'cancelled']),
    /** People before it on the waiting list. */
    ahead: z.int().nullable(),
    link: z.string(),
  })
  .meta({ id: 'SignupFace' })
export type SignupFace = z.infer<typeof SignupFace>
export const SignupReply = z.object({ signup: SignupFace, event: EventFace }).meta({ id: 'SignupReply' })
export type SignupReply = z.infer<typeof SignupReply>

/** Numbers only: nobody gave a name. */
export const SignupList = z
  .object({ signups: z.array(z.object({ number: z.int(), people: z.int(), seated: z.boolean(), at: Instant })) })
  .meta({ id: 'SignupList' })
export type SignupList = z.infer<typeof SignupList>

export const FeedBody = z
  .strictObject({
    name: line(40),
    url: z
      .string()
      .max(1000)
      .regex(/^https?:\/\/\S+$/),
    kind: EventKind,
  })
  .meta({ id: 'FeedBody' })
export type FeedBody = z.infer<typeof FeedBody>
export const FeedReply = z.object({ feed: Id, events: z.int() }).meta({ id: 'FeedReply' })
export type FeedReply = z.infer<typeof FeedReply>
