// What is said of a wait, through the real hub: with the number, on the phone, at the kiosk; the same until something happens, also after a restart.
import { afterEach, describe, expect, it } from 'vitest'
import type { EstimateFace } from '#contract/estimates.ts'
import type { TicketView } from '#contract/views.ts'
import { findMorning, readShown } from '#db/queries/estimates.ts'
import { nextView, openHall, usualBook, type TestHall } from './hall.ts'

let hall: TestHall
afterEach(() => hall.stop())

type Taken = Awaited<ReturnType<TestHall['take']>> & { estimate: EstimateFace }
const take = async (kiosk: string, more?: { class?: string }) => (await hall.take(kiosk, 'roof-leak', more)) as Taken
const follow = async (code: string) => (await hall.api<TicketView>('GET', `/api/views/ticket/${code}`)).body

/** Three windows' worth of people, so that there is something to say. */
async function busy(): Promise<{ kiosk: string; clerk: string; taken: Taken[] }> {
  hall = await openHall()
  const kiosk = await hall.pair('kiosk')
  const clerk = await hall.clerk('w1')
  const taken: Taken[] = []
  for (let index = 0; index < 6; index += 1) taken.push(await take(kiosk))
  await hall.next(clerk)
  await hall.app.waits.look()
  return { kiosk, clerk, taken }
}

describe('a band', () => {
  it('comes with the number, and is what the phone shows', async () => {
    const { kiosk } = await busy()
    const { code, estimate } = await take(kiosk)
    expect(estimate.why).toBeNull()
    expect(estimate.band?.high).toBeGreaterThan(estimate.band?.low ?? 0)
    await hall.app.waits.look()
    expect((await follow(code)).estimate).toEqual(estimate)
  })

  it('is not said where nobody sits at a window', async () => {
    hall = await openHall()
    const { code, estimate } = await take(await hall.pair('kiosk'))
    expect(estimate).toEqual({ band: null, why: 'no_window' })
    await hall.app.waits.look()
    expect((await follow(code)).estimate).toEqual({ band: null, why: 'no_window' })
  })

  it('is not said by a hall that has learned nothing yet', async () => {
    const book = usualBook()
    hall = await openHall({ book: { ...book, hall: { ...book.hall, demo: false } } })
    const kiosk = await hall.pair('kiosk')
    await hall.clerk('w1')
    for (let index = 0; index < 4; index += 1) await take(kiosk)
    expect((await take(kiosk)).estimate).toEqual({ band: null, why: 'unsure' })
  })

  it('is the same in each look while nothing happens, however much time passes, and after a restart', async () => {
    const { taken } = await busy()
    const code = taken[4]!.code
    const first = (await follow(code)).estimate
    expect(first?.band).not.toBeNull()
    hall.clock.forward(25)
    await hall.app.waits.look()
    expect((await follow(code)).estimate).toEqual(first)
    const { dataDir, clock } = hall
    await hall.stop({ keep: true })
    hall = await openHall({ dataDir, now: clock.now() })
    expect((await follow(code)).estimate).toEqual(first)
  })

  it('of those ahead does not change when somebody joins behind, and does when somebody with a head start does', async () => {
    const { kiosk, taken } = await busy()
    const seen = async () => (await follow(taken[4]!.code)).estimate
    const before = await seen()
    await take(kiosk)
    await hall.app.waits.look()
    expect(await seen()).toEqual(before)
    hall.clock.forward(1)
    await take(kiosk, { class: 'senior' })
    await hall.app.waits.look()
    expect((await seen())?.band?.at).not.toBe(before?.band?.at)
  })

  it('reaches a phone and the kiosk by themselves after a call', async () => {
    const { kiosk, clerk, taken } = await busy()
    const phone = hall.socket('phone', { code: taken[5]!.code })
    const { estimate } = await nextView(phone, 'ticket')
    hall.clock.forward(9)
    const moved = nextView(phone, 'ticket', (view) => view.estimate?.band?.at !== estimate?.band?.at)
    await hall.step(clerk, taken[0]!.id, { step: 'finish', version: 2 })
    await hall.next(clerk)
    await hall.app.waits.look()
    expect((await moved).ahead).toBe(3)
    const { body } = await hall.api<{ waits: Record<string, EstimateFace> }>('GET', '/api/views/kiosk', {
      token: kiosk,
    })
    expect(Object.values(body.waits).some(({ band }) => band !== null)).toBe(true)
  })

  it('is answered in time, and honestly, by a lane in which five hundred wait', async () => {
    hall = await openHall()
    const kiosk = await hall.pair('kiosk')
    await hall.clerk('w1')
    await Promise.all(Array.from({ length: 500 }, () => take(kiosk)))
    await hall.app.waits.look()
    expect((await take(kiosk)).estimate).toEqual({ band: null, why: 'unsure' })
    const shown = await readShown(hall.store.db, hall.hall, '2026-11-23')
    expect(shown.size).toBeGreaterThanOrEqual(500)
  })
})

describe('learning', () => {
  it('takes what a day taught to the next morning, once', async () => {
    const { clerk, taken } = await busy()
    for (const [index, { id }] of taken.entries()) {
      if (index > 0) await hall.next(clerk)
      hall.clock.forward(12)
      await hall.step(clerk, id, { step: 'finish', version: 2 })
    }
    const db = hall.store.db
    const monday = await findMorning(db, hall.hall, '2026-11-23')
    hall.clock.forward(24 * 60)
    await hall.app.waits.look()
    await hall.app.waits.look()
    const tuesday = await findMorning(db, hall.hall, '2026-11-24')
    const count = (model: typeof monday) => model?.learned.get('roof-leak')?.count ?? 0
    expect(count(tuesday)).toBeGreaterThan(count(monday) + 5)
    expect(count(tuesday)).toBeLessThan(count(monday) + 6.1)
    // The bands that came with the numbers were put to the test.
    expect(tuesday?.calibration).not.toEqual(monday?.calibration)
  })
})
