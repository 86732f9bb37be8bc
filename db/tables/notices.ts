// The tables of notices, their way to admission, and the files that they show, as rows.
import type { Generated } from 'kysely'
import type { NoticeState, NoticeStep } from '#contract/words.ts'

export interface NoticeVersionRow {
  hall_id: string
  notice_id: string
  version: number
  state: NoticeState
  section: string
  kind: string
  title_zh: string
  title_en: string
  /** JSON: paragraphs in both languages. */
  body: string
  media_hash: string | null
  poster_hash: string | null
  original_hash: string | null
  alt_zh: string | null
  alt_en: string | null
  /** JSON: wall, kiosk, phone. */
  places: string
  from_date: string
  until_date: string | null
  made_at: string
  /** When its state changed last. */
  stepped_at: string
  office: string | null
  reference: string | null
  admitted_at: string | null
}

export interface MediaRow {
  hall_id: string
  hash: string
  type: string
  bytes: number
  width: number
  height: number
  seconds: number | null
  stored_at: string
  /** The file is gone; the row remembers that there was one. */
  removed_at: string | null
}

export interface NoticesTables {
  notice: { hall_id: string; id: string; sort: number; made_at: string }
  notice_version: NoticeVersionRow
  notice_step: {
    id: Generated<number>
    hall_id: string
    notice_id: string
    version: number
    step: NoticeStep
    at: string
    staff_id: string | null
    note: string
  }
  media: MediaRow
}
