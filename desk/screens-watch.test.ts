import { describe, expect, it } from 'vitest'
import type { ScreenFace } from '#contract/views.ts'
import { BEHIND_AFTER, TOO_MANY_STARTS, troubles, watchBehind } from './screens-watch.ts'

const NOW = Date.parse('2026-11-23T06:36:00.000Z')
const screen = (more: Partial<ScreenFace> = {}): ScreenFace => ({
  device: 's1',
  name: '大厅大屏',
  kind: 'display',
  connected: true,
  current: true,
  paintedAt: '2026-11-23T06:22:00.000Z',
  paintedRev: 1,
  behind: [],
  wall: null,
  outdated: false,
  openedAt: null,
  starts: 1,
  fault: null,
  sound: 'on',
  size: null,
  version: null,
  since: null,
  ...more,
})
const zone = 'Asia/Shanghai'

describe('screens', () => {
  it('says nothing while all is well', () => {
    expect(troubles([screen()], {}, NOW, zone)).toEqual([])
  })

  it('gives a screen ten seconds to paint what is new', () => {
    const behind = [screen({ current: false })]
    const since = watchBehind({}, behind, NOW)
    expect(troubles(behind, since, NOW + BEHIND_AFTER - 1, zone)).toEqual([])
    expect(troubles(behind, since, NOW + BEHIND_AFTER, zone)[0]?.what.zh).toBe('还显示 14:22 的信息')
  })

  it('keeps the first moment, and forgets it once the screen has caught up', () => {
    const since = watchBehind({}, [screen({ current: false })], NOW)
    expect(watchBehind(since, [screen({ current: false })], NOW + 5000)).toEqual({ s1: NOW })
    expect(watchBehind(since, [screen()], NOW + 5000)).toEqual({})
  })

  it('names the dark screen before the silent one, and leaves desks out', () => {
    const list = troubles(
      [
        screen({ device: 'd', starts: TOO_MANY_STARTS }),
        screen({ device: 'e', starts: TOO_MANY_STARTS - 1, outdated: true }),
        screen({ device: 'a', sound: 'blocked' }),
        screen({ device: 'b', connected: false }),
        screen({ device: 'c', kind: 'desk', connected: false }),
      ],
      {},
      NOW,
      zone,
    )
    expect(list.map(({ device }) => device)).toEqual(['b', 'a', 'd'])
  })
})
