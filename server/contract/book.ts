// The hall book: everything a hall sets up before its first ticket, as it stands in db/seed and in a hall's own folder.
// One schema for the demonstration, for `npm run hall -- init --from FOLDER`, and for any import that follows.
import { z } from 'zod'
import { ClockTime, HallDate, Slug, Text, line } from './text.ts'
import { SlotRuleBody } from './appointments.ts'
import { BuildingsFile, FoundSpan, OwnersFile, PersonName } from './people.ts'
import { NoticesFile } from './notices.ts'
import { Targets } from './closing.ts'
import { WallsFile } from './walls.ts'
import {
  CommitteeColour,
  CommitteeIcon,
  DutyEntryKind,
  DutyKind,
  EventKind,
  LeaveKind,
  Post,
  ReportHow,
  ReportTo,
  Role,
  SpanKind,
  Speech,
} from './words.ts'

const Weekday = z.int().min(1).max(7).describe('ISO: Monday is 1')
const PhoneNumber = z.string().regex(/^[+0-9][0-9 *#-]{2,24}$/)
const Span = z
  .strictObject({ from: ClockTime, to: ClockTime, kind: SpanKind })
  .refine((span) => span.from < span.to, 'from must be earlier than to')

/** A day, fixed or counted from the day of the seeding: "2026-12-31", or 0 for that day itself. */
const Day = z.union([HallDate, z.int().min(-400).max(400)])

export const HallFile = z.strictObject({
  hall: z.strictObject({
    id: Slug,
    name: Text,
    subdistrict: Text,
    plaques: z.array(Text).length(4),
    address: Text,
    phone: PhoneNumber,
    zone: z.literal('Asia/Shanghai'),
    demo: z.boolean(),
    /** Calls that must have been shown and spoken before a number is missed without a reason; without it, 1. */
    provenCalls: z.int().min(0).max(9).optional(),
  }),
  rooms: z.array(z.strictObject({ id: Slug, name: Text, about: Text })),
  committees: z
    .array(
      z.strictObject({
        id: Slug,
        letter: z.string().regex(/^[A-Z]$/),
        name: Text,
        about: Text,
        colour: CommitteeColour,
        icon: CommitteeIcon,
      }),
    )
    .min(1),
  lanes: z
    .array(
      z.strictObject({
        id: Slug,
        prefix: z.string().regex(/^[A-Z]$/),
        name: Text,
        committee: Slug,
        /** Without it, the lane takes no appointments. */
        appointments: SlotRuleBody.optional(),
      }),
    )
    .min(1),
  /** Head starts in minutes. `choice` classes are offered at the kiosk; the first is everybody's. */
  classes: z
    .array(z.strictObject({ id: Slug, name: Text, headStart: z.int().min(0).max(240), choice: z.boolean() }))
    .min(1),
  windows: z
    .array(
      z.strictObject({
        id: Slug,
        number: z.int().min(1).max(99),
        name: Text,
        allRound: z.boolean(),
        lanes: z.array(Slug),
      }),
    )
    .min(1),
  hours: z.strictObject({
    weekly: z.array(z.strictObject({ days: z.array(Weekday).min(1), spans: z.array(Span) })),
    /** On public holidays; without it, 8:30 to 11:30. */
    holiday: z.array(Span).default([{ from: '08:30', to: '11:30', kind: 'holiday' }]),
    exceptions: z.array(
      z.strictObject({ day: Day, spans: z.array(Span), reason: Text, source: z.string().max(200).optional() }),
    ),
  }),
  hotlines: z.array(z.strictObject({ id: Slug, name: Text, number: PhoneNumber, hours: Text })),
  /** Within how many minutes nine of ten are called; without it, 30. */
  targets: Targets.optional(),
})
export type HallFile = z.infer<typeof HallFile>

export const MattersFile = z.strictObject({
  matters: z.array(
    z.strictObject({
      id: Slug,
      committee: Slug,
      lane: Slug,
      words: Text,
      name: Text,
      steps: z.array(Text).min(1).max(8),
      bring: z.array(Text).max(8),
      minutes: z.int().min(1).max(240),
      common: z.boolean(),
    }),
  ),
})
export type MattersFile = z.infer<typeof MattersFile>

export const PeopleFile = z.strictObject({
  people: z.array(
    z.strictObject({
      id: Slug,
      name: PersonName,
      title: Text,
      committee: Slug.nullable(),
      /** The public one: it stands on the card. */
      phone: PhoneNumber.nullable(),
      posts: z.array(Post).max(6).optional(),
      /** Those that they are for; without it, for everybody. */
      buildings: z.array(Slug).max(400).optional(),
      found: z.array(FoundSpan).max(14).optional(),
      place: Text.nullable().optional(),
      speaks: z.array(Speech).max(7).optional(),
      /** The day on which the person agreed to be published. Without it nothing of them is shown. */
      consent: Day.optional(),
      since: Day.optional(),
      /** The last day in the post. */
      until: Day.optional(),
      /** How the name sounds, where it is not read as usual: "shan yu lan". */
      sound: z
        .string()
        .regex(/^[a-z]{1,6}( [a-z]{1,6}){0,19}$/)
        .optional(),
    }),
  ),
  /** Who signs in at a desk. A PIN in this file is for a demonstration only; a real hall uses `npm run hall -- staff add`. */
  staff: z.array(z.strictObject({ id: Slug, person: Slug, role: Role, pin: z.string().regex(/^\d{6,12}$/) })),
})
export type PeopleFile = z.infer<typeof PeopleFile>

const Turn = {
  from: ClockTime,
  to: ClockTime,
  kind: DutyKind,
  window: Slug.nullable(),
  turns: z.array(Slug).min(1),
}

/** Counted from the day of the seeding. */
const FromToday = z.int().min(-60).max(60)

/**
 * Shifts by weekday; those who are named take turns, a week each. A shift whose `to` is not later than `from` ends on the next day.
 * `exceptions`: the whole duty of a day whose hours are excepted in hall.json. `sample`: what a demonstration hall shows of leave,
 * swaps, rest and the duty log; a real hall leaves it out.
 */
export const DutyFile = z.strictObject({
  weeks: z.int().min(1).max(52),
  shifts: z.array(z.strictObject({ days: z.array(Weekday).min(1), ...Turn })),
  exceptions: z
    .array(
      z.strictObject({
        day: Day,
        shifts: z.array(z.strictObject({ days: z.array(Weekday).min(1).optional(), ...Turn })),
      }),
    )
    .optional(),
  sample: z
    .strictObject({
      leave: z.array(
        z.strictObject({
          person: Slug,
          day: FromToday,
          days: z.int().min(1).max(30),
          kind: LeaveKind,
          reason: line(80),
          state: z.enum(['asked', 'granted']),
        }),
      ),
      /** The person's first shift from `day` on; the first of `colleagues` who is free is asked. */
      swaps: z.array(
        z.strictObject({
          person: Slug,
          day: FromToday,
          colleagues: z.array(Slug).min(1),
          state: z.enum(['asked', 'agreed']),
        }),
      ),
      rest: z.array(z.strictObject({ person: Slug, minutes: z.int(), note: line(80) })),
      log: z.array(
        z.strictObject({
          day: FromToday,
          time: ClockTime,
          staff: Slug,
          kind: DutyEntryKind,
          text: line(300),
          followUp: z.boolean(),
          additions: z.array(
            z.strictObject({
              time: ClockTime,
              staff: Slug,
              what: z.enum(['done', 'report', 'taken', 'closed']),
              text: z.union([z.literal(''), line(300)]),
              to: ReportTo.optional(),
              how: ReportHow.optional(),
            }),
          ),
        }),
      ),
    })
    .optional(),
})
export type DutyFile = z.infer<typeof DutyFile>

/** An event on one day, or on each day that a rule names. `weeks` is of no use any more: a rule has no end unless `until` says so. */
export const EventsFile = z.strictObject({
  weeks: z.int().min(1).max(52).optional(),
  events: z.array(
    z.strictObject({
      id: Slug.max(48),
      title: Text,
      about: Text.optional(),
      kind: EventKind,
      room: Slug.nullable(),
      on: z.union([
        z.strictObject({ day: Day }),
        z.strictObject({ monthDay: z.int().min(1).max(31) }),
        z.strictObject({ weekdays: z.array(Weekday).min(1) }),
        z.strictObject({ rrule: z.string().max(200).describe('the value of RRULE: FREQ=MONTHLY;BYDAY=2TU') }),
        z.strictObject({ lunar: z.strictObject({ month: z.int().min(1).max(12), day: z.int().min(1).max(30) }) }),
        z.strictObject({ term: z.enum(['qingming', 'dongzhi']) }),
      ]),
      from: ClockTime,
      to: ClockTime,
      /** The first and the last day of a rule. */
      starts: Day.optional(),
      until: Day.optional(),
      /** What becomes of a day on which people have the day off. */
      rest: z.enum(['keep', 'next', 'previous', 'skip']).optional(),
      /** Who comes must have signed up. */
      places: z.int().min(1).max(999).optional(),
      /** A demonstration: how many have signed up for the first day. */
      signedUp: z.int().min(1).max(99).optional(),
    }),
  ),
})
export type EventsFile = z.infer<typeof EventsFile>

/** The whole book. `checkBook` in db/seed adds what one file alone cannot know: that every name it uses exists. */
export const HallBook = z.strictObject({
  ...HallFile.shape,
  ...MattersFile.shape,
  ...PeopleFile.shape,
  duty: DutyFile,
  calendar: EventsFile,
  /** How the walls are laid out; a book without them has one. */
  walls: WallsFile.shape.walls.optional(),
  /** Notices and the volume of rules, with their admission. */
  notices: NoticesFile.shape.notices.optional(),
  buildings: BuildingsFile.shape.buildings.optional(),
  /** Who is responsible for what; without it, the way leads to the windows. */
  owners: OwnersFile.optional(),
})
export type HallBook = z.infer<typeof HallBook>
