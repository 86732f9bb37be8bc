import { describe, expect, it } from 'vitest'
import type { DeskTicket, DeskWindow } from '#contract/views.ts'
import { intentOf, isMine, needsReason, pressId, primary, whyNot, type Action } from './actions.ts'

const ticket = (more: Partial<DeskTicket> = {}): DeskTicket => ({
  id: 't1',
  version: 3,
  label: 'C012',
  serviceDate: '2026-11-23',
  state: 'waiting',
  lane: 'service',
  colour: 'amber',
  matter: 'm',
  words: { zh: '办事', en: 'A matter' },
  class: 'normal',
  joinedAt: '2026-11-23T06:00:00.000Z',
  rankAt: '2026-11-23T06:00:00.000Z',
  window: null,
  calledAt: null,
  startedAt: null,
  calls: 0,
  printed: 'printed',
  ...more,
})
const seat = (more: Partial<DeskWindow> = {}): DeskWindow => ({
  id: 'w2',
  number: 2,
  name: { zh: '窗口', en: 'Window' },
  allRound: false,
  lanes: ['service'],
  staff: null,
  current: null,
  next: [],
  waiting: 0,
  undo: null,
  ...more,
})
const all: Action[] = ['next', 'again', 'start', 'hold', 'miss', 'requeue', 'transfer', 'finish', 'leave', 'undo']
const can = (window: DeskWindow) => all.filter((action) => whyNot(action, window) === null)

describe('actions', () => {
  it('an idle window can call the next, if anybody waits', () => {
    expect(primary(seat())).toBe('next')
    expect(can(seat({ waiting: 2 }))).toEqual(['next'])
    expect(can(seat())).toEqual([])
    expect(whyNot('next', seat())).toBe('nobody_waiting')
    expect(whyNot('miss', seat())).toBe('nobody_here')
  })

  it('a called ticket can be started and everything else too', () => {
    const window = seat({ current: ticket({ state: 'called' }), waiting: 2 })
    expect(primary(window)).toBe('start')
    expect(can(window)).toEqual(['again', 'start', 'hold', 'miss', 'requeue', 'transfer', 'finish', 'leave'])
    expect(whyNot('next', window)).toBe('somebody_here')
  })

  it('a ticket in service can be finished, and is no longer called', () => {
    const window = seat({ current: ticket({ state: 'serving' }), undo: { label: 'C012', step: 'start' } })
    expect(primary(window)).toBe('finish')
    expect(can(window)).toEqual(['hold', 'requeue', 'transfer', 'finish', 'undo'])
    expect(whyNot('miss', window)).toBe('already_serving')
  })

  it('asks a reason only for a waiting ticket that is not the next', () => {
    const today = '2026-11-23'
    const first = ticket()
    const window = seat({ next: [first] })
    expect(needsReason(first, window, today)).toBe(false)
    expect(needsReason(ticket({ id: 't2' }), window, today)).toBe(true)
    expect(needsReason(ticket({ id: 't2', state: 'held' }), window, today)).toBe(false)
    expect(needsReason(ticket({ id: 't2', serviceDate: '2026-11-22' }), window, today)).toBe(false)
  })

  it('knows which tickets this window serves', () => {
    expect(isMine(ticket(), seat())).toBe(true)
    expect(isMine(ticket({ lane: 'safety' }), seat())).toBe(false)
    expect(isMine(ticket({ lane: 'safety' }), seat({ allRound: true }))).toBe(true)
    expect(isMine(ticket({ lane: 'safety', window: 2 }), seat())).toBe(true)
    expect(isMine(ticket({ window: 1 }), seat({ allRound: true }))).toBe(false)
  })

  it('turns a press into one intent with the version that the clerk saw', () => {
    expect(intentOf({ kind: 'next' }, 'w2')).toEqual({ path: '/api/windows/w2/next', body: {} })
    expect(intentOf({ kind: 'undo' }, 'w2')).toEqual({ path: '/api/windows/w2/undo', body: {} })
    expect(intentOf({ kind: 'step', step: 'call', ticket: ticket(), reason: 'unwell' }, 'w2')).toEqual({
      path: '/api/tickets/t1/steps',
      body: { step: 'call', version: 3, reason: 'unwell' },
    })
    expect(intentOf({ kind: 'step', step: 'transfer', ticket: ticket(), to: { lane: 'safety' } }, 'w2').body).toEqual({
      step: 'transfer',
      version: 3,
      to: { lane: 'safety' },
    })
    expect(pressId({ kind: 'step', step: 'miss', ticket: ticket() })).toBe('miss:t1')
  })
})
