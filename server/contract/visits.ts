// Several matters behind one number, the one-time checklist (一次性告知单), windows with their lanes in order, pauses and handing over.
import { z } from 'zod'
import { HallDate, Instant, Label, line, Slug, Text } from './text.ts'

/** As many matters as one number carries: more than that is another visit. Screens, which take types alone, say it by its type. */
export const MOST_MATTERS = 4
export type MostMatters = typeof MOST_MATTERS

/** done: settled. now: what the window has before it. next: still to come. */
export const MatterStand = z.enum(['done', 'now', 'next'])
export type MatterStand = z.infer<typeof MatterStand>

/** One matter of a ticket, as a desk sees it. */
export const DeskMatter = z.object({ id: Slug, words: Text, stand: MatterStand }).meta({ id: 'DeskMatter' })
export type DeskMatter = z.infer<typeof DeskMatter>

/** What somebody still has to bring for one matter. `note`: one line of the clerk's own; empty where there is none. */
export const MissingFace = z
  .object({ matter: Slug, missing: z.array(Text), note: z.string(), at: Instant })
  .meta({ id: 'MissingFace' })
export type MissingFace = z.infer<typeof MissingFace>

/** One matter of a ticket with all that its holder needs to know of it: on the phone. */
export const VisitFace = z
  .object({
    words: Text,
    stand: MatterStand,
    steps: z.array(Text),
    bring: z.array(Text),
    missing: z.array(Text),
    note: z.string(),
  })
  .meta({ id: 'VisitFace' })
export type VisitFace = z.infer<typeof VisitFace>

/** A run of digits of that length is an identity card, a telephone or an account: it has no place on a slip of paper. */
const noNumbers = (text: string) => !/\d[\d\s-]{5,}\d/.test(text)

/** What is missing for a matter of a ticket. `missing`: Chinese texts of the matter's list; all empty takes the entry away. */
export const SetMissing = z
  .strictObject({
    matter: Slug,
    missing: z.array(line(400)).max(8),
    note: z.union([z.literal(''), line(40).refine(noNumbers, 'personal')]),
  })
  .meta({ id: 'SetMissing' })
export type SetMissing = z.infer<typeof SetMissing>

/** The sheet as it is printed. Nothing of a person stands on it. */
export const ChecklistSheet = z
  .object({
    hall: Text,
    phone: z.string(),
    date: HallDate,
    label: Label,
    matter: Text,
    name: Text,
    steps: z.array(Text),
    bring: z.array(z.object({ thing: Text, missing: z.boolean() })),
    note: z.string(),
    /** The hours of the week, a line for each run of equal days. */
    hours: z.array(Text),
  })
  .meta({ id: 'ChecklistSheet' })
export type ChecklistSheet = z.infer<typeof ChecklistSheet>
export const ChecklistReply = z.object({ sheets: z.array(ChecklistSheet) }).meta({ id: 'ChecklistReply' })

export const PrintChecklist = z.strictObject({ printer: Slug.nullable() }).meta({ id: 'PrintChecklist' })
export type PrintChecklist = z.infer<typeof PrintChecklist>

/** Why a window pauses. */
export const AwayReason = z.enum(['meal', 'rest', 'meeting', 'errand', 'system', 'other'])
export type AwayReason = z.infer<typeof AwayReason>

/** `minutes`: how long it is expected to last. */
export const TakeBreak = z
  .strictObject({ reason: AwayReason, minutes: z.int().min(1).max(180) })
  .meta({ id: 'TakeBreak' })
export type TakeBreak = z.infer<typeof TakeBreak>

/** A pause as screens show it. */
export const AwayFace = z.object({ reason: AwayReason, until: Instant }).meta({ id: 'AwayFace' })
export type AwayFace = z.infer<typeof AwayFace>

/** Where everything goes that a window holds when it closes: each into its lane, at its fair place, or to another window. */
export const CloseWindow = z.strictObject({ to: Slug.nullable() }).meta({ id: 'CloseWindow' })
export type CloseWindow = z.infer<typeof CloseWindow>
export const CloseReply = z
  .object({ handed: z.array(z.object({ label: Label, window: z.int().nullable() })) })
  .meta({ id: 'CloseReply' })
export type CloseReply = z.infer<typeof CloseReply>

/** A window as the manager lays it out. `lanes` in order of preference. */
export const EditWindow = z
  .strictObject({
    /** Null: a new one. */
    id: Slug.nullable(),
    number: z.int().min(1).max(99),
    name: z.strictObject({ zh: line(20), en: line(40) }),
    allRound: z.boolean(),
    lanes: z.array(Slug).max(26),
  })
  .refine(({ lanes }) => new Set(lanes).size === lanes.length, 'lane_twice')
  .refine(({ allRound, lanes }) => allRound || lanes.length > 0, 'no_lane')
  .meta({ id: 'EditWindow' })
export type EditWindow = z.infer<typeof EditWindow>
export const WindowReply = z.object({ window: z.object({ id: Slug }) }).meta({ id: 'WindowReply' })

/** `to`: the lane that takes over its matters and whoever waits; null: only where there is neither. */
export const RemoveLane = z.strictObject({ to: Slug.nullable() }).meta({ id: 'RemoveLane' })
export type RemoveLane = z.infer<typeof RemoveLane>

/** The office's page of windows: with what each lane still carries. */
export const WindowPlan = z
  .object({
    windows: z.array(
      z.object({
        id: Slug,
        number: z.int(),
        name: Text,
        allRound: z.boolean(),
        lanes: z.array(Slug),
        staff: z.string().nullable(),
        away: AwayFace.nullable(),
        /** Labels of what it holds: at the window, on hold from it, sent to it. */
        holds: z.array(Label),
      }),
    ),
    lanes: z.array(
      z.object({ id: Slug, prefix: z.string(), name: Text, matters: z.int(), open: z.int().describe('open tickets') }),
    ),
    /** Minutes by which a lane is preferred to the one behind it, and at most. */
    preference: z.object({ each: z.int(), most: z.int() }),
  })
  .meta({ id: 'WindowPlan' })
export type WindowPlan = z.infer<typeof WindowPlan>

/** A lane that no window serves just now. `back`: the earliest of whom a pause or the roster says that they come. */
export const UnservedLane = z
  .object({
    lane: Slug,
    waiting: z.int(),
    back: z.object({ at: Instant, name: z.string(), window: z.int() }).nullable(),
  })
  .meta({ id: 'UnservedLane' })
export type UnservedLane = z.infer<typeof UnservedLane>
