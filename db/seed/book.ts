// Reads a hall book, five JSON files, from a folder or from the demonstration beside this file, and says everything that
// is wrong with it at once: a person mends it in an editor, and wants to be told where.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { z } from 'zod'
import { DutyFile, EventsFile, HallFile, MattersFile, PeopleFile, type HallBook } from '#contract/book.ts'
import { BuildingsFile, OwnersFile } from '#contract/people.ts'
import { NoticesFile } from '#contract/notices.ts'
import { WallsFile } from '#contract/walls.ts'
import { checkFiles, type BookFiles } from './check-book.ts'
import buildings from './buildings.json' with { type: 'json' }
import duty from './duty.json' with { type: 'json' }
import events from './events.json' with { type: 'json' }
import hall from './hall.json' with { type: 'json' }
import matters from './matters.json' with { type: 'json' }
import owners from './owners.json' with { type: 'json' }
import notices from './notices.json' with { type: 'json' }
import people from './people.json' with { type: 'json' }
import walls from './walls.json' with { type: 'json' }

/** What is wrong with a book: one problem a line, each with its file, its place and what to do. */
export class BookError extends Error {
  readonly problems: string[]

  constructor(problems: string[], from: string) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`
    super(`The hall book in ${from} has ${count}:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`)
    this.name = 'BookError'
    this.problems = problems
  }
}

const demonstration: Record<string, unknown> = {
  'hall.json': hall,
  'matters.json': matters,
  'people.json': people,
  'duty.json': duty,
  'events.json': events,
  'walls.json': walls,
  'notices.json': notices,
  'buildings.json': buildings,
  'owners.json': owners,
}

/** The book of `folder` (a path or a file URL); of the demonstration hall without one. Throws BookError. */
export function readBook(folder?: URL | string): HallBook {
  const read = folder === undefined ? (name: string) => demonstration[name] : reader(folder)
  return parseBook(read, folder === undefined ? 'db/seed' : pathOf(folder))
}

/** The same for files that are in memory: `read` gives a file's JSON value. `from` says where they are, for the message. */
export function parseBook(read: (name: string) => unknown, from: string): HallBook {
  const problems: string[] = []
  const parse = <T>(name: string, schema: z.ZodType<T>): T | undefined => {
    try {
      const raw = read(name)
      const parsed = schema.safeParse(raw)
      if (parsed.success) return parsed.data
      problems.push(
        ...parsed.error.issues.map((issue) => `${name}: ${place(raw, issue.path)}: ${advice(issue.message)}`),
      )
    } catch (error) {
      problems.push(`${name}: ${error instanceof Error ? error.message : String(error)}`)
    }
    return undefined
  }
  /** A file that a book need not have. */
  const parseIfThere = <T>(name: string, schema: z.ZodType<T>): T | undefined => {
    try {
      if (read(name) === undefined) return undefined
    } catch (error) {
      const { cause } = error as { cause?: NodeJS.ErrnoException }
      if (cause?.code === 'ENOENT') return undefined
    }
    return parse(name, schema)
  }
  const files: BookFiles = {
    hall: parse('hall.json', HallFile),
    matters: parse('matters.json', MattersFile),
    people: parse('people.json', PeopleFile),
    duty: parse('duty.json', DutyFile),
    events: parse('events.json', EventsFile),
    walls: parseIfThere('walls.json', WallsFile),
    notices: parseIfThere('notices.json', NoticesFile),
    buildings: parseIfThere('buildings.json', BuildingsFile),
    owners: parseIfThere('owners.json', OwnersFile),
  }
  problems.push(...checkFiles(files))
  if (problems.length > 0 || !isWhole(files)) throw new BookError(problems, from)
  return {
    ...files.hall,
    ...files.matters,
    ...files.people,
    duty: files.duty,
    calendar: files.events,
    ...(files.walls && { walls: files.walls.walls }),
    ...(files.notices && { notices: files.notices.notices }),
    ...(files.buildings && { buildings: files.buildings.buildings }),
    ...(files.owners && { owners: files.owners }),
  }
}

/** What one file alone cannot know of a book that fits its schema: every problem, or none. */
export function checkBook(book: HallBook): string[] {
  return checkFiles({
    hall: book,
    matters: book,
    people: book,
    duty: book.duty,
    events: book.calendar,
    walls: book.walls && { walls: book.walls },
    notices: book.notices && { notices: book.notices },
    buildings: book.buildings && { buildings: book.buildings },
    owners: book.owners,
  })
}

/** The files that a book need not have. */
type Spare = 'walls' | 'notices' | 'buildings' | 'owners'
type Whole = { [K in Exclude<keyof BookFiles, Spare>]-?: NonNullable<BookFiles[K]> }

function isWhole(files: BookFiles): files is BookFiles & Whole {
  const { walls: _walls, notices: _notices, buildings: _buildings, owners: _owners, ...needed } = files
  return Object.values(needed).every((file) => file !== undefined)
}

function pathOf(folder: URL | string): string {
  return folder instanceof URL ? fileURLToPath(folder) : folder
}

function reader(folder: URL | string) {
  return (name: string): unknown => json(utf8(readOrSay(join(pathOf(folder), name))))
}

function readOrSay(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new Error(`not found; put the file at ${path}`, { cause: error })
    throw new Error(`cannot be read (${code ?? 'unknown'}); check ${path}`, { cause: error })
  }
}

/** Editors on Windows write GBK or a byte-order mark: the first is refused, the second is skipped. */
function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw new Error('is not UTF-8; save it again as UTF-8', { cause: error })
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(`is not JSON (${why}); look for a comma or a quote that is missing or too many`, { cause: error })
  }
}

/** matters[3] (roof-leak).words.zh: counted as in the file from 0, with the id of the entry where it has one. */
function place(raw: unknown, path: readonly PropertyKey[]): string {
  let at = raw
  let text = ''
  for (const key of path) {
    at = typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined
    const id =
      typeof at === 'object' && at !== null && 'id' in at && typeof key === 'number' ? ` (${String(at.id)})` : ''
    text += typeof key === 'number' ? `[${key}]${id}` : `${text && '.'}${String(key)}`
  }
  return text || 'the file'
}

/** The contract's own refusals are codes; here a person reads them. */
function advice(message: string): string {
  if (message === 'empty') return 'is empty; write a text'
  if (message === 'control_characters') return 'has invisible control characters; type it anew'
  const longer = /^longer_than_(\d+)$/.exec(message)
  return longer ? `is too long; write at most ${longer[1]} characters` : message
}
