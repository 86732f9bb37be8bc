// The roster against the real hub: drafts, gaps, swaps, leave, the ledger of rest, the duty log, and what the wall says of it.
// Long: one quarter's roster is what all parts are about.
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DutyLogReply } from '#contract/duty-log.ts'
import type { ColleaguesReply, RosterReply } from '#contract/roster.ts'
import { serviceDate } from '#domain/service-day.ts'
import { nextView, openHall, usualBook, type Reply, type TestHall } from './hall.ts'

const zone = 'Asia/Shanghai'
let hall: TestHall
let manager: string
let chen: string

beforeEach(async () => {
  hall = await openHall({ book: plainBook() })
  manager = await hall.clerk(null, 'manager')
  chen = await hall.clerk(null, 'chen')
}, 60_000)
afterEach(() => hall.stop())

/** The usual week, with nothing asked for, written down or taken yet. */
function plainBook() {
  const book = usualBook()
  return { ...book, duty: { ...book.duty, sample: undefined } }
}

interface Answer {
  id?: string
  error?: { code: string; facts: Record<string, unknown> }
}
const post = (path: string, token: string, body: object = {}): Promise<Reply<Answer>> =>
  hall.api<Answer>('POST', path, { token, body })
const roster = async (token: string, query = ''): Promise<RosterReply> =>
  (await hall.api<RosterReply>('GET', `/api/roster${query}`, { token })).body
const board = async () => {
  const display = await hall.pair('display')
  return (
    await hall.api<{ duty: { name: string; window: number | null }[] }>('GET', '/api/views/board', { token: display })
  ).body
}
const code = ({ body }: Reply<Answer>) => body.error?.code
/** The clock goes on, and whoever waits for it is woken. */
async function goTo(instant: string) {
  hall.clock.set(Date.parse(instant))
  await hall.store.write((trx) => sql`update session set seen_at = ${instant}, created_at = ${instant}`.execute(trx))
  await hall.app.schedule.look()
}

describe('the roster of the demonstration', () => {
  it('has no gap and breaks no rule in its first two weeks', async () => {
    const { gaps, shifts } = await roster(manager, '?weeks=2')
    expect(gaps).toEqual([])
    expect(shifts.filter(({ problems }) => problems.length > 0)).toEqual([])
    expect(shifts.length).toBeGreaterThan(100)
  })

  it('tells a clerk their own duties and nothing that is the manager’s', async () => {
    const page = await roster(chen)
    expect(page.mine.every(({ person }) => person === 'chen')).toBe(true)
    expect(page.mine.length).toBeGreaterThan(5)
    expect(page).toMatchObject({ me: 'chen', gaps: null, draft: null, rules: null, fairness: [] })
    expect(page.people.filter(({ rest }) => rest !== null).map(({ id }) => id)).toEqual(['chen'])
    for (const path of ['draft', 'draft/publish', 'shifts', 'fill', 'rest', 'rules'])
      expect(code(await post(`/api/roster/${path}`, chen))).toBe('role_required')
  })
})

describe('a draft', () => {
  const january = { from: '2027-01-04', to: '2027-03-28' }

  it('is made, looked at, published, and on the wall at its time', async () => {
    expect((await post('/api/roster/draft', manager, january)).status).toBe(200)
    const { draft } = await roster(manager)
    expect(draft).toMatchObject({ ...january, problems: 0, gaps: [] })
    expect(Math.max(...Object.values(draft!.differ))).toBeLessThanOrEqual(1)
    expect((await roster(chen)).draft).toBeNull()

    expect((await post('/api/roster/draft/publish', manager)).status).toBe(200)
    const after = await roster(manager, '?from=2027-03-01')
    expect(after.draft).toBeNull()
    expect(after.publishedTo).toBe('2027-03-28')
    const first = after.shifts.find(({ window, kind }) => window === 'w1' && kind === 'window')!
    await goTo(first.from)
    expect((await board()).duty).toContainEqual(expect.objectContaining({ name: first.name, window: 1 }))
  }, 60_000)

  it('made again leaves what was changed by hand, unless it is asked to make all anew', async () => {
    await post('/api/roster/draft', manager, january)
    const one = (await roster(manager)).draft!.shifts.find(({ kind }) => kind === 'window')!
    const free = (await roster(manager)).draft!.shifts
    const other = ['chen', 'wang', 'li', 'zhang', 'liu', 'sun'].find(
      (person) => !free.some((shift) => shift.person === person && shift.date === one.date),
    )!
    const [from, to] = [one.from, one.until].map((at) =>
      new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(11, 16),
    )
    const body = {
      id: one.id,
      draft: true,
      person: other,
      kind: one.kind,
      window: one.window,
      date: one.date,
      from,
      to,
    }
    const could = `/api/roster/shifts/${one.id}/colleagues`
    const { body: offered } = await hall.api<ColleaguesReply>('GET', could, { token: manager })
    expect(offered.colleagues.find(({ id }) => id === other)?.why).not.toContain('double')
    expect((await hall.api('GET', could, { token: chen })).status).toBe(404)
    expect((await post('/api/roster/shifts', manager, body)).status).toBe(200)
    const kept = async () => (await roster(manager)).draft!.shifts.find(({ id }) => id === one.id)
    expect(await kept()).toMatchObject({ person: other, byHand: true })
    await post('/api/roster/draft', manager, january)
    expect(await kept()).toMatchObject({ person: other, byHand: true })
    await post('/api/roster/draft', manager, { ...january, anew: true })
    expect(await kept()).toBeUndefined()
    expect((await post('/api/roster/draft/discard', manager)).status).toBe(200)
    expect(code(await post('/api/roster/draft/publish', manager))).toBe('draft_unknown')
  }, 60_000)

  it('never touches the past, nor a shift that has begun', async () => {
    const running = (await roster(manager)).shifts.filter(({ from }) => Date.parse(from) <= hall.clock.now())
    await post('/api/roster/draft', manager, { from: '2026-11-23', to: '2026-11-29' })
    await post('/api/roster/draft/publish', manager)
    const after = (await roster(manager)).shifts
    for (const shift of running) expect(after.find(({ id }) => id === shift.id)).toMatchObject({ person: shift.person })
    expect(code(await post('/api/roster/draft', manager, { from: '2026-11-01', to: '2026-11-07' }))).toBe('shift_past')
    const begun = { draft: false }
    expect(code(await post(`/api/roster/shifts/${running[0]!.id}/remove`, manager, begun))).toBe('shift_past')
  }, 60_000)
})

describe('a gap', () => {
  it('is told to the manager before anybody meets it, with who could take it; one touch fills it', async () => {
    const tomorrow = (await roster(manager)).shifts.filter(
      ({ date, window, kind }) => date === '2026-11-24' && window === 'w1' && kind === 'evening',
    )
    const display = hall.socket('display', { token: await hall.pair('display') })
    await nextView(display, 'almanac')
    const told = nextView(display, 'almanac', ({ duty }) => !duty.some(({ id }) => id === tomorrow[0]!.id))
    await post(`/api/roster/shifts/${tomorrow[0]!.id}/remove`, manager, { draft: false })
    await told
    const [gap, ...more] = (await roster(manager)).gaps!
    expect(more).toEqual([])
    expect(gap).toMatchObject({ date: '2026-11-24', kind: 'evening', window: 'w1', empty: true })
    expect(gap!.could.length).toBeGreaterThan(0)
    const { kind, window, stretches, could } = gap!
    const filled = await post('/api/roster/fill', manager, {
      draft: false,
      person: could[0]!.person,
      kind,
      window,
      stretches,
    })
    expect(filled.status).toBe(200)
    expect((await roster(manager)).gaps).toEqual([])
  }, 60_000)

  it('is not filled with somebody who is elsewhere then', async () => {
    const { shifts } = await roster(manager)
    const there = shifts.find(({ date, window }) => date === '2026-11-24' && window === 'w1')!
    const body = {
      ...{ draft: false, person: there.person, kind: 'window', window: 'w2' },
      stretches: [{ from: there.from, until: there.until }],
    }
    const refused = await post('/api/roster/fill', manager, body)
    expect(code(refused)).toBe('shift_clash')
    expect(refused.body.error?.facts).toMatchObject({ from: there.from, until: there.until })
    expect(code(await post('/api/roster/fill', manager, { ...body, person: 'ghost' }))).toBe('person_unknown')
    expect(code(await post('/api/roster/fill', manager, { ...body, window: 'w9' }))).toBe('window_unknown')
  })
})

describe('a swap', () => {
  /** A shift of chen's after tomorrow, and a colleague who could take it and has an account. */
  async function wish() {
    const shift = (await roster(chen)).mine.find(({ date, window }) => date > '2026-11-24' && window !== null)!
    const { body } = await hall.api<ColleaguesReply>('GET', `/api/roster/shifts/${shift.id}/colleagues`, {
      token: chen,
    })
    return { shift, colleagues: body.colleagues }
  }

  it('is asked, agreed to and consented to, one touch each; then the other has the shift, and each touch is an act', async () => {
    await hall.store.write((trx) =>
      sql`delete from shift where person_id = 'wang' and starts_at < '2026-12-07'`.execute(trx),
    )
    const wang = await hall.clerk(null, 'wang')
    const { shift, colleagues } = await wish()
    expect(colleagues.find(({ id }) => id === 'wang')).toMatchObject({ why: [], answers: true })
    expect(colleagues.find(({ id }) => id === 'liu')).toMatchObject({ answers: false })
    expect(colleagues.some(({ why }) => why.length > 0)).toBe(true)
    const asked = await post('/api/roster/swaps', chen, { shift: shift.id, colleague: 'wang', back: null })
    expect(asked.status).toBe(201)
    const path = `/api/roster/swaps/${asked.body.id}`
    expect((await roster(wang)).swaps).toMatchObject([{ state: 'asked', person: { id: 'chen' } }])
    expect(code(await post(`${path}/decide`, manager, { yes: true }))).toBe('request_settled')
    expect(code(await post(`${path}/answer`, chen, { yes: true }))).toBe('request_unknown')
    expect((await post(`${path}/answer`, wang, { yes: true })).status).toBe(200)
    expect((await roster(manager)).swaps).toMatchObject([{ state: 'agreed' }])
    expect((await post(`${path}/decide`, manager, { yes: true })).status).toBe(200)
    expect((await roster(wang)).mine.map(({ id }) => id)).toContain(shift.id)
    expect((await roster(chen)).mine.map(({ id }) => id)).not.toContain(shift.id)
    expect(code(await post(`${path}/decide`, manager, { yes: true }))).toBe('request_settled')
    const { body } = await hall.api<{ acts: { act: string }[] }>('GET', '/api/acts', { token: manager })
    expect(body.acts.slice(0, 6).map(({ act }) => act)).toEqual(
      expect.arrayContaining(['swap-grant', 'swap-agree', 'swap-ask']),
    )
  }, 60_000)

  it('once consented to is at its time on the wall, at the kiosk, and at every desk’s windows', async () => {
    await hall.store.write((trx) =>
      sql`delete from shift where person_id = 'wang' and starts_at < '2026-12-07'`.execute(trx),
    )
    const wang = await hall.clerk(null, 'wang')
    const { shift } = await wish()
    await goTo(new Date(Date.parse(shift.from) - 60_000).toISOString())
    const asked = await post('/api/roster/swaps', chen, { shift: shift.id, colleague: 'wang', back: null })
    await post(`/api/roster/swaps/${asked.body.id}/answer`, wang, { yes: true })
    await post(`/api/roster/swaps/${asked.body.id}/decide`, manager, { yes: true })
    await goTo(new Date(Date.parse(shift.from) + 60_000).toISOString())
    const kiosk = await hall.pair('kiosk')
    const display = await hall.pair('display')
    interface OnDuty {
      duty: { name: string; window: number | null }[]
    }
    const number = Number(shift.window?.slice(1))
    for (const [path, token] of [
      ['/api/views/board', display],
      ['/api/views/kiosk', kiosk],
      ['/api/views/desk', chen],
    ] as const) {
      const { duty } = (await hall.api<OnDuty>('GET', path, { token })).body
      expect(duty.filter(({ window }) => window === number)).toMatchObject([{ name: '示例·王建国' }])
    }
  }, 60_000)

  it('can be declined, taken back, and is asked once only; a shift that is no longer theirs lets it lapse', async () => {
    await hall.store.write((trx) =>
      sql`delete from shift where person_id = 'wang' and starts_at < '2026-12-07'`.execute(trx),
    )
    const wang = await hall.clerk(null, 'wang')
    const { shift } = await wish()
    const ask = () => post('/api/roster/swaps', chen, { shift: shift.id, colleague: 'wang', back: null })
    const first = (await ask()).body.id
    expect(code(await ask())).toBe('request_settled')
    await post(`/api/roster/swaps/${first}/answer`, wang, { yes: false })
    const second = (await ask()).body.id
    expect((await post(`/api/roster/swaps/${second}/withdraw`, chen)).status).toBe(200)
    const third = (await ask()).body.id
    await post(`/api/roster/shifts/${shift.id}/remove`, manager, { draft: false })
    expect(code(await post(`/api/roster/swaps/${third}/answer`, wang, { yes: true }))).toBe('request_unknown')
  }, 60_000)

  it('is not for a shift of somebody else, nor with somebody who is elsewhere', async () => {
    const { shift } = await wish()
    const there = (await roster(chen, '?weeks=3')).shifts
    const busy = there.find(
      (one) => one.person !== 'chen' && Date.parse(one.from) < Date.parse(shift.until) && one.until > shift.from,
    )!
    const refused = await post('/api/roster/swaps', chen, { shift: shift.id, colleague: busy.person, back: null })
    expect(code(refused)).toBe('shift_clash')
    const theirs = await post('/api/roster/swaps', chen, { shift: busy.id, colleague: 'wang', back: null })
    expect(code(theirs)).toBe('shift_unknown')
  })
})

describe('leave', () => {
  const days = { from: '2026-11-26', to: '2026-11-27', kind: 'annual', reason: '探亲' }

  it('takes the shifts off once the manager consents: they are gaps, and nobody else reads the reason', async () => {
    const asked = await post('/api/roster/leave', chen, days)
    expect(asked.status).toBe(201)
    expect((await roster(manager)).leave).toMatchObject([{ state: 'asked', reason: '探亲', person: { id: 'chen' } }])
    const wang = await hall.clerk(null, 'wang')
    expect((await roster(wang)).leave).toEqual([])
    expect(code(await post('/api/roster/leave', chen, days))).toBe('request_settled')
    const before = (await roster(chen)).mine.filter(({ date }) => date === '2026-11-26' || date === '2026-11-27')
    expect(before.length).toBeGreaterThan(0)
    // Before anybody consents, the manager sees what would be open and who could take it.
    const [wish] = (await roster(manager)).leave
    // The night before reaches into the first of the days.
    expect(wish!.shifts).toBe(before.length + 1)
    expect(wish!.opens.map(({ date }) => date)).toEqual(expect.arrayContaining(['2026-11-26', '2026-11-27']))
    expect(wish!.opens.every(({ could }) => could.every(({ person }) => person !== 'chen'))).toBe(true)
    expect((await roster(chen)).leave).toMatchObject([{ opens: [] }])
    expect((await post(`/api/roster/leave/${asked.body.id}/decide`, manager, { yes: true })).status).toBe(200)
    const page = await roster(manager)
    expect(
      page.shifts.filter(({ person, date }) => person === 'chen' && date >= '2026-11-26' && date <= '2026-11-27'),
    ).toEqual([])
    expect(page.gaps!.map(({ date }) => date)).toEqual(expect.arrayContaining(['2026-11-26', '2026-11-27']))
    expect(page.gaps!.every(({ could }) => could.every(({ person }) => person !== 'chen'))).toBe(true)
    const acts = await hall.api('GET', '/api/acts', { token: manager })
    expect(JSON.stringify(acts.body)).not.toContain('探亲')
  }, 60_000)

  it('as compensatory rest needs rest that is there, and takes it when it begins', async () => {
    const rest = { ...days, kind: 'rest', reason: '' }
    expect(await post('/api/roster/leave', chen, rest)).toMatchObject({
      body: { error: { code: 'rest_short', facts: { minutes: 0, asked: 960 } } },
    })
    expect((await post('/api/roster/rest', manager, { person: 'chen', minutes: 1000, note: '上年结余' })).status).toBe(
      201,
    )
    const asked = await post('/api/roster/leave', chen, rest)
    expect(asked.status).toBe(201)
    await post(`/api/roster/leave/${asked.body.id}/decide`, manager, { yes: true })
    const left = async () => (await roster(chen)).people.find(({ id }) => id === 'chen')?.rest
    expect(await left()).toBe(1000)
    await goTo('2026-11-26T00:30:00.000Z')
    expect(await left()).toBe(40)
    expect((await roster(chen)).people.find(({ id }) => id === 'chen')).toMatchObject({ taken: 960 })
    await goTo('2026-11-27T00:30:00.000Z')
    expect(await left()).toBe(40)
  }, 60_000)
})

describe('the ledger of compensatory rest', () => {
  it('follows the duty that was done, once each, and refuses to be changed', async () => {
    const evening = (await roster(manager)).shifts.find(
      ({ date, kind, window }) => date === '2026-11-23' && kind === 'evening' && window === 'w1',
    )!
    await goTo(evening.until)
    await goTo(new Date(Date.parse(evening.until) + 3_600_000).toISOString())
    const { ledger, people } = await roster(manager)
    expect(ledger).toMatchObject([{ name: evening.name, minutes: 180, why: 'duty', date: '2026-11-23' }])
    expect(people.find(({ id }) => id === evening.person)).toMatchObject({ rest: 180, earned: 180, taken: 0 })
    await post('/api/roster/rest', manager, { person: evening.person, minutes: -60, note: '提前一小时离岗' })
    expect((await roster(manager)).people.find(({ id }) => id === evening.person)?.rest).toBe(120)
    for (const statement of ['update rest_entry set minutes = 1', 'delete from rest_entry'])
      await expect(hall.store.write((trx) => sql.raw(statement).execute(trx))).rejects.toThrow('append-only')
  }, 60_000)

  it('counts what ended while nobody looked, a weekend at the manager’s own rate', async () => {
    const { rules } = await roster(manager)
    const earns = { ...rules!.earns, weekend: 150 }
    expect((await post('/api/roster/rules', manager, { ...rules, earns })).status).toBe(200)
    const saturday = (await roster(manager)).shifts.filter(
      ({ date, kind }) => date === '2026-11-28' && kind === 'weekend',
    )
    const { person } = saturday[0]!
    await goTo('2026-11-29T02:00:00.000Z')
    const rows = (await roster(manager)).ledger.filter(({ date, note }) => date === '2026-11-28' && note === 'weekend')
    expect(rows.map(({ minutes }) => minutes)).toEqual([270, 270])
    expect((await roster(manager)).people.find(({ id }) => id === person)?.rest).toBeGreaterThanOrEqual(540)
  }, 60_000)
})

describe('the duty log', () => {
  const log = async (date = '') =>
    (await hall.api<DutyLogReply>('GET', `/api/duty-log${date && `?date=${date}`}`, { token: chen })).body
  const entry = {
    ...{ kind: 'repair', time: '09:40', text: '3 号楼电梯停运', done: '已联系物业', followUp: true },
    report: { to: 'property', how: 'phone', time: '09:45' },
  }

  it('keeps what happened, what was reported to whom and when, and hands it to the next shift until it is closed', async () => {
    const written = await post('/api/duty-log', chen, entry)
    expect(written.status).toBe(201)
    const { entries } = await log()
    expect(entries).toMatchObject([
      {
        ...{ kind: 'repair', open: true, happenedAt: '2026-11-23T01:40:00.000Z' },
        additions: [
          { what: 'done' },
          { what: 'report', report: { to: 'property', how: 'phone', at: '2026-11-23T01:45:00.000Z' } },
        ],
      },
    ])
    await goTo('2026-11-24T01:00:00.000Z')
    expect((await log()).entries).toEqual([])
    expect((await log()).open).toHaveLength(1)
    const wang = await hall.clerk(null, 'wang')
    const path = `/api/duty-log/${written.body.id}/additions`
    await post(path, wang, { what: 'taken' })
    expect((await log()).open).toMatchObject([{ taken: expect.stringContaining('王建国') as string }])
    expect((await post(path, wang, { what: 'closed', text: '电梯已恢复' })).status).toBe(201)
    expect((await log()).open).toEqual([])
    expect(code(await post(path, wang, { what: 'closed', text: '' }))).toBe('request_settled')
    // What turns out later can still be added.
    expect((await post(path, wang, { what: 'done', text: '物业已换配件' })).status).toBe(201)
    const [first] = (await log('2026-11-23')).entries
    expect(first!.additions.map(({ what }) => what)).toEqual(['done', 'report', 'taken', 'closed', 'done'])
    for (const statement of ["update duty_entry set body = 'x'", 'delete from duty_entry', 'delete from duty_addition'])
      await expect(hall.store.write((trx) => sql.raw(statement).execute(trx))).rejects.toThrow('append-only')
  }, 60_000)

  it('puts a time that has not come yet into last night', async () => {
    await goTo('2026-11-23T16:30:00.000Z')
    await post('/api/duty-log', chen, { ...entry, time: '23:50', report: null })
    const night = await log(serviceDate(hall.clock.now() - 3_600_000, zone))
    expect(night.entries).toMatchObject([{ happenedAt: '2026-11-23T15:50:00.000Z', date: '2026-11-23' }])
  })

  it('takes no entry without words, and none from outside', async () => {
    expect(code(await post('/api/duty-log', chen, { ...entry, text: ' ' }))).toBe('body_invalid')
    expect((await hall.api('GET', '/api/duty-log', { token: await hall.pair('kiosk') })).status).toBe(401)
  })
})
