// The people view of the demonstration hall without a hub, from its book alone: for the gallery, the search's tests and the bench.
// server/testing/people.test.ts holds it against what a real hub sends.
import type { HallBook } from '#contract/book.ts'
import type { PeopleView } from '#contract/views.ts'
import type { Book } from '#domain/book.ts'
import type { Shift } from '#domain/duty.ts'
import { noHolidays } from '#domain/holidays.ts'
import type { People } from '#domain/people.ts'
import { plusDays, serviceDate } from '#domain/service-day.ts'
import type { Sounds } from '#db/queries/people.ts'
import { peopleView } from '#server/views/people-view.ts'

/** What the view leans on, of a book as its files have it. */
export type BookPart = Pick<HallBook, 'people' | 'matters' | 'buildings' | 'owners'> & {
  committees: readonly { id: string; colour: string }[]
}

/** `now`: epoch milliseconds; `shifts`: of that day and the next two weeks, with the windows' numbers. */
export function sampleView(
  part: BookPart,
  { now, shifts, sounds, began = now }: { now: number; shifts: Shift[]; sounds: Sounds; began?: number },
): Omit<PeopleView, 'epoch' | 'rev' | 'at'> {
  const zone = 'Asia/Shanghai'
  const book = {
    hall: { zone },
    people: new Map(part.people.map((one) => [one.id, one])),
    committees: part.committees,
    matters: part.matters,
    matterOf: new Map(part.matters.map((one) => [one.id, one])),
    hours: { zone, patterns: [], exceptions: new Map(), holidays: noHolidays, proposals: [] },
    directory: directoryOf(part, serviceDate(began, zone), sounds),
  } as unknown as Book
  const plan = { date: serviceDate(now, zone), shifts, ahead: shifts, events: [] }
  return peopleView.build({ book, plan }, now)
}

function directoryOf({ people, buildings, owners }: BookPart, today: string, { names, words }: Sounds): People {
  const day = (one: string | number | undefined) =>
    one === undefined ? null : typeof one === 'string' ? one : plusDays(today, one)
  const sounds = [...words]
  return {
    cards: new Map(
      people.map((one) => [
        one.id,
        {
          person: one.id,
          consentOn: day(one.consent),
          since: day(one.since),
          until: day(one.until),
          posts: one.posts ?? [],
          buildings: one.buildings ?? [],
          found: one.found ?? [],
          place: one.place ?? null,
          speaks: one.speaks ?? [],
          sound: one.sound ?? names.get(one.id) ?? '',
          photo: null,
        },
      ]),
    ),
    buildings: [...(buildings ?? [])].sort((a, b) => a.number - b.number),
    ways: new Map((owners?.matters ?? []).map(({ matter, ...way }) => [matter, way])),
    answers: owners?.answers ?? [],
    tiles: owners?.tiles ?? [],
    letter: owners?.letter ?? null,
    sounds: Object.fromEntries(sounds.filter(([text]) => [...text].length === 1)),
    readings: Object.fromEntries(sounds.filter(([text]) => [...text].length > 1)),
    leave: [],
  }
}
