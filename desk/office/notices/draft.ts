// A notice while it is being written: what stands in the form, what is still missing, and the content that comes of it. Pure.
import type { MediaFile, NoticeContent, NoticeVersionFace } from '#contract/notices.ts'
import type { NoticeKind, NoticePlace, NoticeSection } from '#contract/words.ts'
import type { Text } from '#assets/i18n/language.svelte.ts'
import { missing } from './text.ts'

export interface Draft {
  section: NoticeSection
  kind: NoticeKind
  title: string
  titleEn: string
  /** A paragraph a line. */
  body: string
  bodyEn: string
  media: MediaFile | null
  poster: MediaFile | null
  original: MediaFile | null
  alt: string
  places: NoticePlace[]
  from: string
  until: string
  openEnd: boolean
}

/** How long a notice is shown where nobody says otherwise, days. */
const USUAL_DAYS = 14

export function plusDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

export function newDraft(today: string): Draft {
  return {
    section: 'notice',
    kind: 'text',
    title: '',
    titleEn: '',
    body: '',
    bodyEn: '',
    media: null,
    poster: null,
    original: null,
    alt: '',
    places: ['wall', 'kiosk', 'phone'],
    from: today,
    until: plusDays(today, USUAL_DAYS),
    openEnd: false,
  }
}

/** A version as a draft: English that repeats the Chinese was never written. */
export function draftOf(version: NoticeVersionFace, today: string): Draft {
  const { section, kind, title, body, media, poster, original, alt, places, from, until } = version
  const written = body.some(({ zh, en }) => zh !== en)
  return {
    section,
    kind,
    title: title.zh,
    titleEn: title.en === title.zh ? '' : title.en,
    body: body.map(({ zh }) => zh).join('\n'),
    bodyEn: written ? body.map(({ en }) => en).join('\n') : '',
    media,
    poster,
    original,
    alt: alt?.zh ?? '',
    places: [...places],
    from,
    until: until ?? plusDays(from > today ? from : today, USUAL_DAYS),
    openEnd: until === null,
  }
}

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
/** Rules are not hung on walls. */
const hung = ({ section, places }: Draft) => (section === 'rule' ? places.filter((one) => one !== 'wall') : places)
const count = (text: string) => [...text].length

export type Field = 'title' | 'body' | 'bodyEn' | 'file' | 'alt' | 'places' | 'from' | 'until'

/** What is wrong, by field; nothing where it can be sent. */
export function problems(draft: Draft): Partial<Record<Field, Text>> {
  const { kind, title, titleEn, body, bodyEn, media, alt, from, until, openEnd } = draft
  const found: Partial<Record<Field, Text>> = {}
  const [zh, en] = [lines(body), lines(bodyEn)]
  if (title.trim() === '') found.title = missing.title
  else if (count(title.trim()) > 60 || count(titleEn.trim()) > 160) found.title = missing.title_long
  if (kind === 'text' && zh.length === 0) found.body = missing.body
  else if (zh.length > 40 || zh.some((one) => count(one) > 400)) found.body = missing.body_long
  if (en.length > 0 && en.length !== zh.length) found.bodyEn = missing.en
  if (kind !== 'text' && !media) found.file = missing.file
  if (kind !== 'text' && media && alt.trim() === '') found.alt = missing.alt
  if (hung(draft).length === 0) found.places = missing.places
  if (from === '') found.from = missing.from
  if (!openEnd && (until === '' || until < from)) found.until = missing.until
  return found
}

/** What the hub is sent. English that was left out is the Chinese text. */
export function contentOf(draft: Draft): NoticeContent {
  const { section, kind, media, poster, original, openEnd } = draft
  const [zh, en] = [lines(draft.body), lines(draft.bodyEn)]
  const title = draft.title.trim()
  const alt = draft.alt.trim()
  const file = kind === 'text' ? null : media
  return {
    section,
    kind,
    title: { zh: title, en: draft.titleEn.trim() || title },
    body: zh.map((text, index) => ({ zh: text, en: en[index] ?? text })),
    media: file?.hash ?? null,
    poster: kind === 'film' ? (poster?.hash ?? null) : null,
    original: kind === 'page' ? (original?.hash ?? null) : null,
    alt: file ? { zh: alt, en: alt === title ? draft.titleEn.trim() || alt : alt } : null,
    places: hung(draft),
    from: draft.from,
    until: openEnd ? null : draft.until,
  }
}
