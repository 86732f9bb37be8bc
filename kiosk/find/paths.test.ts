import { beforeAll, describe, expect, it } from 'vitest'
import questionFile from '#assets/find/questions.json' with { type: 'json' }
import { readBook } from '#db/seed/book.ts'
import { soundsOf } from '#db/seed/sounds.ts'
import type { PeopleView } from '#contract/views.ts'
import { sampleView } from '../../e2e/people-sample.ts'
import { cardAt, doorsOf } from '../spots.ts'
import { type Spot } from '../home-doors.ts'
import { home } from '../flow.ts'
import { touchesTo } from './paths.ts'
import { choicesOf, keysFor, namesOf, start } from './places.ts'
import type { Hall, Place } from './tiles.ts'

const { questions } = questionFile
const book = readBook()
let hall: Hall

beforeAll(async () => {
  const now = Date.parse('2026-11-23T02:00:00.000Z')
  const view = sampleView(book, { now, shifts: [], sounds: await soundsOf(book) })
  const stamp = { epoch: '', rev: 0, at: '' }
  hall = {
    people: { ...stamp, ...view } satisfies PeopleView,
    catalog: {
      ...stamp,
      committees: book.committees,
      matters: book.matters,
      classes: [],
      rule: { zh: '', en: '' },
    },
  }
})

/** The fewest touches to a card that answers each question; none: not within four. */
const touches = (elder: boolean) => {
  const ways = touchesTo(hall, { elder })
  return questions.map(({ say, want }) => ({
    say,
    least: Math.min(...want.map((one) => ways.get(one)?.length ?? Number.POSITIVE_INFINITY)),
  }))
}

describe('touches from home to the right card', () => {
  it.each([
    ['the usual type', false],
    ['bigger type', true],
  ])('are two for nine of ten questions, and four at most: %s', (_, elder) => {
    const all = touches(elder)
    const far = all.filter(({ least }) => least > 4).map(({ say }) => say)
    expect(far).toEqual([])
    const near = all.filter(({ least }) => least <= 2).length / all.length
    const report = all.filter(({ least }) => least > 2).map(({ say, least }) => `${least}: ${say}`)
    expect(near, report.join('\n')).toBeGreaterThanOrEqual(0.9)
  })

  it('lead to every matter, answer, post, building and person', () => {
    const ways = touchesTo(hall, { deepest: 5 })
    const all = [
      ...hall.people.matters.map(({ id }) => `matter:${id}`),
      ...hall.people.answers.map(({ id }) => `answer:${id}`),
      ...hall.people.buildings.map(({ id }) => `building:${id}`),
      ...hall.people.people.map(({ id }) => `person:${id}`),
    ]
    expect(all.filter((one) => !ways.has(one))).toEqual([])
  })
})

describe('the building', () => {
  const leak: Place = { at: 'card', about: { matter: 'roof-leak' }, building: null }

  it('is not asked for where two people can stand side by side', () => {
    expect(cardAt(hall, leak)).toBe('matter:roof-leak')
    expect(cardAt(hall, { at: 'card', about: { matter: 'lawyer' }, building: null })).toBe('matter:lawyer')
  })

  it('is asked for where it decides between many, and then gives one', () => {
    const asked: Place = { at: 'card', about: { matter: 'building-leader' }, building: null }
    expect(cardAt(hall, asked)).toBeNull()
    const third = choicesOf(hall, asked).find(({ key }) => key === 'b3') ?? { to: start }
    expect(cardAt(hall, third.to)).toBe('matter:building-leader')
    expect(choicesOf(hall, third.to).map(({ key }) => key)).toContain('leader-3')
  })
})

describe('names on keys', () => {
  const first = (typed: string, nine = false) => namesOf(hall, typed, nine).map(({ id }) => id)

  it.each([
    ['sgd', 'shan'],
    ['qiu', 'qiu'],
    ['zmz', 'zeng'],
    ['xyq', 'xie'],
    ['zhaw', 'zha'],
    ['olx', 'leader-11'],
    ['ywm', 'leader-12'],
  ])('%s', (typed, id) => {
    expect(first(typed)[0]).toBe(id)
    expect(first(typed.toUpperCase())[0]).toBe(id)
  })

  it('a surname of two sounds is found by the one that it has as a surname', () => {
    expect(first('dan')).not.toContain('shan')
    expect(first('jie')).not.toContain('xie')
  })

  it('are those of a telephone', () => expect(first('743', true)).toContain('shan'))

  it.each([false, true])('offer only what still leads to somebody: nine keys %s', (nine) => {
    for (const typed of ['', nine ? '7' : 's', nine ? '74' : 'sg'])
      for (const { key, leads } of keysFor(hall, typed, nine))
        expect(first(typed + key, nine).length > 0, typed + key).toBe(leads)
  })
})

it('every screen’s choices have keys of their own', () => {
  const spots: Spot[] = [
    home,
    { at: 'committee', committee: 'service', page: 0 },
    { at: 'matter', matter: 'roof-leak' },
    start,
    { at: 'group', group: 'service', page: 0 },
    { at: 'posts' },
    { at: 'buildings' },
  ]
  for (const spot of spots) {
    const keys = doorsOf(hall, spot).map(({ key }) => key)
    expect(keys.length).toBeGreaterThan(0)
    expect(new Set(keys).size, spot.at).toBe(keys.length)
  }
})
