// Emergency messages through a real hub: every audience hears within a second, a refusal tells nobody, and a restart forgets nothing.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { io } from 'socket.io-client'
import type { AlertOffice, SendAlert } from '#contract/alerts.ts'
import type { AlertFace, AlertView } from '#contract/views.ts'
import { readCap } from '#domain/alerts-cap-in.ts'
import { nextView, openHall, type Reply, type TestHall } from './hall.ts'

let hall: TestHall
let manager: string
beforeEach(async () => {
  hall = await openHall()
  manager = await hall.clerk(null, 'manager')
}, 60_000)
afterEach(() => hall.stop())

type Failed = { error?: { code: string; facts: Record<string, unknown> } }
type Sent = { alert: string; message: string } & Failed
const words = {
  headline: { zh: '火灾：请马上离开', en: 'Fire: leave at once' },
  instruction: { zh: '走楼梯，不乘电梯。', en: 'Take the stairs.' },
  where: { zh: '到门外空地集合', en: 'Gather outside' },
}
const post = <T>(path: string, body: unknown, token = manager): Promise<Reply<T & Failed>> =>
  hall.api('POST', path, { token, body })
const send = (more: Partial<SendAlert> = {}, token = manager) =>
  post<Sent>('/api/alerts', { hazard: 'fire', drill: false, words, confirmed: true, ...more }, token)
const step = (alert: string, body: object) => post<Sent>(`/api/alerts/${alert}/steps`, body)
const office = async (token = manager) => (await hall.api<AlertOffice>('GET', '/api/alerts', { token })).body
const shown = async (): Promise<AlertFace | null> =>
  (await hall.api<AlertView>('GET', '/api/views/alert', { token: manager })).body.alert
const pass = async (minutes: number) => {
  hall.clock.forward(minutes)
  await hall.app.schedule.look()
}
const text = async (path: string) => (await fetch(hall.url + path)).text()

describe('sending', () => {
  it('reaches two screens of every audience within a second', async () => {
    const [kiosk, display] = [await hall.pair('kiosk'), await hall.pair('display')]
    const { code } = await hall.take(kiosk)
    const sockets = [
      ...[1, 2].map(() => hall.socket('kiosk', { token: kiosk })),
      ...[1, 2].map(() => hall.socket('display', { token: display })),
      ...[1, 2].map(() => hall.socket('desk', { token: manager })),
      ...[1, 2].map(() => hall.socket('phone', { code })),
      ...[1, 2].map(() => hall.socket('guest')),
    ]
    await Promise.all(sockets.map((socket) => nextView(socket, 'alert', ({ alert }) => alert === null)))
    const heard = sockets.map((socket) => nextView(socket, 'alert', ({ alert }) => alert !== null))
    const began = performance.now()
    const { status, body } = await send()
    const views = await Promise.all(heard)
    expect(performance.now() - began).toBeLessThan(1000)
    expect(status).toBe(201)
    for (const { alert, hall: sender } of views) {
      expect(alert).toMatchObject({ id: body.alert, drill: false, phase: 'active', stops: true, ...words })
      expect(sender.phone).toBe('021-0000 0100')
    }
  })

  it('refused, tells nobody and leaves nothing', async () => {
    const clerk = await hall.clerk('w1')
    const display = hall.socket('display', { token: await hall.pair('display') })
    await nextView(display, 'alert')
    let told = 0
    display.on('view', (name, view) => (told += name === 'alert' && (view as AlertView).alert !== null ? 1 : 0))
    const refusals: [Promise<Reply<Failed>>, string][] = [
      [send({ confirmed: false }), 'alert_unconfirmed'],
      [send({}, clerk), 'role_required'],
      [send({}, await hall.pair('kiosk')), 'session_required'],
      [send({ words: { ...words, headline: { zh: '消防演练', en: 'Fire' } } }), 'alert_says_drill'],
      [send({ draft: 'none' }), 'alert_unknown'],
      [send({ words: { ...words, headline: { zh: '字'.repeat(19), en: 'Fire' } } }), 'body_invalid'],
      [step('none', { step: 'clear', after: 'none' }), 'alert_unknown'],
    ]
    for (const [refused, code] of refusals) expect((await refused).body.error?.code).toBe(code)
    await hall.app.broadcast.settle()
    expect(told).toBe(0)
    expect(await shown()).toBeNull()
    expect(await hall.store.db.selectFrom('alert').selectAll().execute()).toEqual([])
  })

  it('pressed twice with one key is one message', async () => {
    const body = { hazard: 'fire', drill: true, words }
    const twice = [1, 2].map(() =>
      hall.api<Sent>('POST', '/api/alerts', { token: manager, body, key: 'one-press-0001' }),
    )
    const [first, second] = await Promise.all(twice)
    expect(first?.body).toEqual(second?.body)
    expect((await office()).alerts).toHaveLength(1)
  })
})

describe('a drill', () => {
  it('is marked on every screen whatever its words are, and needs no second confirmation', async () => {
    await send({ drill: true, confirmed: false })
    const alert = await shown()
    expect(alert).toMatchObject({ drill: true, stops: false })
    expect(alert?.headline).toEqual({ zh: '【演练】火灾：请马上离开', en: 'DRILL: Fire: leave at once' })
    expect(alert?.instruction.zh).toMatch(/^这是演练。.*这是演练。$/)
  })

  it('can not be begun while something real is on, and ends when something real is sent', async () => {
    const drill = await send({ drill: true })
    const real = await send()
    expect((await shown())?.id).toBe(real.body.alert)
    const listed = (await office()).alerts
    expect(listed.find(({ id }) => id === drill.body.alert)?.phase).toBe('over')
    expect((await send({ drill: true })).body.error?.code).toBe('alert_real_on')
    // Nothing that is stored can be made real, by whatever hand.
    await expect(hall.store.db.updateTable('alert').set({ drill: 0 }).execute()).rejects.toThrow('stays what it is')
  })
})

describe('its life', () => {
  it('ends by time alone, at its instant', async () => {
    const display = hall.socket('display', { token: await hall.pair('display') })
    await send()
    await nextView(display, 'alert', ({ alert }) => alert !== null)
    await pass(29)
    expect(await shown()).not.toBeNull()
    const gone = nextView(display, 'alert', ({ alert }) => alert === null)
    await pass(1)
    await gone
    expect(await shown()).toBeNull()
  })

  it('is renewed, changed, ended; who was behind is told', async () => {
    const { alert, message } = (await send({ minutes: 20 })).body
    await pass(14)
    const renewed = (await step(alert, { step: 'renew', after: message })).body
    await pass(14)
    expect(await shown()).toMatchObject({ content: message, spoken: renewed.message })
    expect((await step(alert, { step: 'clear', after: message })).body.error?.code).toBe('alert_changed')
    const better = { ...words, where: { zh: '到北门集合', en: 'Gather at the north gate' } }
    const changed = (await step(alert, { step: 'update', after: renewed.message, words: better })).body
    expect(await shown()).toMatchObject({ content: changed.message, where: better.where })
    await step(alert, { step: 'clear', after: changed.message })
    expect(await shown()).toMatchObject({ phase: 'over', headline: { zh: '警报解除' } })
    await pass(5)
    expect(await shown()).toBeNull()
    expect((await step(alert, { step: 'renew', after: changed.message })).body.error?.code).toBe('alert_over')
    const { body } = await hall.api<{ acts: { act: string; detail: string }[] }>('GET', '/api/acts', { token: manager })
    expect(body.acts.slice(0, 4).map(({ act }) => act)).toEqual([
      'alert-clear',
      'alert-update',
      'alert-renew',
      'alert-send',
    ])
    expect(body.acts[0]?.detail).toBe('real fire')
  })

  it('says so where it was a mistake', async () => {
    const { alert, message } = (await send()).body
    await step(alert, { step: 'cancel', after: message })
    expect(await shown()).toMatchObject({ phase: 'mistake', headline: { zh: '刚才的消息是误发' }, stops: false })
  })

  it('goes on after the hub was started again', async () => {
    const { body } = await send()
    const { dataDir, clock } = hall
    await hall.stop({ keep: true })
    hall = await openHall({ dataDir, now: clock.now() + 60_000 })
    const guest = io(hall.url, { auth: { screen: 'guest' }, transports: ['websocket'] })
    expect((await nextView(guest, 'alert')).alert).toMatchObject({ id: body.alert, ...words })
    guest.disconnect()
    await pass(29)
    expect(await shown()).toBeNull()
  })
})

describe('numbers', () => {
  it.each([
    ['fire', false, 409],
    ['gas', false, 409],
    ['flood', false, 201],
    ['fire', true, 201],
  ] as const)('%s, drill %s: %i', async (hazard, drill, status) => {
    const kiosk = await hall.pair('kiosk')
    const { body } = await send({ hazard, drill })
    const taken = await hall.api<Failed>('POST', '/api/tickets', { token: kiosk, body: { matter: 'roof-leak' } })
    expect(taken.status).toBe(status)
    if (status === 201) return
    expect(taken.body.error).toEqual({ code: 'hall_emergency', facts: { hazard } })
    await step(body.alert, { step: 'clear', after: body.message })
    expect((await hall.take(kiosk)).label).toBe('B001')
  })
})

describe('acknowledging', () => {
  const acknowledged = async (token: string) =>
    (await hall.api<{ content: string | null }>('GET', '/api/alerts/acknowledged', { token })).body.content

  it('is by name and time; those on duty or at a window who did not are listed', async () => {
    const clerk = await hall.clerk('w1')
    const { alert, message } = (await send()).body
    const before = (await office()).alerts[0]
    expect(before?.acknowledged).toEqual([])
    expect(before?.missing.some(({ name, desk }) => name.endsWith('陈晓兰') && desk)).toBe(true)
    expect(await acknowledged(clerk)).toBeNull()
    hall.clock.forward(1)
    await post(`/api/alerts/${alert}/acknowledge`, { content: message }, clerk)
    await post(`/api/alerts/${alert}/acknowledge`, { content: message }, clerk)
    expect(await acknowledged(clerk)).toBe(message)
    expect(await acknowledged(manager)).toBeNull()
    const after = (await office(clerk)).alerts[0]
    expect(after?.acknowledged).toEqual([
      { name: expect.stringMatching(/陈晓兰$/) as string, at: '2026-11-23T02:01:00.000Z' },
    ])
    expect(after?.missing.some(({ name }) => name.endsWith('陈晓兰'))).toBe(false)
  })

  it('is asked for anew when the words change, not when there is more time', async () => {
    const { alert, message } = (await send()).body
    await post(`/api/alerts/${alert}/acknowledge`, { content: message })
    const renewed = (await step(alert, { step: 'renew', after: message })).body
    expect(await acknowledged(manager)).toBe(message)
    await step(alert, { step: 'update', after: renewed.message, words })
    expect(await acknowledged(manager)).toBeNull()
    const old = await post(`/api/alerts/${alert}/acknowledge`, { content: message })
    expect(old.body.error?.code).toBe('alert_changed')
  })
})

describe('the office', () => {
  it('lists every kiosk and display that is paired, also those that were never heard of', async () => {
    await hall.pair('display', '走廊屏')
    await hall.pair('kiosk', '门口取号机')
    expect((await office()).devices.map(({ name }) => name).sort()).toEqual(['走廊屏', '门口取号机'].sort())
  })

  it('keeps the hall’s own prepared words, and gives the others back', async () => {
    const find = async () => (await office()).prepared.find(({ hazard }) => hazard === 'fire')
    const first = await find()
    expect(first?.own).toBe(false)
    await post('/api/alerts/prepared', { hazard: 'fire', words })
    expect(await find()).toEqual({ hazard: 'fire', ...words, own: true })
    await post('/api/alerts/prepared', { hazard: 'fire', words: null })
    expect(await find()).toEqual(first)
  })
})

describe('CAP', () => {
  const cap = (more: Record<string, string> = {}) => {
    const given = {
      status: 'Actual',
      type: 'Alert',
      id: 'SH-1',
      references: '',
      expires: '2026-11-23T11:00:00+08:00',
      ...more,
    }
    const references = given.references && `<references>${given.references}</references>`
    return `<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>${given.id}</identifier><sender>smb@example.cn</sender>
<sent>2026-11-23T09:50:00+08:00</sent><status>${given.status}</status><msgType>${given.type}</msgType><scope>Public</scope>${references}
<info><language>zh-CN</language><category>Met</category><event>暴雨橙色预警</event><urgency>Expected</urgency><severity>Severe</severity>
<certainty>Likely</certainty><expires>${given.expires}</expires><senderName>上海中心气象台</senderName><headline>暴雨橙色预警</headline>
<instruction>请远离低洼处。</instruction><area><areaDesc>松江区</areaDesc></area></info></alert>`
  }
  const receive = (xml: string, token = manager) => post<{ draft: string }>('/api/alerts/cap', { cap: xml }, token)

  it('comes in as a draft that no screen shows; a manager sends it', async () => {
    const { body, status } = await receive(cap())
    expect(status).toBe(201)
    expect(await shown()).toBeNull()
    const [draft] = (await office()).drafts
    expect(draft).toMatchObject({ id: body.draft, hazard: 'flood', drill: false, from: '上海中心气象台', lacks: 'en' })
    const own = { headline: draft!.headline, instruction: draft!.instruction, where: draft!.where }
    expect((await send({ hazard: 'flood', words: own, draft: body.draft, confirmed: false })).body.error?.code).toBe(
      'alert_unconfirmed',
    )
    await send({ hazard: 'flood', words: own, draft: body.draft })
    expect(await shown()).toMatchObject({ hazard: 'flood', headline: { zh: '暴雨橙色预警' } })
    expect((await office()).drafts).toEqual([])
    expect((await receive(cap())).body.error?.facts).toMatchObject({ fault: 'known' })
  })

  it('an exercise stays a drill, and can be put aside', async () => {
    const { draft } = (await receive(cap({ status: 'Exercise' }))).body
    expect((await send({ hazard: 'flood', draft })).body.error?.code).toBe('alert_drill_stays')
    expect(await shown()).toBeNull()
    expect((await post(`/api/alerts/drafts/${draft}/discard`, {})).status).toBe(200)
    expect((await office()).drafts).toEqual([])
    expect((await post<Failed>(`/api/alerts/drafts/${draft}/discard`, {})).body.error?.code).toBe('alert_unknown')
  })

  it('an update and a cancel find the message that they mean', async () => {
    const { draft } = (await receive(cap())).body
    const { alert, message } = (await send({ hazard: 'flood', draft })).body
    const references = 'smb@example.cn,SH-1,2026-11-23T09:50:00+08:00'
    const cancel = (await receive(cap({ id: 'SH-2', type: 'Cancel', references }))).body
    const [asked] = (await office()).drafts
    expect(asked).toMatchObject({ id: cancel.draft, step: 'cancel', alert })
    await step(alert, { step: 'cancel', after: message, draft: cancel.draft })
    expect(await shown()).toMatchObject({ phase: 'mistake' })
    expect((await office()).drafts).toEqual([])
    const late = await receive(cap({ id: 'SH-3', type: 'Cancel', references }))
    expect(late.body.error).toMatchObject({ code: 'cap_refused', facts: { fault: 'unknown_reference' } })
  })

  it('wrong or old, is refused with what is wrong; a clerk may not', async () => {
    const old = await receive(cap({ expires: '2026-11-23T09:59:00+08:00' }))
    expect(old).toMatchObject({ status: 422, body: { error: { code: 'cap_refused', facts: { fault: 'expired' } } } })
    expect((await receive('<!DOCTYPE a>' + cap())).body.error?.facts).toMatchObject({ fault: 'doctype' })
    expect((await receive(cap(), await hall.clerk('w1'))).status).toBe(403)
    expect((await receive('x'.repeat(60_000))).body.error?.code).toBe('body_invalid')
  })

  it('goes out: each part as a document, all of them as a feed', async () => {
    expect(await text('/api/alerts.atom')).toContain('<feed')
    const { alert, message } = (await send({ drill: true })).body
    const cleared = (await step(alert, { step: 'clear', after: message })).body
    const first = readCap(await text(`/api/alerts/${message}.cap.xml`), hall.clock.now())
    expect(first).toMatchObject({ ok: true, message: { drill: true, step: 'alert', hazard: 'fire' } })
    const last = readCap(await text(`/api/alerts/${alert}.cap.xml`), hall.clock.now())
    expect(last).toMatchObject({ ok: true, message: { step: 'clear' } })
    const feed = await text('/api/alerts.atom')
    for (const id of [message, cleared.message]) expect(feed).toContain(`/api/alerts/${id}.cap.xml`)
    const reply = await fetch(`${hall.url}/api/alerts/none.cap.xml`)
    expect(reply.status).toBe(404)
    const typed = await fetch(`${hall.url}/api/alerts/${alert}.cap.xml`)
    expect(typed.headers.get('content-type')).toBe('application/cap+xml; charset=utf-8')
  })
})
