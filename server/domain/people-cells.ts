// An entry as the cells of a line: what stands in a table that is carried out, and what is shown of a change. Pure.
import type { EntryOf } from '#contract/people-book.ts'
import type { FoundSpan, OwnerEntry } from '#contract/people.ts'
import type { Text } from '#contract/text.ts'
import type { Wanted } from './people-entry.ts'
import { no, postWord, speechWord, weekdays, yes } from './people-words.ts'

/** How what an entry names is called. */
export interface Names {
  committees: ReadonlyMap<string, string>
  matters: ReadonlyMap<string, string>
  hotlines: ReadonlyMap<string, string>
  /** By id: the building's number. */
  buildings: ReadonlyMap<string, number>
}

export type Cells = Record<string, string>

export const AND = '、'
const both = (name: string, text: Text | null): Cells => ({ [name]: text?.zh ?? '', [`${name}_en`]: text?.en ?? '' })
const ofRank = (owners: readonly OwnerEntry[], rank: number) =>
  owners.flatMap((one) => (one.rank === rank ? postWord[one.post] : [])).join(AND)

export function cellsOf(one: Wanted, names: Names): Cells {
  const { id } = one
  if (one.entry === null) return {}
  const hotlines = (ids: readonly string[]) => ids.map((hotline) => names.hotlines.get(hotline) ?? hotline).join(AND)
  switch (one.kind) {
    case 'person':
      return personCells(id, one.entry, names)
    case 'matter': {
      const { owners, also, hotlines: lines, list } = one.entry
      return {
        id,
        words: names.matters.get(id) ?? id,
        first: ofRank(owners, 1),
        second: ofRank(owners, 2),
        also: also.join(AND),
        hotlines: hotlines(lines),
        list: list ? yes : no,
      }
    }
    case 'hotline': {
      const { name, number, hours } = one.entry
      return { id, ...both('name', name), number, ...both('hours', hours) }
    }
    case 'building': {
      const { number, name, address, group, doors, floors } = one.entry
      return {
        ...{ number: String(number), ...both('name', name), ...both('address', address), ...both('group', group) },
        ...{ doors: String(doors), floors: String(floors) },
      }
    }
    case 'answer': {
      const { kind, words, also, here, say, place, matter, owners, hotlines: lines } = one.entry
      return {
        ...{ kind, ...both('words', words), also: also.join(AND), here: here ? yes : no, ...both('say', say) },
        ...both('place', place?.name ?? null),
        ...both('address', place?.address ?? null),
        ...{ phone: place?.phone ?? '', ...both('hours', place?.hours ?? null) },
        matter: matter === null ? '' : (names.matters.get(matter) ?? matter),
        ...{ first: ofRank(owners, 1), second: ofRank(owners, 2), hotlines: hotlines(lines) },
      }
    }
    case 'tiles':
      return Object.fromEntries(
        one.entry.map(({ words, about }, at) => [
          `tile ${at + 1}`,
          `${words.zh} → ${Object.values(about as Record<string, string>).join()}`,
        ]),
      )
    case 'letter': {
      const { title, body, signed } = one.entry
      const whole = { zh: body.map(({ zh }) => zh).join('\n'), en: body.map(({ en }) => en).join('\n') }
      return { ...both('title', title), ...both('body', whole), ...both('signed', signed) }
    }
    case 'reading':
      return { sound: one.entry.sound }
  }
}

function personCells(id: string, one: EntryOf['person'], names: Names): Cells {
  return {
    id,
    name: one.name,
    sound: one.sound,
    ...both('title', one.title),
    posts: one.posts.map((post) => postWord[post]).join(AND),
    committee: one.committee === null ? '' : (names.committees.get(one.committee) ?? one.committee),
    buildings: one.buildings.map((building) => names.buildings.get(building) ?? building).join(AND),
    phone: one.phone ?? '',
    found: one.found.map(foundText).join('；'),
    ...both('place', one.place),
    speaks: one.speaks.map((speech) => speechWord[speech]).join(AND),
    consent: one.consent ?? '',
    since: one.since ?? '',
    until: one.until ?? '',
    // Not a column of a table: a picture does not go into a cell.
    photo: one.photo === null ? '' : one.photo.slice(0, 8),
  }
}

/** 周一至周五 08:30-17:00. */
export function foundText({ days, from, to }: FoundSpan): string {
  const sorted = [...new Set(days)].sort((a, b) => a - b)
  const runs: number[][] = []
  for (const day of sorted) {
    const last = runs.at(-1)
    if (last && last.at(-1) === day - 1) last.push(day)
    else runs.push([day])
  }
  const name = (day: number) => weekdays[day - 1] ?? ''
  const said = runs.map((run) =>
    run.length > 2 ? `${name(run[0] ?? 1)}至${name(run.at(-1) ?? 1)}` : run.map(name).join(AND),
  )
  return `${said.join(AND)} ${from}-${to}`
}
