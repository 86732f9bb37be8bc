// Notices for the gallery: those of the demonstration, as the hub sends them and as the office sees them.
import { NoticesFile, type BookNotice, type NoticeRecord, type NoticeVersionFace } from '#contract/notices.ts'
import type { NoticeFace, NoticesView } from '#contract/views.ts'
import type { NoticeStanding } from '#contract/words.ts'
import notices from '#db/seed/notices.json'
import { NOW, stamp } from './facts.ts'

const book = NoticesFile.parse(notices).notices
const files = import.meta.glob<string>('../../db/seed/media/*.png', { query: '?url', import: 'default', eager: true })
const urlOf = (hash: string) => Object.entries(files).find(([path]) => path.includes(hash))?.[1] ?? ''

const DAY = 86_400_000
const dateOf = (day: string | number) =>
  typeof day === 'string' ? day : new Date(NOW + day * DAY).toISOString().slice(0, 10)
const instant = (day: string | number) => `${dateOf(day)}T07:30:00.000Z`

function filing({ way }: BookNotice): { office: string; reference: string; at: string } | null {
  const step = way.find((one) => one.step === 'admit')
  return step?.step === 'admit' ? { office: step.office, reference: step.reference, at: instant(step.day) } : null
}

function standingOf({ way, until }: BookNotice): NoticeStanding {
  const last = way.at(-1)?.step
  if (last === 'submit') return 'submitted'
  if (last === 'refuse') return 'refused'
  if (last !== 'admit') return 'draft'
  return until !== null && dateOf(until) < dateOf(0) ? 'ended' : 'shown'
}

function face(one: BookNotice): NoticeFace {
  const admitted = filing(one)
  return {
    id: one.id,
    section: one.section,
    kind: one.kind,
    title: one.title,
    body: one.body,
    media: one.media ? { ...one.media, url: urlOf(one.media.hash), poster: null, alt: one.alt ?? one.title } : null,
    places: one.places,
    admittedBy: admitted?.office ?? '',
    reference: admitted?.reference ?? '',
    admittedAt: admitted?.at ?? instant(0),
    from: dateOf(one.from),
    until: one.until === null ? null : dateOf(one.until),
  }
}

export const faces: NoticeFace[] = book
  .filter((one) => standingOf(one) === 'shown')
  .map(face)
  .sort((a, b) =>
    a.section === b.section ? (a.section === 'rule' ? 0 : a.from < b.from ? 1 : -1) : a.section === 'notice' ? -1 : 1,
  )
export const noticesView: NoticesView = { ...stamp, notices: faces }

function record(one: BookNotice): NoticeRecord {
  const standing = standingOf(one)
  const file = (media: BookNotice['media']) => (media ? { ...media, url: urlOf(media.hash) } : null)
  const { media, poster: _, places, admittedBy: __, ...rest } = { ...face(one), poster: null }
  void media
  const version: NoticeVersionFace = {
    version: 1,
    state: standing === 'shown' || standing === 'ended' ? 'admitted' : (standing as NoticeVersionFace['state']),
    standing,
    section: rest.section,
    kind: rest.kind,
    title: rest.title,
    body: one.body,
    media: file(one.media),
    poster: null,
    original: file(one.original),
    alt: one.alt ?? null,
    places,
    from: rest.from,
    until: rest.until,
    madeAt: instant(one.made.day),
    admitted: filing(one),
  }
  const who = (id: string) => ({ chen: '示例·陈晓兰', wang: '示例·王建国', manager: '示例·赵敏' })[id] ?? id
  const trail = one.way.map((step) => ({
    at: instant(step.day),
    who: who(step.by),
    step: step.step,
    version: 1,
    note:
      step.step === 'admit'
        ? `${step.office} · ${step.reference}`
        : step.step === 'refuse'
          ? `${step.office} · ${step.reason}`
          : '',
  }))
  const saved = { at: instant(one.made.day), who: who(one.made.by), step: 'save' as const, version: 1, note: '' }
  return { id: one.id, versions: [version], trail: [saved, ...trail].reverse() }
}

/** As the hub lists them: the newest first. */
export const records: NoticeRecord[] = book.map(record).reverse()
