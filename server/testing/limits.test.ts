// How often one may ask: each device for itself, each address without a device, and what is said to whoever asks too often.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openHall, type TestHall } from './hall.ts'

let hall: TestHall
beforeEach(async () => (hall = await openHall({ limits: true })), 60_000)
afterEach(() => hall.stop())

describe('with limits on', () => {
  it('a kiosk that floods is told to wait, and how long; another one is not', async () => {
    const [flood, other] = [await hall.pair('kiosk', 'one'), await hall.pair('kiosk', 'two')]
    const take = (token: string) =>
      hall.api<{ error?: { code: string; facts: { retryAfter: number } } }>('POST', '/api/tickets', {
        token,
        body: { matter: 'nothing' },
      })
    const replies = await Promise.all(Array.from({ length: 260 }, () => take(flood)))
    const refused = replies.filter(({ status }) => status === 429)
    expect(refused).toHaveLength(20)
    const { body, headers } = refused[0]!
    expect(body.error?.code).toBe('too_many_requests')
    expect(Number(headers.get('retry-after'))).toBe(body.error?.facts.retryAfter)
    expect(body.error?.facts.retryAfter).toBeGreaterThan(0)
    expect(body.error?.facts.retryAfter).toBeLessThanOrEqual(60)
    expect((await take(other)).status).toBe(404)
  }, 60_000)

  it('one who has no device is counted by address', async () => {
    const ask = () => hall.api('POST', '/api/pairings', { body: { kind: 'kiosk' } })
    const replies = await Promise.all(Array.from({ length: 65 }, ask))
    expect(replies.filter(({ status }) => status === 429)).toHaveLength(5)
  }, 60_000)

  it('signing in is slower still', async () => {
    const desk = await hall.pair('desk')
    const guess = () =>
      hall.api('POST', '/api/staff/sign-in', { token: desk, body: { staff: 'nobody', pin: '000000' } })
    const replies = await Promise.all(Array.from({ length: 25 }, guess))
    expect(replies.filter(({ status }) => status === 429)).toHaveLength(5)
  }, 60_000)

  it('a clerk at work is never told to wait', async () => {
    const [clerk, kiosk] = [await hall.clerk(), await hall.pair('kiosk')]
    for (let turn = 0; turn < 10; turn += 1) {
      const { id } = await hall.take(kiosk)
      for (const step of ['start', 'finish'] as const) {
        if (step === 'start') expect((await hall.next(clerk)).status).toBe(200)
        expect((await hall.step(clerk, id, { step, version: step === 'start' ? 2 : 3 })).status).toBe(200)
      }
    }
  }, 60_000)
})
