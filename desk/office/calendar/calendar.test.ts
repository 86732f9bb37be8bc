// The form of an event and the rule that comes of it: there and back, in words, and what is missing.
import { describe, expect, it } from 'vitest'
import type { RuleBody, SeriesBody } from '#contract/calendar.ts'
import { bodyOf, draftOf, endOf, lasting, newDraft, problems, turnRoom } from './draft.ts'
import { addMonths, monthSaid } from './months.ts'
import { repeatFrom, repeatOf, repeatSaid, ruleOf } from './repeat.ts'

const rrule = (text: string): RuleBody => ({ is: 'rrule', text })

describe('a rule', () => {
  it.each<[RuleBody, string, string]>([
    [{ is: 'once' }, 'once', '只有一次'],
    [rrule('FREQ=WEEKLY;BYDAY=MO,WE'), 'weekly', '每周一、三'],
    [rrule('FREQ=WEEKLY;INTERVAL=2;BYDAY=FR'), 'weekly', '每 2 周的周五'],
    [rrule('FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU'), 'weekly', '每天'],
    [rrule('FREQ=MONTHLY;BYMONTHDAY=5'), 'monthly', '每月 5 日'],
    [rrule('FREQ=MONTHLY;BYMONTHDAY=-1'), 'monthly', '每月最后一天'],
    [rrule('FREQ=MONTHLY;BYDAY=-1FR'), 'nth', '每月最后一个周五'],
    [rrule('FREQ=MONTHLY;BYDAY=3TU'), 'nth', '每月第三个周二'],
    [rrule('FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=5'), 'yearly', '每年 3月5日'],
    [{ is: 'lunar', month: 12, day: 23 }, 'lunar', '每年农历腊月廿三'],
    [{ is: 'lunar', month: 1, day: 20 }, 'lunar', '每年农历正月二十'],
    [{ is: 'term', term: 'dongzhi' }, 'term', '每年冬至'],
    [rrule('FREQ=DAILY;COUNT=10'), 'other', '按规则 FREQ=DAILY;COUNT=10'],
  ])('%j is a choice, and the same rule again', (rule, how, said) => {
    const repeat = repeatOf(rule, '2026-11-23')
    expect(repeat.how).toBe(how)
    expect(ruleOf(repeat)).toEqual(rule)
    expect(repeatSaid(repeat).zh).toBe(said)
  })

  it('is suggested by the first day', () => {
    const last = repeatFrom('2026-11-30')
    expect([last.days, last.monthDay, last.week, last.weekday]).toEqual([[1], 30, -1, 1])
    expect(repeatFrom('2026-11-23')).toMatchObject({ week: 4, month: 11, day: 23, lunarMonth: 10, lunarDay: 15 })
  })
})

describe('an event as it is written', () => {
  const body: SeriesBody = {
    title: { zh: '书记接待日', en: 'Reception day' },
    about: { zh: '不用预约', en: '不用预约' },
    kind: 'reception',
    rooms: ['activity'],
    startsOn: '2026-12-01',
    until: '2027-12-31',
    time: '09:00',
    minutes: 150,
    rule: rrule('FREQ=MONTHLY;BYMONTHDAY=5'),
    rest: 'next',
    places: 20,
    extra: ['2026-12-24'],
    except: ['2027-05-05'],
  }

  it('is the same body after nothing was changed', () => {
    expect(bodyOf(draftOf(body))).toEqual(body)
  })

  it('of one day has no end, no rest rule and no dates beside it', () => {
    const draft = draftOf(body)
    const once = bodyOf({ ...draft, repeat: { ...draft.repeat, how: 'once' } })
    expect(once).toMatchObject({ rule: { is: 'once' }, until: null, rest: 'keep', extra: [], except: [] })
  })

  it('has its title in both languages where it was written in one', () => {
    expect(bodyOf(newDraft('2026-12-01', { title: ' 包饺子 ' })).title).toEqual({ zh: '包饺子', en: '包饺子' })
  })

  it('lasts over midnight, and to midnight', () => {
    expect([lasting('09:00', '10:30'), lasting('22:00', '24:00'), lasting('23:00', '01:00')]).toEqual([90, 120, 120])
    expect([endOf('22:00', 120), endOf('23:00', 120), endOf('00:00', 1440)]).toEqual(['24:00', '01:00', '24:00'])
  })

  it('says what is missing', () => {
    expect(Object.keys(problems(newDraft('2026-12-01', { title: '包饺子' })))).toEqual([])
    const wrong = newDraft('2026-12-01', {
      kind: 'booking',
      until: '2026-11-01',
      to: '14:00',
      places: 0,
      repeat: { ...repeatFrom('2026-12-01', 'weekly'), days: [] },
    })
    expect(Object.keys(problems(wrong)).sort()).toEqual(['days', 'places', 'rooms', 'title', 'to', 'until'])
  })

  it('has two rooms at most', () => {
    expect(turnRoom(['a', 'b'], 'c')).toEqual(['b', 'c'])
    expect(turnRoom(['a', 'b'], 'a')).toEqual(['b'])
  })
})

describe('a month', () => {
  it('turns over the year', () => {
    expect([addMonths('2026-12', 1), addMonths('2026-01', -1)]).toEqual(['2027-01', '2025-12'])
    expect(monthSaid('2026-11')).toEqual({ zh: '2026年11月', en: 'November 2026' })
  })
})
