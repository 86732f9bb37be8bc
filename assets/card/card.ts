// What a card says, from what the hub sent: for whom it is, who answers, and what else helps. Pure.
import { isFor, peopleOf, wayOf } from '#assets/find/way.ts'
import type { Text } from '#assets/i18n/language.svelte.ts'
import type { CardAbout, CodeFace, PersonCard } from '#contract/cards.ts'
import type { LetterFace, PersonFace } from '#contract/people.ts'
import type { HallFace, HotlineFace, HoursFace, PeopleView } from '#contract/views.ts'
import type { CommitteeColour } from '#contract/words.ts'

/** So many people stand on one card. */
export const MOST = 8

/** Whom a card names: asked first in front; who stands in for somebody who is away comes right behind them. */
export interface Named {
  words: Text
  people: PersonFace[]
  /** By person: the buildings that they are for, where others are for others. */
  serves: ReadonlyMap<string, Text>
  hotlines: HotlineFace[]
  /** It depends on where one lives, and that was not said. */
  asks: boolean
}

/** Null: it is no longer there. */
export function namedOn(
  view: PeopleView,
  about: CardAbout,
  { building, hotlines }: { building: string | null; hotlines: readonly HotlineFace[] },
): Named | null {
  if ('building' in about) {
    const house = view.buildings.find(({ id }) => id === about.building)
    if (!house) return null
    // And whoever is there for everybody.
    const all = view.people.filter((one) => one.buildings.length === 0 && one.posts.includes('secretary'))
    const people = [...peopleOf(view, house.id), ...all].filter((one) => isFor(one.buildings, house.id))
    return { words: house.name, people: people.slice(0, MOST), serves: new Map(), hotlines: [], asks: false }
  }
  const way = wayOf(view, about, { building, hotlines })
  if (!way) return null
  const people = way.owners.flatMap(({ person, standIn }) => (standIn ? [person, standIn] : [person]))
  const words = 'person' in about ? (way.owners[0]?.person.title ?? way.words) : way.words
  const named = [...new Set(people)].slice(0, 4)
  const serves = new Map(
    named.flatMap((one): [string, Text][] => {
      const said = building === null ? servedBy(view, one.buildings) : null
      return said ? [[one.id, said]] : []
    }),
  )
  return { words, people: named, serves, hotlines: way.hotlines, asks: way.asks }
}

/** 1–6 号楼 / Buildings 1–6; null: for everybody. */
export function servedBy(view: Pick<PeopleView, 'buildings'>, buildings: readonly string[]): Text | null {
  const numbers = view.buildings.flatMap(({ id, number }) => (buildings.includes(id) ? [number] : []))
  if (numbers.length === 0) return null
  const rows: number[][] = []
  for (const number of numbers.sort((a, b) => a - b)) {
    const last = rows.at(-1)
    if (last?.at(-1) === number - 1) last.push(number)
    else rows.push([number])
  }
  const said = rows.map((row) => (row.length > 1 ? `${row[0]}–${row.at(-1)}` : `${row[0]}`))
  return { zh: `${said.join('、')} 号楼`, en: `${numbers.length > 1 ? 'Buildings' : 'Building'} ${said.join(', ')}` }
}

export interface CardPerson {
  id: string
  name: string
  title: Text
  /** The buildings that they are for, where it matters. */
  serves: Text | null
  colour: CommitteeColour
  photo: string | null
  phone: string | null
  when: Text | null
  place: Text | null
  code: CodeFace | null
}

/** Everything that stands on paper. */
export interface CardData {
  hall: HallFace
  words: Text
  people: CardPerson[]
  hotlines: HotlineFace[]
  letter: LetterFace | null
  /** The windows' hours, a line for days that are alike. */
  hours: Text[]
  link: CodeFace | null
  /** The day on which it is printed, as a hall date. */
  date: string
}

/** `cards`: what the hub told of each, by id; whoever is not in it is left out. */
export function cardData(
  named: Named,
  cards: ReadonlyMap<string, PersonCard>,
  more: {
    hall: HallFace
    hours: HoursFace
    hotlines: readonly HotlineFace[]
    letter: LetterFace | null
    link: CodeFace | null
  },
): CardData {
  const people = named.people.flatMap((face): CardPerson[] => {
    const card = cards.get(face.id)
    if (!card) return []
    const { id, name, title, colour, photo = null, place = null } = face
    const serves = named.serves.get(id) ?? null
    return [
      {
        id,
        name,
        title,
        serves,
        colour,
        photo: photo === null ? null : `/photos/${photo}`,
        place,
        phone: card.phone,
        when: card.when,
        code: card.code,
      },
    ]
  })
  const own = new Set(named.hotlines.map(({ id }) => id))
  return {
    hall: more.hall,
    words: named.words,
    people,
    // Those of the matter first.
    hotlines: [...named.hotlines, ...more.hotlines.filter(({ id }) => !own.has(id))],
    letter: more.letter,
    hours: weekLines(more.hours.week),
    link: more.link,
    date: more.hours.date,
  }
}

const names = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
}

/** 周一至周五 08:30–20:00. Spans that touch are one. */
export function weekLines(week: HoursFace['week']): Text[] {
  const times = Array.from({ length: 7 }, () => '')
  for (const { date, spans } of week) {
    const joined: { from: string; to: string }[] = []
    for (const { from, to } of spans) {
      const last = joined.at(-1)
      if (last?.to === from) last.to = to
      else joined.push({ from, to })
    }
    times[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] = joined.map(({ from, to }) => `${from}–${to}`).join(' ')
  }
  const lines: Text[] = []
  for (let day = 0; day < 7;) {
    let last = day
    while (last < 6 && times[last + 1] === times[day]) last += 1
    const said = (lang: 'zh' | 'en', joint: string) =>
      day === last ? names[lang][day] : `${names[lang][day]}${joint}${names[lang][last]}`
    if (times[day]) lines.push({ zh: `${said('zh', '至')} ${times[day]}`, en: `${said('en', '–')} ${times[day]}` })
    day = last + 1
  }
  return lines
}

/** The part of a card's address that says what it is for; the hub makes the same. */
export function linkPath(about: CardAbout, building: string | null): string {
  const where = building === null ? '' : `/${building}`
  if ('building' in about) return `b/${about.building}`
  if ('matter' in about) return `m/${about.matter}${where}`
  if ('answer' in about) return `a/${about.answer}${where}`
  if ('post' in about) return `o/${about.post}${where}`
  return `p/${about.person}`
}

/** The surname as it stands in the place of a photo: an example person is marked before the name. */
export const initial = (name: string): string => [...(name.split('·').at(-1) ?? name)][0] ?? ''
