// Proven calls through the real hub: walls and phones say what they did, the desk sees it, and "missed" waits for it.
import type { Socket } from 'socket.io-client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PanelView } from '#contract/closing.ts'
import type { CallDone, ClientEvents, ServerEvents } from '#contract/events.ts'
import type { CallProof, DeskView, ProofsView } from '#contract/views.ts'
import type { CallDeed, SoundState } from '#contract/words.ts'
import { nextView, openHall, usualBook, type TestHall } from './hall.ts'

type Screen = Socket<ServerEvents, ClientEvents>

let hall: TestHall
let kiosk: string
let clerk: string
let desk: Screen
beforeEach(async () => {
  hall = await openHall({
    book: {
      ...usualBook(),
      walls: [
        { id: 'main', name: { zh: '大厅', en: 'Hall' }, duty: 'hall' },
        { id: 'calls', name: { zh: '叫号', en: 'Calls' }, duty: 'calls' },
        { id: 'house', name: { zh: '走廊', en: 'House' }, duty: 'house' },
      ],
    },
  })
  kiosk = await hall.pair('kiosk')
  clerk = await hall.clerk()
  desk = hall.socket('desk', { token: clerk })
  await nextView(desk, 'proofs')
}, 60_000)
afterEach(() => hall.stop())

/** A display that has the board. `wall` and `sound`: what it reports. */
async function wall(name: string, { wall: id = 'main', sound = 'on' }: { wall?: string; sound?: SoundState } = {}) {
  const screen = hall.socket('display', { token: await hall.pair('display', name) })
  const { epoch, rev } = await nextView(screen, 'board')
  screen.emit('painted', { epoch, revs: { board: rev }, sound, wall: id, size: '1920×1080@1', version: 'test' })
  return screen
}
/** Resolves when the hub has answered that it keeps them. */
async function prove(screen: Screen, call: string, ...deeds: CallDeed[]): Promise<void> {
  const done = deeds.map((deed) => ({ call, deed }))
  await screen.timeout(4000).emitWithAck('proof', done)
}
const proofs = async (): Promise<CallProof[]> =>
  (await hall.api<ProofsView>('GET', '/api/views/proofs', { token: clerk })).body.proofs
const seen = (good: (proof: CallProof | undefined) => boolean) =>
  nextView(desk, 'proofs', (view) => good(view.proofs[0])).then((view) => view.proofs[0]!)
const miss = (id: string, version: number, reason?: 'aloud') =>
  hall.step(clerk, id, { step: 'miss', version, ...(reason && { reason }) })

async function callSomebody() {
  const { id, code } = await hall.take(kiosk)
  const { body } = await hall.next(clerk)
  return { id, code, version: body.ticket.version, call: (await proofs())[0]!.call }
}

describe('a call', () => {
  it('is proven at the desk wall by wall, without a new revision of the hall', async () => {
    const [one, two] = [await wall('one'), await wall('two', { wall: 'calls' })]
    const { call } = await callSomebody()
    const { body: before } = await hall.api<DeskView>('GET', '/api/views/desk', { token: clerk })
    const half = seen((proof) => proof?.shown === 1)
    await prove(one, call, 'painted')
    expect(await half).toMatchObject({ call, label: 'B001', window: 1, walls: 2, shown: 1, spoken: 0, proven: 0 })
    const whole = seen((proof) => proof?.shown === 2 && proof.spoken === 1)
    await prove(two, call, 'painted', 'spoken')
    expect(await whole).toMatchObject({ walls: 2, shown: 2, spoken: 1, proven: 1, needed: 1, trouble: null })
    const { body: after } = await hall.api<DeskView>('GET', '/api/views/desk', { token: clerk })
    expect(after.rev).toBe(before.rev)
  })

  it('is kept once, by the hub’s clock, however often it is said; what is unknown or no proof is nothing', async () => {
    const one = await wall('one')
    const { call } = await callSomebody()
    await prove(one, call, 'painted')
    hall.clock.forward(1)
    await prove(one, call, 'painted', 'spoken', 'spoken')
    await prove(one, 'f'.repeat(24), 'painted')
    const rows = await hall.store.db.selectFrom('call_proof').selectAll().execute()
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ painted_at: '2026-11-23T02:00:00.000Z', spoken_at: '2026-11-23T02:01:00.000Z' })
    const nonsense = one as unknown as { emit(name: string, ...more: unknown[]): void }
    for (const junk of [
      undefined,
      null,
      7,
      [],
      [{}],
      [{ call, deed: 'sung' }],
      Array(17).fill({ call, deed: 'painted' }),
    ])
      nonsense.emit('proof', junk, 'no function')
    await prove(one, call, 'painted')
    expect(await hall.store.db.selectFrom('call_proof').selectAll().execute()).toHaveLength(1)
  })

  it('is proven by walls that show calls alone: no house wall, no kiosk, no desk, no guest', async () => {
    const house = await wall('house', { wall: 'house' })
    const one = await wall('one')
    const { call } = await callSomebody()
    await prove(house, call, 'painted', 'spoken')
    for (const open of [() => hall.socket('kiosk', { token: kiosk }), () => hall.socket('guest'), () => desk]) {
      const screen = open()
      if (screen !== desk) await nextView(screen, 'kiosk')
      screen.emit('proof', [{ call, deed: 'painted' } satisfies CallDone], () => {})
      // What it sent before this has been read by the time that this is answered.
      screen.emit('ask')
      await nextView(screen, 'alert')
    }
    await prove(one, call, 'painted')
    expect(await proofs()).toMatchObject([{ walls: 1, shown: 1, spoken: 0, proven: 0 }])
    expect(await hall.store.db.selectFrom('call_proof').selectAll().execute()).toHaveLength(1)
  })

  it('is proven by the phone that follows that number, and no other call by it', async () => {
    const { call, code } = await callSomebody()
    const stranger = await hall.take(kiosk, 'senior-card')
    const other = hall.socket('phone', { code: stranger.code })
    await nextView(other, 'ticket')
    await prove(other, call, 'painted', 'spoken')
    expect(await proofs()).toMatchObject([{ phone: false, proven: 0, trouble: 'no_wall' }])
    const phone = hall.socket('phone', { code })
    expect(await nextView(phone, 'ticket')).toMatchObject({ state: 'called', call })
    await prove(phone, call, 'painted')
    expect(await proofs()).toMatchObject([{ walls: 0, shown: 0, phone: true, proven: 0, trouble: null }])
    await prove(phone, call, 'spoken')
    expect(await proofs()).toMatchObject([{ proven: 1 }])
  })
})

describe('an alarm', () => {
  it('comes at once where there is no wall', async () => {
    await hall.take(kiosk)
    const alarm = seen((proof) => proof !== undefined)
    await hall.next(clerk)
    expect(await alarm).toMatchObject({ walls: 0, trouble: 'no_wall' })
  })

  it('comes by the clock where a wall hangs, and goes when it has caught up', async () => {
    const one = await wall('one')
    const { call } = await callSomebody()
    expect(await proofs()).toMatchObject([{ walls: 1, shown: 0, trouble: null }])
    const alarm = seen((proof) => proof?.trouble === 'not_shown')
    hall.clock.set(hall.clock.now() + 5000)
    await alarm
    const over = seen((proof) => proof?.trouble === null)
    await prove(one, call, 'painted', 'spoken')
    expect(await over).toMatchObject({ shown: 1, spoken: 1 })
  })

  it('comes where the walls are silent', async () => {
    const one = await wall('one', { sound: 'blocked' })
    const { call } = await callSomebody()
    await prove(one, call, 'painted')
    const alarm = seen((proof) => proof?.trouble === 'not_spoken')
    hall.clock.set(hall.clock.now() + 5000)
    expect(await alarm).toMatchObject({ walls: 1, shown: 1, spoken: 0 })
  })
})

describe('missed', () => {
  it('is refused until the call was shown and spoken', async () => {
    const one = await wall('one')
    const { id, version, call } = await callSomebody()
    await prove(one, call, 'painted')
    expect(await miss(id, version)).toMatchObject({
      status: 409,
      body: { error: { code: 'call_unproven', facts: { label: 'B001', proven: 0, needed: 1 } } },
    })
    await prove(one, call, 'spoken')
    expect(await miss(id, version)).toMatchObject({ status: 200, body: { ticket: { state: 'missed' } } })
    expect(await reasons()).toEqual([null])
  })

  it('goes through with a reason, which is kept with the step and in the log', async () => {
    const { id, version } = await callSomebody()
    expect((await miss(id, version)).status).toBe(409)
    expect((await miss(id, version, 'aloud')).status).toBe(200)
    expect(await reasons()).toEqual(['aloud'])
    const act = await hall.store.db.selectFrom('act').select('detail').where('act', '=', 'miss').execute()
    expect(act).toEqual([{ detail: 'aloud' }])
  })

  it('asks anew when the number is called another time', async () => {
    const one = await wall('one')
    const { id, version, call } = await callSomebody()
    await prove(one, call, 'painted', 'spoken')
    await hall.step(clerk, id, { step: 'again', version })
    // The call again belongs to the same wait.
    expect((await miss(id, version + 1)).status).toBe(200)
    await hall.step(clerk, id, { step: 'call', version: version + 2 })
    expect((await miss(id, version + 3)).body.error?.code).toBe('call_unproven')
  })

  it('asks for as many proven calls as the hall wants, or for none', async () => {
    const one = await wall('one')
    const manager = await hall.clerk(null, 'manager')
    const ask = (calls: number, token: string) =>
      hall.api<{ error?: { code: string } }>('POST', '/api/proven-calls', { token, body: { calls } })
    const want = async (calls: number) => expect((await ask(calls, manager)).status).toBe(200)
    expect((await ask(0, clerk)).body.error?.code).toBe('role_required')
    expect((await ask(10, manager)).body.error?.code).toBe('body_invalid')
    await want(2)
    const panel = await hall.api<PanelView>('GET', '/api/panel', { token: manager })
    expect(panel.body.provenCalls).toBe(2)
    const { body } = await hall.api<{ acts: { act: string; detail: string }[] }>('GET', '/api/acts', { token: manager })
    expect(body.acts[0]).toMatchObject({ act: 'proven-calls', detail: '2' })
    const { id, version, call } = await callSomebody()
    await prove(one, call, 'painted', 'spoken')
    expect((await miss(id, version)).body.error?.facts).toMatchObject({ proven: 1, needed: 2 })
    await want(0)
    expect((await miss(id, version)).status).toBe(200)
  })

  const reasons = async () =>
    (await hall.store.db.selectFrom('step').select('reason').where('step', '=', 'miss').execute()).map(
      ({ reason }) => reason,
    )
})
