import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { readBook } from '#db/seed/book.ts'
import { soundsOf } from '#db/seed/sounds.ts'
import { sampleView } from '../../e2e/people-sample.ts'
import { buildIndex, type FindIndex } from './build-index.ts'
import { candidates } from './candidates.ts'
import { entriesOf, type Entry } from './entries.ts'
import { search, type Wanted } from './search.ts'
import { soundsOf as soundsIn } from './sounds.ts'
import questionFile from './questions.json' with { type: 'json' }

const { questions } = questionFile
const book = readBook()
let index: FindIndex
let sounds: Record<string, string> = {}
/** The hall's own signs, by how they sound. */
const homophones = new Map<string, string[]>()

beforeAll(async () => {
  const view = sampleView(book, {
    now: Date.parse('2026-11-23T02:00:00.000Z'),
    shifts: [],
    sounds: await soundsOf(book),
  })
  sounds = view.sounds
  for (const [sign, sound] of Object.entries(sounds)) homophones.set(sound, [...(homophones.get(sound) ?? []), sign])
  index = buildIndex(entriesOf({ epoch: '', rev: 0, at: '', ...view }, book.hotlines), soundsIn(view))
})

it('everything in Hanzi can be typed by its sound', () => {
  expect(index.terms.filter(({ han, letters }) => han && letters === '').map(({ text }) => text)).toEqual([])
})

const key = ({ kind, id }: Entry) => `${kind}:${id}`
const found = (query: string, wanted?: Wanted) => search(index, query, wanted).map(({ entry }) => key(entry))
const among = (list: string[], want: string[], count = 3) => list.slice(0, count).some((one) => want.includes(one))

/** Numbers from 0 to 1: the same for the same seed. */
function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** One slip as people make them: another sign of the same sound, one left out, one twice, two the wrong way round. */
function slip(say: string, next: () => number): string {
  const signs = [...say]
  const at = Math.floor(next() * (signs.length - 1))
  const [sign = '', after = ''] = signs.slice(at, at + 2)
  const alike = homophones.get(sounds[sign] ?? '')?.filter((one) => one !== sign) ?? []
  const kind = next()
  if (kind < 0.55 && alike.length > 0) signs[at] = alike[Math.floor(next() * alike.length)] ?? sign
  else if (kind < 0.7) signs.splice(at, 1)
  else if (kind < 0.85) signs.splice(at, 1, sign, sign)
  else signs.splice(at, 2, after, sign)
  return signs.join('')
}

describe('residents’ questions in their own words', () => {
  it('are many', () => expect(questions.length).toBeGreaterThanOrEqual(80))

  it.each(['say', 'slip'] as const)('find the right card among the first three: as %s', (how) => {
    const missed = questions.filter((one) => !among(found(one[how]), one.want))
    const report = missed.map(
      (one) => `${one[how]} → ${found(one[how]).slice(0, 3).join(', ')} (${one.want.join(', ')})`,
    )
    expect(1 - missed.length / questions.length, report.join('\n')).toBeGreaterThanOrEqual(0.95)
  })

  it('find it with any one slip of the fingers or the ear', () => {
    const rates = [1, 2, 3, 4, 5].map((seed) => {
      const next = random(seed)
      const slips = questions.map(({ say, want }) => ({ said: slip(say, next), want }))
      const missed = slips.filter(({ said, want }) => !among(found(said), want))
      return { rate: 1 - missed.length / slips.length, missed: missed.map(({ said }) => said) }
    })
    for (const { rate, missed } of rates) expect(rate, missed.join('\n')).toBeGreaterThanOrEqual(0.95)
  })

  it('name things that exist', () => {
    const known = new Set(index.entries.map(key))
    for (const { want } of questions) for (const one of want) expect(known, one).toContain(one)
  })
})

describe('names', () => {
  const person = (query: string, wanted: Wanted = {}) => found(query, { kinds: ['person'], ...wanted })[0]

  it.each([
    ['陈晓兰', 'chen'],
    ['陈小兰', 'chen'],
    ['chenxiaolan', 'chen'],
    ['cxl', 'chen'],
    ['chenxl', 'chen'],
    ['chenxiaolna', 'chen'],
    ['shan guo dong', 'shan'],
    ['sgd', 'shan'],
    ['qzm', 'qiu'],
    ['zengmeizhen', 'zeng'],
    ['zenmeizen', 'zeng'],
    ['xieyongqiang', 'xie'],
    ['rhy', 'ren'],
    ['zhawenjuan', 'zha'],
    ['gexiaojun', 'ge'],
    ['oulixia', 'leader-11'],
    ['yueweiming', 'leader-12'],
    ['shanyulan', 'second-11'],
  ])('%s', (query, id) => expect(person(query)).toBe(`person:${id}`))

  it('are found by telephone keys', () => {
    expect(person('743648', { keys: true })).toBe('person:shen')
    expect(found('74', { kinds: ['person'], keys: true })).toContain('person:shen')
    expect(found('295', { kinds: ['person'], keys: true })).toContain('person:chen')
  })
})

describe('words', () => {
  it.each([
    ['loushui', 'matter:roof-leak'],
    ['ls', 'matter:roof-leak'],
    ['lousui', 'matter:roof-leak'],
    ['tingdian', 'answer:power-cut'],
    ['diuyaoshi', 'answer:lost-key'],
    ['chaojia', 'matter:neighbour-quarrel'],
    ['duju', 'matter:living-alone'],
  ])('in pinyin: %s', (query, want) => expect(found(query).slice(0, 4)).toContain(want))

  it('typed in part lead there already', () => {
    for (const query of ['漏', '漏水', 'lou', 'loush', '漏shui'])
      expect(found(query).slice(0, 4), query).toContain('matter:roof-leak')
  })

  it('a building is found by its number', () => {
    expect(found('3号楼')[0]).toBe('building:b3')
    expect(found('12栋')[0]).toBe('building:b12')
    expect(found('3')[0]).toBe('building:b3')
  })
})

describe('any query', () => {
  const query = fc.oneof(
    fc.string({ maxLength: 60, unit: 'grapheme' }),
    fc
      .constantFrom(...questions.map(({ say }) => say))
      .chain((say) => fc.nat(say.length).map((at) => say.slice(0, at))),
    fc.stringMatching(/^[a-z]{1,30}$/),
    fc.stringMatching(/^\d{1,12}$/),
  )

  it('gives each thing once, the best first, and never breaks', () => {
    fc.assert(
      fc.property(query, fc.boolean(), (text, keys) => {
        const hits = search(index, text, { keys, most: 30 })
        expect(new Set(hits.map(({ entry }) => entry)).size).toBe(hits.length)
        hits.forEach(({ score }, at) =>
          expect(score).toBeLessThanOrEqual(hits[at - 1]?.score ?? Number.POSITIVE_INFINITY),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('finds whatever is asked for by its own word', () => {
    fc.assert(
      fc.property(fc.constantFrom(...index.terms), (term) => {
        const entry = index.entries[term.entries[0]!]!
        fc.pre(/\p{Script=Han}/u.test(term.text))
        expect(found(term.text, { most: 60 })).toContain(key(entry))
      }),
      { numRuns: 200 },
    )
  })

  it('finds a person by full pinyin and by initials', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...index.terms.filter(({ entries: [entry = 0] }) => index.entries[entry]!.kind === 'person')),
        (term) => {
          fc.pre(term.syllables.length > 1)
          const entry = key(index.entries[term.entries[0]!]!)
          const initials = term.syllables.map((one) => one[0]).join('')
          for (const letters of [term.letters, initials])
            expect(found(letters, { kinds: ['person'], most: 40 })).toContain(entry)
        },
      ),
    )
  })
})

describe('the keyboard in the page', () => {
  it('offers the hall’s own words', () => {
    expect(candidates(index, 'loushui')[0]).toBe('漏水')
    expect(candidates(index, 'ls', 20)).toContain('漏水')
    expect(candidates(index, 'lou', 20)).toContain('漏')
    expect(candidates(index, 'shan', 40)).toContain('单国栋')
    expect(candidates(index, '')).toEqual([])
    expect(candidates(index, 'A1')).toEqual([])
  })
})
