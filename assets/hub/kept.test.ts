import { describe, expect, it } from 'vitest'
import type { AlertView, BoardView, ViewOf } from '#contract/views.ts'
import { Kept, offsetFrom, usable, type Shelf } from './kept.ts'

const NOW = Date.parse('2026-11-23T02:00:00.000Z')
const stamp = { epoch: 'one', rev: 7, at: '2026-11-23T02:00:00.000Z' }
const board = (rev: number, label: string, phone = '021') =>
  ({
    ...stamp,
    rev,
    hall: { zone: 'Asia/Shanghai', phone },
    hours: {},
    calls: [{ id: 'c', label }],
    next: [],
    lanes: [],
    windows: [],
    duty: [],
    events: [],
  }) as unknown as BoardView

class Drawer implements Shelf {
  readonly things = new Map<string, string>()
  writes = 0
  room = Number.POSITIVE_INFINITY

  getItem(key: string): string | null {
    return this.things.get(key) ?? null
  }
  setItem(key: string, text: string): void {
    if (text.length > this.room) throw new Error('QuotaExceededError')
    this.writes += 1
    this.things.set(key, text)
  }
  removeItem(key: string): void {
    this.things.delete(key)
  }
}
const copy = (views: Partial<ViewOf>, heardAt = NOW) => ({ views, heardAt, offset: 250 })

describe('the kept copy', () => {
  it('is read by the next page of the same version, without anybody’s number', () => {
    const drawer = new Drawer()
    new Kept(drawer, 'display', 'v1').write(copy({ board: board(7, 'A001') }))
    const read = new Kept(drawer, 'display', 'v1').read()
    expect(read).toMatchObject({ heardAt: NOW, offset: 250 })
    expect(read?.views.board?.hall.phone).toBe('021')
    expect([...drawer.things.values()].join()).not.toContain('A001')
  })

  it('is not read by another version or by another screen', () => {
    const drawer = new Drawer()
    new Kept(drawer, 'display', 'v1').write(copy({ board: board(7, 'A001') }))
    expect(new Kept(drawer, 'display', 'v2').read()).toBeNull()
    expect(new Kept(drawer, 'kiosk', 'v1').read()).toBeNull()
  })

  it('is not written again for a call, and is for new hours or a new telephone', () => {
    const drawer = new Drawer()
    const kept = new Kept(drawer, 'display', 'v1')
    kept.write(copy({ board: board(7, 'A001') }))
    const first = drawer.writes
    for (let rev = 8; rev < 100; rev += 1) kept.write(copy({ board: board(rev, `A${rev}`) }))
    expect(drawer.writes).toBe(first)
    kept.write(copy({ board: board(100, 'A100', '022') }))
    expect(drawer.writes).toBe(first + 1)
  })

  it('notes once a minute when the hub was last heard', () => {
    const drawer = new Drawer()
    const kept = new Kept(drawer, 'display', 'v1')
    const views = { board: board(7, 'A001') }
    for (let second = 0; second <= 120; second += 5) kept.write(copy(views, NOW + second * 1000))
    expect(drawer.writes).toBe(1 + 3)
    expect(kept.read()?.heardAt).toBe(NOW + 120_000)
  })

  it('keeps nothing of a view for which there is no room, and goes on', () => {
    const drawer = new Drawer()
    const kept = new Kept(drawer, 'display', 'v1')
    kept.write(copy({ board: board(7, 'A001') }))
    drawer.room = 80
    kept.write(copy({ board: board(8, 'A002', '0'.repeat(200)) }))
    expect(kept.read()).toBeNull()
  })

  it('survives what it cannot read, and forgets all when it is told', () => {
    const drawer = new Drawer()
    const kept = new Kept(drawer, 'display', 'v1')
    kept.write(copy({ board: board(7, 'A001') }))
    drawer.things.set('hall.kept.display.board', '{"epoch":')
    expect(kept.read()).toBeNull()
    kept.forget()
    expect(drawer.things.size).toBe(0)
  })

  it('gives no message beyond its end', () => {
    const alert = { ...stamp, alert: { expiresAt: '2026-11-23T02:10:00.000Z' } } as unknown as AlertView
    const views = { board: board(7, 'A001'), alert }
    expect(usable(copy(views), NOW).alert?.alert).not.toBeNull()
    expect(usable(copy(views), NOW + 600_000).alert?.alert).toBeNull()
  })

  it('goes on from the last word of the hub where the device woke up in the past', () => {
    expect(offsetFrom(copy({}), NOW)).toBe(250)
    const in1970 = 5000
    expect(in1970 + offsetFrom(copy({}), in1970)).toBe(NOW)
  })
})
