// One line of a table as an entry of the book. What is wrong is told cell by cell. Pure.
import type { z } from 'zod'
import type { FoundSpan, OwnerEntry } from '#contract/people.ts'
import {
  HotlineEntry,
  MatterEntry,
  PersonEntry,
  type CellFault,
  type EntryOf,
  type PersonEntry as Person,
} from '#contract/people-book.ts'
import { Slug } from '#contract/text.ts'
import type { Post, Speech } from '#contract/words.ts'
import type { Wanted } from './people-entry.ts'
import type { Known } from './people-sheet.ts'
import { no, postWord, speechWord, weekdays, yes } from './people-words.ts'

export interface Line {
  /** By column, trimmed. */
  texts: Record<string, string>
  fault(column: string, fault: CellFault): void
}

const turned = <K extends string>(words: Record<K, string>) =>
  new Map((Object.entries(words) as [K, string][]).map(([key, word]) => [word, key]))
const posts = turned<Post>(postWord)
const speeches = turned<Speech>(speechWord)

export function personOf(line: Line, known: Known): Wanted | null {
  const { texts } = line
  const name = texts.name ?? ''
  const id = idOf(line, 'person', known, (): string | null => {
    const same = [...known.entries.person].filter(([, one]) => one.name === name)
    if (same.length > 1) line.fault('id', 'empty')
    return same[0]?.[0] ?? null
  })
  const there = id === null ? undefined : known.entries.person.get(id)
  const numbers = new Map([...known.names.buildings].map(([building, number]) => [String(number), building]))
  const committees = new Map([...known.names.committees].map(([committee, its]) => [its, committee]))
  const entry = {
    name,
    title: both(texts, 'title'),
    committee: oneOf(line, 'committee', committees),
    phone: texts.phone || null,
    posts: listOf(line, 'posts', posts),
    buildings: listOf(line, 'buildings', numbers, (text) => text.replace(/\s*(号楼|号|栋|幢)$/, '')),
    found: foundOf(line),
    place: texts.place ? both(texts, 'place') : null,
    speaks: listOf(line, 'speaks', speeches),
    consent: dayOf(texts.consent),
    since: dayOf(texts.since),
    until: dayOf(texts.until),
    sound: (texts.sound ?? '').toLowerCase(),
    photo: there?.photo ?? null,
  }
  const parsed = checked<Person>(line, PersonEntry, entry)
  return parsed && id !== null ? { kind: 'person', id, entry: parsed } : null
}

export function matterOf(line: Line, known: Known): Wanted | null {
  const { texts } = line
  const id = texts.id ?? ''
  if (!known.entries.matter.has(id)) {
    line.fault('id', id === '' ? 'empty' : 'unknown')
    return null
  }
  const names = new Map([...known.names.hotlines].map(([hotline, name]) => [name, hotline]))
  const owners = (column: string, rank: number): OwnerEntry[] =>
    listOf(line, column, posts).map((post) => ({ post, rank }))
  if (![yes, no, ''].includes(texts.list ?? '')) line.fault('list', 'form')
  const parsed = checked<EntryOf['matter']>(line, MatterEntry, {
    owners: [...owners('first', 1), ...owners('second', 2)],
    also: split(texts.also ?? ''),
    hotlines: listOf(line, 'hotlines', names),
    list: texts.list === yes,
  })
  return parsed && { kind: 'matter', id, entry: parsed }
}

export function hotlineOf(line: Line, known: Known): Wanted | null {
  const { texts } = line
  const id = idOf(
    line,
    'hotline',
    known,
    () => [...known.entries.hotline].find(([, one]) => one.name.zh === texts.name)?.[0] ?? null,
  )
  const parsed = checked<EntryOf['hotline']>(line, HotlineEntry, {
    name: both(texts, 'name'),
    number: texts.number ?? '',
    hours: both(texts, 'hours'),
  })
  return parsed && id !== null ? { kind: 'hotline', id, entry: parsed } : null
}

/** The id that stands there, else that of the entry that is meant, else a new one. */
function idOf(line: Line, kind: 'person' | 'hotline', { newId }: Known, meant: () => string | null): string | null {
  const { id = '' } = line.texts
  if (id === '') return meant() ?? newId(kind)
  if (Slug.safeParse(id).success) return id
  line.fault('id', 'form')
  return null
}

/** English that is left out is the Chinese text. */
const both = (texts: Record<string, string>, name: string) => {
  const zh = texts[name] ?? ''
  return { zh, en: texts[`${name}_en`] || zh }
}

const split = (text: string): string[] =>
  text
    .split(/[、，,;；\n]/)
    .map((one) => one.trim())
    .filter(Boolean)

function listOf<V extends string>(
  line: Line,
  column: string,
  known: ReadonlyMap<string, V>,
  plain = (text: string) => text,
): V[] {
  return split(line.texts[column] ?? '').flatMap((text) => {
    const found = known.get(plain(text))
    if (found === undefined) line.fault(column, 'unknown')
    return found ?? []
  })
}

function oneOf<V extends string>(line: Line, column: string, known: ReadonlyMap<string, V>): V | null {
  const text = line.texts[column] ?? ''
  if (text === '') return null
  const found = known.get(text) ?? null
  if (found === null) line.fault(column, 'unknown')
  return found
}

/** 2026-11-23, 2026/11/3, 2026年11月3日; anything else stays as it is, and is refused. */
function dayOf(text: string | undefined): string | null {
  if (!text) return null
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text)
  return parts ? `${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}` : text
}

const aDay = `周[一二三四五六日天]`
const aSpan = new RegExp(
  `^((?:${aDay}(?:[至到-]${aDay})?[、，,]?)+)\\s*(\\d{1,2}[:：]\\d{2})\\s*[-–—至到~]\\s*(\\d{1,2}[:：]\\d{2})$`,
)

/** 周一至周五 08:30-17:00；周六 09:00-11:00. */
function foundOf(line: Line): FoundSpan[] {
  const day = (text: string) => weekdays.findIndex((one) => one === text.replace('天', '日')) + 1
  const time = (text = '') => text.replace('：', ':').padStart(5, '0')
  return (line.texts.found ?? '')
    .split(/[;；\n]/)
    .map((one) => one.trim())
    .filter(Boolean)
    .flatMap((text) => {
      const parts = aSpan.exec(text)
      const days = [...(parts?.[1] ?? '').matchAll(new RegExp(`(${aDay})(?:[至到-](${aDay}))?`, 'g'))].flatMap(
        ([, first = '', last = first]) => {
          const [from, to] = [day(first), day(last)]
          return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)
        },
      )
      if (!parts || days.length === 0) {
        line.fault('found', 'form')
        return []
      }
      return { days: [...new Set(days)].sort((a, b) => a - b), from: time(parts[2]), to: time(parts[3]) }
    })
}

/** The column in which a field of an entry stands. */
const columnOf = (path: readonly PropertyKey[]): string => {
  const [first, second] = path
  if (first === 'owners') return 'first'
  return second === 'en' ? `${String(first)}_en` : String(first)
}

function checked<T>(line: Line, schema: z.ZodType<T>, entry: unknown): T | null {
  const parsed = schema.safeParse(entry)
  if (parsed.success) return parsed.data
  const told = new Set<string>()
  for (const { path, message } of parsed.error.issues) {
    const column = columnOf(path)
    // English that was left out has the faults of the Chinese, and no cell of its own.
    if (told.has(column.replace(/_en$/, ''))) continue
    told.add(column)
    line.fault(column, faultOf(message))
  }
  return null
}

function faultOf(message: string): CellFault {
  if (message === 'empty') return 'empty'
  if (message === 'control_characters') return 'control'
  if (message.startsWith('longer_than') || /^Too big/.test(message)) return 'long'
  if (message === 'ends_before') return 'order'
  return message === 'twice' ? 'twice' : 'form'
}
