// Who to turn to: people with their posts and buildings, who is responsible for what, and how they are found. Telephones are not
// in the view: a card is asked for one at a time, so that nobody carries off all of them.
import { z } from 'zod'
import { ClockTime, HallDate, Id, Instant, Slug, Text, line } from './text.ts'
import { CommitteeColour, LookupKind, Post, Speech, TileIcon } from './words.ts'

/** When somebody is to be found, by weekday. */
export const FoundSpan = z.strictObject({
  days: z.array(z.int().min(1).max(7)).min(1),
  from: ClockTime,
  to: ClockTime,
})
export type FoundSpan = z.infer<typeof FoundSpan>

/** Somebody who is there: until when, at which window, or how: in the house, on a round, by telephone only. */
export const Here = z
  .object({ until: Instant, window: z.int().optional(), how: z.enum(['house', 'round', 'phone']) })
  .meta({ id: 'Here' })
export type Here = z.infer<typeof Here>

/** A person as residents may know them. Nothing is here that the person did not consent to publish. */
export const PersonFace = z
  .object({
    id: Slug,
    name: z.string(),
    /** The name in pinyin, a syllable a character; empty where it is not known. */
    sound: z.string(),
    title: Text,
    posts: z.array(Post),
    committee: Slug.nullable(),
    colour: CommitteeColour,
    /** Those that they are for; empty: for everybody. */
    buildings: z.array(Slug),
    speaks: z.array(Speech),
    found: z.array(FoundSpan),
    /** Where they are found. */
    place: Text.optional(),
    /** The name of a photo at /photos/NAME. */
    photo: z.string().optional(),
    /** Missing while they are not there. Then: when they are back, where that is known, and who stands in. */
    here: Here.optional(),
    back: Instant.optional(),
    standIn: Slug.optional(),
  })
  .meta({ id: 'PersonFace' })
export type PersonFace = z.infer<typeof PersonFace>

export const BuildingFace = z
  .object({
    id: Slug,
    number: z.int(),
    name: Text,
    address: Text,
    group: Text,
    doors: z.int(),
    floors: z.int(),
  })
  .meta({ id: 'BuildingFace' })
export type BuildingFace = z.infer<typeof BuildingFace>

/** What a resident comes for, and who is responsible for it. */
export const MatterWay = z
  .object({
    id: Slug,
    words: Text,
    /** Residents' other words for it, with blanks between. */
    also: z.string(),
    /** Who is responsible: asked first, and second. Who is there comes before who is not. */
    first: z.array(Slug),
    second: z.array(Slug).optional(),
    hotlines: z.array(Slug).optional(),
    /** This matter is the way to the list of papers and stamps (准入清单). */
    list: z.boolean().optional(),
  })
  .meta({ id: 'MatterWay' })
export type MatterWay = z.infer<typeof MatterWay>

/** Another office: where what is not done here is done. */
export const PlaceFace = z
  .object({ name: Text, address: Text, phone: z.string().nullable(), hours: Text })
  .meta({ id: 'PlaceFace' })
export type PlaceFace = z.infer<typeof PlaceFace>

/** A question with an answer: "here", or "not here, but there". `paper`: of the list of papers and stamps (准入清单). */
export const AnswerFace = z
  .object({
    id: Slug,
    kind: z.enum(['paper', 'event']),
    words: Text,
    also: z.string(),
    here: z.boolean(),
    say: Text,
    /** In the view's list of places. */
    place: z.int().optional(),
    /** The matter under which a number is taken for it. */
    matter: Slug.optional(),
    first: z.array(Slug),
    second: z.array(Slug).optional(),
    hotlines: z.array(Slug).optional(),
  })
  .meta({ id: 'AnswerFace' })
export type AnswerFace = z.infer<typeof AnswerFace>

/** What something leads to. */
export const About = z.union([
  z.strictObject({ matter: Slug }),
  z.strictObject({ answer: Slug }),
  z.strictObject({ person: Slug }),
  z.strictObject({ post: Post }),
])
export type About = z.infer<typeof About>

/** One of the big buttons under "what happened?". */
export const TileFace = z.strictObject({ icon: TileIcon, words: Text, about: About }).meta({ id: 'TileFace' })
export type TileFace = z.infer<typeof TileFace>

/** 致居民一封信. */
export const LetterFace = z
  .strictObject({ title: Text, body: z.array(Text).min(1).max(8), signed: Text })
  .meta({ id: 'LetterFace' })
export type LetterFace = z.infer<typeof LetterFace>

/** One person's card: what is printed on paper. */
export const CardReply = z.object({ person: Slug, phone: z.string().nullable() }).meta({ id: 'CardReply' })
export type CardReply = z.infer<typeof CardReply>

/** Words that somebody looked up: short, and nothing in them that could be a telephone, a number of an identity card or of a house. */
const LookedUp = line(16).refine((words) => !/\p{Nd}{4}/u.test(words), 'no_numbers')
export const Lookup = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: LookupKind.extract(['matter', 'answer', 'post']), what: Slug }),
    z.strictObject({ kind: LookupKind.extract(['words']), what: LookedUp, found: z.boolean() }),
  ])
  .meta({ id: 'Lookup' })
export type Lookup = z.infer<typeof Lookup>

export const LookupList = z
  .object({
    from: HallDate,
    /** The most frequent first. Free words are listed once they were looked up on several occasions. */
    lookups: z.array(z.object({ kind: LookupKind, what: z.string(), found: z.boolean(), count: z.int() })),
  })
  .meta({ id: 'LookupList' })
export type LookupList = z.infer<typeof LookupList>

/** Whether the person agreed to be published, and on which day. */
export const Consent = z.strictObject({ consent: HallDate.nullable() }).meta({ id: 'Consent' })
export type Consent = z.infer<typeof Consent>

/** The last day in the post; null: still in it. */
export const LeavePost = z.strictObject({ until: HallDate.nullable() }).meta({ id: 'LeavePost' })
export type LeavePost = z.infer<typeof LeavePost>

// The files of a hall's book.

export const PhoneNumber = z.string().regex(/^[+0-9][0-9 *#-]{2,24}$/)

/** A name as it is printed and spoken: letters, marks, a middle dot, a blank. No emoji, no signs. */
export const PersonName = line(40).refine((name) => /^[\p{L}\p{M}][\p{L}\p{M}·・.' -]*$/u.test(name), 'not_a_name')

export const BuildingsFile = z.strictObject({
  buildings: z
    .array(
      z.strictObject({
        id: Slug,
        number: z.int().min(1).max(999),
        name: Text,
        address: Text,
        group: Text,
        doors: z.int().min(1).max(20),
        floors: z.int().min(1).max(99),
      }),
    )
    .max(400),
})
export type BuildingsFile = z.infer<typeof BuildingsFile>

export const OwnerEntry = z.strictObject({ post: Post, rank: z.int().min(1).max(2) })
export type OwnerEntry = z.infer<typeof OwnerEntry>
const Words = z.array(line(24)).max(40)

export const OwnersFile = z.strictObject({
  matters: z.array(
    z.strictObject({
      matter: Slug,
      owners: z.array(OwnerEntry).max(4),
      also: Words,
      hotlines: z.array(Slug).max(4).default([]),
      list: z.boolean().default(false),
    }),
  ),
  answers: z.array(
    z.strictObject({
      id: Slug,
      kind: z.enum(['paper', 'event']),
      words: Text,
      also: Words,
      here: z.boolean(),
      say: Text,
      place: z
        .strictObject({ name: Text, address: Text, phone: PhoneNumber.nullable(), hours: Text })
        .nullable()
        .default(null),
      matter: Slug.nullable().default(null),
      owners: z.array(OwnerEntry).max(4).default([]),
      hotlines: z.array(Slug).max(4).default([]),
    }),
  ),
  tiles: z.array(TileFace).max(24),
  letter: LetterFace.nullable().default(null),
})
export type OwnersFile = z.infer<typeof OwnersFile>

/** Who acts on a card, as the log names it. */
export const PersonReply = z.object({ person: Id }).meta({ id: 'PersonReply' })
