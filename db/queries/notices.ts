// Notices, their versions and their trail: rows and the domain.
import type { MediaFile, NoticeContent, NoticeRecord } from '#contract/notices.ts'
import type { HallDate, Text } from '#contract/text.ts'
import type { NoticeKind, NoticePlace, NoticeSection, NoticeState, NoticeStep } from '#contract/words.ts'
import { standing, type AdmittedNotice, type Notices, type VersionState } from '#domain/notices.ts'
import type { Db, Trx } from '../database.ts'
import type { NoticeVersionRow } from '../tables/notices.ts'
import { fileName, listMedia } from './media.ts'

/** Admitted and not taken down, in the order in which the notices came to be; read anew with each revision of the book. */
export async function readNotices(db: Db, hall: string): Promise<Notices> {
  const rows = await db
    .selectFrom('notice_version')
    .innerJoin('notice', (join) =>
      join.onRef('notice.id', '=', 'notice_version.notice_id').onRef('notice.hall_id', '=', 'notice_version.hall_id'),
    )
    .selectAll('notice_version')
    .where('notice_version.hall_id', '=', hall)
    .where('notice_version.state', '=', 'admitted')
    .orderBy('notice.sort')
    .orderBy('notice_version.version')
    .execute()
  const files = await listMedia(db, hall)
  return rows.map((row): AdmittedNotice => {
    const { kind, title, body, alt, places, from, until, section } = contentOf(row)
    const file = row.media_hash === null ? undefined : files.get(row.media_hash)
    const poster = row.poster_hash === null ? undefined : files.get(row.poster_hash)
    const shown = (one: MediaFile) => `/media/${fileName(one)}`
    return {
      id: row.notice_id,
      version: row.version,
      section,
      kind,
      title,
      body,
      media: file
        ? {
            url: shown(file),
            type: file.type,
            width: file.width,
            height: file.height,
            seconds: file.seconds,
            poster: poster ? shown(poster) : null,
            alt: alt ?? title,
          }
        : null,
      places,
      admittedBy: row.office ?? '',
      reference: row.reference ?? '',
      admittedAt: row.admitted_at ?? row.made_at,
      from,
      until,
    }
  })
}

function contentOf(row: NoticeVersionRow): NoticeContent {
  return {
    section: row.section as NoticeSection,
    kind: row.kind as NoticeKind,
    title: { zh: row.title_zh, en: row.title_en },
    body: JSON.parse(row.body) as Text[],
    media: row.media_hash,
    poster: row.poster_hash,
    original: row.original_hash,
    alt: row.alt_zh === null ? null : { zh: row.alt_zh, en: row.alt_en ?? row.alt_zh },
    places: JSON.parse(row.places) as NoticePlace[],
    from: row.from_date,
    until: row.until_date,
  }
}

/** Every notice with its versions and its trail, newest first. `date`: the hall's, for where each stands. */
export async function listNotices(db: Db, hall: string, date: HallDate): Promise<NoticeRecord[]> {
  const notices = await db
    .selectFrom('notice')
    .selectAll()
    .where('hall_id', '=', hall)
    .orderBy('sort', 'desc')
    .execute()
  const rows = await db
    .selectFrom('notice_version')
    .selectAll()
    .where('hall_id', '=', hall)
    .orderBy('version', 'desc')
    .execute()
  const steps = await db
    .selectFrom('notice_step')
    .leftJoin('staff', (join) =>
      join.onRef('staff.id', '=', 'notice_step.staff_id').onRef('staff.hall_id', '=', 'notice_step.hall_id'),
    )
    .select(['notice_step.notice_id as notice', 'notice_step.at', 'staff.name as who', 'notice_step.step'])
    .select(['notice_step.version', 'notice_step.note'])
    .where('notice_step.hall_id', '=', hall)
    .orderBy('notice_step.id', 'desc')
    .execute()
  const files = await listMedia(db, hall)
  const file = (hash: string | null) => (hash === null ? null : (files.get(hash) ?? null))
  return notices.map(({ id }) => {
    const versions = rows.filter(({ notice_id }) => notice_id === id)
    const dated = versions.map(({ version, state, from_date, until_date }) => ({
      version,
      state,
      from: from_date,
      until: until_date,
    }))
    return {
      id,
      versions: versions.map((row, index) => ({
        version: row.version,
        state: row.state,
        standing: standing(dated[index]!, dated, date),
        ...contentOf(row),
        media: file(row.media_hash),
        poster: file(row.poster_hash),
        original: file(row.original_hash),
        madeAt: row.made_at,
        admitted:
          row.admitted_at === null
            ? null
            : { office: row.office ?? '', reference: row.reference ?? '', at: row.admitted_at },
      })),
      trail: steps.filter(({ notice }) => notice === id).map(({ notice: _, ...step }) => step),
    }
  })
}

/** The versions of a notice in order; empty where there is no such notice. */
export async function readVersions(
  db: Db,
  hall: string,
  notice: string,
): Promise<(VersionState & { title: string })[]> {
  return db
    .selectFrom('notice_version')
    .select(['version', 'state', 'title_zh as title'])
    .where('hall_id', '=', hall)
    .where('notice_id', '=', notice)
    .orderBy('version')
    .execute()
}

/** A new notice without versions; it stands after all others of the hall. */
export async function insertNotice(trx: Trx, hall: string, { id, at }: { id: string; at: string }): Promise<void> {
  const last = await trx
    .selectFrom('notice')
    .select((row) => row.fn.max('sort').as('sort'))
    .where('hall_id', '=', hall)
    .executeTakeFirst()
  const sort = Number(last?.sort ?? 0) + 1
  await trx.insertInto('notice').values({ hall_id: hall, id, sort, made_at: at }).execute()
}

export async function insertVersion(
  trx: Trx,
  hall: string,
  { notice, version, content, at }: { notice: string; version: number; content: NoticeContent; at: string },
): Promise<void> {
  const { section, kind, title, body, media, poster, original, alt, places, from, until } = content
  await trx
    .insertInto('notice_version')
    .values({
      hall_id: hall,
      notice_id: notice,
      version,
      state: 'draft',
      section,
      kind,
      title_zh: title.zh,
      title_en: title.en,
      body: JSON.stringify(body),
      media_hash: media,
      poster_hash: poster,
      original_hash: original,
      alt_zh: alt?.zh ?? null,
      alt_en: alt?.en ?? null,
      places: JSON.stringify(places),
      from_date: from,
      until_date: until,
      made_at: at,
      stepped_at: at,
      office: null,
      reference: null,
      admitted_at: null,
    })
    .execute()
}

/** `filing`: who admitted it, under which number; set with the state `admitted` and kept ever after. */
export async function setVersionState(
  trx: Trx,
  hall: string,
  {
    notice,
    version,
    state,
    at,
    filing,
  }: {
    notice: string
    version: number
    state: NoticeState
    at: string
    filing?: { office: string; reference: string } | undefined
  },
): Promise<void> {
  await trx
    .updateTable('notice_version')
    .set({ state, stepped_at: at, ...(filing && { ...filing, admitted_at: at }) })
    .where('hall_id', '=', hall)
    .where('notice_id', '=', notice)
    .where('version', '=', version)
    .execute()
}

export async function insertNoticeStep(
  trx: Trx,
  hall: string,
  step: { notice: string; version: number; step: NoticeStep; at: string; staff: string | null; note: string },
): Promise<void> {
  const { notice, staff, ...rest } = step
  await trx
    .insertInto('notice_step')
    .values({ hall_id: hall, notice_id: notice, staff_id: staff, ...rest })
    .execute()
}
