// What the office keeps of people: each entry of the book with a version, how it is changed, taken back, and carried in and out as a
// table. Only managers see this; telephones are in it.
import { z } from 'zod'
import { FoundSpan, LetterFace, OwnerEntry, PersonName, PhoneNumber, TileFace } from './people.ts'
import { ClockTime, HallDate, Id, Instant, Slug, Text, line } from './text.ts'
import { CommitteeColour, Post, Speech } from './words.ts'

export const EntryKind = z.enum(['person', 'matter', 'hotline', 'building', 'answer', 'tiles', 'letter', 'reading'])
export type EntryKind = z.infer<typeof EntryKind>

const Short = z.strictObject({ zh: line(40), en: line(100) })
const Sound = z.string().regex(/^[a-z]{1,6}( [a-z]{1,6}){0,19}$/)
const syllables = (sound: string) => sound.split(' ').length
const distinct = (list: readonly unknown[]) => new Set(list).size === list.length

const Found = FoundSpan.extend({ from: ClockTime, to: ClockTime }).refine(({ from, to }) => from < to, 'ends_before')

/** Of a name in Hanzi, each sounds as one syllable: else the letters of the search would be those of another character. */
function fits(name: string, sound: string): boolean {
  const han = name.replace(/^示例·/, '').replaceAll(/[·・.' -]/g, '')
  return !/^\p{Script=Han}+$/u.test(han) || syllables(sound) === [...han].length
}

export const PersonEntry = z
  .strictObject({
    name: PersonName,
    title: Short,
    committee: Slug.nullable(),
    /** The public one: it stands on the card. */
    phone: PhoneNumber.nullable(),
    posts: z.array(Post).max(6).refine(distinct, 'twice'),
    /** Those that they are for; empty: for everybody. */
    buildings: z.array(Slug).max(400).refine(distinct, 'twice'),
    found: z.array(Found).max(14),
    place: Short.nullable(),
    speaks: z.array(Speech).max(7).refine(distinct, 'twice'),
    /** The day on which the person agreed to be published; null: they did not, and nothing of them is shown. */
    consent: HallDate.nullable(),
    since: HallDate.nullable(),
    /** The last day in the post. */
    until: HallDate.nullable(),
    /** The name in pinyin; empty: the hub finds it. */
    sound: z.union([z.literal(''), Sound]),
    /** The name of a photo that the hub was sent: it is at /photos/NAME while the card is published. */
    photo: z
      .string()
      .regex(/^[0-9a-f]{64}\.(jpg|png|webp)$/)
      .nullable(),
  })
  .refine(({ since, until }) => since === null || until === null || since <= until, {
    path: ['until'],
    message: 'ends_before',
  })
  .refine(({ name, sound }) => sound === '' || fits(name, sound), { path: ['sound'], message: 'syllables' })
  .meta({ id: 'PersonEntry' })
export type PersonEntry = z.infer<typeof PersonEntry>

const Owners = z
  .array(OwnerEntry)
  .max(4)
  .refine((list) => distinct(list.map(({ post }) => post)), 'twice')
/** Residents' words stand in one line with blanks between them: a word has none. */
const Also = z
  .array(line(24).transform((word) => word.replaceAll(/\s+/g, '')))
  .max(40)
  .refine(distinct, 'twice')
const Hotlines = z.array(Slug).max(4).refine(distinct, 'twice')

export const MatterEntry = z
  .strictObject({ owners: Owners, also: Also, hotlines: Hotlines, list: z.boolean() })
  .meta({ id: 'MatterEntry' })
export type MatterEntry = z.infer<typeof MatterEntry>

export const HotlineEntry = z
  .strictObject({ name: Short, number: PhoneNumber, hours: Short })
  .meta({ id: 'HotlineEntry' })
export type HotlineEntry = z.infer<typeof HotlineEntry>

export const BuildingEntry = z
  .strictObject({
    number: z.int().min(1).max(999),
    name: Short,
    address: Text,
    group: Short,
    doors: z.int().min(1).max(20),
    floors: z.int().min(1).max(99),
  })
  .meta({ id: 'BuildingEntry' })
export type BuildingEntry = z.infer<typeof BuildingEntry>

export const AnswerEntry = z
  .strictObject({
    kind: z.enum(['paper', 'event']),
    words: Short,
    also: Also,
    here: z.boolean(),
    say: Text,
    place: z.strictObject({ name: Short, address: Text, phone: PhoneNumber.nullable(), hours: Short }).nullable(),
    matter: Slug.nullable(),
    owners: Owners,
    hotlines: Hotlines,
  })
  .refine(({ here, place, hotlines, owners }) => here || place || hotlines.length > 0 || owners.length > 0, 'nowhere')
  .meta({ id: 'AnswerEntry' })
export type AnswerEntry = z.infer<typeof AnswerEntry>

export const TilesEntry = z.array(TileFace).max(24)
export type TilesEntry = z.infer<typeof TilesEntry>

export const ReadingEntry = z.strictObject({ sound: Sound }).meta({ id: 'ReadingEntry' })
export type ReadingEntry = z.infer<typeof ReadingEntry>
/** A word in which a character sounds otherwise than usual. */
const Han = line(12).refine((text) => /^\p{Script=Han}{2,}$/u.test(text), 'not_han')

export interface EntryOf {
  person: PersonEntry
  matter: MatterEntry
  hotline: HotlineEntry
  building: BuildingEntry
  answer: AnswerEntry
  tiles: TilesEntry
  letter: LetterFace
  reading: ReadingEntry
}
export type Entry = EntryOf[EntryKind]

/** The version of what was on the glass; null: there was nothing. */
const seen = z.string().max(40).nullable()
const added = { id: Slug.nullable().describe('null: a new one'), seen }

export const EditEntry = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('person'), ...added, entry: PersonEntry }),
    z.strictObject({ kind: z.literal('matter'), id: Slug, seen, entry: MatterEntry }),
    z.strictObject({ kind: z.literal('hotline'), ...added, entry: HotlineEntry }),
    z.strictObject({ kind: z.literal('building'), ...added, entry: BuildingEntry }),
    z.strictObject({ kind: z.literal('answer'), ...added, entry: AnswerEntry }),
    z.strictObject({ kind: z.literal('tiles'), id: z.literal('tiles'), seen, entry: TilesEntry }),
    z.strictObject({ kind: z.literal('letter'), id: z.literal('letter'), seen, entry: LetterFace }),
    z
      .strictObject({ kind: z.literal('reading'), id: Han, seen, entry: ReadingEntry })
      .refine(({ id, entry }) => syllables(entry.sound) === [...id].length, {
        path: ['entry', 'sound'],
        message: 'syllables',
      }),
  ])
  .meta({ id: 'EditEntry' })
export type EditEntry = z.infer<typeof EditEntry>

/** A person is never removed: they leave their post. */
export const RemoveEntry = z
  .strictObject({
    kind: EntryKind.extract(['hotline', 'building', 'answer', 'letter', 'reading']),
    id: z.union([Slug, Han]),
    seen: z.string().max(40),
  })
  .meta({ id: 'RemoveEntry' })
export type RemoveEntry = z.infer<typeof RemoveEntry>

export const LeaveNow = z.strictObject({ seen: z.string().max(40) }).meta({ id: 'LeaveNow' })
export type LeaveNow = z.infer<typeof LeaveNow>

export const EntryKept = z
  .object({ id: z.string(), version: z.string().nullable(), change: Id.nullable().describe('null: nothing was new') })
  .meta({ id: 'EntryKept' })
export type EntryKept = z.infer<typeof EntryKept>

/** One value that became another, by the name of its column. */
export const Difference = z
  .object({ column: z.string(), before: z.string(), after: z.string() })
  .meta({ id: 'Difference' })
export type Difference = z.infer<typeof Difference>

export const EntryChange = z
  .object({
    kind: EntryKind,
    id: z.string(),
    label: z.string(),
    what: z.enum(['new', 'changed', 'gone']),
    differences: z.array(Difference),
  })
  .meta({ id: 'EntryChange' })
export type EntryChange = z.infer<typeof EntryChange>

/** What somebody changed. Kept for thirty days; until then it can be taken back, unless a later change stands upon it. */
export const BookChange = z
  .object({
    id: Id,
    at: Instant,
    who: z.string().nullable(),
    how: z.enum(['edit', 'remove', 'leave', 'import', 'undo']),
    changes: z.array(EntryChange),
    undone: z.boolean(),
    /** False where something of it was changed since. */
    undoable: z.boolean(),
  })
  .meta({ id: 'BookChange' })
export type BookChange = z.infer<typeof BookChange>

const kept = { id: z.string(), version: z.string() }
export const PeopleBook = z
  .object({
    today: HallDate,
    people: z.array(
      z.object({ ...kept, entry: PersonEntry, state: z.enum(['published', 'unasked', 'later', 'left']) }),
    ),
    matters: z.array(z.object({ ...kept, entry: MatterEntry, words: Text, name: Text, committee: Slug })),
    hotlines: z.array(z.object({ ...kept, entry: HotlineEntry })),
    buildings: z.array(z.object({ ...kept, entry: BuildingEntry })),
    answers: z.array(z.object({ ...kept, entry: AnswerEntry })),
    tiles: z.object({ version: z.string(), entry: TilesEntry }),
    letter: z.object({ version: z.string(), entry: LetterFace }).nullable(),
    /** Words in which a character sounds otherwise. */
    readings: z.array(z.object({ ...kept, entry: ReadingEntry })),
    committees: z.array(z.object({ id: Slug, name: Text, letter: z.string(), colour: CommitteeColour })),
    changes: z.array(BookChange),
  })
  .meta({ id: 'PeopleBook' })
export type PeopleBook = z.infer<typeof PeopleBook>

/** Why a photo was not taken. large, small: pixels; heavy: bytes; shape: no square; gone: the hub has it no more. */
export const PhotoFault = z.enum(['kind', 'broken', 'large', 'small', 'heavy', 'shape', 'gone'])
export type PhotoFault = z.infer<typeof PhotoFault>

/** Why a table is not read at all. */
export const SheetFault = z.enum([
  'empty',
  'unknown',
  'missing',
  'extra',
  'rows',
  'cells',
  'unreadable',
  'encoding',
  'kind',
  'heavy',
])
export type SheetFault = z.infer<typeof SheetFault>

export const PhotoReply = z.object({ photo: z.string() }).meta({ id: 'PhotoReply' })
export type PhotoReply = z.infer<typeof PhotoReply>

/** How a name sounds, as the hub reads it. */
export const NameSound = z.object({ sound: z.string() }).meta({ id: 'NameSound' })
export type NameSound = z.infer<typeof NameSound>

/** Why a cell was not understood. */
export const CellFault = z.enum(['empty', 'long', 'control', 'formula', 'form', 'unknown', 'twice', 'order'])
export type CellFault = z.infer<typeof CellFault>

export const ImportFault = z
  .object({
    sheet: z.string(),
    /** As a spreadsheet counts it: the headings are line 1. */
    line: z.int(),
    column: z.string(),
    fault: CellFault,
    /** The beginning of what stands there. */
    value: z.string(),
  })
  .meta({ id: 'ImportFault' })
export type ImportFault = z.infer<typeof ImportFault>

export const ImportPreview = z
  .object({
    /** What may be applied; null while anything is wrong, or where nothing is new. */
    import: Id.nullable(),
    /** Rows that were read. */
    rows: z.int(),
    faults: z.array(ImportFault),
    /** Faults beyond those that are listed. */
    more: z.int(),
    changes: z.array(EntryChange),
  })
  .meta({ id: 'ImportPreview' })
export type ImportPreview = z.infer<typeof ImportPreview>

export const ImportReply = z.object({ change: Id.nullable(), entries: z.int() }).meta({ id: 'ImportReply' })
export type ImportReply = z.infer<typeof ImportReply>
