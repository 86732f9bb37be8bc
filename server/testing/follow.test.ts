// What a resident does from the phone, through the real hub: leave, take it back, come back after a missed call.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DeskView, KioskView, TicketView } from '#contract/views.ts'
import { nextView, openHall, usualBook, type TestHall } from './hall.ts'

let hall: TestHall
let kiosk: string
beforeEach(async () => {
  hall = await openHall()
  kiosk = await hall.pair('kiosk')
})
afterEach(() => hall.stop())

interface Said {
  ticket: { label: string; state: string }
  error?: { code: string; facts: Record<string, unknown> }
}
const ask = (code: string, step: 'leave' | 'back' | 'return', key: string | boolean = true) =>
  hall.api<Said>('POST', `/api/tickets/${code}/${step}`, { body: {}, key })
const follow = async (code: string) => (await hall.api<TicketView>('GET', `/api/views/ticket/${code}`)).body
const desk = async (token: string) => (await hall.api<DeskView>('GET', '/api/views/desk', { token })).body
const version = async (token: string, id: string) => {
  const { windows, waiting, missed } = await desk(token)
  const all = [...windows.flatMap(({ current }) => current ?? []), ...waiting, ...missed]
  return all.find((one) => one.id === id)?.version ?? 0
}
/** Called at window 1 and not come; a reason, since no wall proved the call. */
async function missed(clerk: string): Promise<{ id: string; code: string; label: string }> {
  const ticket = await hall.take(kiosk)
  await hall.next(clerk)
  await hall.step(clerk, ticket.id, { step: 'miss', version: 2, reason: 'gone' })
  return ticket
}

describe('who receives', () => {
  it('is said as the wall says it, from the call until it is done', async () => {
    const ticket = await hall.take(kiosk)
    expect((await follow(ticket.code)).receives).toBeUndefined()
    await hall.next(await hall.clerk('w1'))
    const { duty } = (await hall.api<KioskView>('GET', '/api/views/kiosk', { token: kiosk })).body
    const there = duty.find((one) => one.window === 1)
    expect(there).toBeDefined()
    const { receives } = await follow(ticket.code)
    expect(receives).toEqual({ name: there?.name, title: there?.title })
  })
})

describe('leaving by phone', () => {
  it('ends as left, once for one key, and everybody behind moves up', async () => {
    const [first, second] = [await hall.take(kiosk), await hall.take(kiosk)]
    const phone = hall.socket('phone', { code: second.code })
    await nextView(phone, 'ticket', ({ ahead }) => ahead === 1)
    const moved = nextView(phone, 'ticket', ({ ahead }) => ahead === 0)
    const one = await ask(first.code, 'leave', 'leave-key-1')
    expect(one.body).toEqual({ ticket: { label: first.label, state: 'left' } })
    expect((await ask(first.code, 'leave', 'leave-key-1')).body).toEqual(one.body)
    await moved
    expect((await ask(first.code, 'leave')).body.error).toMatchObject({
      code: 'step_illegal',
      facts: { state: 'left' },
    })
  })

  it('can be taken back with the same place for ten minutes, and not later', async () => {
    const first = await hall.take(kiosk)
    hall.clock.forward(3)
    await hall.take(kiosk)
    await ask(first.code, 'leave')
    expect((await follow(first.code)).backUntil).toBe('2026-11-23T02:13:00.000Z')
    hall.clock.forward(9)
    expect((await ask(first.code, 'back')).status).toBe(200)
    expect(await follow(first.code)).toMatchObject({ state: 'waiting', ahead: 0, backUntil: null })
    await ask(first.code, 'leave')
    hall.clock.forward(11)
    expect((await ask(first.code, 'back')).body.error?.code).toBe('back_too_late')
    expect((await follow(first.code)).state).toBe('left')
  })

  it('is seen at the desk, which gives the place back also later', async () => {
    const clerk = await hall.clerk()
    const { id, code, label } = await hall.take(kiosk)
    await ask(code, 'leave')
    hall.clock.forward(12)
    expect((await desk(clerk)).gone.map((ticket) => ticket.label)).toEqual([label])
    const restore = () => hall.api<Said>('POST', `/api/tickets/${id}/restore`, { token: clerk, body: {} })
    expect((await restore()).body.ticket).toEqual({ label, state: 'waiting' })
    expect((await desk(clerk)).gone).toEqual([])
    expect((await restore()).body.error?.code).toBe('step_illegal')
    expect((await hall.next(clerk)).body.ticket.label).toBe(label)
  })

  it('is not for whoever is called already: the answer says where to go', async () => {
    const clerk = await hall.clerk()
    const { code, label } = await hall.take(kiosk)
    await hall.next(clerk)
    const { status, body } = await ask(code, 'leave')
    expect(status).toBe(409)
    expect(body.error).toMatchObject({ code: 'step_illegal', facts: { label, state: 'called', window: 1 } })
  })

  it('does not undo what a clerk closed', async () => {
    const clerk = await hall.clerk()
    const { id, code } = await hall.take(kiosk)
    await hall.step(clerk, id, { step: 'leave', version: 1 })
    expect((await ask(code, 'back')).body.error?.code).toBe('step_illegal')
    expect((await follow(code)).backUntil).toBeNull()
  })
})

describe('coming back after a missed call', () => {
  it('joins with the head start of a return, exactly as the desk’s step does', async () => {
    const clerk = await hall.clerk()
    const [byPhone, byDesk] = [await missed(clerk), await missed(clerk)]
    expect((await follow(byPhone.code)).returns).toBe(true)
    hall.clock.forward(12)
    expect((await ask(byPhone.code, 'return')).body.ticket.state).toBe('waiting')
    await hall.step(clerk, byDesk.id, { step: 'requeue', version: await version(clerk, byDesk.id) })
    const ranks = (await desk(clerk)).waiting.map(({ rankAt }) => rankAt)
    expect(ranks).toHaveLength(2)
    expect(new Set(ranks).size).toBe(1)
  })

  it('is refused where the hall has no head start for returns, on another day, and to whoever was not called', async () => {
    await hall.stop()
    const book = usualBook()
    hall = await openHall({ book: { ...book, classes: book.classes.filter(({ id }) => id !== 'return') } })
    kiosk = await hall.pair('kiosk')
    const clerk = await hall.clerk()
    const { code } = await missed(clerk)
    expect((await follow(code)).returns).toBe(false)
    expect((await ask(code, 'return')).body.error?.code).toBe('return_at_desk')
    const waiting = await hall.take(kiosk)
    expect((await ask(waiting.code, 'return')).body.error?.code).toBe('step_illegal')
    hall.clock.forward(24 * 60)
    expect((await ask(code, 'return')).body.error?.code).toBe('ticket_past')
  })
})

describe('a code', () => {
  it('that is not whole opens nothing', async () => {
    const { code, id } = await hall.take(kiosk)
    for (const wrong of [code.slice(0, -1), `${code.slice(0, -1)}_`, id])
      expect((await ask(wrong, 'leave')).body.error?.code).toBe('ticket_unknown')
    expect((await ask(code, 'leave', false)).status).toBe(400)
  })

  it('is not tried without end', async () => {
    await hall.stop()
    hall = await openHall({ limits: true })
    const tries = await Promise.all(Array.from({ length: 45 }, () => ask('a'.repeat(22), 'leave')))
    expect(tries.filter(({ status }) => status === 429).length).toBe(5)
  })
})
