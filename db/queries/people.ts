// People, who is responsible for what, and how words sound: rows and the domain.
import type { BuildingsFile, FoundSpan, OwnersFile } from '#contract/people.ts'
import type { HallBook } from '#contract/book.ts'
import type { HallDate } from '#contract/text.ts'
import type { Card, Leave, People } from '#domain/people.ts'
import { plusDays } from '#domain/service-day.ts'
import type { Db, Trx } from '../database.ts'

/** What the book holds of it, read anew with each revision of the book. */
export async function readPeople(db: Db, hall: string): Promise<People> {
  const cards = await db.selectFrom('person_card').selectAll().where('hall_id', '=', hall).execute()
  const posts = await db.selectFrom('person_post').selectAll().where('hall_id', '=', hall).orderBy('sort').execute()
  const homes = await db.selectFrom('person_building').selectAll().where('hall_id', '=', hall).execute()
  const buildings = await db.selectFrom('building').selectAll().where('hall_id', '=', hall).orderBy('number').execute()
  const ways = await db.selectFrom('matter_way').selectAll().where('hall_id', '=', hall).execute()
  const answers = await db.selectFrom('answer').selectAll().where('hall_id', '=', hall).orderBy('sort').execute()
  const tiles = await db.selectFrom('find_tile').selectAll().where('hall_id', '=', hall).orderBy('sort').execute()
  const letter = await db.selectFrom('letter').selectAll().where('hall_id', '=', hall).executeTakeFirst()
  const readings = await db.selectFrom('reading').selectAll().where('hall_id', '=', hall).execute()
  const order = await db
    .selectFrom('person')
    .select(['id', 'sort'])
    .where('hall_id', '=', hall)
    .orderBy('sort')
    .execute()
  const cardOf = new Map(cards.map((row) => [row.person_id, row]))
  const postsOf = group(posts)
  const homesOf = group(homes)
  return {
    cards: new Map(
      order.flatMap(({ id }): [string, Card][] => {
        const row = cardOf.get(id)
        if (!row) return []
        const card: Card = {
          person: id,
          consentOn: row.consent_on,
          since: row.since,
          until: row.until,
          posts: (postsOf.get(id) ?? []).map(({ post }) => post),
          buildings: (homesOf.get(id) ?? []).map(({ building_id }) => building_id),
          found: JSON.parse(row.found) as FoundSpan[],
          place: row.place_zh === null ? null : { zh: row.place_zh, en: row.place_en ?? row.place_zh },
          speaks: JSON.parse(row.speaks) as Card['speaks'],
          sound: row.sound,
          photo: row.photo,
        }
        return [[id, card]]
      }),
    ),
    buildings: buildings.map((row) => ({
      id: row.id,
      number: row.number,
      name: { zh: row.name_zh, en: row.name_en },
      address: { zh: row.address_zh, en: row.address_en },
      group: { zh: row.group_zh, en: row.group_en },
      doors: row.doors,
      floors: row.floors,
    })),
    ways: new Map(
      ways.map((row) => [
        row.matter_id,
        {
          owners: JSON.parse(row.owners) as OwnersFile['matters'][number]['owners'],
          also: JSON.parse(row.also) as string[],
          hotlines: JSON.parse(row.hotlines) as string[],
          list: row.list === 1,
        },
      ]),
    ),
    answers: answers.map((row) => ({
      id: row.id,
      kind: row.kind,
      words: { zh: row.words_zh, en: row.words_en },
      also: JSON.parse(row.also) as string[],
      here: row.here === 1,
      say: { zh: row.say_zh, en: row.say_en },
      place: row.place === null ? null : (JSON.parse(row.place) as People['answers'][number]['place']),
      matter: row.matter_id,
      owners: JSON.parse(row.owners) as People['answers'][number]['owners'],
      hotlines: JSON.parse(row.hotlines) as string[],
    })),
    tiles: tiles.map((row) => ({
      icon: row.icon as People['tiles'][number]['icon'],
      words: { zh: row.words_zh, en: row.words_en },
      about: JSON.parse(row.about) as People['tiles'][number]['about'],
    })),
    letter: letter ? (JSON.parse(letter.letter) as People['letter']) : null,
    sounds: Object.fromEntries(
      readings.filter(({ text }) => [...text].length === 1).map(({ text, sound }) => [text, sound]),
    ),
    readings: Object.fromEntries(
      readings.filter(({ text }) => [...text].length > 1).map(({ text, sound }) => [text, sound]),
    ),
    leave: await readLeave(db, hall),
  }
}

function group<R extends { person_id: string }>(rows: readonly R[]): Map<string, R[]> {
  const groups = new Map<string, R[]>()
  for (const row of rows) groups.set(row.person_id, [...(groups.get(row.person_id) ?? []), row])
  return groups
}

/** Leave that was granted: why, nobody needs to know. */
async function readLeave(db: Db, hall: string): Promise<Leave[]> {
  const rows = await db
    .selectFrom('leave')
    .select(['person_id', 'from_date', 'to_date'])
    .where('hall_id', '=', hall)
    .where('state', '=', 'granted')
    .execute()
  return rows.map(({ person_id, from_date, to_date }) => ({ person: person_id, from: from_date, to: to_date }))
}

/** The telephone of a person, which no view carries. */
export async function readPhone(db: Db, hall: string, person: string): Promise<string | null> {
  const row = await db
    .selectFrom('person')
    .select('phone')
    .where('hall_id', '=', hall)
    .where('id', '=', person)
    .executeTakeFirst()
  return row?.phone ?? null
}

/** Sounds of new words; those that are known stay as they are. */
export async function addReadings(trx: Trx, hall: string, words: ReadonlyMap<string, string>): Promise<void> {
  for (const [text, sound] of words)
    await trx
      .insertInto('reading')
      .values({ hall_id: hall, text, sound })
      .onConflict((there) => there.doNothing())
      .execute()
}

/** Null: that person has no card. */
export async function changeCard(
  trx: Trx,
  hall: string,
  { person, ...change }: { person: string; consent_on?: HallDate | null; until?: HallDate | null },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('person_card')
    .set(change)
    .where('hall_id', '=', hall)
    .where('person_id', '=', person)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

const dayOf = (day: HallDate | number | undefined, today: HallDate): HallDate | null =>
  day === undefined ? null : typeof day === 'string' ? day : plusDays(today, day)

const named = <K extends string>(name: K, text: { zh: string; en: string } | null) =>
  ({ [`${name}_zh`]: text?.zh ?? null, [`${name}_en`]: text?.en ?? null }) as Record<`${K}_zh` | `${K}_en`, string>

export interface Sounds {
  /** By person. */
  names: ReadonlyMap<string, string>
  /** Characters, and words in which one of them sounds otherwise. */
  words: ReadonlyMap<string, string>
}

/** The rows of a new hall's people, in the order in which they may be written. */
export function peopleRows(hall_id: string, book: HallBook, { today, sounds }: { today: HallDate; sounds: Sounds }) {
  const { people, owners } = book
  return {
    building: (book.buildings ?? []).map(
      ({ id, number, name, address, group: its, doors, floors }: BuildingsFile['buildings'][number]) => ({
        hall_id,
        id,
        number,
        ...named('name', name),
        ...named('address', address),
        ...named('group', its),
        doors,
        floors,
      }),
    ),
    person_card: people.map((one) => ({
      hall_id,
      person_id: one.id,
      consent_on: dayOf(one.consent, today),
      since: dayOf(one.since, today),
      until: dayOf(one.until, today),
      found: JSON.stringify(one.found ?? []),
      ...named('place', one.place ?? null),
      speaks: JSON.stringify(one.speaks ?? []),
      sound: one.sound ?? sounds.names.get(one.id) ?? '',
      photo: null,
    })),
    person_post: people.flatMap(({ id, posts }) =>
      (posts ?? []).map((post, sort) => ({ hall_id, person_id: id, post, sort })),
    ),
    person_building: people.flatMap(({ id, buildings }) =>
      (buildings ?? []).map((building_id) => ({ hall_id, person_id: id, building_id })),
    ),
    matter_way: (owners?.matters ?? []).map(({ matter, owners: posts, also, hotlines, list }) => ({
      hall_id,
      matter_id: matter,
      owners: JSON.stringify(posts),
      also: JSON.stringify(also),
      hotlines: JSON.stringify(hotlines),
      list: list ? (1 as const) : (0 as const),
    })),
    answer: (owners?.answers ?? []).map((one, sort) => ({
      hall_id,
      id: one.id,
      kind: one.kind,
      ...named('words', one.words),
      also: JSON.stringify(one.also),
      here: one.here ? (1 as const) : (0 as const),
      ...named('say', one.say),
      place: one.place === null ? null : JSON.stringify(one.place),
      matter_id: one.matter,
      owners: JSON.stringify(one.owners),
      hotlines: JSON.stringify(one.hotlines),
      sort,
    })),
    find_tile: (owners?.tiles ?? []).map(({ icon, words, about }, sort) => ({
      hall_id,
      sort,
      icon,
      ...named('words', words),
      about: JSON.stringify(about),
    })),
    letter: owners?.letter ? [{ hall_id, letter: JSON.stringify(owners.letter) }] : [],
    reading: [...sounds.words].map(([text, sound]) => ({ hall_id, text, sound })),
  }
}
