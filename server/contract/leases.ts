// Numbers while the hub is away: the blocks that a kiosk holds, the slips that it issued from them, and what they became.
import { z } from 'zod'
import { HallDate, Id, Instant, Label, Slug } from './text.ts'
import { MOST_MATTERS } from './visits.ts'
import { PrintState } from './words.ts'

/** A block of numbers of one lane and one service day: from `first` to `last`, both included. */
export const LeaseFace = z
  .object({
    id: Id,
    lane: Slug,
    serviceDate: HallDate,
    first: z.int(),
    last: z.int(),
    grantedAt: Instant,
  })
  .meta({ id: 'LeaseFace' })
export type LeaseFace = z.infer<typeof LeaseFace>

/** What the kiosk holds already, and how many numbers of each block it has issued. */
export const AskLeases = z
  .strictObject({
    held: z.array(z.strictObject({ id: Id, used: z.int().min(0).max(100_000) })).max(400),
  })
  .meta({ id: 'AskLeases' })
export type AskLeases = z.infer<typeof AskLeases>

export const LeaseBook = z
  .object({
    /** The hub's clock. */
    at: Instant,
    /** Which device this kiosk is: a block serves the one that it was granted to. */
    device: Id,
    /** Where phones reach the hub: the base of the links in QR codes. */
    base: z.string(),
    /** own: the kiosk prints by itself, also while the hub is away. hub: its printer hangs on the hub. */
    paper: z.enum(['own', 'hub']),
    /** Of today and of tomorrow, those that it held and those that are new. */
    leases: z.array(LeaseFace),
  })
  .meta({ id: 'LeaseBook' })
export type LeaseBook = z.infer<typeof LeaseBook>

/** A number that was taken while the hub was away. */
export const SlipBody = z
  .strictObject({
    /** Made by the kiosk and kept until the hub has answered: the same id is the same number. */
    id: Id,
    /** Unguessable, made by the kiosk: the printed QR code follows the ticket at /t/{code}. */
    code: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
    lease: Id,
    lane: Slug,
    /** The letter on the paper. */
    prefix: z.string().regex(/^[A-Z]$/),
    number: z.int().min(1).max(999_999),
    matter: Slug,
    /** Other matters of the same visit. */
    more: z
      .array(Slug)
      .min(1)
      .max(MOST_MATTERS - 1)
      .optional(),
    class: Slug,
    takenAt: Instant,
    /** Whether `takenAt` was counted by a clock that only runs forward. */
    sure: z.boolean(),
    /** Counts the slips of a kiosk. */
    sequence: z.int().min(0),
    /** The idempotency key of a wish that may have reached the hub before; null where none was sent. */
    asked: z
      .string()
      .regex(/^[A-Za-z0-9_.:-]{8,128}$/)
      .nullable(),
    printed: PrintState,
  })
  .meta({ id: 'SlipBody' })
export type SlipBody = z.infer<typeof SlipBody>

export const ReturnSlips = z.strictObject({ slips: z.array(SlipBody).min(1).max(100) }).meta({ id: 'ReturnSlips' })
export type ReturnSlips = z.infer<typeof ReturnSlips>

/**
 * kept: a ticket with the slip's number. renumbered: with another one, because the slip's was somebody else's. refused: of another day than
 * its block, or for a lane that is gone with all its matters; the desk is told.
 */
export const SlipOutcome = z.enum(['kept', 'renumbered', 'refused'])
export type SlipOutcome = z.infer<typeof SlipOutcome>

export const SlipsReply = z
  .object({
    slips: z.array(z.object({ id: Id, outcome: SlipOutcome, label: Label.nullable() })),
  })
  .meta({ id: 'SlipsReply' })
export type SlipsReply = z.infer<typeof SlipsReply>

/** A slip that staff must hear of: its holder has a number that will not be called. */
export const SlipMark = z
  .object({
    id: Id,
    /** What stands on the paper. */
    label: Label,
    /** What is called in its place; null: nothing, the holder takes a new number. */
    now: Label.nullable(),
    takenAt: Instant,
  })
  .meta({ id: 'SlipMark' })
export type SlipMark = z.infer<typeof SlipMark>
