// What may be asked of notices and their admission, and what is answered.
import { z } from 'zod'
import { HallDate, Id, Instant, line, Slug, Text } from './text.ts'
import { NoticeKind, NoticePlace, NoticeSection, NoticeStanding, NoticeState, NoticeStep } from './words.ts'

/** What a file may be. The hub judges by its content, never by its name. */
export const MediaType = z.enum(['image/png', 'image/jpeg', 'image/webp', 'video/mp4', 'video/webm', 'application/pdf'])
export type MediaType = z.infer<typeof MediaType>

/** SHA-256 of a file's content, hex: a file's name in the hub. */
export const MediaHash = z.string().regex(/^[0-9a-f]{64}$/)

export const MediaFile = z
  .object({
    hash: MediaHash,
    type: MediaType,
    bytes: z.int(),
    /** Pixels; 0 for a PDF. */
    width: z.int(),
    height: z.int(),
    seconds: z.number().nullable(),
    /** Where staff may look at it before it is shown. */
    url: z.string(),
  })
  .meta({ id: 'MediaFile' })
export type MediaFile = z.infer<typeof MediaFile>

/** A file is sent in parts: `received` bytes are there; `file` once it is whole. */
export const UploadReply = z.object({ received: z.int(), file: MediaFile.nullable() }).meta({ id: 'UploadReply' })
export type UploadReply = z.infer<typeof UploadReply>

/** The query of a part: where it begins, how long the whole is; a film's size and length as its player found them. */
export const UploadQuery = z.object({
  at: z.coerce.number().int().min(0).default(0),
  of: z.coerce.number().int().min(1).optional(),
  width: z.coerce.number().int().min(1).max(8192).optional(),
  height: z.coerce.number().int().min(1).max(8192).optional(),
  seconds: z.coerce.number().min(0.1).max(3600).optional(),
})
export type UploadQuery = z.infer<typeof UploadQuery>

const Title = z.object({ zh: line(60), en: line(160) })

/** What a notice says and shows. Fields that do not go with the kind must be empty. */
export const NoticeContent = z
  .strictObject({
    section: NoticeSection,
    kind: NoticeKind,
    title: Title,
    /** Paragraphs. */
    body: z.array(Text).max(40),
    media: MediaHash.nullable(),
    /** A film's first picture. */
    poster: MediaHash.nullable(),
    /** The PDF that the picture was made of. */
    original: MediaHash.nullable(),
    alt: Text.nullable(),
    places: z.array(NoticePlace).min(1).max(3),
    from: HallDate,
    until: HallDate.nullable(),
  })
  .superRefine((content, ctx) => {
    const { kind, body, media, alt, poster, original, from, until, places } = content
    const issue = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message })
    if (until !== null && until < from) issue('until', 'earlier_than_from')
    if (kind === 'text' && body.length === 0) issue('body', 'empty')
    if ((kind === 'text') !== (media === null)) issue('media', kind === 'text' ? 'not_with_text' : 'missing')
    if ((media === null) !== (alt === null)) issue('alt', media === null ? 'not_with_text' : 'missing')
    if (poster !== null && kind !== 'film') issue('poster', 'only_with_film')
    if ((original !== null) !== (kind === 'page')) issue('original', kind === 'page' ? 'missing' : 'only_with_page')
    if (new Set(places).size !== places.length) issue('places', 'twice')
    if (content.section === 'rule' && places.includes('wall')) issue('places', 'rules_are_not_hung_on_walls')
  })
  .meta({ id: 'NoticeContent' })
export type NoticeContent = z.infer<typeof NoticeContent>

/** A changed notice: `after` is the newest version that the clerk saw. */
export const ChangeNotice = z
  .strictObject({ after: z.int().min(1), content: NoticeContent })
  .meta({ id: 'ChangeNotice' })
export type ChangeNotice = z.infer<typeof ChangeNotice>

const version = z.int().min(1)
/** One step of one version of a notice. A version never changes its content: what was looked at is what is admitted. */
export const StepNotice = z
  .discriminatedUnion('step', [
    z.strictObject({ step: z.enum(['submit', 'withdraw', 'discard']), version }),
    z.strictObject({ step: z.literal('admit'), version, office: line(40), reference: line(40) }),
    z.strictObject({ step: z.literal('refuse'), version, office: line(40), reason: line(200) }),
    z.strictObject({ step: z.literal('take_down'), version, reason: line(200) }),
  ])
  .meta({ id: 'StepNotice' })
export type StepNotice = z.infer<typeof StepNotice>

export const NoticeReply = z.object({ notice: z.object({ id: Id, version }) }).meta({ id: 'NoticeReply' })

/** One version with its files, and where it stands today. */
export const NoticeVersionFace = z
  .object({
    version,
    state: NoticeState,
    standing: NoticeStanding,
    section: NoticeSection,
    kind: NoticeKind,
    title: Title,
    body: z.array(Text),
    media: MediaFile.nullable(),
    poster: MediaFile.nullable(),
    original: MediaFile.nullable(),
    alt: Text.nullable(),
    places: z.array(NoticePlace),
    from: HallDate,
    until: HallDate.nullable(),
    madeAt: Instant,
    admitted: z.object({ office: z.string(), reference: z.string(), at: Instant }).nullable(),
  })
  .meta({ id: 'NoticeVersionFace' })
export type NoticeVersionFace = z.infer<typeof NoticeVersionFace>

/** What was done with a notice. Append-only. `note`: the office and its number, or a reason. */
export const NoticeStepFace = z
  .object({ at: Instant, who: z.string().nullable(), step: NoticeStep, version, note: z.string() })
  .meta({ id: 'NoticeStepFace' })
export type NoticeStepFace = z.infer<typeof NoticeStepFace>

/** A notice as the office sees it: its versions and its trail, newest first. */
export const NoticeRecord = z
  .object({ id: Id, versions: z.array(NoticeVersionFace), trail: z.array(NoticeStepFace) })
  .meta({ id: 'NoticeRecord' })
export type NoticeRecord = z.infer<typeof NoticeRecord>
export const NoticeList = z.object({ notices: z.array(NoticeRecord) }).meta({ id: 'NoticeList' })
export type NoticeList = z.infer<typeof NoticeList>

/** A day, fixed or counted from the day of the seeding. */
const Day = z.union([HallDate, z.int().min(-400).max(400)])
const by = Slug
/** A file that lies under its own hash in the book's folder media/. */
const BookMedia = MediaFile.omit({ url: true }).strict()

/** A notice of a hall book, with the way that it went. Who took each step is a member of staff. */
export const BookNotice = z.strictObject({
  id: Slug,
  section: NoticeSection,
  kind: NoticeKind,
  title: Title,
  body: z.array(Text).max(40),
  media: BookMedia.optional(),
  poster: BookMedia.optional(),
  original: BookMedia.optional(),
  alt: Text.optional(),
  places: z.array(NoticePlace).min(1).max(3),
  from: Day,
  until: Day.nullable(),
  made: z.strictObject({ by, day: Day }),
  way: z.array(
    z.discriminatedUnion('step', [
      z.strictObject({ step: z.enum(['submit', 'withdraw', 'discard']), by, day: Day }),
      z.strictObject({ step: z.literal('admit'), by, day: Day, office: line(40), reference: line(40) }),
      z.strictObject({ step: z.literal('refuse'), by, day: Day, office: line(40), reason: line(200) }),
      z.strictObject({ step: z.literal('take_down'), by, day: Day, reason: line(200) }),
    ]),
  ),
})
export type BookNotice = z.infer<typeof BookNotice>

/** notices.json, which a book need not have. */
export const NoticesFile = z.strictObject({ notices: z.array(BookNotice) })
export type NoticesFile = z.infer<typeof NoticesFile>
