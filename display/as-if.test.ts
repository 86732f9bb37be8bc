import { describe, expect, it } from 'vitest'
import type { BoardView } from '#contract/views.ts'
import { DayPart } from '#contract/words.ts'
import { asIf } from './as-if.ts'
import { dayPart } from './layout.ts'
import { atRest, hoursNow } from './still.ts'

const now = Date.parse('2026-11-23T06:36:00.000Z')
const duty = { name: '示例', title: { zh: '', en: '' }, from: '', until: '', window: null, colour: 'blue' }
const board = {
  hours: { open: { kind: 'regular', until: '2026-11-23T09:00:00.000Z' }, next: null, holiday: null },
  calls: [],
  next: [],
  lanes: [{ id: 'c', prefix: 'C', colour: 'amber', waiting: 3, name: { zh: '', en: '' } }],
  windows: [{ number: 2 }],
  duty: [
    { ...duty, id: 'd1', kind: 'window' },
    { ...duty, id: 'd2', kind: 'standby' },
  ],
} as unknown as BoardView

describe('a wall as if it were another part of the day', () => {
  it('is read as that part by the wall itself', () => {
    for (const part of DayPart.options) {
      const view = asIf(board, part, now)
      const hours = hoursNow(view.hours, now)
      expect(dayPart(hours, now, atRest(view, hours))).toBe(part)
    }
  })

  it('has numbers to judge it by where nobody has taken one, and nobody waits where it is closed', () => {
    expect(asIf(board, 'open', now).calls.map(({ label, window }) => `${label} ${window}`)).toEqual([
      'C012 2',
      'C007 2',
      'C003 2',
    ])
    const closed = asIf(board, 'closed', now)
    expect(closed.lanes[0]?.waiting).toBe(0)
    expect(closed.duty.map(({ id }) => id)).toEqual(['d2'])
  })

  it('is what it is where nothing else is asked for', () => {
    expect(asIf(board, null, now)).toBe(board)
  })
})
