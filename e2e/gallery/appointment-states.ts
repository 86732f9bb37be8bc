// The states of everything that belongs to appointments, on every screen.
import type { ComponentProps } from 'svelte'
import type {
  AppointmentFace,
  AppointmentOffice,
  ArrivalFace,
  BookableList,
  OfficeAppointment,
  SlotsReply,
} from '#contract/appointments.ts'
import type { Frame } from '../../kiosk/frame.ts'
import CheckIn from '../../kiosk/appointment/CheckIn.svelte'
import AppointmentsPage from '../../desk/office/AppointmentsPage.svelte'
import Appointments from '../../phone/appointment/Appointments.svelte'
import { at, catalog, kiosk, lanes, NOW } from './facts.ts'
import { officePage } from './office-page.ts'
import { LANDSCAPE, PHONE, PORTRAIT, state, type GalleryState } from './state.ts'

const nothing = () => {}
const frame: Frame = { kiosk, now: NOW, freshness: 'fresh', silence: 800, elder: false, onelder: nothing }
const elder: Frame = { ...frame, elder: true }
/** A code that can be looked at without a hub. */
const square = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h3v3H1zM5 1h3v3H5zM1 5h3v3H1zM5 6h1v2H5zM7 5h1v1H7z"/></svg>')}`
const wanted = catalog.matters.find(({ id }) => id === 'senior-card') ?? catalog.matters[0]!
const matter = { id: wanted.id, words: wanted.words, bring: wanted.bring }

const arrival = (more: Partial<ArrivalFace> = {}): ArrivalFace => ({
  ...{ matter, at: '2026-11-23T06:30:00.000Z', arrival: 'on_time', grace: 10, ticket: null },
  ...more,
})
type AtKiosk = ComponentProps<typeof CheckIn>
const atKiosk = (
  id: string,
  start: NonNullable<AtKiosk['start']> = {},
  { of = frame, size = PORTRAIT }: { of?: Frame; size?: readonly [number, number] } = {},
): GalleryState =>
  state(`kiosk/appointment-${id}`, size, CheckIn, {
    ...{ frame: of, catalog, start, qr: square, onticket: nothing, onback: nothing },
  })

const face = (more: Partial<AppointmentFace> = {}): AppointmentFace => ({
  ...{ code: 'Zk3v9QmT2pLw8sHx', short: '48217350', link: 'http://192.168.1.20:8080/h/appointment/Zk3v9QmT2pLw8sHx' },
  ...{ matter, at: '2026-11-25T06:30:00.000Z', state: 'booked', why: null, reason: null, grace: 10, ticket: null },
  ...more,
})
const typhoon = { zh: '台风停开', en: 'Closed for a typhoon' }
const slots: SlotsReply = {
  matter: { ...matter, minutes: wanted.minutes },
  days: Array.from({ length: 14 }, (_, ahead) => {
    const date = new Date(Date.parse('2026-11-23T00:00:00Z') + ahead * 86_400_000).toISOString().slice(0, 10)
    const open = ahead !== 2
    const first = ahead === 0 ? 15 : 9
    const free = ahead === 2 || ahead === 4 ? 0 : 20 - first
    return {
      ...{ date, open, reason: open ? null : typhoon },
      slots: Array.from({ length: free }, (_slot, index) => ({
        at: new Date(Date.parse(`${date}T00:00:00+08:00`) + (first + index) * 3_600_000).toISOString(),
        left: 1,
      })),
    }
  }),
}
type OnPhone = ComponentProps<typeof Appointments>
const onPhone = (id: string, more: Partial<OnPhone>): GalleryState =>
  state(`phone/appointment-${id}`, PHONE, Appointments, {
    ...{ at: { section: 'book', id: null }, kiosk, now: NOW, freshness: 'fresh', silence: 800 },
    ...more,
  })
const bookable: BookableList = { matters: catalog.matters, committees: catalog.committees }
const booking = (start: NonNullable<OnPhone['book']>['start'] = {}): Partial<OnPhone> => ({
  at: { section: 'book', id: matter.id },
  book: { given: { ok: true, value: slots }, start },
})
const mine = (of: AppointmentFace, more: NonNullable<OnPhone['mine']> = {}): Partial<OnPhone> => ({
  at: { section: 'appointment', id: of.code },
  mine: { given: { ok: true, value: { appointment: of } }, slots, qr: square, ...more },
})

let made = 0
const line = (
  short: string,
  minutes: number,
  { of = 'senior-card', ...more }: Partial<OfficeAppointment> & { of?: string } = {},
): OfficeAppointment => {
  const found = catalog.matters.find(({ id }) => id === of) ?? wanted
  const lane = lanes.find(({ id }) => id === found.lane)
  return {
    ...{ id: `a${(made += 1)}`, short, at: at(minutes), matter: { id: found.id, words: found.words } },
    ...{ prefix: lane?.prefix ?? 'C', colour: lane?.colour ?? 'amber', by: 'phone', note: null, state: 'booked' },
    ...{ why: null, reason: null, seen: false, ticket: null },
    ...more,
  }
}
const office: AppointmentOffice = {
  today: '2026-11-23',
  appointments: [
    line('48217350', -306, { state: 'arrived', ticket: 'C003' }),
    line('20417733', -66, { state: 'absent', of: 'roof-leak' }),
    line('71930264', -6, { of: 'senior-card', note: '坐轮椅来' }),
    line('55120987', 24, { of: 'roof-leak', by: 'desk' }),
    line('31778420', 54, { state: 'cancelled', why: 'resident' }),
    line('90342215', 1104),
    line('66241903', 1194, {
      ...{ state: 'cancelled', why: 'staff', seen: true },
      reason: { zh: '经办人有事不在，请改约', en: 'The clerk is away: please choose another time' },
    }),
    line('83510276', 2544, { state: 'cancelled', why: 'hours', reason: typhoon, seen: true }),
    line('12958834', 2814, { state: 'cancelled', why: 'hours', reason: typhoon, of: 'roof-leak' }),
  ],
  rules: lanes.map(({ id, prefix, name }, index) => ({
    ...{ lane: id, prefix, name, places: index === 3 ? 0 : 21 },
    rule: index === 3 ? null : { every: 30, share: 40 },
  })),
}
const answers = {
  '/api/office/appointments': office,
  '/api/appointments/matters': bookable,
  [`/api/appointments/slots/${matter.id}`]: slots,
}
const clerk = { staff: { id: 'chen', name: '示例·陈晓兰', role: 'clerk' as const }, window: null }
type AtDesk = Partial<ComponentProps<typeof AppointmentsPage>>
const atDesk = (id: string, more: AtDesk = {}): GalleryState =>
  officePage(`desk/appointments${id}`, AppointmentsPage, 'appointments', answers, more)

export const appointmentStates: GalleryState[] = [
  atKiosk('entry', { typed: '4821' }),
  atKiosk('wrong', { failure: { code: 'appointment_unknown', facts: {} } }),
  atKiosk('other-day', { failure: { code: 'appointment_other_day', facts: { at: face().at } } }, { of: elder }),
  atKiosk('found', { found: arrival() }),
  atKiosk('late', { found: arrival({ at: '2026-11-23T06:00:00.000Z', arrival: 'late' }) }, { of: elder }),
  atKiosk('landscape', { failure: { code: 'appointment_unknown', facts: {} } }, { size: LANDSCAPE }),
  onPhone('matters', { matters: { given: { ok: true, value: bookable } } }),
  onPhone('slots', booking({ at: slots.days[0]!.slots[1]!.at })),
  onPhone('booked', mine(face())),
  onPhone('cancelled', mine(face({ state: 'cancelled', why: 'hours', reason: typhoon }))),
  atDesk(''),
  atDesk('-asking', { start: { asking: '71930264', matter: matter.id }, me: clerk }),
  atDesk('-booked', { start: { booked: { appointment: face() } }, qr: () => square }),
]
