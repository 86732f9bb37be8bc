// What leaves the hub: each view is exactly what its schema lists, the same by HTTP and by socket, and tells each audience no more
// than it may know.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { views, type ViewName, type ViewOf } from '#contract/views.ts'
import type { DeviceKind } from '#contract/words.ts'
import { nextView, openHall, type TestHall } from './hall.ts'

const YESTERDAY = Date.parse('2026-11-20T02:00:00.000Z')
let hall: TestHall
let tokens: Record<DeviceKind, string>
let code: string
let taken: { id: string; code: string; label: string }[]

/** A hall in which everything is there at once: each state, transfers, calls, paper that failed, a ticket of the week before. */
beforeAll(async () => {
  hall = await openHall({ now: YESTERDAY })
  const kiosk = await hall.pair('kiosk', 'kiosk-at-the-door')
  const display = await hall.pair('display', 'wall-in-the-hall')
  const leftover = await hall.take(kiosk, 'job')
  hall.clock.set(Date.parse('2026-11-23T02:00:00.000Z'))
  await hall.app.schedule.look()
  const [one, two] = [await hall.clerk('w1', 'chen'), await hall.clerk('w2', 'wang')]
  tokens = { kiosk, display, desk: one }
  taken = [leftover]
  for (const matter of ['roof-leak', 'roof-leak', 'donate', 'senior-card', 'job', 'party-report', 'roof-leak'])
    taken.push(await hall.take(kiosk, matter, matter === 'job' ? { class: 'senior' } : {}))
  const id = (index: number) => taken[index]?.id ?? ''
  const call = (index: number) => hall.step(one, id(index), { step: 'call', version: 1, reason: 'urgent' })
  await call(1)
  await hall.step(one, id(1), { step: 'start', version: 2 })
  await hall.step(one, id(1), { step: 'finish', version: 3 })
  await call(2)
  await hall.step(one, id(2), { step: 'miss', version: 2, reason: 'aloud' })
  await call(3)
  await hall.step(one, id(3), { step: 'hold', version: 2 })
  await hall.step(one, id(4), { step: 'transfer', version: 1, to: { window: 'w3' } })
  await call(7)
  await hall.step(one, id(7), { step: 'again', version: 2 })
  await hall.next(two, 'w2')
  await hall.api('POST', `/api/tickets/${id(6)}/print`, { token: kiosk, body: { outcome: 'failed' } })
  code = taken[7]?.code ?? ''
}, 120_000)
afterAll(() => hall.stop())

const reader: Record<ViewName, DeviceKind> = {
  board: 'display',
  kiosk: 'kiosk',
  catalog: 'kiosk',
  desk: 'desk',
  screens: 'desk',
  proofs: 'desk',
  ticket: 'kiosk',
  calendar: 'kiosk',
  almanac: 'display',
  notices: 'kiosk',
  alert: 'display',
  walls: 'display',
  ledger: 'display',
  office: 'desk',
  people: 'kiosk',
}
const names = Object.keys(views) as ViewName[]

async function byHttp<N extends ViewName>(name: N): Promise<ViewOf[N]> {
  const path = name === 'ticket' ? `ticket/${code}` : name
  return (await hall.api<ViewOf[N]>('GET', `/api/views/${path}`, { token: tokens[reader[name]] })).body
}

describe.each(names)('the %s view', (name) => {
  it('is what its schema lists, and nothing more', async () => {
    const view = await byHttp(name)
    expect(views[name].parse(view)).toStrictEqual(view)
    expect(view.rev).toBeGreaterThan(0)
  })

  it('is the same by HTTP and by socket', async () => {
    const screen = name === 'ticket' ? ('phone' as const) : reader[name]
    const socket = hall.socket(screen, screen === 'phone' ? { code } : { token: tokens[screen] })
    const { at: heard, ...pushed } = await nextView(socket, name)
    const { at: read, ...asked } = await byHttp(name)
    if (name === 'screens') expect({ ...pushed, rev: 0, screens: [] }).toEqual({ ...asked, rev: 0, screens: [] })
    else if (name === 'proofs') expect({ ...pushed, rev: 0 }).toEqual({ ...asked, rev: 0 })
    else expect(pushed).toEqual(asked)
    expect(heard >= read).toBe(true)
    socket.disconnect()
  })
})

describe('the hall of this test', () => {
  it('has something in every list, so that nothing was compared with nothing', async () => {
    const desk = await byHttp('desk')
    for (const list of ['waiting', 'held', 'missed', 'leftover', 'unprinted', 'duty', 'lanes', 'windows'] as const)
      expect(desk[list].length, list).toBeGreaterThan(0)
    expect(desk.windows.map(({ current }) => current?.state ?? null)).toEqual(['called', 'called', null])
    const board = await byHttp('board')
    for (const list of ['calls', 'next', 'lanes', 'windows', 'duty', 'events'] as const)
      expect(board[list].length, list).toBeGreaterThan(0)
    expect(board.outOfOrder).toBeGreaterThan(0)
    expect(board.calls[0]).toMatchObject({ state: 'called' })
  })
})

describe('the privacy line', () => {
  it('keeps ids and codes of tickets, devices, and telephones of people from wall and kiosk', async () => {
    const people = await hall.store.db.selectFrom('person').select('phone').execute()
    const staff = await hall.store.db.selectFrom('staff').select('pin_hash').execute()
    const secret = [
      ...taken.flatMap((ticket) => [ticket.id, ticket.code]),
      ...people.map(({ phone }) => phone).filter((phone) => phone !== null),
      ...staff.map(({ pin_hash }) => pin_hash),
      'kiosk-at-the-door',
      'wall-in-the-hall',
    ]
    for (const name of ['board', 'kiosk', 'catalog'] as const) {
      const text = JSON.stringify(await byHttp(name))
      for (const one of secret) expect(text).not.toContain(one)
    }
  })

  it('shows the holder of a code that ticket, and no other', async () => {
    const text = JSON.stringify(await byHttp('ticket'))
    for (const other of taken.slice(0, 7)) {
      expect(text).not.toContain(other.label)
      expect(text).not.toContain(other.code)
    }
    expect(text).not.toContain(taken[7]?.id)
  })

  it('says what was chosen as a class to nobody but the desk and its holder', async () => {
    for (const name of ['board', 'kiosk'] as const)
      expect(JSON.stringify(await byHttp(name))).not.toMatch(/senior"|headStart|rankAt/)
  })

  it('keeps the codes that follow tickets from the desk', async () => {
    const text = JSON.stringify(await byHttp('desk'))
    for (const ticket of taken) expect(text).not.toContain(ticket.code)
  })
})
