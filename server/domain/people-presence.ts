// Whether a person can be turned to now, until when, when they are back, and who stands in. The roster says it; who is not on it keeps
// their published hours. Pure.
import type { FoundSpan, Here } from '#contract/people.ts'
import type { ClockTime, HallDate, Instant } from '#contract/text.ts'
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

/** Everybody whom residents may turn to at a moment, and where each of them is. Made once for all that is asked about that moment. */
export interface Around extends Moment {
  /** Those who are published. */
  cards: readonly Card[]
  /** By person. */
  presence: ReadonlyMap<string, Presence>
}

export function lookAround(book: Book, moment: Moment): Around {
  const cards = published(book.directory, moment.date)
  const shiftsOf = new Map<string, Shift[]>()
  for (const shift of moment.shifts) shiftsOf.set(shift.person, [...(shiftsOf.get(shift.person) ?? []), shift])
  const times = dayTimes(book.hall.zone)
  const presence = new Map(
    cards.map((card) => {
      const own = (shiftsOf.get(card.person) ?? []).map((shift) => ({
        from: Date.parse(shift.startsAt),
        to: Date.parse(shift.endsAt),
        shift,
      }))
      return [card.person, presenceOf([...own, ...foundStays(book, card, { date: moment.date, times })], moment.now)]
    }),
  )
  return { ...moment, cards, presence }
}

/** `stays`: shifts and published hours of the next two weeks. */
function presenceOf(stays: Stay[], now: number): Presence {
  const ahead = stays.filter(({ to }) => to > now).sort((a, b) => a.from - b.from || a.to - b.to)
  const here = ahead.filter(({ from }) => from <= now)
  // At a window one is found most surely; on a round, least.
  const best = here.sort((a, b) => surety(b) - surety(a))[0]
  if (!best) {
    const back = ahead.find(({ from }) => from > now)
    return { here: null, back: back ? iso(back.from) : null }
  }
  let until = best.to
  // One shift after another is one stay.
  for (const stay of ahead) if (stay.from <= until && stay.to > until) until = stay.to
  const window = best.shift?.window ?? null
  return { here: { until: iso(until), ...(window !== null && { window }), how: howOf(best) }, back: null }
}

const howOf = ({ shift }: Stay): Here['how'] =>
  shift?.kind === 'standby' ? 'phone' : shift?.kind === 'patrol' ? 'round' : 'house'
const surety = (stay: Stay): number =>
  stay.shift?.window ? 3 : howOf(stay) === 'house' ? 2 : howOf(stay) === 'phone' ? 1 : 0

/** Many people keep the same hours on the same days: each instant is worked out once. */
function dayTimes(zone: string): (day: HallDate, time: ClockTime) => number {
  const known = new Map<string, number>()
  return (day, time) => {
    const id = `${day} ${time}`
    const before = known.get(id)
    if (before !== undefined) return before
    const instant = instantAt(day, time, zone)
    known.set(id, instant)
    return instant
  }
}

/** The published hours of the next two weeks. Leave takes them away. */
function foundStays(
  book: Book,
  card: Card,
  { date, times }: { date: HallDate; times: ReturnType<typeof dayTimes> },
): Stay[] {
  if (card.found.length === 0) return []
  return Array.from({ length: DAYS_AHEAD }, (_, ahead) => plusDays(date, ahead)).flatMap((day) =>
    spansOn(book, card, day).map(({ from, to }) => ({ from: times(day, from), to: times(day, to), shift: null })),
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
 * Who stands in for somebody who is not there: a holder of the same post, then one of the same committee, then whoever is at the windows, in
 * the hall, or on the telephone. Null: nobody of those who are published.
 */
export function standInOf(book: Book, card: Card, { now, shifts, cards, presence }: Around): string | null {
  const around = onDuty(shifts, now).map(({ person }) => person)
  const there = cards.filter((one) => one.person !== card.person && presence.get(one.person)?.here && covers(one, card))
  const committee = (one: Card) => book.people.get(one.person)?.committee ?? null
  const ofOffice = (one: Card) => one.posts.some((post) => (office as readonly string[]).includes(post))
  const choices: ((one: Card) => boolean)[] = [
    (one) => one.posts.some((post) => card.posts.includes(post)),
    (one) => committee(card) !== null && committee(one) === committee(card) && ofOffice(one),
    (one) => around.includes(one.person) && presence.get(one.person)?.here?.window !== undefined,
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
  const times = dayTimes(book.hall.zone)
  const edges = published(book.directory, date).flatMap((card) =>
    spansOn(book, card, date).flatMap(({ from, to }) => [times(date, from), times(date, to)]),
  )
  return edges.filter((edge) => edge > now).reduce((least, edge) => Math.min(least, edge), Number.POSITIVE_INFINITY)
}
