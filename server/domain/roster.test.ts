// The generated roster against a checker that knows nothing of how it was made: random halls, leave, and what was there before.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RosterRules } from '#contract/roster.ts'
import { generateRoster, type Roster } from './roster.ts'
import { rosterProblems } from './roster-check.ts'
import { differences, sharesOf } from './roster-fair.ts'
import { needsOf, unfilled, type Need } from './roster-needs.ts'
import { HOUR, type Away, type RosterDay, type RosterShift } from './roster-shift.ts'
import { usualRules } from './roster-rules.ts'
import { instantAt, plusDays, weekday } from './service-day.ts'
import { quarterDays, sampleRules } from './roster-samples.ts'

const zone = 'Asia/Shanghai'
const named = (roster: Roster, prefix = 'g'): RosterShift[] =>
  roster.shifts.map((shift, index) => ({ ...shift, id: `${prefix}${index}` }))

interface Case {
  rules: RosterRules
  days: RosterDay[]
  away: Away[]
  seed: number
}
function make({ rules, days, away, seed }: Case, fixed: RosterShift[] = []) {
  const needs = needsOf(days, rules, zone)
  const roster = generateRoster({ needs, rules, zone, away, fixed, seed })
  return { needs, roster, shifts: named(roster) }
}

/** Random leave of at most ten days each, and preferences, in a quarter of twelve staff and three windows. */
const cases = fc
  .record({
    staff: fc.integer({ min: 8, max: 14 }),
    seed: fc.nat(),
    from: fc.constantFrom('2026-10-01', '2027-01-01', '2026-04-01'),
    leave: fc.array(
      fc.record({ who: fc.nat({ max: 7 }), day: fc.nat({ max: 80 }), length: fc.integer({ min: 1, max: 10 }) }),
      { maxLength: 5 },
    ),
    avoid: fc.array(fc.record({ who: fc.nat({ max: 7 }), day: fc.integer({ min: 1, max: 7 }) }), { maxLength: 4 }),
    late: fc.constantFrom('20:00', '21:00', '22:30'),
    early: fc.boolean(),
  })
  .map(({ staff, seed, from, leave, avoid, late, early }): Case => {
    const rules = { ...sampleRules(staff), earlyAfterEvening: early }
    for (const { who, day } of avoid) rules.members[who]?.avoidDays.push(day)
    return {
      rules,
      seed,
      days: quarterDays(from, 91, late),
      away: leave.map(({ who, day, length }) => ({
        person: `p${who}`,
        from: plusDays(from, day),
        to: plusDays(from, day + length - 1),
      })),
    }
  })

describe('a generated quarter', () => {
  it('breaks no rule, whatever the staff, the leave and the hours', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { shifts } = make(one)
        expect(rosterProblems(shifts, { ...one, zone })).toEqual([])
      }),
      { numRuns: 12 },
    )
  }, 120_000)

  it('fills everything or says what is missing and why: the two together are what is needed', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { needs, roster, shifts } = make(one)
        const open = unfilled(needs, shifts)
        expect(open.map(({ id }) => id)).toEqual(roster.gaps.map(({ need }) => need.id))
        for (const { why } of roster.gaps) expect(why.length).toBeGreaterThan(0)
      }),
      { numRuns: 8 },
    )
  }, 120_000)

  it('shares out evenings, weekends and holidays with a difference of one at most', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { shifts } = make(one)
        const quarter = `${one.days[0]!.date.slice(0, 4)}-${Math.ceil(Number(one.days[0]!.date.slice(5, 7)) / 3)}`
        const { evening, weekend, holiday } = differences(
          sharesOf(shifts, { rules: one.rules, away: one.away, quarter, zone }),
          one.rules,
        )
        expect(Math.max(evening, weekend, holiday)).toBeLessThanOrEqual(1)
      }),
      { numRuns: 12 },
    )
  }, 120_000)

  it('is the same for the same seed and another for another', () => {
    const one: Case = { rules: sampleRules(12), days: quarterDays('2026-10-01', 30), away: [], seed: 7 }
    expect(make(one).roster).toEqual(make(one).roster)
    expect(make({ ...one, seed: 8 }).roster.shifts).not.toEqual(make(one).roster.shifts)
  })

  it('makes up for what was done before in the quarter', () => {
    const rules = sampleRules(12)
    const before: RosterShift[] = ['2026-10-09', '2026-10-12', '2026-10-14'].map((date, index) => ({
      id: `b${index}`,
      person: 'p0',
      kind: 'evening',
      window: 'w1',
      from: instantAt(date, '17:00', zone),
      to: instantAt(date, '20:00', zone),
      byHand: false,
    }))
    const { shifts } = make({ rules, days: quarterDays('2026-10-16', 77), away: [], seed: 1 }, before)
    const shares = sharesOf([...before, ...shifts], { rules, away: [], quarter: '2026-4', zone })
    expect(differences(shares, rules).evening).toBeLessThanOrEqual(1)
  })

  it('leaves what was changed by hand where it is, and fills around it', () => {
    const rules = sampleRules(12)
    const kept: RosterShift = {
      id: 'kept',
      person: 'p3',
      kind: 'window',
      window: 'w1',
      from: instantAt('2026-10-13', '08:30', zone),
      to: instantAt('2026-10-13', '10:00', zone),
      byHand: true,
    }
    const { shifts } = make({ rules, days: quarterDays('2026-10-12', 8), away: [], seed: 1 }, [kept])
    const there = shifts.filter(({ window, from }) => window === 'w1' && from === kept.to)
    expect(there).toHaveLength(1)
    expect(shifts.some(({ window, from, to }) => window === 'w1' && from < kept.to && kept.from < to)).toBe(false)
    expect(rosterProblems([kept, ...shifts], { rules, away: [], zone })).toEqual([])
  })

  it('says why nobody is there: all are away', () => {
    const rules = sampleRules(2)
    const away = rules.members.map(({ person }) => ({ person, from: '2026-10-12', to: '2026-10-12' }))
    const { roster } = make({ rules, days: quarterDays('2026-10-12', 2), away, seed: 1 })
    expect(roster.gaps.some(({ need, why }) => need.kind === 'evening' && why.includes('leave'))).toBe(true)
  })
})

describe('the checker finds what is broken by hand', () => {
  const rules = sampleRules(3)
  const shift = (id: string, date: string, from: string, to: string, more: Partial<RosterShift> = {}): RosterShift => ({
    id,
    person: 'p0',
    kind: 'window',
    window: 'w1',
    from: instantAt(date, from, zone),
    to: instantAt(date, to, zone),
    byHand: true,
    ...more,
  })
  const problems = (shifts: RosterShift[], away: Away[] = []) =>
    rosterProblems(shifts, { rules, away, zone }).map(({ problem, shift: id }) => `${id} ${problem}`)

  it.each<[string, RosterShift[], string[]]>([
    ['nothing', [shift('a', '2026-10-12', '08:30', '11:30')], []],
    [
      'two places at once',
      [shift('a', '2026-10-12', '08:30', '11:30'), shift('b', '2026-10-12', '11:00', '12:00', { window: 'w2' })],
      ['a double', 'b double'],
    ],
    [
      'too little rest after a late end',
      [shift('a', '2026-10-12', '17:00', '22:00', { kind: 'midday' }), shift('b', '2026-10-13', '08:30', '11:30')],
      ['b rest'],
    ],
    [
      'early after an evening',
      [shift('a', '2026-10-12', '17:00', '20:00', { kind: 'evening' }), shift('b', '2026-10-13', '08:30', '11:30')],
      ['b early'],
    ],
    [
      'seven days in a row',
      Array.from({ length: 7 }, (_, day) => shift(`d${day}`, plusDays('2026-10-12', day), '10:00', '12:00')),
      ['d6 days'],
    ],
    [
      'ten hours',
      [shift('a', '2026-10-12', '08:30', '13:30'), shift('b', '2026-10-12', '14:00', '19:00')],
      ['a hours', 'b hours'],
    ],
    ['a window that one cannot serve', [shift('a', '2026-10-12', '08:30', '11:30', { window: 'w9' })], ['a skill']],
    ['somebody unknown', [shift('a', '2026-10-12', '08:30', '11:30', { person: 'ghost' })], ['a skill']],
  ])('%s', (_, shifts, expected) => {
    expect(problems(shifts)).toEqual(expected)
  })

  it('leave, also where a night reaches into it', () => {
    const night = {
      ...shift('a', '2026-10-12', '20:00', '24:00', { kind: 'standby', window: null }),
      to: instantAt('2026-10-13', '08:30', zone),
    }
    expect(problems([night], [{ person: 'p0', from: '2026-10-13', to: '2026-10-13' }])).toEqual(['a leave'])
    expect(problems([night], [{ person: 'p1', from: '2026-10-13', to: '2026-10-13' }])).toEqual([])
  })

  it('a generated roster into which one mistake is put', () => {
    const twelve = sampleRules(12)
    const { shifts } = make({ rules: twelve, days: quarterDays('2026-10-12', 15), away: [], seed: 3 })
    const windows = shifts.filter(({ kind }) => kind === 'window')
    fc.assert(
      fc.property(fc.nat({ max: windows.length - 1 }), fc.nat({ max: windows.length - 1 }), (one, other) => {
        const [a, b] = [windows[one]!, windows[other]!]
        fc.pre(a.person !== b.person && a.from < b.to && b.from < a.to)
        const broken = shifts.map((it) => (it === a ? { ...it, person: b.person } : it))
        expect(
          rosterProblems(broken, { rules: twelve, away: [], zone }).some(({ problem }) => problem === 'double'),
        ).toBe(true)
      }),
    )
  })
})

describe('what is needed', () => {
  const rules = sampleRules(6)
  const on = (date: string, more: Partial<RosterDay> = {}): Need[] => {
    const days = quarterDays(date, 2)
    return needsOf([{ ...days[0]!, ...more }, days[1]!], rules, zone)
  }

  it('one person has a window in the morning and in the afternoon; midday and evening are duties of their own', () => {
    const needs = on('2026-10-12').filter(({ window }) => window === 'w1')
    expect(needs.map(({ kind, stretches }) => [kind, stretches.length])).toEqual([
      ['window', 2],
      ['midday', 1],
      ['evening', 1],
    ])
  })

  it('a make-up workday on a Saturday is a workday; a public holiday is holiday duty whatever its spans are called', () => {
    const spans = quarterDays('2026-10-12', 1)[0]!.spans
    expect(on('2026-10-10', { rest: false, spans }).some(({ kind }) => kind === 'weekend')).toBe(false)
    const holiday = on('2026-10-12', { rest: true, holiday: { zh: '假', en: 'Holiday' } })
    expect(holiday.filter(({ window }) => window).every(({ kind }) => kind === 'holiday')).toBe(true)
  })

  it('a day around the clock is cut into duties that a person can stand, and needs nobody at the telephone', () => {
    const needs = on('2026-10-12', { spans: [{ from: '00:00', to: '24:00', kind: 'extended' }] })
    const hours = needs
      .filter(({ kind }) => kind === 'evening')
      .map(({ stretches }) => stretches.map(({ from, to }) => (to - from) / HOUR))
    expect(hours).toEqual([[8], [8], [8]])
    expect(needs.filter(({ kind }) => kind === 'standby').map(({ stretches }) => stretches.length)).toEqual([1])
  })

  it('somebody answers the telephone whenever the hall is closed', () => {
    const saturday = on('2026-10-17').find(({ kind }) => kind === 'standby')
    expect(weekday('2026-10-17')).toBe(6)
    expect(saturday?.stretches.map(({ from, to }) => (to - from) / HOUR)).toEqual([2, 16])
  })
})

describe('the rules of a hall that has set none', () => {
  it('let people do what they have done, and serve a window at any hour', () => {
    const { members } = usualRules(
      ['w1', 'w2'],
      [
        { id: 'a', person: 'li', kind: 'window', window: 'w2', from: 0, to: 1, byHand: false },
        { id: 'b', person: 'li', kind: 'window', window: 'w1', from: 2, to: 3, byHand: false },
        { id: 'c', person: 'gao', kind: 'patrol', window: null, from: 0, to: 1, byHand: false },
      ],
    )
    expect(members).toMatchObject([
      { person: 'li', windows: ['w2', 'w1'] },
      { person: 'gao', windows: [], kinds: ['patrol'] },
    ])
    expect(members[0]?.kinds).toContain('holiday')
  })
})
