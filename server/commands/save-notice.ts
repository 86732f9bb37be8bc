// Writing notices: a new one, or a new version of one that is there. Clerks write; nothing of it is shown before it was admitted.
import { refuse, type Refusal } from '#contract/errors.ts'
import type { ChangeNotice, NoticeContent } from '#contract/notices.ts'
import { take } from '#domain/notices.ts'
import { iso } from '#domain/service-day.ts'
import { listMedia } from '#db/queries/media.ts'
import { insertNotice, insertNoticeStep, insertVersion, readVersions, setVersionState } from '#db/queries/notices.ts'
import { newId } from '../ids.ts'
import type { Outcome, Room } from './run.ts'

interface Saved {
  notice: { id: string; version: number }
}

export async function addNotice(room: Room, content: NoticeContent): Promise<Outcome<Saved>> {
  const { trx, hall, now } = room
  const lacking = await missingFile(room, content)
  if (lacking) return { ok: false, refusal: lacking }
  const id = newId(now)
  await insertNotice(trx, hall, { id, at: iso(now) })
  return keep(room, { id, version: 1, content })
}

export async function changeNotice(room: Room, id: string, { after, content }: ChangeNotice): Promise<Outcome<Saved>> {
  const { trx, hall, now } = room
  const versions = await readVersions(trx, hall, id)
  const newest = versions.at(-1)
  if (!newest) return refuse('notice_unknown')
  const lacking = await missingFile(room, content)
  if (lacking) return { ok: false, refusal: lacking }
  const taken = take(versions, { step: 'save', after })
  if (!taken.ok) {
    const { version, state } = taken.now ?? newest
    return refuse('notice_changed', { version, state })
  }
  for (const { version, state } of taken.versions)
    if (versions.some((one) => one.version === version && one.state !== state))
      await setVersionState(trx, hall, { notice: id, version, state, at: iso(now) })
  return keep(room, { id, version: taken.version, content })
}

async function keep(
  { trx, hall, now, actor }: Room,
  { id, version, content }: { id: string; version: number; content: NoticeContent },
): Promise<Outcome<Saved>> {
  const at = iso(now)
  await insertVersion(trx, hall, { notice: id, version, content, at })
  await insertNoticeStep(trx, hall, { notice: id, version, step: 'save', at, staff: actor.staff?.id ?? null, note: '' })
  return {
    ok: true,
    status: 201,
    book: true,
    reply: { notice: { id, version } },
    act: { act: 'notice-save', about: content.title.zh, detail: String(version) },
  }
}

/** A notice shows what the hub has, and a picture where it says picture. */
async function missingFile({ trx, hall }: Room, content: NoticeContent): Promise<Refusal | null> {
  const wanted = [
    { hash: content.media, type: content.kind === 'film' ? 'video/' : 'image/' },
    { hash: content.poster, type: 'image/' },
    { hash: content.original, type: 'application/pdf' },
  ]
  if (wanted.every(({ hash }) => hash === null)) return null
  const files = await listMedia(trx, hall)
  for (const { hash, type } of wanted) {
    if (hash === null) continue
    const file = files.get(hash)
    if (!file) return { code: 'file_unknown', facts: {} }
    if (!file.type.startsWith(type)) return { code: 'file_unsuitable', facts: {} }
  }
  return null
}
