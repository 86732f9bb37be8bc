// Hours through the real hub: the manager's edits reach every screen, an overtaken one is refused, residents' voices are counted once.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { HolidayPreview, HoursOffice, VoiceReply } from '#contract/hours.ts'
import { nextView, openHall, type TestHall } from './hall.ts'

let hall: TestHall
let manager: string
beforeEach(async () => {
  hall = await openHall()
  manager = await hall.clerk(null, 'manager')
})
afterEach(() => hall.stop())

const office = async () => (await hall.api<HoursOffice>('GET', '/api/hours/office', { token: manager })).body
const edit = <T = { version: number; error?: { code: string; facts: object } }>(path: string, body: object) =>
  hall.api<T>('POST', `/api/hours/${path}`, { token: manager, body })
const regular = { from: '09:00', to: '15:00', kind: 'regular' }
const reason = { zh: '停电检修', en: 'Power cut' }

describe('a dated exception', () => {
  it('is on every screen at once, stands in the log, and goes when it is removed', async () => {
    const kiosk = hall.socket('kiosk', { token: await hall.pair('kiosk') })
    const closed = nextView(kiosk, 'kiosk', ({ hours }) => hours.open === null)
    const { version } = await office()
    const kept = await edit('exceptions', {
      seen: version,
      date: '2026-11-23',
      spans: [],
      reason,
      source: '供电公司通知',
    })
    expect(kept).toMatchObject({ status: 200, body: { version: version + 1 } })
    expect((await closed).hours).toMatchObject({ today: [], reason, lastNumberAt: null })
    const open = nextView(kiosk, 'kiosk', ({ hours }) => hours.open !== null)
    await edit('exceptions/remove', { seen: version + 1, date: '2026-11-23' })
    expect((await open).hours.reason).toBeNull()
    const { body } = await hall.api<{ acts: { act: string; about: string; detail: string; staff: string }[] }>(
      'GET',
      '/api/acts',
      { token: manager },
    )
    expect(body.acts.slice(0, 2).map(({ act, about, detail }) => [act, about, detail])).toEqual([
      ['exception-drop', '2026-11-23', '停电检修'],
      ['exception', '2026-11-23', '停电检修'],
    ])
  })

  it('may last some days, and none that is over', async () => {
    const { version } = await office()
    const keep = (date: string, until: string) =>
      edit('exceptions', { seen: version, date, until, spans: [regular], reason, source: '通知' })
    expect((await keep('2026-11-22', '2026-11-24')).body.error?.code).toBe('date_past')
    expect((await keep('2026-11-26', '2026-11-24')).body.error?.code).toBe('dates_wrong')
    expect((await keep('2026-11-24', '2027-11-24')).body.error?.code).toBe('dates_wrong')
    expect((await keep('2026-11-24', '2026-11-26')).status).toBe(200)
    expect((await office()).exceptions.map(({ date }) => date)).toEqual(['2026-11-24', '2026-11-25', '2026-11-26'])
  })
})

describe('a new week', () => {
  const week = (spans: object[]) => Array.from({ length: 7 }, (_, day) => (day < 5 ? spans : []))
  const publish = (seen: number, more: object = {}) =>
    edit('patterns', {
      seen,
      from: '2026-11-24',
      weekly: week([regular]),
      holiday: [],
      source: '11月20日居民会议',
      ...more,
    })

  it('holds from its day on, and not before', async () => {
    const { version } = await office()
    expect((await publish(version)).status).toBe(200)
    const kiosk = await hall.pair('kiosk')
    const take = () => hall.api('POST', '/api/tickets', { token: kiosk, body: { matter: 'roof-leak' } })
    hall.clock.set(Date.parse('2026-11-23T08:30:00.000Z'))
    expect((await take()).status).toBe(201)
    hall.clock.set(Date.parse('2026-11-24T08:30:00.000Z'))
    expect(await take()).toMatchObject({
      status: 409,
      body: { error: { facts: { next: '2026-11-25T01:00:00.000Z' } } },
    })
    manager = await hall.clerk(null, 'manager')
    expect((await office()).patterns.map(({ from, source }) => [from, source])).toEqual([
      [null, null],
      ['2026-11-24', '11月20日居民会议'],
    ])
  })

  it('is refused where spans overlap, with the place of the span; where it is in the past; where it was overtaken', async () => {
    const { version } = await office()
    const overlapping = [[regular, { from: '14:00', to: '18:00', kind: 'extended' }], ...week([regular]).slice(1)]
    expect(await publish(version, { weekly: overlapping })).toMatchObject({
      status: 400,
      body: { error: { code: 'body_invalid', facts: { issues: [{ path: 'weekly.0.1', message: 'overlap' }] } } },
    })
    expect((await publish(version, { from: '2026-11-22' })).body.error?.code).toBe('date_past')
    const [first, second] = await Promise.all([publish(version), publish(version, { from: '2026-11-25' })])
    const late = first.status === 200 ? second : first
    expect(late).toMatchObject({
      status: 409,
      body: { error: { code: 'hours_changed', facts: { version: version + 1 } } },
    })
    expect((await office()).patterns).toHaveLength(2)
  })

  it('can be taken back before it begins, and not after', async () => {
    const { version } = await office()
    await publish(version)
    const drop = (seen: number, from: string) => edit('patterns/remove', { seen, from })
    expect((await drop(version + 1, '2026-11-30')).body.error?.code).toBe('hours_gone')
    expect((await drop(version + 1, '2026-11-24')).status).toBe(200)
    expect((await office()).patterns).toHaveLength(1)
    await publish(version + 2)
    hall.clock.set(Date.parse('2026-11-24T02:00:00.000Z'))
    manager = await hall.clerk(null, 'manager')
    expect((await drop(version + 3, '2026-11-24')).body.error?.code).toBe('date_past')
  })
})

describe('holidays', () => {
  const entered = {
    text: '2027-01-01,元旦,休\n2027-01-02,元旦,休\n2027-01-03,元旦,休',
    year: 2027,
    source: '国办发明电〔2026〕9号',
  }

  it('of a year that is not covered are missed from November on, previewed, then kept', async () => {
    const before = await office()
    expect([before.missing, before.years.map(({ year }) => year)]).toEqual([2027, [2024, 2025, 2026]])
    const preview = await edit<HolidayPreview>('holidays/preview', { entered })
    expect(preview.body).toMatchObject({ problems: [], changes: [{ date: '2027-01-01', before: null }, {}, {}] })
    expect((await office()).version).toBe(before.version)
    expect((await edit('holidays', { seen: before.version, entered })).status).toBe(200)
    const after = await office()
    expect([after.missing, after.years.at(-1)?.days.length]).toEqual([null, 3])
    expect((await edit<HolidayPreview>('holidays/preview', { entered })).body.changes).toEqual([])
  })

  it('with a mistake are named by line and not kept', async () => {
    const { version } = await office()
    const wrong = { ...entered, text: `${entered.text}\n2027-01-03,元旦,休` }
    expect((await edit<HolidayPreview>('holidays/preview', { entered: wrong })).body.problems).toEqual([
      { line: 4, what: 'twice', text: '2027-01-03' },
    ])
    expect(await edit('holidays', { seen: version, entered: wrong })).toMatchObject({
      status: 422,
      body: { error: { code: 'holidays_wrong', facts: { line: 4 } } },
    })
  })

  it('keep what the hall chose for a make-up workday when their year is entered again', async () => {
    const { version, years } = await office()
    const makeup = { seen: version, date: '2026-10-10', like: 3 }
    expect((await edit('holidays/makeup', makeup)).status).toBe(200)
    expect((await edit('holidays/makeup', { ...makeup, seen: version + 1, date: '2026-10-11' })).status).toBe(404)
    const text = years[2]!.days.map(({ date, name, kind }) => `${date},${name.zh},${kind}`).join('\n')
    await edit('holidays', { seen: version + 1, entered: { text, year: 2026, source: years[2]!.source } })
    expect((await office()).years[2]?.days.find(({ date }) => date === '2026-10-10')?.like).toBe(3)
  })
})

describe('a proposal', () => {
  const question = { zh: '工作日晚上开放到几点好？', en: 'Until when should we be open?' }
  async function put() {
    const { version } = await office()
    const options = [{ closes: '21:00' }, { closes: '18:00' }, { closes: null }]
    await hall.api('POST', '/api/proposals', {
      token: manager,
      body: { seen: version, question, options, from: '2026-11-23', until: '2026-11-29' },
    })
    return (await office()).proposals[0]!.id
  }
  const speak = (id: string, code: string, option: string) =>
    hall.api<VoiceReply & { error?: { code: string } }>('POST', `/api/proposals/${id}/voice`, {
      body: { code, option },
      key: false,
    })
  const voices = async () => {
    const { body } = await hall.api<{ proposals: { options: { voices: number }[] }[] }>('GET', '/api/proposals')
    return body.proposals[0]?.options.map((option) => option.voices)
  }

  it('reaches kiosk and phone, takes one voice a ticket, which may be changed, and is counted in public', async () => {
    const kiosk = await hall.pair('kiosk')
    const seen = nextView(hall.socket('kiosk', { token: kiosk }), 'kiosk', ({ hours }) => hours.proposal !== null)
    const id = await put()
    expect((await seen).hours.proposal).toMatchObject({ id, question, until: '2026-11-29' })
    const [one, two] = [await hall.take(kiosk), await hall.take(kiosk)]
    expect((await speak(id, one.code, 'until-2100')).status).toBe(200)
    await speak(id, two.code, 'until-1800')
    expect(await voices()).toEqual([1, 1, 0])
    expect((await speak(id, one.code, 'as-it-is')).body.option).toBe('as-it-is')
    expect(await voices()).toEqual([0, 1, 1])
    const mine = await hall.api<VoiceReply>('GET', `/api/tickets/${two.code}/voice`)
    expect(mine.body).toMatchObject({ option: 'until-1800', proposal: { id } })
  })

  it('hears nobody without a ticket of its own time, for no other option, and after its end', async () => {
    const kiosk = await hall.pair('kiosk')
    const early = await hall.take(kiosk)
    hall.clock.set(Date.parse('2026-11-24T02:00:00.000Z'))
    manager = await hall.clerk(null, 'manager')
    const { version } = await office()
    await hall.api('POST', '/api/proposals', {
      token: manager,
      body: {
        seen: version,
        question,
        options: [{ closes: '21:00' }, { closes: null }],
        from: '2026-11-24',
        until: '2026-11-25',
      },
    })
    const { id } = (await office()).proposals[0]!
    expect((await speak(id, early.code, 'until-2100')).body.error?.code).toBe('ticket_unknown')
    expect((await speak(id, 'no-such-code', 'until-2100')).body.error?.code).toBe('ticket_unknown')
    const { code } = await hall.take(kiosk)
    expect((await speak(id, code, 'until-2300')).body.error?.code).toBe('option_unknown')
    expect((await speak('none', code, 'until-2100')).body.error?.code).toBe('proposal_unknown')
    hall.clock.set(Date.parse('2026-11-25T16:00:00.000Z'))
    expect((await speak(id, code, 'until-2100')).body.error?.code).toBe('proposal_closed')
    expect(await voices()).toEqual([0, 0])
  })

  it('is decided after its end, and its hours are published from the day that is named', async () => {
    const id = await put()
    const decide = async (body: object) =>
      hall.api<{ error?: { code: string } }>('POST', `/api/proposals/${id}/decide`, {
        token: manager,
        body: {
          seen: (await office()).version,
          on: '2026-11-30',
          option: 'until-2100',
          words: '居民代表会议一致通过',
          publishFrom: '2026-12-01',
          ...body,
        },
      })
    expect((await decide({})).body.error?.code).toBe('proposal_running')
    hall.clock.set(Date.parse('2026-11-30T02:00:00.000Z'))
    manager = await hall.clerk(null, 'manager')
    expect((await decide({ publishFrom: '2026-11-29' })).body.error?.code).toBe('date_past')
    expect((await office()).proposals[0]?.state).toBe('ended')
    expect((await decide({})).status).toBe(200)
    const after = await office()
    expect(after.proposals[0]).toMatchObject({
      state: 'decided',
      decision: { option: 'until-2100', words: '居民代表会议一致通过' },
    })
    expect(after.patterns.at(-1)).toMatchObject({ from: '2026-12-01', source: '居民代表会议一致通过' })
    expect(after.patterns.at(-1)?.weekly[0]?.at(-1)).toEqual({ from: '17:00', to: '21:00', kind: 'extended' })
    expect((await decide({})).body.error?.code).toBe('proposal_closed')
  })
})

describe('for other programs', () => {
  it('the hours are there as OSM and as schema.org', async () => {
    const osm = await fetch(`${hall.url}/api/hours/osm.txt`)
    expect(osm.headers.get('content-type')).toContain('text/plain')
    expect(await osm.text()).toMatch(
      /^Mo,Tu,We,Th,Fr 08:30-20:00; Sa,Su 08:30-11:30,13:30-16:30; 2026 Jan 01 08:30-11:30 open "元旦假期"/,
    )
    const schema = await fetch(`${hall.url}/api/hours/schema.json`)
    expect(await schema.json()).toMatchObject({ '@type': 'GovernmentOffice', telephone: '021-0000 0100' })
  })
})

describe('who is no manager', () => {
  it('edits nothing', async () => {
    const clerk = await hall.clerk('w1')
    for (const path of ['hours/patterns', 'hours/exceptions', 'hours/holidays', 'proposals'])
      expect((await hall.api('POST', `/api/${path}`, { token: clerk, body: {} })).status).toBe(403)
    expect((await hall.api('GET', '/api/hours/office', { token: clerk })).status).toBe(403)
  })
})
