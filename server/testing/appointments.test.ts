// Appointments in a real hall: slots, booking without a name, check-in by the one rule, absence, and hours that change.
// Long: all of it grows out of one hall, one lane and one afternoon of slots.
import ICAL from 'ical.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AppointmentFace, AppointmentOffice, ArrivalFace, SlotsReply } from '#contract/appointments.ts'
import type { TicketFace } from '#contract/intents.ts'
import type { WindowPlan } from '#contract/visits.ts'
import { openHall, usualBook, type TestHall } from './hall.ts'

let hall: TestHall
let kiosk: string
let staff: string
beforeEach(async () => {
  // Monday 23 November 2026, 10:00.
  hall = await openHall()
  kiosk = await hall.pair('kiosk')
  staff = await hall.clerk('w1', 'manager')
}, 60_000)
afterEach(() => hall.stop())

interface Failed {
  error?: { code: string; facts: Record<string, unknown> }
}
interface Booked extends Failed {
  appointment: AppointmentFace
}
type Arrived = Failed & { ticket: TicketFace }

const MATTER = 'senior-card'
/** HH:MM of a day of November, on the hall's clock. */
const at = (time: string, day = 23) => new Date(`2026-11-${day}T${time}:00+08:00`).toISOString()
const move = (time: string, day = 23) => hall.clock.set(Date.parse(at(time, day)))

const slots = async (matter = MATTER) => (await hall.api<SlotsReply>('GET', `/api/appointments/slots/${matter}`)).body
const slotsOn = async (day: number, matter = MATTER) =>
  (await slots(matter)).days.find(({ date }) => date === `2026-11-${day}`)!
const post = <T = Booked>(path: string, body: unknown = {}, token?: string, key: string | true = true) =>
  hall.api<T>('POST', path, { body, key, ...(token !== undefined && { token }) })
const book = (time: string, day = 23, matter = MATTER) =>
  post('/api/appointments', { matter, at: at(time, day) }, undefined)
const booked = async (time: string, day = 23, matter = MATTER) => (await book(time, day, matter)).body.appointment
const follow = async (code: string) => (await hall.api<Booked>('GET', `/api/appointments/${code}`)).body
const find = (code: string) => post<Failed & { appointment: ArrivalFace }>('/api/appointments/find', { code }, kiosk)
const arrive = (code: string, more: { class?: string } = {}, key: string | true = true) =>
  post<Arrived>('/api/appointments/check-in', { code, ...more }, kiosk, key)
const office = async () => (await hall.api<AppointmentOffice>('GET', '/api/office/appointments', { token: staff })).body
const rankOf = async (id: string) =>
  (await hall.store.db.selectFrom('ticket').select('rank_at').where('id', '=', id).executeTakeFirstOrThrow()).rank_at
const except = async (day: number, spans: object[]) => {
  const { version } = (await hall.api<{ version: number }>('GET', '/api/hours/office', { token: staff })).body
  const reason = { zh: '台风停开', en: 'Closed for a typhoon' }
  const body = { seen: version, date: `2026-11-${day}`, spans, reason, source: '街道通知' }
  return post('/api/hours/exceptions', body, staff)
}

describe('slots', () => {
  it('lie within the hours of each day, from now on, for two weeks', async () => {
    const { matter, days } = await slots()
    expect(matter.id).toBe(MATTER)
    expect(days).toHaveLength(14)
    expect(days[0]!.slots[0]!.at > at('10:00')).toBe(true)
    const saturday = days.find(({ date }) => date === '2026-11-28')!
    expect(saturday.slots[0]!.at >= at('08:30', 28)).toBe(true)
    expect(saturday.slots.map((slot) => slot.at)).not.toContain(at('12:00', 28))
    expect(saturday.slots.every((slot) => slot.at < at('16:30', 28))).toBe(true)
  })

  it('sell no more than the share of the windows’ time, in all lanes together', async () => {
    const { rules } = await office()
    const { matters } = (await hall.api<{ matters: { lane: string; minutes: number }[] }>('GET', '/api/matters')).body
    const sold = rules.reduce((sum, { lane, places }) => {
      const own = matters.filter((matter) => matter.lane === lane)
      return sum + (places * own.reduce((all, { minutes }) => all + minutes, 0)) / own.length
    }, 0)
    // Tuesday: 11½ hours, three windows, 40 percent.
    expect(sold).toBeGreaterThan(0)
    expect(sold).toBeLessThanOrEqual(0.4 * 3 * 690)
  })

  it('of an unknown matter, or of a lane that takes none, are none', async () => {
    expect((await hall.api('GET', '/api/appointments/slots/no-such')).status).toBe(404)
    await post('/api/office/appointments/rules', { lane: 'service', rule: null }, staff)
    expect((await slots()).days).toEqual([])
    expect((await book('14:00')).body.error?.code).toBe('appointments_none')
    const { body } = await hall.api<{ matters: { id: string }[] }>('GET', '/api/appointments/matters')
    expect(body.matters.map(({ id }) => id)).not.toContain(MATTER)
  })

  it('are what the manager says: longer ones, and fewer places', async () => {
    const rule = { every: 60, share: 20 }
    expect((await post('/api/office/appointments/rules', { lane: 'service', rule }, staff)).status).toBe(200)
    const times = (await slotsOn(24)).slots.map((slot) => slot.at)
    expect(times).toContain(at('09:30', 24))
    expect(times).not.toContain(at('09:00', 24))
    const clerk = await hall.clerk(null, 'wang')
    const refused = await post<Failed>('/api/office/appointments/rules', { lane: 'service', rule }, clerk)
    expect(refused.body.error?.code).toBe('role_required')
  })
})

describe('booking', () => {
  it('gives a code that cannot be guessed, eight digits, a QR picture and a file for the calendar', async () => {
    const { status, body } = await book('14:00', 25)
    expect(status).toBe(201)
    const { code, short, link, state } = body.appointment
    expect(code).toMatch(/^[\w-]{22}$/)
    expect(short).toMatch(/^[1-9]\d{7}$/)
    expect(link).toMatch(new RegExp(`/h/appointment/${code}$`))
    expect(state).toBe('booked')
    const picture = await fetch(`${hall.url}/h/appointment/${code}/qr.svg`)
    expect(picture.headers.get('content-type')).toContain('svg')
    const file = await (await fetch(`${hall.url}/calendar/appointment/${code}.ics`)).text()
    const event = new ICAL.Event(new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent('vevent')!)
    expect(event.startDate.toString()).toBe('2026-11-25T14:00:00')
    expect(event.summary).toContain('预约')
    expect(event.description).toContain(short)
  })

  it('gives the last place of a slot to one of two who ask at once', async () => {
    const { left } = (await slotsOn(25)).slots.find((slot) => slot.at === at('14:00', 25))!
    for (let place = 1; place < left; place += 1) await booked('14:00', 25)
    const both = await Promise.all([book('14:00', 25), book('14:00', 25)])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(both.find(({ status }) => status === 409)?.body.error?.code).toBe('slot_full')
    expect((await slotsOn(25)).slots.map((slot) => slot.at)).not.toContain(at('14:00', 25))
  })

  it('asked again with the same key is one appointment', async () => {
    const wish = { matter: MATTER, at: at('14:00', 25) }
    const [first, second] = [
      await post('/api/appointments', wish, undefined, 'the-same-wish'),
      await post('/api/appointments', wish, undefined, 'the-same-wish'),
    ]
    expect(second.body).toEqual(first.body)
    expect(second.headers.get('idempotency-replayed')).toBe('true')
    expect((await office()).appointments).toHaveLength(1)
  })

  it('is refused on a closed day, between slots, in the past and too far ahead', async () => {
    await except(26, [])
    const code = async (time: string, day: number) => (await book(time, day)).body.error?.code
    expect(await code('10:00', 26)).toBe('slot_closed')
    expect(await code('12:00', 28)).toBe('slot_closed')
    expect(await code('10:07', 25)).toBe('slot_gone')
    expect(await code('09:30', 23)).toBe('slot_gone')
    const far = await post('/api/appointments', { matter: MATTER, at: '2026-12-07T02:00:00.000Z' })
    expect(far.body.error?.code).toBe('slot_gone')
    expect((await slotsOn(26)).open).toBe(false)
    expect((await slotsOn(26)).reason?.zh).toBe('台风停开')
  })

  it('stops after six from one telephone; the desk goes on, and may leave a note that nobody else sees', async () => {
    const free = (await slots()).days.flatMap((day) => day.slots.map((slot) => slot.at)).slice(0, 7)
    for (const slot of free.slice(0, 6))
      expect((await post('/api/appointments', { matter: MATTER, at: slot })).status).toBe(201)
    const wish = { matter: MATTER, at: free[6] }
    const seventh = await post('/api/appointments', wish)
    expect([seventh.status, seventh.body.error?.code]).toEqual([429, 'appointment_limit'])
    const { body } = await post('/api/appointments', { ...wish, note: '坐轮椅' }, staff)
    expect((await office()).appointments.find(({ by }) => by === 'desk')?.note).toBe('坐轮椅')
    expect(JSON.stringify(await follow(body.appointment.code))).not.toContain('轮椅')
  })

  it('is moved and cancelled by whoever has the code, and by nobody else', async () => {
    const { code, short } = await booked('14:00', 25)
    const moved = await post(`/api/appointments/${code}/move`, { at: at('15:00', 25) })
    expect(moved.body.appointment).toMatchObject({ code, short, at: at('15:00', 25), state: 'booked' })
    expect((await slotsOn(25)).slots.map((slot) => slot.at)).toContain(at('14:00', 25))
    const cancelled = await post(`/api/appointments/${code}/cancel`)
    expect(cancelled.body.appointment).toMatchObject({ state: 'cancelled', why: 'resident' })
    expect((await post(`/api/appointments/${code}/cancel`)).status).toBe(200)
    const again = await post(`/api/appointments/${code}/move`, { at: at('16:00', 25) })
    expect(again.body.error?.code).toBe('appointment_settled')
    expect((await post(`/api/appointments/${short}/cancel`)).body.error?.code).toBe('appointment_unknown')
    expect(await (await fetch(`${hall.url}/calendar/appointment/${code}.ics`)).text()).toContain('STATUS:CANCELLED')
  })
})

describe('check-in', () => {
  it('on time gives a number that ranks its head start before the slot', async () => {
    const { short, code } = await booked('14:00')
    move('13:55')
    const { body } = await find(`${short.slice(0, 4)} ${short.slice(4)}`)
    expect(body.appointment).toMatchObject({ arrival: 'on_time', at: at('14:00'), ticket: null })
    const { status, body: given } = await arrive(short)
    expect(status).toBe(201)
    expect(given.ticket).toMatchObject({ class: 'appointment', label: 'C001' })
    expect(await rankOf(given.ticket.id)).toBe(at('13:50'))
    expect((await follow(code)).appointment).toMatchObject({ state: 'arrived', ticket: { label: 'C001' } })
  })

  it('early counts as a walk-in, late too; a little late keeps the head start', async () => {
    const early = await booked('14:00')
    const late = await booked('14:30')
    const little = await booked('15:00')
    move('13:00')
    expect((await find(early.short)).body.appointment.arrival).toBe('early')
    const first = (await arrive(early.short)).body.ticket
    expect([first.class, await rankOf(first.id)]).toEqual(['normal', at('13:00')])
    move('14:41')
    expect((await find(late.short)).body.appointment.arrival).toBe('late')
    const second = (await arrive(late.short)).body.ticket
    expect([second.class, await rankOf(second.id)]).toEqual(['normal', at('14:41')])
    move('15:08')
    const third = (await arrive(little.short)).body.ticket
    expect([third.class, await rankOf(third.id)]).toEqual(['appointment', at('14:58')])
  })

  it('is never worse than a walk-in of one’s class', async () => {
    const { short } = await booked('14:00')
    move('13:58')
    const senior = usualBook().classes.find(({ id }) => id === 'senior')!.headStart
    const { ticket } = (await arrive(short, { class: 'senior' })).body
    expect([ticket.class, await rankOf(ticket.id)]).toEqual([
      'senior',
      new Date(hall.clock.now() - senior * 60_000).toISOString(),
    ])
  })

  it('is called by the order: before whoever came later, after whoever waits longer than its head start', async () => {
    const { short } = await booked('14:00')
    move('13:40')
    const before = await hall.take(kiosk, MATTER)
    move('13:55')
    const after = await hall.take(kiosk, MATTER)
    move('13:58')
    const { label } = (await arrive(short)).body.ticket
    staff = await hall.clerk('w1', 'manager')
    const order: string[] = []
    for (let call = 0; call < 3; call += 1) {
      const { ticket } = (await hall.next(staff)).body
      order.push(ticket.label)
      await hall.step(staff, ticket.id, { step: 'finish', version: ticket.version })
    }
    expect(order).toEqual([before.label, label, after.label])
  })

  it('twice, at two kiosks, or by the scanned link gives the same number', async () => {
    const { short, code, link } = await booked('14:00')
    move('13:55')
    const { ticket } = (await arrive(short)).body
    const other = await hall.pair('kiosk', 'second')
    const again = await post<Arrived>('/api/appointments/check-in', { code: link }, other)
    expect(again.body.ticket.id).toBe(ticket.id)
    const both = await Promise.all([arrive(code), arrive(short)])
    for (const { body } of both) expect(body.ticket.label).toBe(ticket.label)
    expect((await find(short)).body.appointment.ticket).toBe(ticket.label)
    const tickets = await hall.store.db.selectFrom('ticket').select('id').execute()
    expect(tickets).toHaveLength(1)
  })

  it('says what to do: wrong code, another day, cancelled, closed', async () => {
    const today = await booked('14:00')
    const tomorrow = await booked('14:00', 24)
    const gone = await booked('15:00')
    await post(`/api/appointments/${gone.code}/cancel`)
    const code = async (typed: string) => [(await find(typed)).body.error?.code, (await arrive(typed)).body.error?.code]
    expect(await code('12345678')).toEqual(['appointment_unknown', 'appointment_unknown'])
    expect(await code(tomorrow.short)).toEqual(['appointment_other_day', 'appointment_other_day'])
    expect(await code(gone.short)).toEqual(['appointment_cancelled', 'appointment_cancelled'])
    move('20:30')
    expect(await code(today.short)).toEqual(['hall_closed', 'hall_closed'])
    const nobody = await post<Failed>('/api/appointments/find', { code: today.short })
    expect(nobody.body.error?.code).toBe('device_required')
  })

  it('cannot be guessed: after twenty wrong codes the kiosk asks for none for a while', async () => {
    const { short } = await booked('14:00')
    for (let wrong = 0; wrong < 20; wrong += 1) await find(String(20_000_000 + wrong))
    expect((await find(short)).body.error?.code).toBe('appointment_guesses')
    const { appointments } = await office()
    const desk = await post<Arrived>(`/api/office/appointments/${appointments[0]!.id}/arrive`, {}, staff)
    expect(desk.body.ticket.label).toBe('C001')
  })
})

describe('whoever does not come', () => {
  it('is absent after the grace, and may still come that day as a walk-in', async () => {
    const { code, short } = await booked('14:00')
    move('14:10')
    expect((await follow(code)).appointment.state).toBe('booked')
    move('14:11')
    expect((await follow(code)).appointment.state).toBe('absent')
    const counts = { booked: 0, arrived: 0, absent: 1, cancelled: 0 }
    const report = async () =>
      (await hall.api<{ appointments: object }>('GET', '/api/report', { token: await hall.clerk(null, 'manager') }))
        .body
    expect((await report()).appointments).toEqual(counts)
    await hall.app.tidy()
    expect((await report()).appointments).toEqual(counts)
    staff = await hall.clerk(null, 'manager')
    expect((await office()).appointments[0]).toMatchObject({ short, state: 'absent' })
    const row = await hall.store.db.selectFrom('appointment').select('state').executeTakeFirstOrThrow()
    expect(row.state).toBe('absent')
    expect((await post(`/api/appointments/${code}/cancel`)).body.error?.code).toBe('appointment_settled')
    expect((await arrive(short)).body.ticket.class).toBe('normal')
    expect((await office()).appointments[0]).toMatchObject({ state: 'arrived', ticket: 'C001' })
  })
})

describe('hours that change', () => {
  it('cancel what cannot be kept, with the reason; the page and the desk say so; it can be moved', async () => {
    const kept = await booked('09:00', 25)
    const gone = await booked('14:00', 25)
    await except(25, [{ from: '08:30', to: '11:30', kind: 'regular' }])
    expect((await follow(kept.code)).appointment.state).toBe('booked')
    expect((await office()).appointments.find(({ short }) => short === gone.short)).toMatchObject({
      state: 'cancelled',
      why: 'hours',
      seen: false,
    })
    const told = (await follow(gone.code)).appointment
    expect(told).toMatchObject({ state: 'cancelled', why: 'hours', reason: { zh: '台风停开' } })
    expect((await office()).appointments.find(({ short }) => short === gone.short)?.seen).toBe(true)
    const moved = await post(`/api/appointments/${gone.code}/move`, { at: at('14:00', 26) })
    expect(moved.body.appointment).toMatchObject({ state: 'booked', why: null, short: gone.short })
  })

  it('that come back do not bring back what was cancelled, and a new share takes nobody’s time', async () => {
    const { code } = await booked('14:00', 25)
    await post('/api/office/appointments/rules', { lane: 'service', rule: { every: 60, share: 1 } }, staff)
    await post('/api/office/appointments/rules', { lane: 'service', rule: null }, staff)
    await except(24, [])
    expect((await follow(code)).appointment.state).toBe('booked')
    await except(25, [])
    await post(
      '/api/hours/exceptions/remove',
      {
        seen: (await hall.api<{ version: number }>('GET', '/api/hours/office', { token: staff })).body.version,
        date: '2026-11-25',
      },
      staff,
    )
    expect((await follow(code)).appointment.state).toBe('cancelled')
  })

  it('and lanes that nobody serves are noticed as time passes', async () => {
    const { code } = await booked('14:00', 25)
    await hall.store.write(async (trx) => {
      await trx.deleteFrom('window_lane').where('lane_id', '=', 'service').execute()
      await trx.updateTable('service_window').set({ all_round: 0 }).execute()
      await trx
        .updateTable('hall')
        .set((row) => ({ book_rev: row('book_rev', '+', 1) }))
        .execute()
    })
    move('00:00', 24)
    await hall.app.schedule.look()
    expect((await follow(code)).appointment).toMatchObject({ state: 'cancelled', why: 'hours' })
  })

  it('and windows that the manager takes the lane from cancel at once, and no others', async () => {
    const kept = await post('/api/appointments', {
      matter: 'roof-leak',
      at: (await slotsOn(25, 'roof-leak')).slots[0]!.at,
    })
    const codes = [(await booked('14:00', 25)).code, kept.body.appointment.code]
    const { windows } = (await hall.api<WindowPlan>('GET', '/api/windows', { token: staff })).body
    const edit = ({ id, number, name }: WindowPlan['windows'][number]) =>
      post('/api/windows', { id, number, name, allRound: false, lanes: ['governance'] }, staff)
    const last = windows.find(({ allRound }) => allRound)!
    for (const window of windows.filter((one) => one !== last)) expect((await edit(window)).status).toBe(200)
    const states = async () => Promise.all(codes.map(async (code) => (await follow(code)).appointment.state))
    expect(await states()).toEqual(['booked', 'booked'])
    expect((await edit(last)).status).toBe(200)
    expect(await states()).toEqual(['cancelled', 'booked'])
    expect((await follow(codes[0]!)).appointment).toMatchObject({
      why: 'hours',
      reason: { zh: '这项业务暂时没有窗口办理' },
    })
  })

  it('are told by a clerk too, with a reason', async () => {
    const { code, short } = await booked('14:00', 25)
    const { id } = (await office()).appointments.find((one) => one.short === short)!
    const reason = { zh: '经办人请假，请改约', en: 'The clerk is on leave: please choose another time' }
    const cancelled = await post(`/api/office/appointments/${id}/cancel`, { reason }, staff)
    expect(cancelled.body.appointment).toMatchObject({ state: 'cancelled', why: 'staff', reason })
    expect((await follow(code)).appointment.reason).toEqual(reason)
  })

  it('words about an appointment are gone when its day is', async () => {
    const wish = { matter: MATTER, at: at('14:00'), note: '坐轮椅' }
    await post('/api/appointments', wish, staff)
    move('00:00', 24)
    await hall.app.schedule.look()
    const row = await hall.store.db.selectFrom('appointment').select(['note', 'state']).executeTakeFirstOrThrow()
    expect(row).toEqual({ note: null, state: 'absent' })
  })
})
