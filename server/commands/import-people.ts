// A table from outside: understood whole, shown with what it would change, and applied all or nothing.
import { createHash } from 'node:crypto'
import { refuse } from '#contract/errors.ts'
import type { ImportPreview, ImportReply } from '#contract/people-book.ts'
import { find, labelOf, missingReference, withWanted, type Entries, type Wanted } from '#domain/people-entry.ts'
import { understand, type Table } from '#domain/people-sheet.ts'
import { iso } from '#domain/service-day.ts'
import { dropImport, findImport, insertImport } from '#db/queries/people-changes.ts'
import { readEntries } from '#db/queries/people-entries.ts'
import { newId } from '../ids.ts'
import { withSound } from './keep-people.ts'
import { entryChange, namesOf, versionOf, writeEntries } from './people-book.ts'
import { learnSounds, type Ear } from './people-sounds.ts'
import type { Outcome, Room } from './run.ts'

/** Faults and changes that are listed. */
const LISTED = 200

/** What the tables would change. Nothing is written but the tables themselves, so that they may be applied as they were shown. */
export async function previewImport(room: Room, tables: readonly Table[], ear: Ear): Promise<Outcome<ImportPreview>> {
  const { trx, hall, book, now, actor } = room
  const entries = await readEntries(trx, hall)
  const names = namesOf(book, entries)
  const read = understand(tables, { entries, names, newId: (kind) => `${kind}-${newId(now)}` })
  if ('why' in read) return refuse('sheet_refused', read)
  const { rows, faults } = read
  const wanted = read.wanted.map((one) => withSound(one, ear))
  const lost = faults.length === 0 ? missingReference(withWanted(entries, wanted), names) : null
  if (lost) return refuse('people_reference', lost)
  const sound = faults.length === 0 && wanted.length > 0
  const id = sound ? newId(now) : null
  if (id !== null) {
    const digest = digestOf(entries, wanted)
    await insertImport(trx, hall, { id, at: iso(now), staff: actor.staff?.id ?? null, wanted, digest })
  }
  const next = namesOf(book, withWanted(entries, wanted))
  const changes = sound
    ? wanted.map((after) => {
        const before = { ...after, entry: find(entries, after.kind, after.id) } as Wanted
        return entryChange({ label: labelOf(after, next), before, after }, next)
      })
    : []
  const reply = {
    import: id,
    rows,
    faults: faults.slice(0, LISTED),
    more: Math.max(0, faults.length - LISTED),
    changes,
  }
  return { ok: true, quiet: true, reply }
}

/** Apply what was shown; refused where anything that it touches was changed since. */
export async function applyImport(room: Room, id: string, ear: Ear): Promise<Outcome<ImportReply>> {
  const { trx, hall } = room
  const kept = await findImport(trx, hall, id)
  if (!kept) return refuse('import_unknown')
  const entries = await readEntries(trx, hall)
  if (digestOf(entries, kept.wanted) !== kept.digest) return refuse('people_changed')
  const written = await writeEntries(room, entries, { wanted: kept.wanted, how: 'import' })
  if (!written.ok) return written
  await learnSounds(room, kept.wanted, ear)
  await dropImport(trx, hall, id)
  const count = kept.wanted.length
  return {
    ok: true,
    book: true,
    reply: { change: written.change, entries: count },
    act: { act: 'people-import', about: '', detail: String(count) },
  }
}

/** Of everything that a table touches, as it stands. */
function digestOf(entries: Entries, wanted: readonly Wanted[]): string {
  const hash = createHash('sha256')
  for (const { kind, id } of wanted) {
    const there = find(entries, kind, id)
    hash.update(`${kind} ${id} ${there ? versionOf(there) : ''}\n`)
  }
  return hash.digest('base64url')
}
