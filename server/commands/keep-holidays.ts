// The table of public holidays: what an entry would change, and keeping it.
import { refuse } from '#contract/errors.ts'
import type { EnteredHolidays, HolidayPreview, HoursEdited, KeepHolidays, KeepMakeup } from '#contract/hours.ts'
import {
  holidayChanges,
  noticeYear,
  readHolidays,
  type HolidayYear,
  type ReadHolidays,
} from '#domain/holidays-table.ts'
import type { Trx } from '#db/database.ts'
import { readHolidayYears, setMakeup, writeHolidayYear } from '#db/queries/hours.ts'
import { edited, overtaken } from './keep-hours.ts'
import type { Outcome, Room } from './run.ts'

export function readEntered(entered: EnteredHolidays): ReadHolidays {
  return 'notice' in entered ? noticeYear(entered.notice) : readHolidays(entered.text, entered)
}

/** What an entry would change of the years that are there. */
export function previewHolidays(known: readonly HolidayYear[], entered: EnteredHolidays): HolidayPreview {
  const { years, problems } = readEntered(entered)
  const changes = years.flatMap(({ year, days }) =>
    holidayChanges(known.find((one) => one.year === year)?.days ?? [], withLikes(known, days)),
  )
  return { years, problems, changes }
}

/** Which weekday's hours a make-up day keeps was chosen in this hall: a table that is entered again does not undo it. */
function withLikes(known: readonly HolidayYear[], days: HolidayYear['days']): HolidayYear['days'] {
  const before = new Map(known.flatMap((year) => year.days.map((day) => [day.date, day.like] as const)))
  return days.map((day) => (day.kind === 'work' ? { ...day, like: before.get(day.date) ?? day.like } : day))
}

/** Writes whole years. A date that another year's notice has already is refused: one of the two is wrong. */
export async function keepYears(trx: Trx, hall: string, years: readonly HolidayYear[]): Promise<string | null> {
  const known = await readHolidayYears(trx, hall)
  const taken = new Set(
    known
      .filter(({ year }) => !years.some((one) => one.year === year))
      .flatMap(({ days }) => days.map(({ date }) => date)),
  )
  const twice = years.flatMap(({ days }) => days).find(({ date }) => taken.has(date))
  if (twice) return twice.date
  for (const year of years) await writeHolidayYear(trx, hall, { ...year, days: withLikes(known, year.days) })
  return null
}

export async function keepHolidays(room: Room, { seen, entered }: KeepHolidays): Promise<Outcome<HoursEdited>> {
  const late = await overtaken(room, seen)
  if (late) return late
  const { years, problems } = readEntered(entered)
  const first = problems[0]
  if (first) return refuse('holidays_wrong', { line: first.line })
  if (await keepYears(room.trx, room.hall, years)) return refuse('holidays_wrong', { line: 0 })
  return edited(room, {
    act: 'holidays',
    about: years.map(({ year }) => year).join(', '),
    detail: years[0]?.source ?? '',
  })
}

export async function keepMakeup(room: Room, { seen, date, like }: KeepMakeup): Promise<Outcome<HoursEdited>> {
  const late = await overtaken(room, seen)
  if (late) return late
  if (!(await setMakeup(room.trx, room.hall, { date, like }))) return refuse('hours_gone')
  return edited(room, { act: 'makeup', about: date, detail: String(like) })
}
