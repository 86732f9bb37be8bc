// Which lanes nobody serves, and who is back first.
import { describe, expect, it } from 'vitest'
import type { Window } from './book.ts'
import { openWindows, unservedLanes } from './open-windows.ts'
import { iso } from './service-day.ts'

const NOW = Date.parse('2026-11-23T02:00:00.000Z')
const at = (minutes: number) => iso(NOW + minutes * 60_000)
const text = { zh: '一', en: 'One' }
const window = (number: number, lanes: string[], more: Partial<Window> = {}): Window => ({
  ...{ id: `w${number}`, number, name: text, allRound: false, lanes, away: null },
  ...more,
})
const lane = (id: string) => ({ id, prefix: id.toUpperCase(), name: text, committee: id, colour: 'blue' as const })
const person = (id: string) => [id, { id, name: id, title: text, committee: null }] as const
const people = new Map([person('chen'), person('wang')])
const pause = { reason: 'rest', since: at(-5), until: at(20) } as const
const seats = (...ids: string[]) => new Map(ids.map((id) => [id, { name: id }]))
const book = (...windows: Window[]) => ({ windows, lanes: [lane('a'), lane('b')], people })
const facts = { shifts: [], counts: new Map([['b', 3]]), now: NOW }

describe('an open window', () => {
  it('is one at which somebody sits who does not pause', () => {
    const windows = book(window(1, ['a']), window(2, ['b'], { away: pause }), window(3, ['b']))
    expect(openWindows(windows, seats('w1', 'w2')).map(({ id }) => id)).toEqual(['w1'])
  })
})

describe('a lane without a window', () => {
  it('is none while an all-round window is open', () => {
    expect(unservedLanes(book(window(1, [], { allRound: true })), { ...facts, seats: seats('w1') })).toEqual([])
  })

  it('is told with how many wait, and with nobody where nobody is known to come', () => {
    expect(unservedLanes(book(window(1, ['a']), window(2, ['b'])), { ...facts, seats: seats('w1') })).toEqual([
      { lane: 'b', waiting: 3, back: null },
    ])
  })

  it('names whoever is back first: from a pause, or by the roster; not who should be there already', () => {
    const shift = (who: string, from: number) => ({
      ...{ id: who, person: who, kind: 'window' as const, window: 3 },
      ...{ startsAt: at(from), endsAt: at(from + 240) },
    })
    const windows = book(window(1, ['a']), window(2, ['b'], { away: pause }), window(3, ['b']))
    const back = (...shifts: ReturnType<typeof shift>[]) =>
      unservedLanes(windows, { ...facts, shifts, seats: seats('w1', 'w2') })[0]?.back
    expect(back()).toEqual({ at: at(20), name: 'w2', window: 2 })
    expect(back(shift('chen', 30))).toEqual({ at: at(20), name: 'w2', window: 2 })
    expect(back(shift('chen', 10), shift('wang', -30))).toEqual({ at: at(10), name: 'chen', window: 3 })
    expect(back(shift('nobody', 10))).toEqual({ at: at(20), name: 'w2', window: 2 })
  })
})
