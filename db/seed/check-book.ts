// What the schemas of the five files cannot know: that each name in use exists, that ids are unique, that hours do not
// overlap, that somebody serves every lane. A file that did not parse is undefined, and whatever leans on it is not judged.
import type { BuildingsFile, OwnersFile } from '#contract/people.ts'
import type { NoticesFile } from '#contract/notices.ts'
import type { WallsFile } from '#contract/walls.ts'
import { noticeProblems } from './check-notices.ts'
import { directoryProblems } from './check-people.ts'
import type { DutyFile, EventsFile, HallFile, MattersFile, PeopleFile } from '#contract/book.ts'
import { isRRule } from '#domain/recurrence.ts'

export interface BookFiles {
  hall: HallFile | undefined
  matters: MattersFile | undefined
  people: PeopleFile | undefined
  duty: DutyFile | undefined
  events: EventsFile | undefined
  /** Not every book has it. */
  walls?: WallsFile | undefined
  notices?: NoticesFile | undefined
  buildings?: BuildingsFile | undefined
  owners?: OwnersFile | undefined
}

/** One line a problem: file, place, what to do. */
export function checkFiles(files: BookFiles): string[] {
  const { hall, matters, people, duty, events, walls, notices } = files
  return [
    ...(hall ? hallProblems(hall) : []),
    ...(matters ? matterProblems(matters, hall) : []),
    ...(people ? peopleProblems(people, hall) : []),
    ...(duty ? dutyProblems(duty, hall, people) : []),
    ...(events ? eventProblems(events, hall) : []),
    ...(walls ? wallProblems(walls, hall) : []),
    ...(notices ? noticeProblems(notices, people?.staff) : []),
    ...directoryProblems(files),
  ]
}

function hallProblems(hall: HallFile): string[] {
  const file = 'hall.json'
  const { rooms, committees, lanes, classes, windows, hotlines } = hall
  return [
    ...Object.entries({ rooms, committees, lanes, classes, windows, hotlines }).flatMap(([list, entries]) =>
      twice(
        file,
        `${list}, id`,
        entries.map(({ id }) => id),
      ),
    ),
    ...twice(
      file,
      'committees, letter',
      committees.map(({ letter }) => letter),
    ),
    ...twice(
      file,
      'lanes, prefix',
      lanes.map(({ prefix }) => prefix),
    ),
    ...twice(
      file,
      'windows, number',
      windows.map(({ number }) => number),
    ),
    ...lanes.flatMap(({ id, committee }) => unknown(`${file}: lanes (${id})`, 'committee', committee, committees)),
    ...windows.flatMap((window) => [
      ...twice(file, `windows (${window.id}), lane`, window.lanes),
      ...window.lanes.flatMap((lane) => unknown(`${file}: windows (${window.id})`, 'lane', lane, lanes)),
    ]),
    ...lanes
      .filter(({ id }) => !windows.some((window) => window.allRound || window.lanes.includes(id)))
      .map(({ id }) => `${file}: lanes (${id}): no window serves it; add it to the lanes of a window`),
    ...Object.keys(hall.targets?.lanes ?? {}).flatMap((lane) => unknown(`${file}: targets`, 'lane', lane, lanes)),
    ...classProblems(hall),
    ...hoursProblems(hall),
  ]
}

function classProblems({ classes }: HallFile): string[] {
  const first = classes[0]
  const problems: string[] = []
  if (first && first.headStart !== 0)
    problems.push(
      `hall.json: classes (${first.id}): the first class is everybody's; give it headStart 0 or put such a class first`,
    )
  if (!classes.some(({ choice }) => choice))
    problems.push('hall.json: classes: a visitor can choose none; give at least one "choice": true')
  if (!classes.some(({ id }) => id === 'return'))
    problems.push('hall.json: classes: none has the id "return"; add one for those who come back after a missed call')
  return problems
}

type Spans = HallFile['hours']['weekly'][number]['spans']

function hoursProblems({ hours }: HallFile): string[] {
  const weekly = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => {
    // A weekday that is named twice keeps its hours twice, and they overlap.
    const spans = hours.weekly.flatMap(({ days, spans }) => days.filter((day) => day === weekday).flatMap(() => spans))
    return overlaps(`hall.json: hours.weekly, weekday ${weekday}`, spans)
  })
  return [
    ...weekly,
    ...overlaps('hall.json: hours.holiday', hours.holiday),
    ...hours.exceptions.flatMap(({ day, spans }) => overlaps(`hall.json: hours.exceptions, day ${day}`, spans)),
    ...twice(
      'hall.json',
      'hours.exceptions, day',
      hours.exceptions.map(({ day }) => day),
    ),
  ]
}

function overlaps(where: string, spans: Spans): string[] {
  const sorted = spans.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return sorted.flatMap((span, index) => {
    const before = sorted[index - 1]
    if (!before || before.to <= span.from) return []
    return [`${where}: ${before.from}–${before.to} and ${span.from}–${span.to} overlap; shorten or remove one`]
  })
}

function matterProblems({ matters }: MattersFile, hall: HallFile | undefined): string[] {
  return [
    ...twice(
      'matters.json',
      'matters, id',
      matters.map(({ id }) => id),
    ),
    ...matters.flatMap(({ id, committee, lane }) => [
      ...unknown(`matters.json: matters (${id})`, 'committee', committee, hall?.committees),
      ...unknown(`matters.json: matters (${id})`, 'lane', lane, hall?.lanes),
    ]),
  ]
}

function peopleProblems({ people, staff }: PeopleFile, hall: HallFile | undefined): string[] {
  return [
    ...twice(
      'people.json',
      'people, id',
      people.map(({ id }) => id),
    ),
    ...twice(
      'people.json',
      'staff, id',
      staff.map(({ id }) => id),
    ),
    ...people.flatMap(({ id, committee }) =>
      unknown(`people.json: people (${id})`, 'committee', committee, hall?.committees),
    ),
    ...staff.flatMap(({ id, person }) => unknown(`people.json: staff (${id})`, 'person', person, people)),
  ]
}

function dutyProblems(
  { shifts, exceptions = [], sample }: DutyFile,
  hall: HallFile | undefined,
  people: PeopleFile | undefined,
): string[] {
  const problemsOf = (list: string) => (shift: Omit<DutyFile['shifts'][number], 'days'>, index: number) => {
    const { window, turns, kind, from, to } = shift
    const where = `duty.json: ${list}[${index}] (${kind} ${from}–${to})`
    return [
      ...unknown(where, 'window', window, hall?.windows),
      ...turns.flatMap((person) => unknown(where, 'person', person, people?.people)),
    ]
  }
  const named = [
    ...(sample?.leave ?? []).map(({ person }) => person),
    ...(sample?.swaps ?? []).flatMap(({ person, colleagues }) => [person, ...colleagues]),
    ...(sample?.rest ?? []).map(({ person }) => person),
  ]
  const writers = (sample?.log ?? []).flatMap(({ staff, additions }) => [staff, ...additions.map((one) => one.staff)])
  return [
    ...shifts.flatMap(problemsOf('shifts')),
    ...exceptions.flatMap((day, index) => day.shifts.flatMap(problemsOf(`exceptions[${index}].shifts`))),
    ...[...new Set(named)].flatMap((person) => unknown('duty.json: sample', 'person', person, people?.people)),
    ...[...new Set(writers)]
      .filter((id) => people && !people.staff.some((one) => one.id === id))
      .map(
        (id) => `duty.json: sample.log: there is no staff "${id}"; correct the name or add the staff to people.json`,
      ),
  ]
}

function eventProblems({ events }: EventsFile, hall: HallFile | undefined): string[] {
  return [
    ...twice(
      'events.json',
      'events, id',
      events.map(({ id }) => id),
    ),
    ...events.flatMap(({ id, room }) => unknown(`events.json: events (${id})`, 'room', room, hall?.rooms)),
    ...events
      .filter(({ on }) => 'rrule' in on && !isRRule(on.rrule))
      .map(
        ({ id }) => `events.json: events (${id}): this rule cannot be followed; write one like FREQ=MONTHLY;BYDAY=2TU`,
      ),
  ]
}

function wallProblems({ walls }: WallsFile, hall: HallFile | undefined): string[] {
  return [
    ...twice(
      'walls.json',
      'walls, id',
      walls.map(({ id }) => id),
    ),
    ...walls.flatMap(({ id, duty, room }) => [
      ...unknown(`walls.json: walls (${id})`, 'room', room ?? null, hall?.rooms),
      ...(duty === 'door' && !room ? [`walls.json: walls (${id}): a door sign needs a room; add "room"`] : []),
    ]),
  ]
}

function twice(file: string, what: string, values: readonly (string | number)[]): string[] {
  const again = new Set(values.filter((value, index) => values.indexOf(value) !== index))
  return [...again].map((value) => `${file}: ${what} "${value}" stands there more than once; change all but one`)
}

const homes = {
  committee: 'hall.json',
  lane: 'hall.json',
  window: 'hall.json',
  room: 'hall.json',
  person: 'people.json',
}

function unknown(
  where: string,
  what: keyof typeof homes,
  id: string | null,
  known?: readonly { id: string }[],
): string[] {
  if (id === null || !known || known.some((entry) => entry.id === id)) return []
  return [`${where}: there is no ${what} "${id}"; correct the name or add the ${what} to ${homes[what]}`]
}
