// How lanes stand against their targets: in colour and in words, and never by colour alone.
import { describe, expect, it } from 'vitest'
import type { PanelView } from '#contract/closing.ts'
import type { DeskView } from '#contract/views.ts'
import { laneStandings } from './standing.ts'

const NOW = Date.parse('2026-11-23T06:00:00.000Z')
const since = (minutes: number) => new Date(NOW - minutes * 60_000).toISOString()
const desk = (waiting: number, windows: { staff: string | null; away?: unknown }[] = [{ staff: 'x' }]) =>
  ({
    lanes: [{ id: 'a', waiting }],
    windows: windows.map((one, at) => ({ ...one, number: at + 1, allRound: false, lanes: ['a'] })),
    waiting: [
      { label: 'A001', lane: 'a', window: null },
      { label: 'A002', lane: 'a', window: 1 },
    ],
  }) as unknown as DeskView
const panel = (longest: number | null, over = 0): PanelView => ({
  at: since(0),
  targets: { wait: 30, lanes: { a: 20 } },
  provenCalls: 1,
  lanes: [{ id: 'a', waiting: 1, target: 20, over, since: longest === null ? null : since(longest) }],
  windows: [],
  over: [],
})

describe('a lane', () => {
  it.each([
    [0, null, 0, 'quiet'],
    [3, 4, 0, 'fine'],
    [3, 15, 0, 'near'],
    [3, 21, 1, 'over'],
    // The minute in which it passes the target, before the hub was asked anew.
    [3, 21, 0, 'over'],
  ] as const)('with %s waiting for %s minutes is %s beyond: %s', (waiting, longest, over, standing) => {
    expect(laneStandings(desk(waiting), panel(longest, over), NOW)[0]).toMatchObject({ standing, target: 20 })
  })

  it('that nobody serves says so before all else: unstaffed, or away', () => {
    expect(laneStandings(desk(0, [{ staff: null }]), panel(null), NOW)[0]?.standing).toBe('unserved')
    const away = laneStandings(desk(2, [{ staff: 'x', away: { since: since(3) } }]), panel(50, 2), NOW)[0]
    expect(away).toMatchObject({ standing: 'unserved', over: 2, windows: [] })
  })

  it('names who comes next and the windows that serve it, and not those who were sent elsewhere', () => {
    const [lane] = laneStandings(desk(1, [{ staff: 'x' }, { staff: null }, { staff: 'y' }]), panel(1), NOW)
    expect(lane).toMatchObject({ next: ['A001'], windows: [1, 3] })
  })
})
