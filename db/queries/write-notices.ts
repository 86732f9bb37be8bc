// Writes the notices of a hall book into an empty database, each with the way that it went.
import type { BookNotice } from '#contract/notices.ts'
import type { HallDate } from '#contract/text.ts'
import { take, type VersionState } from '#domain/notices.ts'
import { instantAt, iso, plusDays } from '#domain/service-day.ts'
import type { Trx } from '../database.ts'
import { keepMedia } from './media.ts'
import { insertNotice, insertNoticeStep, insertVersion, setVersionState } from './notices.ts'

/** Days are counted from `today`. Nothing is dated after `at`, the instant at which the hall begins. */
export async function writeNotices(
  trx: Trx,
  hall: string,
  { notices, today, at, zone }: { notices: readonly BookNotice[]; today: HallDate; at: string; zone: string },
): Promise<void> {
  const dateOf = (day: string | number) => (typeof day === 'string' ? day : plusDays(today, day))
  const instantOf = (day: string | number, time: string) => {
    const then = iso(instantAt(dateOf(day), time, zone))
    return then < at ? then : at
  }
  for (const notice of notices) {
    const { id, made, media, poster, original } = notice
    const madeAt = instantOf(made.day, '09:00')
    for (const file of [media, poster, original]) if (file) await keepMedia(trx, hall, { ...file, at: madeAt })
    await insertNotice(trx, hall, { id, at: madeAt })
    const content = {
      section: notice.section,
      kind: notice.kind,
      title: notice.title,
      body: notice.body,
      media: media?.hash ?? null,
      poster: poster?.hash ?? null,
      original: original?.hash ?? null,
      alt: notice.alt ?? null,
      places: notice.places,
      from: dateOf(notice.from),
      until: notice.until === null ? null : dateOf(notice.until),
    }
    await insertVersion(trx, hall, { notice: id, version: 1, content, at: madeAt })
    const step = { notice: id, version: 1 }
    await insertNoticeStep(trx, hall, { ...step, step: 'save', at: madeAt, staff: made.by, note: '' })
    let versions: VersionState[] = [{ version: 1, state: 'draft' }]
    for (const one of notice.way) {
      const taken = take(versions, { step: one.step, version: 1 })
      if (!taken.ok) throw new Error(`notices.json: notices (${id}): "${one.step}" cannot follow what stands before it`)
      versions = taken.versions
      const then = instantOf(one.day, '15:30')
      const filing = one.step === 'admit' ? { office: one.office, reference: one.reference } : undefined
      const state = versions[0]?.state ?? 'draft'
      await setVersionState(trx, hall, { ...step, state, at: then, filing })
      await insertNoticeStep(trx, hall, { ...step, step: one.step, at: then, staff: one.by, note: noteOf(one) })
    }
  }
}

function noteOf(step: BookNotice['way'][number]): string {
  if (step.step === 'admit') return `${step.office} · ${step.reference}`
  if (step.step === 'refuse') return `${step.office} · ${step.reason}`
  return step.step === 'take_down' ? step.reason : ''
}
