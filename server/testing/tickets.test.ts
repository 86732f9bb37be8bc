// Tickets through the real hub, over HTTP and sockets: numbers, calls, keys, two clerks, undo.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextView, openHall, type TestHall } from './hall.ts'

let hall: TestHall
let kiosk: string
beforeEach(async () => {
  hall = await openHall()
  kiosk = await hall.pair('kiosk')
})
afterEach(() => hall.stop())

describe('taking a number', () => {
  it('counts up without a gap, per lane', async () => {
    const labels = []
    for (const matter of ['roof-leak', 'roof-leak', 'roof-leak']) labels.push((await hall.take(kiosk, matter)).label)
    expect(labels).toEqual(['B001', 'B002', 'B003'])
  })

  it('gives sixteen who press at once sixteen numbers', async () => {
    const taken = await Promise.all(Array.from({ length: 16 }, () => hall.take(kiosk)))
    expect(new Set(taken.map(({ label }) => label)).size).toBe(16)
    expect(taken.map(({ ahead }) => ahead).sort((a, b) => a - b)).toEqual([...Array(16).keys()])
  })

  it('answers a repeated key with the same ticket, and another body with key_reused', async () => {
    const ask = (body: object) => hall.api('POST', '/api/tickets', { token: kiosk, key: 'same-key-1', body })
    const [first, second] = await Promise.all([ask({ matter: 'roof-leak' }), ask({ matter: 'roof-leak' })])
    expect(first.status).toBe(201)
    expect(second).toMatchObject({ status: 201, body: first.body })
    expect(await ask({ matter: 'roof-leak', class: 'senior' })).toMatchObject({
      status: 422,
      body: { error: { code: 'key_reused' } },
    })
    expect(
      await hall.api('POST', '/api/tickets', { token: kiosk, key: false, body: { matter: 'roof-leak' } }),
    ).toMatchObject({
      status: 400,
      body: { error: { code: 'key_required' } },
    })
  })

  it('is refused after closing, with the next opening', async () => {
    hall.clock.set(Date.parse('2026-11-23T12:00:00.000Z'))
    const reply = await hall.api('POST', '/api/tickets', { token: kiosk, body: { matter: 'roof-leak' } })
    expect(reply).toMatchObject({
      status: 409,
      body: { error: { code: 'hall_closed', facts: { next: '2026-11-24T00:30:00.000Z' } } },
    })
  })

  it('begins at 1 on a new service day in the hall’s zone', async () => {
    await hall.take(kiosk)
    hall.clock.set(Date.parse('2026-11-23T23:59:00.000Z') + 3_600_000)
    expect((await hall.take(kiosk)).label).toBe('B001')
  })
})

describe('the paper', () => {
  it('is missing until the kiosk that issued the number says that it was printed', async () => {
    const clerk = await hall.clerk()
    const { id, label } = await hall.take(kiosk)
    const says = (token: string, outcome: string) =>
      hall.api('POST', `/api/tickets/${id}/print`, { token, body: { outcome } })
    const unprinted = async () =>
      (
        await hall.api<{ unprinted: { label: string; printed: string }[] }>('GET', '/api/views/desk', { token: clerk })
      ).body.unprinted.map((ticket) => [ticket.label, ticket.printed])
    expect(await unprinted()).toEqual([[label, 'unprinted']])
    expect((await says(await hall.pair('kiosk'), 'printed')).status).toBe(404)
    expect((await says(kiosk, 'failed')).status).toBe(200)
    expect(await unprinted()).toEqual([[label, 'failed']])
    expect((await says(kiosk, 'printed')).status).toBe(200)
    expect(await unprinted()).toEqual([])
  })
})

describe('at the desk', () => {
  it('gives two clerks who press at once two different tickets', async () => {
    const [one, two] = await Promise.all([hall.clerk('w1', 'chen'), hall.clerk('w3', 'wang')])
    await hall.take(kiosk)
    await hall.take(kiosk)
    const calls = await Promise.all([hall.next(one, 'w1'), hall.next(two, 'w3')])
    expect(calls.map(({ status }) => status)).toEqual([200, 200])
    expect(new Set(calls.map(({ body }) => body.ticket.label))).toEqual(new Set(['B001', 'B002']))
  })

  it('tells a clerk whose screen was behind where the ticket is now', async () => {
    const [one, two] = await Promise.all([hall.clerk('w1', 'chen'), hall.clerk('w3', 'wang')])
    const { id } = await hall.take(kiosk)
    await hall.next(one, 'w1')
    const late = await hall.step(two, id, { step: 'call', version: 1 })
    expect(late).toMatchObject({
      status: 409,
      body: { error: { code: 'ticket_changed', facts: { label: 'B001', state: 'called', window: 1 } } },
    })
  })

  it('needs a reason to call out of order, and counts it', async () => {
    const clerk = await hall.clerk()
    await hall.take(kiosk)
    const { id } = await hall.take(kiosk)
    expect((await hall.step(clerk, id, { step: 'call', version: 1 })).body.error?.code).toBe('reason_required')
    expect((await hall.step(clerk, id, { step: 'call', version: 1, reason: 'unwell' })).status).toBe(200)
    const { body } = await hall.api<{ outOfOrder: number }>('GET', '/api/views/board', { token: clerk })
    expect(body.outOfOrder).toBe(1)
  })

  it('walks a ticket from waiting to done, and undoes it step by step', async () => {
    const clerk = await hall.clerk()
    const { id } = await hall.take(kiosk)
    await hall.next(clerk)
    await hall.step(clerk, id, { step: 'start', version: 2 })
    expect((await hall.step(clerk, id, { step: 'finish', version: 3 })).body.ticket.state).toBe('done')
    const undo = () =>
      hall.api<{ ticket: { state: string } }>('POST', '/api/windows/w1/undo', { token: clerk, body: {} })
    const states = []
    for (let i = 0; i < 3; i += 1) states.push((await undo()).body.ticket.state)
    expect(states).toEqual(['serving', 'called', 'waiting'])
    expect(await undo()).toMatchObject({ status: 409, body: { error: { code: 'nothing_to_undo' } } })
    const board = await hall.api<{ calls: unknown[] }>('GET', '/api/views/board', { token: clerk })
    expect(board.body.calls).toEqual([])
  })

  it('calls the head start first, and a returning one not before its place', async () => {
    const clerk = await hall.clerk()
    const first = await hall.take(kiosk)
    hall.clock.forward(5)
    const senior = await hall.take(kiosk, 'roof-leak', { class: 'senior' })
    const { body } = await hall.next(clerk)
    expect(body.ticket.label).toBe(senior.label)
    await hall.step(clerk, senior.id, { step: 'miss', version: 2, reason: 'absent' })
    hall.clock.forward(12)
    await hall.step(clerk, senior.id, { step: 'requeue', version: 3 })
    expect((await hall.next(clerk)).body.ticket.label).toBe(first.label)
  })
})

describe('on the screens', () => {
  it('shows a call on a display at once, and a refusal on none', async () => {
    const clerk = await hall.clerk()
    const display = hall.socket('display', { token: await hall.pair('display') })
    await nextView(display, 'board')
    await hall.take(kiosk)
    const called = nextView(display, 'board', ({ calls }) => calls.length > 0)
    await hall.next(clerk)
    expect((await called).calls[0]).toMatchObject({ label: 'B001', window: 1, state: 'called', again: false })
    const views: unknown[] = []
    display.on('view', (_, view) => views.push(view))
    expect((await hall.next(clerk)).body.error?.code).toBe('window_busy')
    await hall.app.broadcast.beat()
    await new Promise<void>((beat) => display.once('beat', () => beat()))
    expect(views).toEqual([])
  })

  it('follows one ticket by its code, and nobody else’s', async () => {
    const clerk = await hall.clerk()
    const first = await hall.take(kiosk)
    const second = await hall.take(kiosk)
    const phone = hall.socket('phone', { code: second.code })
    expect(await nextView(phone, 'ticket')).toMatchObject({ label: 'B002', ahead: 1, state: 'waiting' })
    const moved = nextView(phone, 'ticket', ({ ahead }) => ahead === 0)
    await hall.next(clerk)
    await moved
    const stranger = hall.socket('phone', { code: first.code.slice(0, -1) + '_' })
    const error = await new Promise<Error & { data?: unknown }>((refused) => stranger.once('connect_error', refused))
    expect(error.data).toEqual({ code: 'ticket_unknown' })
  })

  it('answers a clerk who calls once the walls were sent the call', async () => {
    await hall.take(kiosk)
    const clerk = await hall.clerk('w1')
    let sent = (): void => {}
    const show = vi.spyOn(hall.app.broadcast, 'show').mockReturnValue(new Promise((done) => (sent = done)))
    let answered = false
    const reply = hall.next(clerk).finally(() => (answered = true))
    await vi.waitFor(() => expect(show).toHaveBeenCalledOnce())
    // Whatever else is asked meanwhile is answered.
    expect((await hall.api('GET', '/api/matters', { token: kiosk })).status).toBe(200)
    expect(answered).toBe(false)
    sent()
    expect((await reply).status).toBe(200)
  })

  it('publishes closing at its instant', async () => {
    const display = hall.socket('display', { token: await hall.pair('display') })
    const open = await nextView(display, 'board')
    expect(open.hours.open?.until).toBe('2026-11-23T12:00:00.000Z')
    const closing = nextView(display, 'board', ({ hours }) => hours.open === null)
    hall.clock.set(Date.parse('2026-11-23T12:00:00.000Z'))
    await hall.app.schedule.look()
    expect((await closing).rev).toBeGreaterThan(open.rev)
  })
})
