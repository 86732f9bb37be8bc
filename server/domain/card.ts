// What stands on somebody's card, and where its code leads. Pure.
import type { CardAbout } from '#contract/cards.ts'
import type { FoundSpan } from '#contract/people.ts'
import type { HallDate, Text } from '#contract/text.ts'
import type { Book } from './book.ts'
import type { Occurrence } from './calendar.ts'
import type { Shift } from './duty.ts'
import { isKnown, isPublished, type Card } from './people.ts'
import { instantAt, iso, plusDays, weekday } from './service-day.ts'
import type { Contact } from './vcard.ts'

/** A person whose card may be shown today; null: there is nobody of that id, or not any more. */
export function cardOf(book: Book, person: string, date: HallDate): Card | null {
  const card = book.directory.cards.get(person)
  return card && isPublished(card, date) && book.people.has(person) ? card : null
}

/** The way of a card's page on a telephone, below the hub's own address; null where there is no such thing. */
export function linkOf(
  book: Book,
  about: CardAbout,
  { building, date }: { building: string | null; date: HallDate },
): string | null {
  const there = (id: string) => book.directory.buildings.some((one) => one.id === id)
  if ('building' in about) return there(about.building) ? `/c/b/${about.building}` : null
  if (!isKnown(book, about, date) || (building !== null && !there(building))) return null
  const where = building === null ? '' : `/${building}`
  if ('matter' in about) return `/c/m/${about.matter}${where}`
  if ('answer' in about) return `/c/a/${about.answer}${where}`
  if ('post' in about) return `/c/o/${about.post}${where}`
  return `/c/p/${about.person}`
}

/** What a card is for, in words; null for a post or a person: their own titles say it. */
export function wordsOf(book: Book, about: CardAbout): Text | null {
  if ('matter' in about) return book.matterOf.get(about.matter)?.words ?? null
  if ('answer' in about) return book.directory.answers.find(({ id }) => id === about.answer)?.words ?? null
  if ('building' in about) return book.directory.buildings.find(({ id }) => id === about.building)?.name ?? null
  return null
}

const days = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const

/** 周一至周五 08:30–17:00；周六 09:00–11:30. Null where no hours are published. */
export function whenFound(found: readonly FoundSpan[]): Text | null {
  if (found.length === 0) return null
  const named = (lang: 'zh' | 'en', { days: of, from, to }: FoundSpan) => {
    const sorted = [...new Set(of)].sort((a, b) => a - b)
    const name = (day: number | undefined) => days[lang][(day ?? 1) - 1] ?? ''
    const row = sorted.length > 2 && sorted.at(-1)! - sorted[0]! === sorted.length - 1
    const said =
      sorted.length === 7
        ? { zh: '每天', en: 'every day' }[lang]
        : row
          ? `${name(sorted[0])}${{ zh: '至', en: '–' }[lang]}${name(sorted.at(-1))}`
          : sorted.map(name).join({ zh: '、', en: ', ' }[lang])
    return `${said} ${from}–${to}`
  }
  return {
    zh: found.map((span) => named('zh', span)).join('；'),
    en: found.map((span) => named('en', span)).join('; '),
  }
}

/** `link`: the person's page, with the hub's address. */
export function contactOf(book: Book, card: Card, { phone, link }: { phone: string | null; link: string }): Contact {
  const { hall } = book
  const person = book.people.get(card.person)
  const when = whenFound(card.found)
  return {
    name: person?.name ?? '',
    org: hall.name.zh.replace(/社区事务服务大厅$/, '') || hall.name.zh,
    title: person?.title.zh ?? '',
    phones: [...new Set([...(phone === null ? [] : [phone]), hall.phone])],
    note: [when?.zh, card.place?.zh].filter(Boolean).join(' '),
    url: link,
  }
}

/** How far ahead published hours are given to other calendars. Days. */
const AHEAD = 56

/** The days on which somebody receives residents: published hours, less holidays and leave, and what the roster has. */
export function receptionsOf(
  book: Book,
  card: Card,
  { date, shifts }: { date: HallDate; shifts: readonly Shift[] },
): Occurrence[] {
  const { zone } = book.hall
  const name = book.people.get(card.person)?.name ?? ''
  const one = (startsAt: string, endsAt: string, on: HallDate): Occurrence => ({
    id: `${card.person}-${startsAt.slice(0, 16).replaceAll(/\D/g, '')}`,
    series: null,
    original: on,
    date: on,
    startsAt,
    endsAt,
    title: { zh: `${name} 接待居民`, en: 'receives residents' },
    about: null,
    kind: 'reception',
    rooms: [],
    place: card.place?.zh ?? null,
    places: null,
    note: null,
    cancelled: false,
    moved: false,
    sequence: 0,
  })
  const published = Array.from({ length: AHEAD }, (_, ahead) => plusDays(date, ahead)).flatMap((day) => {
    const holiday = book.hours.holidays.days.get(day)
    const away = book.directory.leave.some(({ person, from, to }) => person === card.person && from <= day && day <= to)
    if (away || holiday?.kind === 'rest') return []
    const like = holiday?.like ?? weekday(day)
    return card.found
      .filter((span) => span.days.includes(like))
      .map(({ from, to }) => one(iso(instantAt(day, from, zone)), iso(instantAt(day, to, zone)), day))
  })
  const rostered = shifts
    .filter(({ person, kind }) => person === card.person && kind !== 'standby' && kind !== 'patrol')
    .map(({ startsAt, endsAt }) => one(startsAt, endsAt, startsAt.slice(0, 10)))
  const all = new Map([...published, ...rostered].map((each) => [each.startsAt, each]))
  return [...all.values()].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
}
