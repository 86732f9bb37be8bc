// The hours on named days, from the published holidays: make-up workdays, holidays, the last day of the year, and hours that begin.
import { describe, expect, it } from 'vitest'
import { knownHolidays } from '#db/seed/known-holidays.ts'
import type { SpanFace } from '#contract/views.ts'
import { hoursFace, spansOn, type Hours } from './hours.ts'
import { closingAt, isAsked, proposalFace, proposalOptions, tally, type Proposal } from './hours-proposal.ts'
import { instantAt, iso } from './service-day.ts'

const ZONE = 'Asia/Shanghai'
const span = (from: string, to: string, kind: SpanFace['kind'] = 'regular'): SpanFace => ({ from, to, kind })
const holiday = [span('08:30', '11:30', 'holiday')]
const weekly = new Map(
  [1, 2, 3, 4, 5, 6, 7].map((day) => [day, day > 5 ? [span('08:30', '16:30', 'weekend')] : [span('08:30', '17:00')]]),
)
const hours: Hours = {
  zone: ZONE,
  patterns: [{ from: null, weekly, holiday, source: null }],
  exceptions: new Map(),
  holidays: {
    years: new Map(knownHolidays.map(({ year, source }) => [year, { source }])),
    days: new Map(knownHolidays.flatMap(({ days }) => days.map((day) => [day.date, day] as const))),
  },
  proposals: [],
}
const at = (date: string, time = '10:00') => instantAt(date, time, ZONE)
const face = (date: string, time?: string, of = hours) => hoursFace(of, at(date, time))

describe('named days', () => {
  it('a make-up workday, a Saturday, keeps a workday’s hours and says which', () => {
    const saturday = face('2026-02-14', '16:45')
    expect(saturday.open?.kind).toBe('regular')
    expect(saturday.holiday).toEqual({ name: { zh: '春节', en: 'Spring Festival' }, kind: 'work' })
    expect(saturday.reason).toEqual({
      zh: '春节调休上班，按周五开放',
      en: 'Make-up workday (Spring Festival), hours of a Friday',
    })
    expect(face('2026-10-10').reason?.zh).toContain('按周五')
    expect(face('2026-09-20').reason?.zh).toContain('按周一')
  })

  it('a holiday has the hours of holidays, whatever its weekday', () => {
    expect(face('2026-02-17').open).toEqual({ kind: 'holiday', until: iso(at('2026-02-17', '11:30')) })
    expect(face('2026-02-17', '11:30')).toMatchObject({
      open: null,
      next: { at: iso(at('2026-02-18', '08:30')), kind: 'holiday' },
    })
    expect(face('2026-02-17').reason?.zh).toBe('春节假期')
  })

  it('the lunar New Year’s Eve of 2026 is a day of the published holiday', () => {
    expect(spansOn(hours, '2026-02-16').spans).toEqual(holiday)
    expect(spansOn(hours, '2024-02-09')).toEqual({ spans: weekly.get(5), reason: null })
  })

  it('an exception on a holiday wins, with its own reason; the day is still a holiday', () => {
    const reason = { zh: '防汛应急值守', en: 'Flood watch' }
    const of = {
      ...hours,
      exceptions: new Map([['2026-10-01', { spans: [span('00:00', '24:00', 'emergency')], reason, source: '街道' }]]),
    }
    expect(face('2026-10-01', '23:59', of)).toMatchObject({
      reason,
      open: { kind: 'emergency' },
      holiday: { kind: 'rest' },
    })
    expect(face('2026-10-02', '10:00', of).reason?.zh).toBe('国庆节假期')
  })

  it('31 December looks into a year that is not covered, and says which; a weekday there is no more than a weekday', () => {
    expect(face('2026-12-17').uncovered).toBeNull()
    expect(face('2026-12-18').uncovered).toBe(2027)
    const eve = face('2026-12-31', '18:00')
    expect(eve).toMatchObject({ uncovered: 2027, next: { at: iso(at('2027-01-01', '08:30')), kind: 'regular' } })
    expect(eve.week.map(({ date }) => date)).toEqual([
      '2026-12-31',
      '2027-01-01',
      '2027-01-02',
      '2027-01-03',
      '2027-01-04',
      '2027-01-05',
      '2027-01-06',
    ])
    expect(face('2027-01-01')).toMatchObject({ uncovered: 2027, holiday: null, reason: null })
  })

  it('a pattern that begins tomorrow changes nothing today, and is announced', () => {
    const later = new Map([...weekly, [2, [span('08:30', '20:00')]]])
    const of = {
      ...hours,
      patterns: [...hours.patterns, { from: '2026-11-24', weekly: later, holiday, source: '居民会议' }],
    }
    expect(face('2026-11-23', '17:30', of)).toMatchObject({ open: null, changesOn: '2026-11-24' })
    expect(face('2026-11-24', '17:30', of)).toMatchObject({ open: { kind: 'regular' }, changesOn: null })
    expect(face('2026-11-09', '10:00', of).changesOn).toBeNull()
    expect(face('2026-11-10', '10:00', of).changesOn).toBe('2026-11-24')
  })

  it('gives numbers until the last span ends, and then none more today', () => {
    expect(face('2026-11-23', '16:59').lastNumberAt).toBe(iso(at('2026-11-23', '17:00')))
    expect(face('2026-11-23', '17:00').lastNumberAt).toBeNull()
  })
})

describe('a proposal', () => {
  const proposal: Proposal = {
    id: 'p',
    question: { zh: '晚上到几点？', en: 'Until when?' },
    options: proposalOptions([{ closes: '20:00' }, { closes: null }]),
    from: '2026-11-20',
    until: '2026-11-30',
    decision: null,
  }

  it('is asked from its first day to its last, and no more once it is decided', () => {
    expect(['2026-11-19', '2026-11-20', '2026-11-30', '2026-12-01'].map((date) => isAsked(proposal, date))).toEqual([
      false,
      true,
      true,
      false,
    ])
    const decided = { ...proposal, decision: { on: '2026-11-25', option: null, words: '不变' } }
    expect(proposalFace([decided], '2026-11-25')).toBeNull()
    expect(face('2026-11-23', '10:00', { ...hours, proposals: [proposal] }).proposal).toEqual({
      id: 'p',
      question: proposal.question,
      options: [
        { id: 'until-2000', text: { zh: '工作日到 20:00', en: 'Workdays until 20:00' } },
        { id: 'as-it-is', text: { zh: '保持现状', en: 'Keep the present hours' } },
      ],
      until: '2026-11-30',
    })
  })

  it('counts voices for each option, none for those without', () => {
    const { options, state } = tally(proposal, new Map([['until-2000', 3]]), '2026-12-01')
    expect([state, options.map(({ voices }) => voices)]).toEqual(['ended', [3, 0]])
  })

  it('stands for a week that closes at another time', () => {
    const later = closingAt({ weekly }, '20:00')
    expect(later.get(1)).toEqual([span('08:30', '17:00'), span('17:00', '20:00', 'extended')])
    expect(later.get(6)).toEqual(weekly.get(6))
    expect(closingAt({ weekly: later }, '18:00').get(1)).toEqual([
      span('08:30', '17:00'),
      span('17:00', '18:00', 'extended'),
    ])
    expect(closingAt({ weekly: later }, '16:00').get(1)).toEqual([span('08:30', '16:00')])
    expect(closingAt({ weekly: later }, '21:00').get(1)).toEqual([
      span('08:30', '17:00'),
      span('17:00', '21:00', 'extended'),
    ])
  })
})
