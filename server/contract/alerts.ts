// What may be asked of emergency messages, and what is answered.
import { z } from 'zod'
import { HallDate, Id, Instant, line, Slug, Text } from './text.ts'
import { AlertPhase, AlertStepName, CapFault, Hazard } from './words.ts'

const twice = ({ zh, en }: { zh: number; en: number }) => z.object({ zh: line(zh), en: line(en) })

/** Graphemes at most. All of a message stands on one wall at once, large enough to be read from six metres. */
export const ALERT_LIMITS = {
  headline: { zh: 18, en: 60 },
  instruction: { zh: 48, en: 160 },
  where: { zh: 40, en: 110 },
} as const
const Limit = z.object({ zh: z.int(), en: z.int() })

/** The words of a message. */
export const AlertWords = z
  .strictObject({
    headline: twice(ALERT_LIMITS.headline),
    /** What to do. */
    instruction: twice(ALERT_LIMITS.instruction),
    /** Where to go, or where it is. */
    where: twice(ALERT_LIMITS.where).nullable(),
  })
  .meta({ id: 'AlertWords' })
export type AlertWords = z.infer<typeof AlertWords>

const minutes = z.int().min(5).max(720)
/** The draft of a message that came from outside; it is settled by this. */
const draft = Id.optional()

/** A new message. `confirmed`: somebody was asked a second time, and knows where it appears; without it nothing real is sent. */
export const SendAlert = z
  .strictObject({
    hazard: Hazard,
    drill: z.boolean(),
    words: AlertWords,
    /** Until it ends by itself: 30 where it is real, 10 for a drill. */
    minutes: minutes.optional(),
    confirmed: z.boolean().optional(),
    draft,
  })
  .meta({ id: 'SendAlert' })
export type SendAlert = z.infer<typeof SendAlert>

/** What becomes of a message that was sent. `after`: its newest part, as the manager saw it. A drill stays a drill. */
export const StepAlert = z
  .discriminatedUnion('step', [
    z.strictObject({ step: z.literal('renew'), after: Id, minutes: minutes.optional() }),
    z.strictObject({ step: z.literal('update'), after: Id, minutes: minutes.optional(), words: AlertWords, draft }),
    z.strictObject({ step: z.literal('clear'), after: Id, draft }),
    z.strictObject({ step: z.literal('cancel'), after: Id, draft }),
  ])
  .meta({ id: 'StepAlert' })
export type StepAlert = z.infer<typeof StepAlert>

/** `content`: the words that were read. */
export const Acknowledge = z.strictObject({ content: Id }).meta({ id: 'Acknowledge' })
export type Acknowledge = z.infer<typeof Acknowledge>
/** `content`: whose words were acknowledged by the one who asks; null where none are shown or they were not read. */
export const Acknowledged = z.object({ content: Id.nullable() }).meta({ id: 'Acknowledged' })
export type Acknowledged = z.infer<typeof Acknowledged>

/** A CAP 1.2 message as it came, or as it was read from a file. */
export const ReceiveCap = z.strictObject({ cap: z.string().min(1).max(48_000) }).meta({ id: 'ReceiveCap' })
export type ReceiveCap = z.infer<typeof ReceiveCap>

export const AlertReply = z.object({ alert: Id, message: Id }).meta({ id: 'AlertReply' })
export type AlertReply = z.infer<typeof AlertReply>
export const DraftReply = z.object({ draft: Id }).meta({ id: 'DraftReply' })
export type DraftReply = z.infer<typeof DraftReply>

const Words = { headline: Text, instruction: Text, where: Text.nullable() }

export const AlertMessageFace = z
  .object({
    id: Id,
    step: AlertStepName,
    ...Words,
    sentAt: Instant,
    expiresAt: Instant,
    /** Who sent it. */
    by: z.string().nullable(),
  })
  .meta({ id: 'AlertMessageFace' })
export type AlertMessageFace = z.infer<typeof AlertMessageFace>

export const AlertRecord = z
  .object({
    id: Id,
    hazard: Hazard,
    drill: z.boolean(),
    /** Null: it has ended. */
    phase: AlertPhase.nullable(),
    /** It is the one that the screens show. */
    shown: z.boolean(),
    /** The part whose words are shown, and that staff acknowledge. */
    content: Id,
    /** Newest first. */
    messages: z.array(AlertMessageFace),
    /** It came from outside. */
    from: z.string().nullable(),
    acknowledged: z.array(z.object({ name: z.string(), at: Instant })),
    /** On duty by the roster or at a window, and not heard of yet. `desk`: false for those who cannot sign in. */
    missing: z.array(z.object({ name: z.string(), duty: z.boolean(), desk: z.boolean() })),
  })
  .meta({ id: 'AlertRecord' })
export type AlertRecord = z.infer<typeof AlertRecord>

export const AlertDraftFace = z
  .object({
    id: Id,
    hazard: Hazard,
    drill: z.boolean(),
    /** What it asks for: a new message, or a step of one that it sent before. */
    step: AlertStepName,
    alert: Id.nullable(),
    ...Words,
    expiresAt: Instant.nullable(),
    from: z.string(),
    receivedAt: Instant,
    /** The language that the sender did not write: its words stand in both. */
    lacks: z.enum(['zh', 'en']).nullable(),
    /** Its words were too long for a wall and were cut. */
    cut: z.boolean(),
  })
  .meta({ id: 'AlertDraftFace' })
export type AlertDraftFace = z.infer<typeof AlertDraftFace>

/** Everything that the office's page needs, fetched anew whenever the book changes. */
export const AlertOffice = z
  .object({
    today: HallDate,
    /** Not ended, and the newest that have. */
    alerts: z.array(AlertRecord),
    /** What came from outside and waits for a manager. */
    drafts: z.array(AlertDraftFace),
    /** Prepared words of each hazard, the hall's own fields filled in. */
    prepared: z.array(z.object({ hazard: Hazard, ...Words, own: z.boolean() })),
    limits: z.object({ headline: Limit, instruction: Limit, where: Limit }),
    /** Every kiosk and display that is paired, whether it was heard of or not. */
    devices: z.array(z.object({ id: Id, kind: z.enum(['kiosk', 'display']), name: z.string() })),
  })
  .meta({ id: 'AlertOffice' })
export type AlertOffice = z.infer<typeof AlertOffice>

/** The hall's own prepared words of a hazard; null: those that come with the program. */
export const PrepareAlert = z
  .strictObject({ hazard: Hazard, words: AlertWords.nullable() })
  .meta({ id: 'PrepareAlert' })
export type PrepareAlert = z.infer<typeof PrepareAlert>

export { CapFault, Slug }
