// The states of everything that belongs to calendar, on every screen.
import Month from '../../display/panels/Month.svelte'
import Rooms from '../../display/panels/Rooms.svelte'
import type { SignupReply } from '#contract/calendar.ts'
import type { Frame } from '../../kiosk/frame.ts'
import KioskEvents from '../../kiosk/reading/Events.svelte'
import PhoneEvents from '../../phone/guest/Events.svelte'
import type { ComponentProps } from 'svelte'
import { autumn, autumnNow, calendar, eventOf, signedUp, waitsFor } from './calendar-facts.ts'
import { kiosk, NOW } from './facts.ts'
import { LANDSCAPE, PHONE, PORTRAIT, state, type GalleryState } from './state.ts'

const nothing = () => {}
const frame: Frame = { kiosk, now: NOW, freshness: 'fresh', silence: 800, elder: false, onelder: nothing }
const elder: Frame = { ...frame, elder: true }
const zone = kiosk.hall.zone
const PANEL = [720, 900] as const
/** A code that can be looked at without a hub. */
const square = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h3v3H1zM5 1h3v3H5zM1 5h3v3H1zM5 6h1v2H5zM7 5h1v1H7z"/></svg>')}`
const qr = () => square
const atKiosk = (
  id: string,
  props: Partial<Parameters<typeof kioskState>[1]> = {},
  size: readonly [number, number] = PORTRAIT,
) => kioskState(id, { frame, calendar, ...props }, size)
function kioskState(
  id: string,
  props: { frame: Frame; calendar: typeof calendar | undefined; at?: object },
  size: readonly [number, number],
): GalleryState {
  return state(`kiosk/events-${id}`, size, KioskEvents, { ...props, onback: nothing, qr })
}
type OnPhone = ComponentProps<typeof PhoneEvents>
const onPhone = (id: string, more: Partial<OnPhone> = {}, size: readonly [number, number] = PHONE): GalleryState =>
  state(`phone/events-${id}`, size, PhoneEvents, {
    at: { section: 'events', id: null },
    kiosk,
    calendar,
    now: NOW,
    freshness: 'fresh',
    silence: 800,
    ...more,
  })
const one = (id: string) => ({ section: 'events', id }) as const
const place = (reply: SignupReply, more: OnPhone['start'] = {}): Partial<OnPhone> => ({
  at: { section: 'signup', id: reply.signup.code },
  start: { place: { ok: true, value: reply }, ...more },
})
const inState = (reply: SignupReply, state: SignupReply['signup']['state']): SignupReply => ({
  ...reply,
  signup: { ...reply.signup, state, ahead: null },
})

export const calendarStates: GalleryState[] = [
  atKiosk('today'),
  atKiosk('day', { at: { day: '2026-11-25' } }),
  atKiosk('empty', { calendar: { ...calendar, days: calendar.days.map((day) => ({ ...day, events: [] })) } }),
  atKiosk('holidays', { frame: { ...frame, now: autumnNow }, calendar: autumn, at: { day: '2026-09-25' } }),
  atKiosk('elder', { frame: elder }),
  atKiosk('connecting', { calendar: undefined }),
  atKiosk('one', { at: { event: 'first-aid-20261128' } }),
  atKiosk('full', { at: { event: 'dumplings-20261125' } }),
  atKiosk('full-elder', { frame: elder, at: { event: 'dumplings-20261125' } }),
  atKiosk('cancelled', { at: { event: 'lawyer-20261125' } }),
  atKiosk('moved', { at: { event: 'secretary-day-20261205' } }),
  atKiosk('refused', { at: { event: 'first-aid-20261128', failure: { code: 'signup_limit', facts: {} } } }),
  atKiosk('signed', { at: { event: signedUp.event.id, reply: signedUp } }),
  atKiosk('waiting', { at: { event: waitsFor.event.id, reply: waitsFor } }),
  atKiosk('signed-elder', { frame: elder, at: { event: signedUp.event.id, reply: signedUp } }),
  atKiosk('landscape', {}, LANDSCAPE),
  atKiosk('landscape-one', { at: { event: eventOf('first-aid-20261128').id } }, LANDSCAPE),
  onPhone('list'),
  onPhone('list-small', {}, [320, 640]),
  onPhone('day', { start: { day: '2026-11-25' } }),
  onPhone('holidays', { calendar: autumn, now: autumnNow, start: { day: '2026-09-25' } }),
  onPhone('connecting', { calendar: undefined }),
  onPhone('one', { at: one('first-aid-20261128') }),
  onPhone('full', { at: one('dumplings-20261125') }),
  onPhone('come', { at: one('secretary-day-20261205') }),
  onPhone('cancelled', { at: one('lawyer-20261125') }),
  onPhone('refused', { at: one('first-aid-20261128'), start: { failure: { code: 'signup_limit', facts: {} } } }),
  onPhone('place', place(signedUp)),
  onPhone('place-waiting', place(waitsFor)),
  onPhone('place-leaving', place(signedUp, { asking: true })),
  onPhone('place-left', place(inState(signedUp, 'cancelled'))),
  onPhone('place-off', place({ ...signedUp, event: eventOf('lawyer-20261125') })),
  onPhone('place-unknown', {
    at: { section: 'signup', id: 'nobody' },
    start: { place: { ok: false, code: 'signup_unknown', facts: {} } },
  }),
  state('display/month', PANEL, Month, { days: calendar.days, today: calendar.today, zone }),
  state('display/month-holidays', PANEL, Month, { days: autumn.days, today: autumn.today, zone }),
  state('display/rooms', PANEL, Rooms, { rooms: calendar.rooms, now: NOW, zone }),
]
