// Writes a whole hall book into an empty database: the one way in which a hall begins.
import type { HallBook } from '#contract/book.ts'
import type { HallDate, Text } from '#contract/text.ts'
import { planDuty, planEvents, planExceptions } from '../seed/plan.ts'
import { knownHolidays } from '../seed/known-holidays.ts'
import type { Trx } from '../database.ts'
import { slotRuleRows } from './appointment-rules.ts'
import { sampleSignups, seriesRow } from './calendar.ts'
import { soundsOf } from '../seed/sounds.ts'
import { peopleRows } from './people.ts'
import { targetRows, usualTargets } from './targets.ts'
import { wallRows } from './walls.ts'
import { writeNotices } from './write-notices.ts'
import { writeRosterSample } from './write-roster.ts'
import { writeHolidayYear, writePattern } from './hours.ts'

const named = (name: Text) => ({ name_zh: name.zh, name_en: name.en })

/** `ids`: makes an id; `pins`: the hash of each staff member's PIN, by id. `today`: the hall's date, from which duty and events are planned. */
export async function writeBook(
  trx: Trx,
  book: HallBook,
  {
    today,
    at,
    epoch,
    pins,
    ids,
  }: { today: HallDate; at: string; epoch: string; pins: Map<string, string>; ids: () => string },
): Promise<void> {
  const hall_id = book.hall.id
  const { hall } = book
  await trx
    .insertInto('hall')
    .values({
      id: hall_id,
      ...named(hall.name),
      subdistrict_zh: hall.subdistrict.zh,
      subdistrict_en: hall.subdistrict.en,
      plaques: JSON.stringify(hall.plaques),
      address_zh: hall.address.zh,
      address_en: hall.address.en,
      phone: hall.phone,
      zone: hall.zone,
      demo: hall.demo ? 1 : 0,
      proven_calls: hall.provenCalls ?? 1,
      epoch,
      created_at: at,
    })
    .execute()

  const events = planEvents(book, today)
  const about = (text: Text) => ({ about_zh: text.zh, about_en: text.en })
  const rows = {
    committee: book.committees.map(({ name, about: text, ...one }, sort) => ({
      hall_id,
      ...one,
      ...named(name),
      ...about(text),
      sort,
    })),
    lane: book.lanes.map(({ id, prefix, name, committee }, sort) => ({
      hall_id,
      id,
      prefix,
      ...named(name),
      committee_id: committee,
      sort,
    })),
    ticket_class: book.classes.map(({ id, name, headStart, choice }, sort) => ({
      hall_id,
      id,
      ...named(name),
      head_start: headStart,
      choice: choice ? (1 as const) : (0 as const),
      sort,
    })),
    matter: book.matters.map((matter, sort) => ({
      hall_id,
      id: matter.id,
      committee_id: matter.committee,
      lane_id: matter.lane,
      words_zh: matter.words.zh,
      words_en: matter.words.en,
      ...named(matter.name),
      steps: JSON.stringify(matter.steps),
      bring: JSON.stringify(matter.bring),
      minutes: matter.minutes,
      common: matter.common ? (1 as const) : (0 as const),
      sort,
    })),
    room: book.rooms.map(({ id, name, about: text }, sort) => ({ hall_id, id, ...named(name), ...about(text), sort })),
    person: book.people.map(({ id, name, title, committee, phone }, sort) => ({
      hall_id,
      id,
      name,
      title_zh: title.zh,
      title_en: title.en,
      committee_id: committee,
      phone,
      sort,
    })),
    hotline: book.hotlines.map(({ id, name, number, hours }, sort) => ({
      hall_id,
      id,
      ...named(name),
      number,
      hours_zh: hours.zh,
      hours_en: hours.en,
      sort,
    })),
    hours_exception: planExceptions(book, today).map(({ date, spans, reason, source }) => ({
      hall_id,
      date,
      spans: JSON.stringify(spans),
      reason_zh: reason.zh,
      reason_en: reason.en,
      source: source ?? null,
    })),
    staff: book.staff.map(({ id, person, role }) => ({
      hall_id,
      id,
      name: book.people.find((one) => one.id === person)?.name ?? id,
      person_id: person,
      role,
      pin_hash: pins.get(id) ?? '',
    })),
    service_window: book.windows.map(({ id, number, name, allRound }) => ({
      hall_id,
      id,
      number,
      ...named(name),
      all_round: allRound ? (1 as const) : (0 as const),
      staff_id: null,
      seated_at: null,
    })),
    window_lane: book.windows.flatMap(({ id, lanes }) =>
      lanes.map((lane_id, sort) => ({ hall_id, window_id: id, lane_id, sort })),
    ),
    shift: planDuty(book, today).map(({ person, kind, window, startsAt, endsAt }) => ({
      hall_id,
      id: ids(),
      person_id: person,
      kind,
      window_id: window,
      starts_at: startsAt,
      ends_at: endsAt,
    })),
    series: events.map((series) => seriesRow(hall_id, series)),
    signup: events.flatMap((series) => sampleSignups(hall_id, series, { today, at, ids })),
    wall: wallRows(hall_id, book.walls),
    lane_appointments: slotRuleRows(hall_id, book.lanes),
    target: targetRows(hall_id, book.targets ?? usualTargets),
    ...peopleRows(hall_id, book, { today, sounds: await soundsOf(book) }),
  } as const
  for (const [table, values] of Object.entries(rows) as [keyof typeof rows, (typeof rows)[keyof typeof rows]][]) {
    // SQLite takes 32,766 parameters in a statement.
    for (let from = 0; from < values.length; from += 500) {
      await trx
        .insertInto(table)
        .values(values.slice(from, from + 500))
        .execute()
    }
  }
  await writeRosterSample(trx, book, { today, at, ids })
  await writeNotices(trx, hall_id, { notices: book.notices ?? [], today, at, zone: hall.zone })
  const spansOf = (day: number) => book.hours.weekly.flatMap(({ days, spans }) => (days.includes(day) ? spans : []))
  await writePattern(trx, hall_id, {
    from: null,
    weekly: new Map([1, 2, 3, 4, 5, 6, 7].map((day) => [day, spansOf(day)])),
    holiday: book.hours.holiday,
    source: null,
  })
  for (const year of knownHolidays) await writeHolidayYear(trx, hall_id, year)
}
