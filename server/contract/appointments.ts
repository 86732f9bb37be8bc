// Appointments: what may be asked, and what is answered. Nobody gives a name: a code is enough.
import { z } from 'zod'
import { HallDate, Id, Instant, Label, line, Slug, Text } from './text.ts'
import { CommitteeColour } from './words.ts'

/** booked: still to come. absent: the time and its grace went by without anybody. */
export const AppointmentState = z.enum(['booked', 'arrived', 'absent', 'cancelled'])
export type AppointmentState = z.infer<typeof AppointmentState>

/** Who cancelled it; hours: the hall is not open then any more, or nobody serves it. */
export const AppointmentWhy = z.enum(['resident', 'staff', 'hours'])
export type AppointmentWhy = z.infer<typeof AppointmentWhy>

/** How somebody stands to their slot at this moment. */
export const AppointmentArrival = z.enum(['early', 'on_time', 'late'])
export type AppointmentArrival = z.infer<typeof AppointmentArrival>

/** For which matters a time can be booked. */
export const BookableList = z
  .object({
    matters: z.array(z.object({ id: Slug, committee: Slug, words: Text, common: z.boolean() })),
    committees: z.array(z.object({ id: Slug, letter: z.string(), name: Text, colour: CommitteeColour })),
  })
  .meta({ id: 'BookableList' })
export type BookableList = z.infer<typeof BookableList>

/** The free slots of each day of the next two weeks. `reason`: why the hours differ on that day. */
export const SlotsReply = z
  .object({
    matter: z.object({ id: Slug, words: Text, bring: z.array(Text), minutes: z.int() }),
    days: z.array(
      z.object({
        date: HallDate,
        reason: Text.nullable(),
        open: z.boolean(),
        slots: z.array(z.object({ at: Instant, left: z.int() })),
      }),
    ),
  })
  .meta({ id: 'SlotsReply' })
export type SlotsReply = z.infer<typeof SlotsReply>

/** `note`: for the desk's own eyes, and only a desk may leave one. */
export const BookAppointment = z
  .strictObject({ matter: Slug, at: Instant, note: line(20).optional() })
  .meta({ id: 'BookAppointment' })
export type BookAppointment = z.infer<typeof BookAppointment>

export const MoveAppointment = z.strictObject({ at: Instant }).meta({ id: 'MoveAppointment' })
export type MoveAppointment = z.infer<typeof MoveAppointment>

export const AppointmentFace = z
  .object({
    /** Unguessable; follows the appointment at /h/appointment/{code}. */
    code: Id,
    /** Eight digits, for the kiosk. */
    short: z.string(),
    link: z.string(),
    matter: z.object({ id: Slug, words: Text, bring: z.array(Text) }),
    at: Instant,
    state: AppointmentState,
    why: AppointmentWhy.nullable(),
    reason: Text.nullable(),
    /** Minutes after which it counts as missed, and before which it is not called sooner. */
    grace: z.int(),
    /** The number that it became. */
    ticket: z.object({ label: Label, link: z.string() }).nullable(),
  })
  .meta({ id: 'AppointmentFace' })
export type AppointmentFace = z.infer<typeof AppointmentFace>
export const AppointmentReply = z.object({ appointment: AppointmentFace }).meta({ id: 'AppointmentReply' })
export type AppointmentReply = z.infer<typeof AppointmentReply>

/** The eight digits as they are typed, or what a scanner reads: the code, or the link that ends with it. */
const AppointmentCode = z
  .string()
  .max(400)
  .transform((typed) => typed.replaceAll(/\s/g, '').replace(/^.*\//, ''))
  .transform((code) => (/^[\d-]+$/.test(code) ? code.replaceAll('-', '') : code))
  .pipe(z.string().regex(/^[A-Za-z0-9_-]{1,64}$/))

export const FindAppointment = z.strictObject({ code: AppointmentCode }).meta({ id: 'FindAppointment' })
export type FindAppointment = z.infer<typeof FindAppointment>

/** What a kiosk shows of an appointment before it becomes a number. */
export const ArrivalFace = z
  .object({
    matter: z.object({ id: Slug, words: Text, bring: z.array(Text) }),
    at: Instant,
    arrival: AppointmentArrival,
    grace: z.int(),
    /** It became a number already. */
    ticket: Label.nullable(),
  })
  .meta({ id: 'ArrivalFace' })
export type ArrivalFace = z.infer<typeof ArrivalFace>

export const CheckIn = z.strictObject({ code: AppointmentCode, class: Slug.optional() }).meta({ id: 'CheckIn' })
export type CheckIn = z.infer<typeof CheckIn>

export const CancelAppointment = z.strictObject({ reason: Text }).meta({ id: 'CancelAppointment' })
export type CancelAppointment = z.infer<typeof CancelAppointment>

/** An appointment as the office sees it. `seen`: whoever holds it has looked at its page since the hall cancelled it. */
export const OfficeAppointment = z
  .object({
    id: Id,
    short: z.string(),
    at: Instant,
    matter: z.object({ id: Slug, words: Text }),
    prefix: z.string(),
    colour: CommitteeColour,
    by: z.enum(['phone', 'desk']),
    note: z.string().nullable(),
    state: AppointmentState,
    why: AppointmentWhy.nullable(),
    reason: Text.nullable(),
    seen: z.boolean(),
    ticket: Label.nullable(),
  })
  .meta({ id: 'OfficeAppointment' })
export type OfficeAppointment = z.infer<typeof OfficeAppointment>

/** Whether a lane takes appointments. every: minutes from slot to slot; share: percent of its windows' time. */
export const AppointmentRule = z
  .object({
    lane: Slug,
    prefix: z.string(),
    name: Text,
    rule: z.object({ every: z.int(), share: z.int() }).nullable(),
    /** How many places that gives on the next day with hours. */
    places: z.int(),
  })
  .meta({ id: 'AppointmentRule' })
export type AppointmentRule = z.infer<typeof AppointmentRule>

export const AppointmentOffice = z
  .object({ today: HallDate, appointments: z.array(OfficeAppointment), rules: z.array(AppointmentRule) })
  .meta({ id: 'AppointmentOffice' })
export type AppointmentOffice = z.infer<typeof AppointmentOffice>

/** Of a lane's slots; in hall.json too. */
export const SlotRuleBody = z.strictObject({
  every: z.int().min(5).max(120),
  share: z.int().min(1).max(80),
})
export const KeepAppointmentRule = z
  .strictObject({ lane: Slug, rule: SlotRuleBody.nullable() })
  .meta({ id: 'KeepAppointmentRule' })
export type KeepAppointmentRule = z.infer<typeof KeepAppointmentRule>
