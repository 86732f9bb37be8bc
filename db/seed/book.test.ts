import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import { BookError, checkBook, parseBook, readBook } from './book.ts'

type Json = any // eslint-disable-line @typescript-eslint/no-explicit-any -- a file that is broken on purpose has no type

const book = readBook()

/** The demonstration's five files as one would edit them. */
function files(): Record<string, Json> {
  const {
    hall,
    rooms,
    committees,
    lanes,
    classes,
    windows,
    hours,
    hotlines,
    targets,
    matters,
    people,
    staff,
    duty,
    calendar,
    walls,
    notices,
    buildings,
    owners,
  } = book
  return structuredClone({
    'hall.json': { hall, rooms, committees, lanes, classes, windows, hours, hotlines, targets },
    'matters.json': { matters },
    'people.json': { people, staff },
    'duty.json': duty,
    'events.json': calendar,
    'walls.json': { walls },
    'notices.json': { notices },
    'buildings.json': { buildings },
    'owners.json': owners,
  })
}

function problemsOf(read: () => unknown): string[] {
  try {
    read()
  } catch (error) {
    if (error instanceof BookError) return error.problems
    throw error
  }
  return []
}

function broken(change: (all: Record<string, Json>) => void): string[] {
  const all = files()
  change(all)
  return problemsOf(() => parseBook((name) => all[name], 'memory'))
}

describe('the demonstration hall', () => {
  test('passes its own check', () => {
    expect(checkBook(book)).toEqual([])
    expect(broken(() => {})).toEqual([])
  })

  test('has at least 44 matters, some for each committee, in short words', () => {
    expect(book.matters.length).toBeGreaterThanOrEqual(44)
    for (const { id } of book.committees)
      expect(book.matters.filter(({ committee }) => committee === id).length, id).toBeGreaterThanOrEqual(8)
    for (const { id, words, steps } of book.matters) {
      expect([...words.zh].length, id).toBeLessThanOrEqual(10)
      expect(words.en.length, id).toBeLessThanOrEqual(34)
      expect(steps.length, id).toBeGreaterThanOrEqual(2)
      expect(steps.length, id).toBeLessThanOrEqual(5)
    }
    expect(book.matters.map(({ id }) => id)).toContain('roof-leak')
  })

  test('offers eight common matters that fit a big button', () => {
    const common = book.matters.filter((matter) => matter.common)
    expect(common).toHaveLength(8)
    for (const { words } of common) {
      expect([...words.zh].length, words.zh).toBeLessThanOrEqual(8)
      expect(words.en.length, words.en).toBeLessThanOrEqual(28)
    }
    expect(new Set(common.map(({ committee }) => committee)).size).toBe(4)
  })

  test('names nobody real: marked names, numbers that cannot be dialled', () => {
    for (const { name, phone } of book.people) {
      expect(name).toMatch(/^示例·\p{Script=Han}{2,4}$/u)
      expect(phone).toMatch(/^021-0000 01\d\d$/)
    }
    expect(new Set(book.people.map(({ phone }) => phone)).size).toBe(book.people.length)
  })

  test('has four clerks and a manager, each with a PIN of their own', () => {
    expect(book.staff.map(({ role }) => role).toSorted()).toEqual(['clerk', 'clerk', 'clerk', 'clerk', 'manager'])
    expect(book.staff.find(({ role }) => role === 'manager')?.id).toBe('manager')
    expect(new Set(book.staff.map(({ pin }) => pin)).size).toBe(5)
  })
})

describe('a broken book', () => {
  test('tells all its problems at once, in every file', () => {
    const problems = broken((all) => {
      all['hall.json'].lanes[1].committee = 'nobody'
      all['matters.json'].matters[0].lane = 'nowhere'
      all['people.json'].people[0].committee = 'none'
      all['people.json'].staff[0].person = 'ghost'
      all['duty.json'].shifts[0].window = 'w9'
      all['duty.json'].shifts[0].turns = ['ghost']
      all['events.json'].events[0].room = 'cellar'
    })
    expect(problems).toEqual([
      'hall.json: lanes (governance): there is no committee "nobody"; correct the name or add the committee to hall.json',
      `matters.json: matters (${book.matters[0]?.id}): there is no lane "nowhere"; correct the name or add the lane to hall.json`,
      `people.json: people (${book.people[0]?.id}): there is no committee "none"; correct the name or add the committee to hall.json`,
      'people.json: staff (chen): there is no person "ghost"; correct the name or add the person to people.json',
      'duty.json: shifts[0] (window 08:30–11:30): there is no window "w9"; correct the name or add the window to hall.json',
      'duty.json: shifts[0] (window 08:30–11:30): there is no person "ghost"; correct the name or add the person to people.json',
      'events.json: events (open-house): there is no room "cellar"; correct the name or add the room to hall.json',
    ])
  })

  test.each<[string, string, (hall: Json) => void]>([
    ['an id twice', 'rooms, id "activity"', (hall) => hall.rooms.push(hall.rooms[0])],
    ['a letter twice', 'committees, letter "A"', (hall) => (hall.committees[1].letter = 'A')],
    ['a prefix twice', 'lanes, prefix "A"', (hall) => (hall.lanes[1].prefix = 'A')],
    ['a window number twice', 'windows, number "1"', (hall) => (hall.windows[1].number = 1)],
    ['a lane twice at a window', 'windows (w2), lane "service"', (hall) => hall.windows[1].lanes.push('service')],
    ['an unknown lane', 'no lane "x"', (hall) => hall.windows[1].lanes.push('x')],
    [
      'hours that overlap',
      'weekday 2: 08:30–11:30 and 11:00–13:30 overlap',
      (hall) => (hall.hours.weekly[0].spans[1].from = '11:00'),
    ],
    [
      'a weekday named twice',
      'weekday 6: 08:30–11:30 and 08:30–11:30 overlap',
      (hall) => hall.hours.weekly[0].days.push(6),
    ],
    [
      'exceptional hours that overlap',
      'day 0: 00:00–24:00 and 09:00–10:00',
      (hall) => hall.hours.exceptions[0].spans.push({ from: '09:00', to: '10:00', kind: 'holiday' }),
    ],
    ['a day excepted twice', 'hours.exceptions, day "0"', (hall) => (hall.hours.exceptions[1].day = 0)],
    ['a first class with a head start', 'give it headStart 0', (hall) => (hall.classes[0].headStart = 5)],
    [
      'no class to choose',
      'a visitor can choose none',
      (hall) => hall.classes.forEach((one: Json) => (one.choice = false)),
    ],
    ['no class for a return', 'none has the id "return"', (hall) => hall.classes.pop()],
  ])('%s', (_, expected, change) => {
    const problems = broken((all) => change(all['hall.json']))
    expect(problems.join('\n')).toContain(expected)
    expect(problems.every((problem) => problem.startsWith('hall.json: '))).toBe(true)
  })

  test('a lane that no window serves', () => {
    const problems = broken((all) => {
      all['hall.json'].windows.shift()
      all['hall.json'].windows[0].lanes = ['service']
      for (const shift of all['duty.json'].shifts) if (shift.window === 'w1') shift.window = null
      all['duty.json'].exceptions = []
    })
    expect(problems).toEqual(['hall.json: lanes (party): no window serves it; add it to the lanes of a window'])
  })

  test('a file that does not fit its schema, beside a wrong name in another', () => {
    const problems = broken((all) => {
      all['matters.json'].matters[2].words.zh = ' '
      all['matters.json'].matters[2].id = 'Not A Slug'
      all['people.json'].people[1].name = '长'.repeat(41)
      all['duty.json'].shifts[0].window = 'w9'
    })
    expect(problems).toHaveLength(4)
    expect(problems[0]).toContain('matters.json: matters[2] (Not A Slug).id: ')
    expect(problems[1]).toBe('matters.json: matters[2] (Not A Slug).words.zh: is empty; write a text')
    expect(problems[2]).toBe('people.json: people[1] (zhao).name: is too long; write at most 40 characters')
    expect(problems[3]).toContain('there is no window "w9"')
  })
})

describe('a folder', () => {
  let folder = ''
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  function write(all: Record<string, string | Buffer>): string {
    folder = mkdtempSync(join(tmpdir(), 'hall-book-'))
    for (const [name, text] of Object.entries(all)) writeFileSync(join(folder, name), text)
    return folder
  }
  const texts = () => Object.fromEntries(Object.entries(files()).map(([name, value]) => [name, JSON.stringify(value)]))

  test('is read by path and by URL, with a byte-order mark too', () => {
    const path = write({ ...texts(), 'hall.json': `\ufeff${texts()['hall.json']}` })
    expect(readBook(path)).toEqual(book)
    expect(readBook(pathToFileURL(path))).toEqual(book)
  })

  test('may leave out the walls; those it has are checked', () => {
    const { 'walls.json': _, ...rest } = texts()
    const { walls: __, ...bare } = book
    expect(readBook(write(rest))).toEqual(bare)
    const wrong = broken((all) => all['walls.json'].walls.push({ ...all['walls.json'].walls[0], duty: 'door' }))
    expect(wrong).toHaveLength(2)
    expect(wrong[1]).toBe('walls.json: walls (main): a door sign needs a room; add "room"')
  })

  test('with a missing, a cut and a GBK file names all three', () => {
    const { 'duty.json': _, ...rest } = texts()
    const path = write({
      ...rest,
      'events.json': '{"weeks": 1,',
      'people.json': Buffer.from([0x22, 0xc1, 0xd6, 0xd4, 0xb7, 0x22]),
    })
    const problems = problemsOf(() => readBook(path))
    expect(problems).toHaveLength(3)
    expect(problems[0]).toBe('people.json: is not UTF-8; save it again as UTF-8')
    expect(problems[1]).toBe(`duty.json: not found; put the file at ${join(path, 'duty.json')}`)
    expect(problems[2]).toMatch(/^events\.json: is not JSON/)
    expect(() => readBook(path)).toThrow(`The hall book in ${path} has 3 problems:\n  - people.json`)
  })
})
