// The day's record: what the steps of the day add up to, compared with the targets. No person is in it: numbers on tickets at most.
import { z } from 'zod'
import { ClosingDecision } from './closing.ts'
import { HallDate, Instant, Label, Text } from './text.ts'
import { MissReason, OutOfOrderReason } from './words.ts'

/** A span of days is two months at most. */
export const REPORT_DAYS = 62

/** Minutes, to a tenth. `longest` of those that were measured. */
export const Spread = z
  .object({ count: z.int(), mean: z.number(), median: z.number(), p90: z.number(), longest: z.number() })
  .meta({ id: 'ReportSpread' })
export type Spread = z.infer<typeof Spread>

/** Tickets by what became of them on their day. `open`: neither served nor gone by the end of it. */
export const TicketFigures = z.object({
  taken: z.int(),
  served: z.int(),
  left: z.int(),
  missed: z.int(),
  returned: z.int(),
  open: z.int(),
  /** null where nobody was called. */
  wait: Spread.nullable(),
  /** null where nobody was served. */
  service: Spread.nullable(),
})
export type TicketFigures = z.infer<typeof TicketFigures>

/** Who was passed by most: by how many who joined later, and by how long, minutes. */
export const Overtaken = z.object({ label: Label, date: HallDate, minutes: z.number(), by: z.int() })
export type Overtaken = z.infer<typeof Overtaken>

const Named = { id: z.string(), name: Text }
/** `target`: minutes within which nine of ten are called. */
export const LaneFigures = TicketFigures.extend({ ...Named, prefix: z.string(), target: z.int() })
export const ClassFigures = TicketFigures.extend({ ...Named, headStart: z.number(), overtaken: Overtaken.nullable() })
/** `standard`: minutes, as published; null for a matter that is gone. */
export const MatterFigures = TicketFigures.extend({ ...Named, standard: z.number().nullable() })
/** `busy`: minutes with somebody at it; `share`: of the open hours so far, 0 to 1, null where there were none. */
export const WindowFigures = z.object({
  ...Named,
  number: z.int(),
  called: z.int(),
  served: z.int(),
  missed: z.int(),
  wait: Spread.nullable(),
  service: Spread.nullable(),
  busy: z.number(),
  share: z.number().nullable(),
})
export type WindowFigures = z.infer<typeof WindowFigures>

/** Minutes after closing: all together, the longest day, on how many days, and how many were served then. */
export const Overtime = z.object({ minutes: z.number(), longest: z.number(), days: z.int(), served: z.int() })

/** How a day ended that had published hours and has reached their end. */
export const ClosingLine = z.object({
  date: HallDate,
  closesAt: Instant,
  /** Who waited then: taken in hours, neither called nor gone. */
  waiting: z.int(),
  /** When the last of them left a window; null where nobody was at one after closing. */
  lastEnd: Instant.nullable(),
  minutes: z.number(),
  /** What staff decided on those who still waited. */
  decisions: z.array(
    z.object({
      decision: ClosingDecision,
      times: z.int(),
      /** Of first place on the next day: how many have been called on a later day. */
      kept: z.int().optional(),
    }),
  ),
})
export type ClosingLine = z.infer<typeof ClosingLine>

export const AppointmentFigures = z.object({
  booked: z.int(),
  arrived: z.int(),
  absent: z.int(),
  cancelled: z.int(),
})
export type AppointmentFigures = z.infer<typeof AppointmentFigures>

export const Fairness = z.object({
  outOfRank: z.array(z.object({ reason: OutOfOrderReason, times: z.int() })),
  /** Numbers missed though no call was shown and spoken, by the reason that was given. */
  unproven: z.array(z.object({ reason: MissReason, times: z.int() })),
  overtaken: Overtaken.nullable(),
  longestWait: z.object({ label: Label, date: HallDate, minutes: z.number(), class: Text }).nullable(),
  /** The largest head start of any class, minutes: by more than this nobody is overtaken in the order of rank. */
  headStart: z.number(),
})

/** wait: minutes within which nine of ten are called. overtaken: minutes. service: of the standard time, per cent. open: tickets. */
export const TargetName = z.enum(['wait', 'overtaken', 'service', 'open'])
export type TargetName = z.infer<typeof TargetName>
/** `met` is null as long as it cannot be said. */
export const Target = z.object({
  name: TargetName,
  value: z.number().nullable(),
  most: z.number(),
  met: z.boolean().nullable(),
})
export type Target = z.infer<typeof Target>

export const DayLine = TicketFigures.extend({ date: HallDate, overtime: z.number(), outOfRank: z.int() })
export type DayLine = z.infer<typeof DayLine>

export const DayReport = z
  .object({
    from: HallDate,
    to: HallDate,
    /** The last of the days is not over. */
    running: z.boolean(),
    at: Instant,
    total: TicketFigures,
    overtime: Overtime,
    closing: z.array(ClosingLine),
    /** Of the appointments for these days: how many were kept, missed or cancelled, or are still to come. */
    appointments: AppointmentFigures.optional(),
    days: z.array(DayLine),
    /** By hour of the hall's clock, 0 to 23: those with something in them. */
    hours: z.array(z.object({ hour: z.int(), taken: z.int(), called: z.int() })),
    lanes: z.array(LaneFigures),
    windows: z.array(WindowFigures),
    classes: z.array(ClassFigures),
    matters: z.array(MatterFigures),
    fairness: Fairness,
    targets: z.array(Target),
  })
  .meta({ id: 'DayReport' })
export type DayReport = z.infer<typeof DayReport>
