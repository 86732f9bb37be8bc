// The phone in every condition.
import type { TicketView } from '#contract/views.ts'
import Connecting from '../../phone/screens/Connecting.svelte'
import NoCode from '../../phone/screens/NoCode.svelte'
import Ticket from '../../phone/screens/Ticket.svelte'
import Unknown from '../../phone/screens/Unknown.svelte'
import { at, NOW, ticket } from './facts.ts'
import { PHONE, state } from './state.ts'

const SMALL = [320, 640] as const
const known = { now: NOW, freshness: 'fresh', silence: 900 } as const
const shown = (id: string, more: Partial<TicketView>, size: readonly [number, number] = PHONE) =>
  state(`phone/${id}`, size, Ticket, { ...known, ticket: { ...ticket, ...more } })

const called = { state: 'called', window: 2, ahead: null, calledAt: at(0) } as const

export const phoneStates = [
  shown('in-queue', {}),
  shown('in-queue-small', {}, SMALL),
  state('phone/in-queue-late', PHONE, Ticket, { ...known, ticket, freshness: 'late', silence: 14_000 }),
  state('phone/in-queue-lost', PHONE, Ticket, { ...known, ticket, freshness: 'lost', silence: 190_000 }),
  shown('one-ahead', { ahead: 1 }),
  shown('next', { ahead: 0 }),
  shown('called', called),
  shown('called-small', called, SMALL),
  shown('serving', { state: 'serving', window: 2, ahead: null }),
  shown('held', { state: 'held', window: 2, ahead: null }),
  shown('missed', { state: 'missed', window: 2, ahead: null }),
  shown('done', { state: 'done', window: 2, ahead: null }),
  shown('left', { state: 'left', ahead: null }),
  shown('other-day', { serviceDate: '2026-11-22', joinedAt: at(-1440) }),
  state('phone/unknown', PHONE, Unknown, {}),
  state('phone/no-code', PHONE, NoCode, {}),
  state('phone/connecting', PHONE, Connecting, { freshness: 'fresh', silence: Number.POSITIVE_INFINITY }),
]
