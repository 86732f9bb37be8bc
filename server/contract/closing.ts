// Closing time: what is decided on those who still wait, the forecast of the overtime, and the live panel of those who run the hall.
import { z } from 'zod'
import { HallDate, Id, Instant, Label, Slug, Text } from './text.ts'
import { CommitteeColour, TicketState } from './words.ts'

/**
 * What becomes of somebody who still waits when the hall closes, where they are not simply called. next_day: comes back on the next day
 * with first place. handed_over: somebody takes care of it. phone_call: the hall rings them. left: was not there any more.
 */
export const ClosingDecision = z.enum(['next_day', 'handed_over', 'phone_call', 'left'])
export type ClosingDecision = z.infer<typeof ClosingDecision>

export const DecideAtClosing = z
  .strictObject({ version: z.int().min(1), decision: ClosingDecision })
  .meta({ id: 'DecideAtClosing' })
export type DecideAtClosing = z.infer<typeof DecideAtClosing>

/** Minutes within which nine of ten are called: of the hall, and of lanes that have one of their own. */
const Minutes = z.int().min(1).max(240)
export const Targets = z.strictObject({ wait: Minutes, lanes: z.record(Slug, Minutes) }).meta({ id: 'Targets' })
export type Targets = z.infer<typeof Targets>

/** How many calls must have been shown and spoken before a number is missed without a reason; 0 asks for none. */
export const ProvenCalls = z.strictObject({ calls: z.int().min(0).max(9) }).meta({ id: 'ProvenCalls' })
export type ProvenCalls = z.infer<typeof ProvenCalls>

/** Why nothing can be said. no_window: nobody sits at a window for some of them. many: too many to say. */
export const NoForecast = z.enum(['no_window', 'many'])
export type NoForecast = z.infer<typeof NoForecast>

/** When the last of those who wait now has been served, if nobody else comes: four times of five between these instants. */
const Until = z.object({ from: Instant, until: Instant }).nullable()
export const OvertimeForecast = z
  .object({
    waiting: z.int(),
    /** Windows with somebody at them. */
    windows: z.int(),
    /** Of those who wait: nobody sits at a window that serves them. */
    unserved: z.int(),
    ends: Until,
    why: NoForecast.nullable(),
    /** With one more window that serves all. */
    another: Until,
    /** There is too little experience yet: it rests on the published times of the matters. */
    standard: z.boolean(),
  })
  .meta({ id: 'OvertimeForecast' })
export type OvertimeForecast = z.infer<typeof OvertimeForecast>

export const ClosingTicket = z
  .object({
    id: Id,
    version: z.int(),
    label: Label,
    colour: CommitteeColour,
    words: Text,
    state: TicketState,
    serviceDate: HallDate,
    joinedAt: Instant,
    /** To call it now would be out of rank: a reason is asked for. */
    outOfRank: z.boolean(),
  })
  .meta({ id: 'ClosingTicket' })
export type ClosingTicket = z.infer<typeof ClosingTicket>

export const Decided = ClosingTicket.pick({ id: true, label: true, colour: true, words: true, serviceDate: true })
  .extend({ decision: ClosingDecision, at: Instant, by: z.string() })
  .meta({ id: 'Decided' })
export type Decided = z.infer<typeof Decided>

/** day: more than an hour before closing, or no hours today. hour: the hour before closing. closed: after the last number. */
export const ClosingPhase = z.enum(['day', 'hour', 'closed'])
export type ClosingPhase = z.infer<typeof ClosingPhase>

export const Closing = z
  .object({
    at: Instant,
    phase: ClosingPhase,
    closesAt: Instant.nullable(),
    /** In the hour before closing, and after it as long as somebody waits. */
    forecast: OvertimeForecast.nullable(),
    /** Nobody decided on these yet: those of today who wait, are parked or missed their call, and those of earlier days. */
    today: z.int(),
    earlier: z.int(),
    /** Those of earlier days first, then today's who wait, then the others; a hundred at most. */
    tickets: z.array(ClosingTicket),
    /** Decided today, newest first. */
    decided: z.array(Decided),
    /** To whom first place was promised, and who has not been called yet. */
    promised: z.array(Decided),
  })
  .meta({ id: 'Closing' })
export type Closing = z.infer<typeof Closing>

/** What the holder of a ticket's code sees of a decision. */
export const DecidedForYou = z
  .object({
    decision: ClosingDecision.nullable(),
    /** Of first place: the hall is open, and it is the day. */
    today: z.boolean(),
    /** Of first place: when to come; null for now, and where no opening is published. */
    opens: Instant.nullable(),
  })
  .meta({ id: 'DecidedForYou' })
export type DecidedForYou = z.infer<typeof DecidedForYou>

/** Somebody who waits beyond the target. */
export const OverTarget = z.object({
  label: Label,
  colour: CommitteeColour,
  words: Text,
  lane: Slug,
  joinedAt: Instant,
})
export type OverTarget = z.infer<typeof OverTarget>

/** How the hall stands, for whoever runs it. Bounded: five hundred people in a lane are a number here. */
export const PanelView = z
  .object({
    at: Instant,
    targets: Targets,
    provenCalls: z.int(),
    lanes: z.array(
      z.object({
        id: Slug,
        waiting: z.int(),
        /** Minutes. */
        target: z.int(),
        /** How many have waited longer than the target. */
        over: z.int(),
        /** When the one who waits longest joined. */
        since: Instant.nullable(),
      }),
    ),
    windows: z.array(z.object({ id: Slug, seatedAt: Instant.nullable() })),
    /** Those who wait longest beyond their target, thirty at most. */
    over: z.array(OverTarget),
  })
  .meta({ id: 'PanelView' })
export type PanelView = z.infer<typeof PanelView>
