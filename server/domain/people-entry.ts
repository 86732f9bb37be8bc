// The entries of the book of people: what names what, and what of an entry is another than before. Pure.
import type { Difference, Entry, EntryKind, EntryOf } from '#contract/people-book.ts'
import { cellsOf, type Names } from './people-cells.ts'

export type Entries = { [K in EntryKind]: ReadonlyMap<string, EntryOf[K]> }

/** What an entry is to become; null: it goes. */
export type Wanted = { [K in EntryKind]: { kind: K; id: string; entry: EntryOf[K] | null } }[EntryKind]

/** In which order they may be written: what names others, after them. */
export const writeOrder: readonly EntryKind[] = [
  'building',
  'hotline',
  'person',
  'matter',
  'answer',
  'tiles',
  'letter',
  'reading',
]

export function find(entries: Entries, kind: EntryKind, id: string): Entry | null {
  return entries[kind].get(id) ?? null
}

/** The entries as they would be. */
export function withWanted(entries: Entries, wanted: readonly Wanted[]): Entries {
  const next: Record<EntryKind, Map<string, Entry>> = {
    person: new Map(entries.person),
    matter: new Map(entries.matter),
    hotline: new Map(entries.hotline),
    building: new Map(entries.building),
    answer: new Map(entries.answer),
    tiles: new Map(entries.tiles),
    letter: new Map(entries.letter),
    reading: new Map(entries.reading),
  }
  for (const { kind, id, entry } of wanted) {
    if (entry === null) next[kind].delete(id)
    else next[kind].set(id, entry)
  }
  return next as Entries
}

/** Who names something that is not there: their label, and what they name. Null: everything is there. */
export function missingReference(entries: Entries, names: Names): { where: string; what: string } | null {
  const { person, matter, hotline, building, answer, tiles } = entries
  const of = (where: string, what: readonly string[], known: { has(id: string): boolean }) => {
    const lost = what.find((id) => !known.has(id))
    return lost === undefined ? null : { where, what: lost }
  }
  for (const one of person.values()) {
    const found =
      of(one.name, one.buildings, building) ??
      of(one.name, one.committee === null ? [] : [one.committee], names.committees)
    if (found) return found
  }
  for (const [id, one] of matter) {
    const found = of(names.matters.get(id) ?? id, one.hotlines, hotline)
    if (found) return found
  }
  for (const one of answer.values()) {
    const found = of(one.words.zh, one.hotlines, hotline) ?? of(one.words.zh, one.matter ? [one.matter] : [], matter)
    if (found) return found
  }
  for (const { words, about } of tiles.get('tiles') ?? []) {
    const found =
      'matter' in about
        ? of(words.zh, [about.matter], matter)
        : 'answer' in about
          ? of(words.zh, [about.answer], answer)
          : 'person' in about
            ? of(words.zh, [about.person], person)
            : null
    if (found) return found
  }
  const numbers = [...building.values()].map(({ number }) => number)
  const again = numbers.find((number, at) => numbers.indexOf(number) !== at)
  return again === undefined ? null : { where: [...building.values()].at(-1)?.name.zh ?? '', what: String(again) }
}

/** What an entry is called. */
export function labelOf({ kind, id, entry }: Wanted, names: Names): string {
  switch (kind) {
    case 'person':
      return entry?.name ?? id
    case 'matter':
      return names.matters.get(id) ?? id
    case 'hotline':
    case 'building':
      return entry?.name.zh ?? id
    case 'answer':
      return entry?.words.zh ?? id
    case 'letter':
      return entry?.title.zh ?? id
    case 'tiles':
    case 'reading':
      return id
  }
}

/** The columns in which two states of one entry differ. */
export function differences(before: Wanted, after: Wanted, names: Names): Difference[] {
  const [was, is] = [before, after].map((one) => (one.entry === null ? {} : cellsOf(one, names)))
  const columns = [...new Set([...Object.keys(is ?? {}), ...Object.keys(was ?? {})])]
  return columns
    .map((column) => ({ column, before: was?.[column] ?? '', after: is?.[column] ?? '' }))
    .filter((one) => one.before !== one.after)
}
