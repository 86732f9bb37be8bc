// How shifts become duties, lines of a week, and swaps of a whole day.
import { describe, expect, it } from 'vitest'
import type { GapFace, ShiftFace, SwapFace } from '#contract/roster.ts'
import { addDays, ahead, dutiesOf, firstOf, hoursOf, linesOf, mondayOf, quarterAt, swapGroups } from './plan.ts'

const zone = 'Asia/Shanghai'
const shift = (id: string, more: Partial<ShiftFace> = {}): ShiftFace => ({
  ...{ id, person: 'wang', name: '王', colour: 'amber', kind: 'window', window: 'w1', date: '2026-11-23' },
  ...{ from: '2026-11-23T00:30:00.000Z', until: '2026-11-23T03:30:00.000Z' },
  ...{ byHand: false, problems: [], asked: false },
  ...more,
})
const afternoon = { from: '2026-11-23T05:30:00.000Z', until: '2026-11-23T09:00:00.000Z' }
const windows = [
  { id: 'w2', number: 2, name: { zh: '二', en: 'Two' } },
  { id: 'w1', number: 1, name: { zh: '一', en: 'One' } },
]

describe('a duty', () => {
  it('is a person’s morning and afternoon at one place', () => {
    const duties = dutiesOf([shift('b', afternoon), shift('a'), shift('c', { ...afternoon, person: 'li' })])
    expect(duties.map(({ shifts }) => shifts.map(({ id }) => id))).toEqual([['a', 'b'], ['c']])
    expect(hoursOf(duties[0]!.shifts, zone)).toBe('08:30–11:30 / 13:30–17:00')
    expect(firstOf('08:30–11:30 / 13:30–17:00')).toEqual({ from: '08:30', to: '11:30' })
    expect(firstOf('')).toBeNull()
  })

  it('can be changed where it has not begun', () => {
    const [duty] = dutiesOf([shift('a'), shift('b', afternoon)])
    expect(ahead(duty!, Date.parse('2026-11-23T02:00:00.000Z')).map(({ id }) => id)).toEqual(['b'])
  })

  it('until midnight ends at 24:00', () => {
    expect(hoursOf([{ from: '2026-11-23T12:00:00.000Z', until: '2026-11-23T16:00:00.000Z' }], zone)).toBe('20:00–24:00')
  })
})

describe('the table of a week', () => {
  const dates = ['2026-11-23', '2026-11-24', '2026-11-28']
  const gap: GapFace = {
    ...{ date: '2026-11-24', kind: 'evening', window: 'w1', empty: true, could: [], why: [] },
    stretches: [{ from: '2026-11-24T09:00:00.000Z', until: '2026-11-24T12:00:00.000Z' }],
  }

  it('has a line for each place, a window by day in one line at weekends too, and gaps where nobody is', () => {
    const saturday = { kind: 'weekend' as const, date: '2026-11-28', from: '2026-11-28T00:30:00.000Z' }
    const shifts = [
      shift('a'),
      shift('d', { window: 'w2' }),
      shift('e', { ...saturday, until: '2026-11-28T03:30:00.000Z' }),
      shift('f', { kind: 'standby', window: null }),
      shift('z', { date: '2026-12-01' }),
    ]
    const lines = linesOf({ shifts, gaps: [gap] }, { dates, windows, zone })
    expect(lines.map(({ kind, window }) => [kind, window])).toEqual([
      ['window', 'w1'],
      ['window', 'w2'],
      ['evening', 'w1'],
      ['standby', null],
    ])
    expect(lines[0]!.cells.map(({ duties }) => duties.length)).toEqual([1, 0, 1])
    expect(lines[2]!.cells.map(({ gaps }) => gaps.length)).toEqual([0, 1, 0])
    expect(lines[0]!.hours).toBe('08:30–11:30')
  })
})

describe('a swap of a whole day', () => {
  it('is one request, with what is wrong with any part of it', () => {
    const swap = (id: string, of: ShiftFace, problems: SwapFace['problems'] = []): SwapFace => ({
      ...{ id, state: 'asked', person: { id: 'wang', name: '王' }, colleague: { id: 'li', name: '李' } },
      ...{ shift: of, back: null, askedAt: '2026-11-22T00:00:00.000Z', problems },
    })
    const groups = swapGroups([
      swap('1', shift('a'), ['rest']),
      swap('2', shift('b', afternoon), ['rest', 'days']),
      swap('3', shift('c', { date: '2026-11-24' })),
    ])
    expect(groups.map(({ ids, problems }) => [ids, problems])).toEqual([
      [
        ['1', '2'],
        ['rest', 'days'],
      ],
      [['3'], []],
    ])
  })
})

describe('dates', () => {
  it('go over the turn of a year', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(mondayOf('2026-11-29')).toBe('2026-11-23')
    expect(quarterAt('2026-11-23')).toEqual({ year: 2026, quarter: 4, from: '2026-10-01', to: '2026-12-31' })
    expect(quarterAt('2026-11-23', 1)).toEqual({ year: 2027, quarter: 1, from: '2027-01-01', to: '2027-03-31' })
  })
})
