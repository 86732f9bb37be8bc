// How a wall is laid out: which panels it shows at which part of the day, and from how far it is read.
import { z } from 'zod'
import { ClockTime, Id, line, Slug, Text } from './text.ts'
import { DayPart, DeviceKind, PanelName, WallDuty } from './words.ts'

/** Metres from the wall to those who read it, and the diagonal of its glass in inches: type sizes follow from both. */
const Distance = z.number().min(0.5).max(20).multipleOf(0.1)
const Diagonal = z.number().min(5).max(200).multipleOf(0.1)
const Night = z.strictObject({ from: ClockTime, until: ClockTime })

/** Panels in the order of their weight, each once. */
const Panels = z
  .array(PanelName)
  .max(PanelName.options.length)
  .refine((panels) => new Set(panels).size === panels.length, 'twice')

export const PanelsOfDay = z.record(DayPart, Panels).meta({ id: 'PanelsOfDay' })
export type PanelsOfDay = z.infer<typeof PanelsOfDay>

export const WallFace = z
  .object({
    id: Slug,
    name: Text,
    duty: WallDuty,
    /** The room whose door sign it is; null for every other duty. */
    room: z.object({ id: Slug, name: Text, about: Text }).nullable(),
    /** Metres. */
    distance: z.number(),
    /** Inches. */
    diagonal: z.number(),
    /** False: pages are turned by a plain cut, and nothing moves. */
    movement: z.boolean(),
    /** The hall's clock; over midnight where `until` is not later. Null: never dark. */
    night: z.object({ from: ClockTime, until: ClockTime }).nullable(),
    panels: PanelsOfDay,
  })
  .meta({ id: 'WallFace' })
export type WallFace = z.infer<typeof WallFace>

/** A wall as it is written down: what it leaves out is as usual for its duty. */
const plan = {
  name: z.strictObject({ zh: line(40), en: line(80) }),
  duty: WallDuty,
  room: Slug.nullable().optional(),
  distance: Distance.optional(),
  diagonal: Diagonal.optional(),
  movement: z.boolean().optional(),
  night: Night.nullable().optional(),
  panels: z.partialRecord(DayPart, Panels).optional(),
}
export const WallPlan = z.strictObject(plan).meta({ id: 'WallPlan' })
export type WallPlan = z.infer<typeof WallPlan>

/** The file of the book; a book without it has one wall. */
export const WallsFile = z.strictObject({
  walls: z
    .array(z.strictObject({ id: Slug, ...plan }))
    .min(1)
    .max(50),
})
export type WallsFile = z.infer<typeof WallsFile>

export const WallReply = z.object({ wall: WallFace }).meta({ id: 'WallReply' })
export type WallReply = z.infer<typeof WallReply>

/** What a wall of each duty is like before anybody changed it, and the rooms that may have a door sign. */
export const WallChoices = z
  .object({
    usual: z.record(WallDuty, WallFace.omit({ id: true, name: true, duty: true, room: true })),
    rooms: z.array(z.object({ id: Slug, name: Text })),
  })
  .meta({ id: 'WallChoices' })
export type WallChoices = z.infer<typeof WallChoices>

export const AssignWall = z.strictObject({ wall: Slug }).meta({ id: 'AssignWall' })
export type AssignWall = z.infer<typeof AssignWall>

/** What a paired device is told of itself. */
export const OwnDevice = z
  .object({ device: z.object({ id: Id, kind: DeviceKind, name: z.string() }) })
  .meta({ id: 'OwnDevice' })
export type OwnDevice = z.infer<typeof OwnDevice>
