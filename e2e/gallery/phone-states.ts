// The phone in every condition.
import type { TicketView } from '#contract/views.ts'
import Connecting from '../../phone/screens/Connecting.svelte'
import NoCode from '../../phone/screens/NoCode.svelte'
import Ticket from '../../phone/screens/Ticket.svelte'
import Unknown from '../../phone/screens/Unknown.svelte'
import FollowStage from './FollowStage.svelte'
import { at, NOW, ticket } from './facts.ts'
import { PHONE, state } from './state.ts'

const SMALL = [320, 640] as const
const known = { now: NOW, freshness: 'fresh', silence: 900 } as const
const shown = (id: string, more: Partial<TicketView>, size: readonly [number, number] = PHONE) =>
  state(`phone/${id}`, size, Ticket, { ...known, ticket: { ...ticket, ...more } })

const receives = { name: '示例·王建国', title: { zh: '全科社工', en: 'All-round social worker' } }
const called = { state: 'called', window: 2, ahead: null, calledAt: at(0), receives } as const

const idle = { sending: null, failure: null, take: async () => {} }
const silent = {
  on: false,
  means: { sound: false, vibration: false, awake: false },
  begin: async () => {},
  end: () => {},
  alert: () => {},
}
const sounding = { ...silent, on: true, means: { sound: true, vibration: true, awake: false } }
/** The low end of the band is as near as the way on foot. */
const soon: Partial<TicketView> = { ahead: 2, estimate: { band: { low: 4, high: 12, at: at(-1) }, why: null } }

export const phoneStates = [
  shown('in-queue', {}),
  shown('in-queue-small', {}, SMALL),
  state('phone/in-queue-late', PHONE, Ticket, { ...known, ticket, freshness: 'late', silence: 14_000 }),
  state('phone/in-queue-lost', PHONE, Ticket, { ...known, ticket, freshness: 'lost', silence: 190_000 }),
  state('phone/follow-waiting', PHONE, Ticket, { ...known, ticket, steps: idle, alerting: silent }),
  state('phone/follow-alerting', PHONE, Ticket, {
    ...known,
    ticket: { ...ticket, ...soon },
    steps: idle,
    alerting: sounding,
  }),
  state('phone/follow-unsure-leaving', PHONE, Ticket, {
    ...known,
    ticket: { ...ticket, ahead: 9, estimate: { band: null, why: 'no_window' } },
    steps: { ...idle, failure: { code: 'offline', facts: {} } },
    asking: true,
  }),
  state('phone/follow-several', PHONE, FollowStage, {
    ...known,
    ticket,
    tabs: [
      { code: 'a', label: 'C014', state: { zh: '前面 3 人', en: '3 ahead' }, urgent: false },
      { code: 'b', label: 'A007', state: { zh: '请到 2 号窗口', en: 'go to window 2' }, urgent: true },
    ],
    chosen: 'a',
    onchoose: () => {},
    onremove: () => {},
  }),
  shown('one-ahead', { ahead: 1 }),
  shown('next', { ahead: 0 }),
  shown('called', called),
  shown('called-small', called, SMALL),
  shown('serving', { state: 'serving', window: 2, ahead: null }),
  shown('held', { state: 'held', window: 2, ahead: null }),
  state('phone/follow-return', PHONE, Ticket, {
    ...known,
    ticket: { ...ticket, state: 'missed', window: 2, ahead: null, estimate: null, returns: true },
    steps: idle,
  }),
  state('phone/follow-left', PHONE, Ticket, {
    ...known,
    ticket: { ...ticket, state: 'left', ahead: null, estimate: null, backUntil: at(8) },
    steps: idle,
  }),
  shown('missed', { state: 'missed', window: 2, ahead: null }),
  shown('done', { state: 'done', window: 2, ahead: null }),
  shown('left', { state: 'left', ahead: null }),
  shown('other-day', { serviceDate: '2026-11-22', joinedAt: at(-1440) }),
  state('phone/unknown', PHONE, Unknown, {}),
  state('phone/no-code', PHONE, NoCode, {}),
  state('phone/connecting', PHONE, Connecting, { freshness: 'fresh', silence: Number.POSITIVE_INFINITY }),
]
