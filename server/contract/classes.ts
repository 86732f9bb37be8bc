// The classes of tickets and their head starts: the one policy of the queue, as the manager edits it.
import { z } from 'zod'
import { line, Slug, Text } from './text.ts'

/** everybody: no head start, always offered. chosen: a resident may name it. own: given by the hall itself (a return, an appointment). */
export const ClassKind = z.enum(['everybody', 'chosen', 'own'])
export type ClassKind = z.infer<typeof ClassKind>

/** As many may be offered beside everybody's: more do not fit on the kiosk's screen. */
export const MOST_OFFERED = 6

export const ClassPlan = z
  .strictObject({
    name: z.strictObject({ zh: line(12), en: line(40) }),
    /** Minutes. */
    headStart: z.int().min(0).max(60),
    offered: z.boolean(),
  })
  .meta({ id: 'ClassPlan' })
export type ClassPlan = z.infer<typeof ClassPlan>

export const ClassEntry = z
  .object({ id: Slug, name: Text, headStart: z.int(), offered: z.boolean(), kind: ClassKind })
  .meta({ id: 'ClassEntry' })
export type ClassEntry = z.infer<typeof ClassEntry>

export const ClassList = z
  .object({
    classes: z.array(ClassEntry),
    /** What kiosk and paper say of them, in one sentence. */
    rule: Text,
  })
  .meta({ id: 'ClassList' })
export type ClassList = z.infer<typeof ClassList>
