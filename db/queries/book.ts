// The hall's book: read whole, written whole. The one mapper between its rows and the domain.
import type { CatalogView } from '#contract/views.ts'
import type { CommitteeColour, CommitteeIcon } from '#contract/words.ts'
import type { Text } from '#contract/text.ts'
import type { Book } from '#domain/book.ts'
import type { Db } from '../database.ts'
import { readAlerts } from './alerts.ts'
import { readSlotRules } from './appointment-rules.ts'
import { readCalendar } from './calendar.ts'
import { readHours } from './hours.ts'
import { readNotices } from './notices.ts'
import { readPeople } from './people.ts'
import { listPrinters } from './printing.ts'
import { readTargets } from './targets.ts'
import { readWalls } from './walls.ts'

const text = (row: { name_zh: string; name_en: string }): Text => ({ zh: row.name_zh, en: row.name_en })

export async function readBook(db: Db, hall: string): Promise<Book> {
  const row = await db.selectFrom('hall').selectAll().where('id', '=', hall).executeTakeFirstOrThrow()
  const committees = await db.selectFrom('committee').selectAll().where('hall_id', '=', hall).orderBy('sort').execute()
  const lanes = await db
    .selectFrom('lane')
    .selectAll()
    .where('hall_id', '=', hall)
    .where('removed_at', 'is', null)
    .orderBy('sort')
    .execute()
  const classes = await db.selectFrom('ticket_class').selectAll().where('hall_id', '=', hall).orderBy('sort').execute()
  const matters = await db.selectFrom('matter').selectAll().where('hall_id', '=', hall).orderBy('sort').execute()
  const windows = await db
    .selectFrom('service_window')
    .selectAll()
    .where('hall_id', '=', hall)
    .orderBy('number')
    .execute()
  const windowLanes = await db
    .selectFrom('window_lane')
    .selectAll()
    .where('hall_id', '=', hall)
    .orderBy('sort')
    .execute()
  const hotlines = await db.selectFrom('hotline').selectAll().where('hall_id', '=', hall).orderBy('sort').execute()
  const people = await db.selectFrom('person').selectAll().where('hall_id', '=', hall).execute()
  const rooms = await db.selectFrom('room').selectAll().where('hall_id', '=', hall).orderBy('sort').execute()
  const listed: CatalogView['matters'] = matters.map((matter) => ({
    id: matter.id,
    committee: matter.committee_id,
    lane: matter.lane_id,
    words: { zh: matter.words_zh, en: matter.words_en },
    name: text(matter),
    steps: JSON.parse(matter.steps) as Text[],
    bring: JSON.parse(matter.bring) as Text[],
    minutes: matter.minutes,
    common: matter.common === 1,
  }))
  const colours = new Map(committees.map(({ id, colour }) => [id, colour as CommitteeColour]))
  return {
    id: row.id,
    rev: row.book_rev,
    hall: {
      name: text(row),
      subdistrict: { zh: row.subdistrict_zh, en: row.subdistrict_en },
      plaques: JSON.parse(row.plaques) as Text[],
      address: { zh: row.address_zh, en: row.address_en },
      phone: row.phone,
      zone: row.zone,
      demo: row.demo === 1,
    },
    provenCalls: row.proven_calls,
    committees: committees.map((one) => ({
      id: one.id,
      letter: one.letter,
      name: text(one),
      about: { zh: one.about_zh, en: one.about_en },
      colour: one.colour as CommitteeColour,
      icon: one.icon as CommitteeIcon,
    })),
    lanes: lanes.map((lane) => ({
      id: lane.id,
      prefix: lane.prefix,
      name: text(lane),
      committee: lane.committee_id,
      colour: colours.get(lane.committee_id) ?? 'blue',
    })),
    classes: classes.map((one) => ({
      id: one.id,
      name: text(one),
      headStart: one.head_start,
      choice: one.choice === 1,
    })),
    matters: listed,
    matterOf: new Map(listed.map((matter) => [matter.id, matter])),
    windows: windows.map((window) => ({
      id: window.id,
      number: window.number,
      name: text(window),
      allRound: window.all_round === 1,
      lanes: windowLanes.filter(({ window_id }) => window_id === window.id).map(({ lane_id }) => lane_id),
      away:
        window.away_reason && window.away_since && window.away_until
          ? { reason: window.away_reason, since: window.away_since, until: window.away_until }
          : null,
    })),
    hotlines: hotlines.map((one) => ({
      id: one.id,
      name: text(one),
      number: one.number,
      hours: { zh: one.hours_zh, en: one.hours_en },
    })),
    people: new Map(
      people.map(({ id, name, title_zh, title_en, committee_id }) => [
        id,
        { id, name, title: { zh: title_zh, en: title_en }, committee: committee_id },
      ]),
    ),
    rooms: new Map(rooms.map((room) => [room.id, text(room)])),
    roomsAbout: new Map(rooms.map(({ id, about_zh, about_en }) => [id, { zh: about_zh, en: about_en }])),
    hours: await readHours(db, hall, row.zone),
    calendar: await readCalendar(db, hall),
    notices: await readNotices(db, hall),
    alerts: await readAlerts(db, hall),
    walls: await readWalls(db, hall),
    directory: await readPeople(db, hall),
    printers: (await listPrinters(db, hall)).map(({ id, name, state }) => ({ id, name, state })),
    appointments: await readSlotRules(db, hall),
    targets: await readTargets(db, hall),
  }
}
