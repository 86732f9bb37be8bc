// Whether a person can be turned to now, until when, when they are back, and who stands in. The roster says it; who is not on it keeps
// their published hours. Pure.
import type { FoundSpan, Here } from '#contract/people.ts'
import type { HallDate, Instant } from '#contract/text.ts'
import type { Book } from './book.ts'
import { DAYS_AHEAD, onDuty, type Shift } from './duty.ts'
import { isFor, published, type Card } from './people.ts'
import { instantAt, iso, plusDays, weekday } from './service-day.ts'

/** The instant that is asked about, and the shifts of its day and of the days to come. */
export interface Moment {
  /** Epoch milliseconds. */
  now: number
  /** The hall's date. */
  date: HallDate
  shifts: readonly Shift[]
}

export interface Presence {
  here: Here | null
  /** While they are not there: when they are back, where that is known. */
  back: Instant | null
}

interface Stay {
  from: number
  to: number
  shift: Shift | null
}

export function presenceOf(book: Book, card: Card, moment: Moment): Presence {
  const { now } = moment
  const stays = staysOf(book, card, moment)
  const here = stays.filter(({ from, to }) => from <= now && now < to)
  // At a window one is found most surely; on a round, least.
  const best = here.sort((a, b) => surety(b) - surety(a))[0]
  if (!best) {
    const back = stays.find(({ from }) => from > now)
    return { here: null, back: back ? iso(back.from) : null }
  }
  let until = best.to
  // One shift after another is one stay.
  for (const stay of stays) if (stay.from <= until && stay.to > until) until = stay.to
  const window = best.shift?.window ?? null
  return { here: { until: iso(until), ...(window !== null && { window }), how: howOf(best) }, back: null }
}

const howOf = ({ shift }: Stay): Here['how'] =>
  shift?.kind === 'standby' ? 'phone' : shift?.kind === 'patrol' ? 'round' : 'house'
const surety = (stay: Stay): number =>
  stay.shift?.window ? 3 : howOf(stay) === 'house' ? 2 : howOf(stay) === 'phone' ? 1 : 0

/** Shifts and published hours of the next two weeks, in order of their beginning. Leave takes the published hours away. */
function staysOf(book: Book, card: Card, { now, date, shifts }: Moment): Stay[] {
  const own = shifts
    .filter(({ person }) => person === card.person)
    .map((shift) => ({ from: Date.parse(shift.startsAt), to: Date.parse(shift.endsAt), shift }))
  return [...own, ...foundStays(book, card, date)]
    .filter(({ to }) => to > now)
    .sort((a, b) => a.from - b.from || a.to - b.to)
}

function foundStays(book: Book, card: Card, date: HallDate): Stay[] {
  if (card.found.length === 0) return []
  const { zone } = book.hall
  return Array.from({ length: DAYS_AHEAD }, (_, ahead) => plusDays(date, ahead)).flatMap((day) =>
    spansOn(book, card, day).map(({ from, to }) => ({
      from: instantAt(day, from, zone),
      to: instantAt(day, to, zone),
      shift: null,
    })),
  )
}

/** Nobody keeps published hours on a public holiday; a make-up workday is like the weekday that it stands for. */
function spansOn({ hours, directory }: Book, { person, found }: Card, date: HallDate): FoundSpan[] {
  const holiday = hours.holidays.days.get(date)
  const away = directory.leave.some((one) => one.person === person && one.from <= date && date <= one.to)
  if (away || holiday?.kind === 'rest') return []
  const day = holiday?.like ?? weekday(date)
  return found.filter(({ days }) => days.includes(day))
}

/** Posts that one asks when the social workers of the hall are meant: any of them can stand in for an office of the committee. */
const office = ['secretary', 'director', 'deputy_director', 'committee_member', 'social_worker', 'job_helper'] as const

/**
 * Who stands in for somebody who is not there: who else is responsible and there (`also`), then a holder of the same post, then one of the same
 * committee, then whoever is at the windows, in the hall, or on the telephone. Null: nobody of those who are published.
 */
export function standInOf(book: Book, card: Card, moment: Moment & { also?: readonly Card[] }): string | null {
  const around = onDuty(moment.shifts, moment.now).map(({ person }) => person)
  const others = published(book.directory, moment.date).filter(({ person }) => person !== card.person)
  const sees = new Map(others.map((one) => [one, presenceOf(book, one, moment)]))
  const there = others.filter((one) => sees.get(one)?.here && covers(one, card))
  const committee = (one: Card) => book.people.get(one.person)?.committee ?? null
  const ofOffice = (one: Card) => one.posts.some((post) => (office as readonly string[]).includes(post))
  const choices: ((one: Card) => boolean)[] = [
    (one) => moment.also?.some(({ person }) => person === one.person) ?? false,
    (one) => one.posts.some((post) => card.posts.includes(post)),
    (one) => committee(card) !== null && committee(one) === committee(card) && ofOffice(one),
    (one) => around.includes(one.person) && sees.get(one)?.here?.window !== undefined,
    (one) => around.includes(one.person) && ofOffice(one),
  ]
  for (const fits of choices) {
    const found = there.find(fits)
    if (found) return found.person
  }
  return null
}

/** Somebody of other buildings is no help. */
const covers = (one: Card, card: Card): boolean =>
  one.buildings.length === 0 ||
  (card.buildings.length > 0 && card.buildings.every((building) => isFor(one.buildings, building)))

/** The next instant, epoch milliseconds, at which anybody comes or goes by their published hours; shifts have edges of their own. */
export function nextFoundEdge(book: Book, { now, date }: Pick<Moment, 'now' | 'date'>): number {
  const edges = published(book.directory, date).flatMap((card) =>
    spansOn(book, card, date).flatMap(({ from, to }) => [
      instantAt(date, from, book.hall.zone),
      instantAt(date, to, book.hall.zone),
    ]),
  )
  return edges.filter((edge) => edge > now).reduce((least, edge) => Math.min(least, edge), Number.POSITIVE_INFINITY)
}
