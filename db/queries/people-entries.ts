// The entries of the book of people, each whole: read all, write one.
import type { AnswerEntry, EntryOf, PersonEntry } from '#contract/people-book.ts'
import type { Entries, Wanted } from '#domain/people-entry.ts'
import type { Db, Trx } from '../database.ts'
import { readPeople } from './people.ts'

const named = ({ zh, en }: { zh: string; en: string }) => ({ name_zh: zh, name_en: en })

export async function readEntries(db: Db, hall: string): Promise<Entries> {
  const { cards, ways, answers, tiles, letter, buildings, readings } = await readPeople(db, hall)
  const people = await db.selectFrom('person').selectAll().where('hall_id', '=', hall).orderBy('sort').execute()
  const hotlines = await db.selectFrom('hotline').selectAll().where('hall_id', '=', hall).orderBy('sort').execute()
  const matters = await db.selectFrom('matter').select('id').where('hall_id', '=', hall).orderBy('sort').execute()
  return {
    person: new Map(
      people.map((row): [string, PersonEntry] => {
        const card = cards.get(row.id)
        const numberOf = (id: string) => buildings.find((one) => one.id === id)?.number ?? 0
        return [
          row.id,
          {
            name: row.name,
            title: { zh: row.title_zh, en: row.title_en },
            committee: row.committee_id,
            phone: row.phone,
            posts: card?.posts ?? [],
            buildings: [...(card?.buildings ?? [])].sort((a, b) => numberOf(a) - numberOf(b)),
            found: card?.found ?? [],
            place: card?.place ?? null,
            speaks: card?.speaks ?? [],
            consent: card?.consentOn ?? null,
            since: card?.since ?? null,
            until: card?.until ?? null,
            sound: card?.sound ?? '',
            photo: card?.photo ?? null,
          },
        ]
      }),
    ),
    matter: new Map(
      matters.map(({ id }) => [id, ways.get(id) ?? { owners: [], also: [], hotlines: [], list: false }] as const),
    ),
    hotline: new Map(
      hotlines.map((row) => [
        row.id,
        {
          name: { zh: row.name_zh, en: row.name_en },
          number: row.number,
          hours: { zh: row.hours_zh, en: row.hours_en },
        },
      ]),
    ),
    building: new Map(buildings.map(({ id, ...rest }) => [id, rest])),
    answer: new Map(answers.map(({ id, ...rest }): [string, AnswerEntry] => [id, rest])),
    tiles: new Map([['tiles', tiles]]),
    letter: new Map(letter ? [['letter', letter]] : []),
    reading: new Map(Object.entries(readings).map(([text, sound]) => [text, { sound }])),
  }
}

/** One entry as it is to be; `entry` null: it goes. */
export async function writeEntry(trx: Trx, hall: string, wanted: Wanted): Promise<void> {
  const { id } = wanted
  switch (wanted.kind) {
    case 'person':
      return wanted.entry ? writePerson(trx, hall, { id, ...wanted.entry }) : remove(trx, hall, 'person', id)
    case 'matter':
      return wanted.entry ? writeWay(trx, hall, { id, ...wanted.entry }) : undefined
    case 'hotline':
      return wanted.entry ? writeHotline(trx, hall, { id, ...wanted.entry }) : remove(trx, hall, 'hotline', id)
    case 'building':
      return wanted.entry ? writeBuilding(trx, hall, { id, ...wanted.entry }) : remove(trx, hall, 'building', id)
    case 'answer':
      return wanted.entry ? writeAnswer(trx, hall, { id, ...wanted.entry }) : remove(trx, hall, 'answer', id)
    case 'tiles':
      return writeTiles(trx, hall, wanted.entry ?? [])
    case 'letter':
      await trx.deleteFrom('letter').where('hall_id', '=', hall).execute()
      if (wanted.entry)
        await trx
          .insertInto('letter')
          .values({ hall_id: hall, letter: JSON.stringify(wanted.entry) })
          .execute()
      return
    case 'reading':
      await trx.deleteFrom('reading').where('hall_id', '=', hall).where('text', '=', id).execute()
      if (wanted.entry)
        await trx.insertInto('reading').values({ hall_id: hall, text: id, sound: wanted.entry.sound }).execute()
  }
}

async function remove(
  trx: Trx,
  hall: string,
  table: 'person' | 'hotline' | 'building' | 'answer',
  id: string,
): Promise<void> {
  await trx.deleteFrom(table).where('hall_id', '=', hall).where('id', '=', id).execute()
}

/** The place of an entry in its list: its own, or after the last. */
async function sortOf(trx: Trx, hall: string, table: 'person' | 'hotline' | 'answer', id: string): Promise<number> {
  const rows = await trx.selectFrom(table).select(['id', 'sort']).where('hall_id', '=', hall).execute()
  return rows.find((row) => row.id === id)?.sort ?? rows.reduce((last, { sort }) => Math.max(last, sort), -1) + 1
}

async function writePerson(trx: Trx, hall_id: string, one: PersonEntry & { id: string }): Promise<void> {
  const sort = await sortOf(trx, hall_id, 'person', one.id)
  const person = {
    name: one.name,
    title_zh: one.title.zh,
    title_en: one.title.en,
    committee_id: one.committee,
    phone: one.phone,
  }
  await trx
    .insertInto('person')
    .values({ hall_id, id: one.id, ...person, sort })
    .onConflict((there) => there.columns(['hall_id', 'id']).doUpdateSet(person))
    .execute()
  const card = {
    consent_on: one.consent,
    since: one.since,
    until: one.until,
    found: JSON.stringify(one.found),
    place_zh: one.place?.zh ?? null,
    place_en: one.place?.en ?? null,
    speaks: JSON.stringify(one.speaks),
    sound: one.sound,
    photo: one.photo,
  }
  await trx
    .insertInto('person_card')
    .values({ hall_id, person_id: one.id, ...card })
    .onConflict((there) => there.columns(['hall_id', 'person_id']).doUpdateSet(card))
    .execute()
  for (const table of ['person_post', 'person_building'] as const)
    await trx.deleteFrom(table).where('hall_id', '=', hall_id).where('person_id', '=', one.id).execute()
  const posts = one.posts.map((post, at) => ({ hall_id, person_id: one.id, post, sort: at }))
  if (posts.length > 0) await trx.insertInto('person_post').values(posts).execute()
  const homes = one.buildings.map((building_id) => ({ hall_id, person_id: one.id, building_id }))
  if (homes.length > 0) await trx.insertInto('person_building').values(homes).execute()
}

async function writeWay(trx: Trx, hall_id: string, way: EntryOf['matter'] & { id: string }): Promise<void> {
  const row = {
    owners: JSON.stringify(way.owners),
    also: JSON.stringify(way.also),
    hotlines: JSON.stringify(way.hotlines),
    list: way.list ? (1 as const) : (0 as const),
  }
  await trx
    .insertInto('matter_way')
    .values({ hall_id, matter_id: way.id, ...row })
    .onConflict((there) => there.columns(['hall_id', 'matter_id']).doUpdateSet(row))
    .execute()
}

async function writeHotline(trx: Trx, hall_id: string, one: EntryOf['hotline'] & { id: string }): Promise<void> {
  const sort = await sortOf(trx, hall_id, 'hotline', one.id)
  const row = { ...named(one.name), number: one.number, hours_zh: one.hours.zh, hours_en: one.hours.en }
  await trx
    .insertInto('hotline')
    .values({ hall_id, id: one.id, ...row, sort })
    .onConflict((there) => there.columns(['hall_id', 'id']).doUpdateSet(row))
    .execute()
}

async function writeBuilding(trx: Trx, hall_id: string, one: EntryOf['building'] & { id: string }): Promise<void> {
  const { number, doors, floors, address, group } = one
  const row = {
    ...{ number, doors, floors, ...named(one.name) },
    ...{ address_zh: address.zh, address_en: address.en, group_zh: group.zh, group_en: group.en },
  }
  await trx
    .insertInto('building')
    .values({ hall_id, id: one.id, ...row })
    .onConflict((there) => there.columns(['hall_id', 'id']).doUpdateSet(row))
    .execute()
}

async function writeAnswer(trx: Trx, hall_id: string, one: AnswerEntry & { id: string }): Promise<void> {
  const sort = await sortOf(trx, hall_id, 'answer', one.id)
  const row = {
    kind: one.kind,
    words_zh: one.words.zh,
    words_en: one.words.en,
    also: JSON.stringify(one.also),
    here: one.here ? (1 as const) : (0 as const),
    say_zh: one.say.zh,
    say_en: one.say.en,
    place: one.place === null ? null : JSON.stringify(one.place),
    matter_id: one.matter,
    owners: JSON.stringify(one.owners),
    hotlines: JSON.stringify(one.hotlines),
  }
  await trx
    .insertInto('answer')
    .values({ hall_id, id: one.id, ...row, sort })
    .onConflict((there) => there.columns(['hall_id', 'id']).doUpdateSet(row))
    .execute()
}

async function writeTiles(trx: Trx, hall_id: string, tiles: EntryOf['tiles']): Promise<void> {
  await trx.deleteFrom('find_tile').where('hall_id', '=', hall_id).execute()
  if (tiles.length === 0) return
  await trx
    .insertInto('find_tile')
    .values(
      tiles.map(({ icon, words, about }, sort) => ({
        ...{ hall_id, sort, icon, words_zh: words.zh, words_en: words.en, about: JSON.stringify(about) },
      })),
    )
    .execute()
}
