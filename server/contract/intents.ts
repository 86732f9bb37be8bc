// What a screen or a program may ask the hub to do: one schema for each body and each reply of the HTTP API.
import { z } from 'zod'
import { EstimateFace } from './estimates.ts'
import { HallDate, Id, Instant, Label, line, Slug, Text } from './text.ts'
import { DeviceKind, MissReason, OutOfOrderReason, PrintState, Role, TicketState } from './words.ts'
import { MatterFace, StaffFace } from './views.ts'
import { MOST_MATTERS } from './visits.ts'

/** `Idempotency-Key`: made by the device for each intent, kept until the intent is answered. */
export const IdempotencyKey = z.string().regex(/^[A-Za-z0-9_.:-]{8,128}$/)

/** `more`: other matters that are to be settled on the same visit. */
export const TakeTicket = z
  .strictObject({
    matter: Slug,
    more: z
      .array(Slug)
      .min(1)
      .max(MOST_MATTERS - 1)
      .optional(),
    class: Slug.optional(),
  })
  .meta({ id: 'TakeTicket' })
export type TakeTicket = z.infer<typeof TakeTicket>

export const TicketFace = z
  .object({
    id: Id,
    /** Unguessable; follows the ticket at /t/{code}. */
    code: Id,
    label: Label,
    number: z.int(),
    lane: Slug,
    matter: Slug,
    /** The others of the same visit, in order; left out where there are none. */
    more: z.array(Slug).optional(),
    class: Slug,
    serviceDate: HallDate,
    joinedAt: Instant,
    ahead: z.int(),
    /** When it is called, as far as that can be said now; missing on a number that was issued without the hub. */
    estimate: EstimateFace.optional(),
    /** Where the QR code leads. */
    link: z.string(),
  })
  .meta({ id: 'TicketFace' })
export type TicketFace = z.infer<typeof TicketFace>
export const TicketReply = z.object({ ticket: TicketFace }).meta({ id: 'TicketReply' })

export const PrintOutcome = z.strictObject({ outcome: PrintState.exclude(['unprinted']) }).meta({ id: 'PrintOutcome' })
export type PrintOutcome = z.infer<typeof PrintOutcome>

const version = z.int().min(1)
/** One step of a ticket, as pressed at a desk. `version` is the one that the clerk saw. */
export const Step = z
  .discriminatedUnion('step', [
    z.strictObject({ step: z.literal('call'), version, reason: OutOfOrderReason.optional() }),
    z.strictObject({ step: z.literal('again'), version }),
    z.strictObject({ step: z.literal('start'), version }),
    z.strictObject({ step: z.literal('hold'), version }),
    /** `reason` is needed where too few calls were proven. */
    z.strictObject({ step: z.literal('miss'), version, reason: MissReason.optional() }),
    z.strictObject({ step: z.literal('requeue'), version }),
    z.strictObject({
      step: z.literal('transfer'),
      version,
      to: z.union([z.strictObject({ lane: Slug }), z.strictObject({ window: Slug })]),
    }),
    z.strictObject({ step: z.literal('finish'), version }),
    /** This matter is settled: on with the next of the ticket's, here or in its own lane. */
    z.strictObject({ step: z.literal('onward'), version }),
    /** One more matter for the ticket at the window, and one less of those still to come. */
    z.strictObject({ step: z.literal('add'), version, matter: Slug }),
    z.strictObject({ step: z.literal('drop'), version, matter: Slug }),
    z.strictObject({ step: z.literal('leave'), version }),
  ])
  .meta({ id: 'Step' })
export type Step = z.infer<typeof Step>
export type StepName = Step['step']

export const StepReply = z
  .object({
    ticket: z.object({ id: Id, label: Label, state: TicketState, version: z.int(), window: z.int().nullable() }),
  })
  .meta({ id: 'StepReply' })
export type StepReply = z.infer<typeof StepReply>

/** A step that the holder of a code took by phone, and where the ticket stands now. */
export const FollowReply = z
  .object({ ticket: z.object({ label: Label, state: TicketState }) })
  .meta({ id: 'FollowReply' })
export type FollowReply = z.infer<typeof FollowReply>

export const SitDown = z.strictObject({ takeOver: z.boolean().optional() }).meta({ id: 'SitDown' })
export type SitDown = z.infer<typeof SitDown>

export const Nothing = z.strictObject({}).meta({ id: 'Nothing' })

export const SignIn = z.strictObject({ staff: Slug, pin: z.string().regex(/^\d{6,12}$/) }).meta({ id: 'SignIn' })
export type SignIn = z.infer<typeof SignIn>
export const Session = z
  .object({
    staff: StaffFace,
    window: Slug.nullable(),
    token: z.string().optional().describe('for programs; browsers get a cookie'),
  })
  .meta({ id: 'Session' })
export type Session = z.infer<typeof Session>
export const StaffList = z.object({ staff: z.array(StaffFace) }).meta({ id: 'StaffList' })

export const AskPairing = z.strictObject({ kind: DeviceKind }).meta({ id: 'AskPairing' })
export type AskPairing = z.infer<typeof AskPairing>
/** `code` is shown on the screen; `claim` stays with the device that asked and collects the token. */
export const Pairing = z.object({ code: z.string(), claim: z.string(), expiresAt: Instant }).meta({ id: 'Pairing' })
export type Pairing = z.infer<typeof Pairing>
export const ClaimPairing = z.strictObject({ claim: z.string().min(20).max(64) }).meta({ id: 'ClaimPairing' })
export const PairingState = z.object({ state: z.enum(['waiting', 'paired']) }).meta({ id: 'PairingState' })
export type PairingState = z.infer<typeof PairingState>
export const ApprovePairing = z
  .strictObject({
    code: z
      .string()
      .max(16)
      .transform((code) => code.toUpperCase().replaceAll(/[\s-]/g, '')),
    name: line(40),
  })
  .meta({ id: 'ApprovePairing' })
export type ApprovePairing = z.infer<typeof ApprovePairing>
export const DeviceFace = z
  .object({ id: Id, kind: DeviceKind, name: z.string(), pairedAt: Instant, revokedAt: Instant.nullable() })
  .meta({ id: 'DeviceFace' })
export type DeviceFace = z.infer<typeof DeviceFace>
export const DeviceReply = z.object({ device: DeviceFace }).meta({ id: 'DeviceReply' })
export const DeviceList = z.object({ devices: z.array(DeviceFace) }).meta({ id: 'DeviceList' })

export const ClaimLink = z.strictObject({ secret: z.string().min(20).max(64) }).meta({ id: 'ClaimLink' })
export const LinkReply = z.object({ to: z.string().describe('path of the page to go on to') }).meta({ id: 'LinkReply' })

export const MatterList = z.object({ matters: z.array(MatterFace) }).meta({ id: 'MatterList' })

export const ActFace = z
  .object({ at: Instant, staff: z.string().nullable(), act: z.string(), about: z.string(), detail: z.string() })
  .meta({ id: 'ActFace' })
export type ActFace = z.infer<typeof ActFace>
export const ActList = z.object({ acts: z.array(ActFace) }).meta({ id: 'ActList' })

export const ErrorReply = z
  .object({ error: z.object({ code: z.string(), facts: z.record(z.string(), z.unknown()) }) })
  .meta({ id: 'ErrorReply' })

export { Role, Text }
