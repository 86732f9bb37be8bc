// The states of everything that belongs to calendar, on every screen.
import Month from '../../display/panels/Month.svelte'
import Rooms from '../../display/panels/Rooms.svelte'
import type { EventReply, PreviewReply, SignupReply } from '#contract/calendar.ts'
import type { Frame } from '../../kiosk/frame.ts'
import KioskEvents from '../../kiosk/reading/Events.svelte'
import PhoneEvents from '../../phone/guest/Events.svelte'
import type { ComponentProps } from 'svelte'
import CalendarPage from '../../desk/office/CalendarPage.svelte'
import { newDraft } from '../../desk/office/calendar/draft.ts'
import { repeatFrom } from '../../desk/office/calendar/repeat.ts'
import {
  autumn,
  autumnNow,
  calendar,
  eventOf,
  monthOf,
  office,
  previews,
  sampleSeries,
  signedUp,
  signups,
  waitsFor,
} from './calendar-facts.ts'
import DeskStage from './DeskStage.svelte'
import { desk, kiosk, NOW, stamp } from './facts.ts'
import { LANDSCAPE, OLD_MONITOR, PHONE, PORTRAIT, state, type GalleryState } from './state.ts'

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

type Page = ComponentProps<typeof CalendarPage>
const answers: Record<string, unknown> = {
  '/api/calendar': office,
  '/api/calendar/days/2026-11-01': { days: monthOf('2026-10-26') },
  '/api/calendar/days/2026-12-01': { days: monthOf('2026-11-30') },
  '/api/calendar/days/2026-10-01': { days: monthOf('2026-09-28') },
  '/api/calendar/events/dumplings-20261125/signups': signups,
  '/api/calendar/events/first-aid-20261128/signups': { signups: [] },
}
const manager = { id: 'zhao', name: '示例·赵敏', role: 'manager' as const }
const clerk = { id: 'wang', name: '示例·王建国', role: 'clerk' as const }
function atDesk(
  id: string,
  start: Page['start'] = {},
  { preview = null, staff = manager }: { preview?: PreviewReply | null; staff?: typeof manager | typeof clerk } = {},
): GalleryState {
  const api: Page['api'] = {
    get: <T>(path: string) => Promise.resolve((answers[path] ?? null) as T | null),
    send: <T>() => Promise.resolve(preview as T | null),
    upload: () => Promise.resolve(null),
    say: nothing,
    said: null,
    busy: false,
  }
  const me = { staff, window: null }
  const none = { screens: undefined, walls: undefined, notices: undefined, alert: undefined, people: undefined }
  const props: Page = {
    ...none,
    me,
    now: NOW,
    desk,
    office: { ...stamp, bookRev: 7 },
    calendar,
    api,
    start: { qr: square, ...start },
  }
  const stage = { view: desk, me, now: NOW, silence: 400, troubles: [], page: 'calendar' as const }
  return state(`desk/calendar-${id}`, OLD_MONITOR, DeskStage, {
    frame: { ...stage, onpage: nothing, onstand: nothing, onsignout: nothing },
    page: CalendarPage,
    props,
  })
}
const event = (id: string, more: Partial<EventReply> = {}): EventReply => {
  const [series = '', on = ''] = id.split(/-(?=\d{8}$)/)
  const original = `${on.slice(0, 4)}-${on.slice(4, 6)}-${on.slice(6)}`
  const rooms = sampleSeries.find((one) => one.id === series)?.rooms ?? []
  return { event: eventOf(id), series, original, moved: false, changed: false, rooms: [...rooms], ...more }
}
const monthly = newDraft('2026-12-01', {
  title: '书记接待日',
  kind: 'reception',
  rooms: ['activity'],
  from: '09:00',
  to: '11:30',
  repeat: { ...repeatFrom('2026-12-05', 'monthly') },
  rest: 'next',
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
  atDesk('month'),
  atDesk('day', { day: '2026-11-25' }),
  atDesk('holidays', { day: '2026-10-01' }),
  atDesk('event', { day: '2026-12-07', event: event('secretary-day-20261205', { moved: true }) }),
  atDesk('places', { day: '2026-11-25', event: event('dumplings-20261125') }),
  atDesk('signed', { day: '2026-11-28', event: event('first-aid-20261128'), signed: signedUp }),
  atDesk('cancelled', { day: '2026-11-25', event: event('lawyer-20261125', { changed: true }) }),
  atDesk('move', { day: '2026-11-25', event: event('dumplings-20261125'), doing: 'move' }),
  atDesk('cancel', { day: '2026-11-25', event: event('dumplings-20261125'), doing: 'cancel' }),
  atDesk('write', { writing: monthly }, { preview: previews.pushed }),
  atDesk(
    'write-once',
    { writing: newDraft('2026-11-27', { title: '包饺子', places: 15, rooms: ['culture'] }) },
    { preview: previews.once },
  ),
  atDesk(
    'write-weekly',
    { writing: newDraft('2026-11-27', { title: '合唱队', repeat: repeatFrom('2026-11-27', 'weekly') }) },
    { preview: previews.once },
  ),
  atDesk('write-taken', { writing: { ...monthly, title: '旗袍队借用', kind: 'booking' } }, { preview: previews.taken }),
  atDesk('write-missing', {
    tried: true,
    writing: newDraft('2026-12-01', {
      kind: 'booking',
      to: '14:00',
      repeat: { ...repeatFrom('2026-12-01', 'weekly'), days: [] },
    }),
  }),
  atDesk('series', { tab: 'series' }),
  atDesk('series-end', { tab: 'series', ending: 'lawyer' }),
  atDesk('feeds', { tab: 'feeds' }),
  atDesk('feeds-wrong', { tab: 'feeds', tried: true }),
  atDesk('feeds-clerk', { tab: 'feeds' }, { staff: clerk }),
  state('display/month', PANEL, Month, { days: calendar.days, today: calendar.today, now: NOW, zone }),
  state('display/month-holidays', PANEL, Month, { days: autumn.days, today: autumn.today, now: autumnNow, zone }),
  state('display/rooms', PANEL, Rooms, { rooms: calendar.rooms, now: NOW, zone }),
]
