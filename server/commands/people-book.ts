// The book of people for the office: read whole with versions, and the one way in which anything of it is written.
import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { refuse, type Refusal } from '#contract/errors.ts'
import type { BookChange, Entry, EntryChange, PeopleBook } from '#contract/people-book.ts'
import type { Book } from '#domain/book.ts'
import { isPublished } from '#domain/people.ts'
import type { Names } from '#domain/people-cells.ts'
import {
  differences,
  find,
  labelOf,
  missingReference,
  withWanted,
  writeOrder,
  type Entries,
  type Wanted,
} from '#domain/people-entry.ts'
import { iso, plusDays, serviceDate } from '#domain/service-day.ts'
import { readEntries, writeEntry } from '#db/queries/people-entries.ts'
import {
  forgetChanges,
  insertChange,
  isPersonInUse,
  listChanges,
  type StoredChange,
  type Turned,
} from '#db/queries/people-changes.ts'
import { newId } from '../ids.ts'
import { presentBook } from './hours-office.ts'
import type { Hub, Room } from './run.ts'

/** Days for which a change can be taken back, and a photo is kept after its person left. */
const KEPT = 30
const CHANGES_SHOWN = 60

/** Of what an entry holds: another content is another version. */
export function versionOf(entry: Entry): string {
  return createHash('sha256').update(JSON.stringify(entry)).digest('base64url').slice(0, 22)
}

export function namesOf(book: Book, { hotline, building }: Entries): Names {
  return {
    committees: new Map(book.committees.map(({ id, name }) => [id, name.zh])),
    matters: new Map(book.matters.map(({ id, words }) => [id, words.zh])),
    hotlines: new Map([...hotline].map(([id, { name }]) => [id, name.zh])),
    buildings: new Map([...building].map(([id, { number }]) => [id, number])),
  }
}

/** Entries as they are to be, all or none. `undoes`: what this takes back. Null where nothing was new. */
export async function writeEntries(
  room: Room,
  entries: Entries,
  { wanted, how }: { wanted: readonly Wanted[]; how: BookChange['how'] },
): Promise<{ ok: true; change: string | null; after: Entries } | { ok: false; refusal: Refusal }> {
  const { trx, hall, book, now, actor } = room
  const names = namesOf(book, entries)
  const fresh = wanted.filter(({ kind, id, entry }) => !isDeepStrictEqual(find(entries, kind, id), entry))
  const next = withWanted(entries, fresh)
  const lost = missingReference(next, names)
  if (lost) return refuse('people_reference', lost)
  for (const { kind, id, entry } of fresh)
    if (kind === 'person' && entry === null && (await isPersonInUse(trx, hall, id)))
      return refuse('people_in_use', { name: entries.person.get(id)?.name ?? id })
  if (fresh.length === 0) return { ok: true, change: null, after: entries }
  const inOrder = [...fresh].sort((a, b) => writeOrder.indexOf(a.kind) - writeOrder.indexOf(b.kind))
  for (const one of inOrder) if (one.entry !== null) await writeEntry(trx, hall, one)
  for (const one of inOrder.reverse()) if (one.entry === null) await writeEntry(trx, hall, one)
  const after = await readEntries(trx, hall)
  const turned = fresh.map((one): Turned => {
    const [before, now_] = [entries, after].map((of) => ({ ...one, entry: find(of, one.kind, one.id) }) as Wanted)
    const label = labelOf(now_?.entry === null ? before! : now_!, names)
    return { label, before: before!, after: now_! }
  })
  const at = iso(now)
  const change = newId(now)
  await insertChange(trx, hall, { id: change, at, staff: actor.staff?.id ?? null, how, entries: turned })
  const today = serviceDate(now, book.hall.zone)
  await forgetChanges(trx, hall, {
    before: iso(now - KEPT * 86_400_000),
    left: plusDays(today, -KEPT),
    today: iso(now - 86_400_000),
  })
  return { ok: true, change, after }
}

/** Everything that the office edits. */
export async function readPeopleBook(hub: Hub): Promise<PeopleBook> {
  const { book, today } = await presentBook(hub)
  const [entries, changes] = await hub.store.read(async (db) => [
    await readEntries(db, hub.hall),
    await listChanges(db, hub.hall, CHANGES_SHOWN),
  ])
  const kept = <E extends Entry>(list: ReadonlyMap<string, E>) =>
    [...list].map(([id, entry]) => ({ id, version: versionOf(entry), entry }))
  const letter = entries.letter.get('letter')
  const tiles = entries.tiles.get('tiles') ?? []
  return {
    today,
    people: kept(entries.person).map((one) => ({ ...one, state: stateOf(one.entry, today) })),
    matters: kept(entries.matter).flatMap((one) => {
      const matter = book.matterOf.get(one.id)
      return matter ? [{ ...one, words: matter.words, name: matter.name, committee: matter.committee }] : []
    }),
    hotlines: kept(entries.hotline),
    buildings: kept(entries.building),
    answers: kept(entries.answer),
    tiles: { version: versionOf(tiles), entry: tiles },
    letter: letter ? { version: versionOf(letter), entry: letter } : null,
    readings: kept(entries.reading),
    committees: book.committees.map(({ id, name, letter: its, colour }) => ({ id, name, letter: its, colour })),
    changes: changes.map((one) => changeFace(one, entries, namesOf(book, entries))),
  }
}

function stateOf(
  { consent, since, until }: Entries['person'] extends ReadonlyMap<string, infer P> ? P : never,
  today: string,
): PeopleBook['people'][number]['state'] {
  if (until !== null && until < today) return 'left'
  if (consent === null) return 'unasked'
  return isPublished({ consentOn: consent, since, until }, today) ? 'published' : 'later'
}

function changeFace(
  { id, at, who, how, entries: turned, undone }: StoredChange,
  entries: Entries,
  names: Names,
): BookChange {
  return {
    ...{ id, at, who, how, undone },
    changes: turned.map((one) => entryChange(one, names)),
    undoable: !undone && turned.every(({ after }) => stands(entries, after)),
  }
}

export function entryChange({ label, before, after }: Turned, names: Names): EntryChange {
  const what = before.entry === null ? 'new' : after.entry === null ? 'gone' : 'changed'
  return { kind: after.kind, id: after.id, label, what, differences: differences(before, after, names) }
}

/** Whether an entry is still as it was left. */
export function stands(entries: Entries, { kind, id, entry }: Wanted): boolean {
  return isDeepStrictEqual(find(entries, kind, id), entry)
}
