// An event while it is being written: what stands in the form, what is still missing, and the body that comes of it. Pure.
import type { RestBody, SeriesBody, SeriesFace } from '#contract/calendar.ts'
import type { EventKind } from '#contract/words.ts'
import type { Text } from '#assets/i18n/language.svelte.ts'
import { repeatFrom, repeatOf, ruleOf, type Repeat } from './repeat.ts'
import { missing } from './text.ts'

export interface Draft {
  title: string
  titleEn: string
  about: string
  aboutEn: string
  kind: EventKind
  rooms: string[]
  startsOn: string
  from: string
  /** Not later than `from`: on the next day. */
  to: string
  repeat: Repeat
  /** Empty: without end. */
  until: string
  rest: RestBody
  /** Null: just come. */
  places: number | null
  extra: string[]
  except: string[]
}

const MOST_ROOMS = 2
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const DAY = 1440

/** From a time of day to the next that reads so. */
export const lasting = (from: string, to: string): number => {
  const minutes = minutesOf(to) - minutesOf(from)
  return minutes > 0 ? minutes : minutes + DAY
}
/** The end of what begins at `from`; at midnight it reads 24:00. */
export function endOf(from: string, minutes: number): string {
  const end = (minutesOf(from) + minutes) % DAY
  if (end === 0) return '24:00'
  return `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`
}

export function newDraft(date: string, more: Partial<Draft> = {}): Draft {
  return {
    title: '',
    titleEn: '',
    about: '',
    aboutEn: '',
    kind: 'activity',
    rooms: [],
    startsOn: date,
    from: '14:00',
    to: '15:30',
    repeat: repeatFrom(date),
    until: '',
    rest: 'keep',
    places: null,
    extra: [],
    except: [],
    ...more,
  }
}

/** English that repeats the Chinese was never written. */
const written = ({ zh, en }: Text) => (en === zh ? '' : en)

export function draftOf(series: SeriesBody): Draft {
  const { title, about, kind, rooms, startsOn, time, minutes, rule, until, rest, places, extra, except } = series
  return {
    title: title.zh,
    titleEn: written(title),
    about: about?.zh ?? '',
    aboutEn: about ? written(about) : '',
    kind,
    rooms: [...rooms],
    startsOn,
    from: time,
    to: endOf(time, minutes),
    repeat: repeatOf(rule, startsOn),
    until: until ?? '',
    rest,
    places,
    extra: [...extra],
    except: [...except],
  }
}

/** What nobody translated stands in both places. */
const both = (zh: string, en: string): Text => ({ zh: zh.trim(), en: en.trim() || zh.trim() })

export function bodyOf(draft: Draft): SeriesBody {
  const { kind, rooms, startsOn, from, to, repeat, until, rest, places, extra, except } = draft
  const once = repeat.how === 'once'
  return {
    title: both(draft.title, draft.titleEn),
    about: draft.about.trim() === '' ? null : both(draft.about, draft.aboutEn),
    kind,
    rooms: [...rooms],
    startsOn,
    until: once || until === '' ? null : until,
    time: from,
    minutes: lasting(from, to),
    rule: ruleOf(repeat),
    rest: once ? 'keep' : rest,
    places,
    extra: once ? [] : [...extra],
    except: once ? [] : [...except],
  }
}

/** A series as the hub takes it back. */
export function seriesBody({ id: _id, next: _next, ...body }: SeriesFace): SeriesBody {
  return body
}

export type Field = keyof typeof missing

/** What stands in the way of saving, by its field. */
export function problems(draft: Draft): Partial<Record<Field, Text>> {
  const found: Partial<Record<Field, Text>> = {}
  const { repeat, startsOn, until, places, rooms, kind, from, to } = draft
  const repeats = repeat.how !== 'once'
  if (draft.title.trim() === '') found.title = missing.title
  if (startsOn === '') found.startsOn = missing.startsOn
  if (repeats && until !== '' && until < startsOn) found.until = missing.until
  if (from === to) found.to = missing.to
  if (repeat.how === 'weekly' && repeat.days.length === 0) found.days = missing.days
  if (places !== null && !(Number.isInteger(places) && places >= 1 && places <= 999)) found.places = missing.places
  if (kind === 'booking' && rooms.length === 0) found.rooms = missing.rooms
  return found
}

/** A room more or less; a third takes the place of the one chosen first. */
export const turnRoom = (rooms: readonly string[], room: string): string[] =>
  rooms.includes(room) ? rooms.filter((one) => one !== room) : [...rooms, room].slice(-MOST_ROOMS)
