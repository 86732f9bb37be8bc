// The manager changes the book of people: one entry, its removal, a person who leaves, and taking a change back.
import { refuse } from '#contract/errors.ts'
import type { EditEntry, EntryKept, RemoveEntry } from '#contract/people-book.ts'
import { find, labelOf, type Entries, type Wanted } from '#domain/people-entry.ts'
import { iso, plusDays, serviceDate } from '#domain/service-day.ts'
import { readEntries } from '#db/queries/people-entries.ts'
import { findChange, findPhoto, setUndone } from '#db/queries/people-changes.ts'
import { newId } from '../ids.ts'
import { learnSounds, type Ear } from './people-sounds.ts'
import { namesOf, stands, versionOf, writeEntries } from './people-book.ts'
import type { Outcome, Room } from './run.ts'

/** Add or change one entry. `seen` is the version that was on the glass. */
export async function keepEntry(room: Room, edit: EditEntry, ear: Ear): Promise<Outcome<EntryKept>> {
  const entries = await readEntries(room.trx, room.hall)
  const { kind } = edit
  if (edit.id !== null && kind === 'matter' && !entries.matter.has(edit.id)) return refuse('matter_unknown')
  const id = edit.id ?? `${kind}-${newId(room.now)}`
  const there = find(entries, kind, id)
  if ((there === null ? null : versionOf(there)) !== edit.seen) return refuse('people_changed')
  const wanted = withSound({ kind, id, entry: edit.entry } as Wanted, ear)
  if (wanted.kind === 'person' && wanted.entry?.photo && !(await hasPhoto(room, wanted.entry.photo)))
    return refuse('photo_refused', { why: 'gone' })
  return write(room, entries, { wanted, how: 'edit', ear })
}

export async function removeEntry(room: Room, { kind, id, seen }: RemoveEntry): Promise<Outcome<EntryKept>> {
  const entries = await readEntries(room.trx, room.hall)
  const there = find(entries, kind, id)
  if (there === null || versionOf(there) !== seen) return refuse('people_changed')
  return write(room, entries, { wanted: { kind, id, entry: null }, how: 'remove' })
}

/** Out of the post as of now: yesterday was the last day, and the card is gone with the next views. */
export async function leaveNow(room: Room, { id, seen }: { id: string; seen: string }): Promise<Outcome<EntryKept>> {
  const entries = await readEntries(room.trx, room.hall)
  const there = entries.person.get(id)
  if (!there) return refuse('person_unknown')
  if (versionOf(there) !== seen) return refuse('people_changed')
  const last = plusDays(serviceDate(room.now, room.book.hall.zone), -1)
  const since = there.since !== null && there.since > last ? last : there.since
  return write(room, entries, { wanted: { kind: 'person', id, entry: { ...there, since, until: last } }, how: 'leave' })
}

async function write(
  room: Room,
  entries: Entries,
  { wanted, how, ear }: { wanted: Wanted; how: 'edit' | 'remove' | 'leave'; ear?: Ear },
): Promise<Outcome<EntryKept>> {
  const written = await writeEntries(room, entries, { wanted: [wanted], how })
  if (!written.ok) return written
  const after = find(written.after, wanted.kind, wanted.id)
  const reply = { id: wanted.id, version: after && versionOf(after), change: written.change }
  if (written.change === null) return { ok: true, reply, quiet: true }
  if (ear) await learnSounds(room, [wanted], ear)
  const names = namesOf(room.book, entries)
  const before = { ...wanted, entry: find(entries, wanted.kind, wanted.id) } as Wanted
  return {
    ok: true,
    reply,
    book: true,
    act: {
      act: `${wanted.kind}-${how}`,
      about: labelOf(after === null ? before : wanted, names),
      detail: before.entry === null ? 'new' : '',
    },
  }
}

/** Take a change back, where nothing was changed upon it. It is itself a change, and can be taken back. */
export async function undoChange(room: Room, id: string): Promise<Outcome<EntryKept>> {
  const { trx, hall, now } = room
  const change = await findChange(trx, hall, id)
  if (!change || change.undone) return refuse('nothing_to_undo')
  const entries = await readEntries(trx, hall)
  if (!change.entries.every(({ after }) => stands(entries, after))) return refuse('people_changed')
  const wanted: Wanted[] = []
  for (const { before } of change.entries) {
    const lost =
      before.kind === 'person' && before.entry?.photo && !(await hasPhoto(room, before.entry.photo)) && before.entry
    wanted.push(lost ? { ...before, kind: 'person', entry: { ...lost, photo: null } } : before)
  }
  const written = await writeEntries(room, entries, { wanted, how: 'undo' })
  if (!written.ok) return written
  await setUndone(trx, hall, { id, at: iso(now) })
  const [first] = change.entries
  return {
    ok: true,
    reply: { id: first?.after.id ?? '', version: null, change: written.change },
    book: true,
    act: { act: 'people-undo', about: first?.label ?? '', detail: change.how },
  }
}

async function hasPhoto({ trx, hall }: Room, path: string): Promise<boolean> {
  return (await findPhoto(trx, hall, /[0-9a-f]{64}/.exec(path)?.[0] ?? '')) !== null
}

/** A name whose sound nobody gave is read as it usually is. */
export function withSound(wanted: Wanted, ear: Ear): Wanted {
  if (wanted.kind !== 'person' || !wanted.entry || wanted.entry.sound !== '') return wanted
  return { ...wanted, entry: { ...wanted.entry, sound: ear.name(wanted.entry.name) } }
}
