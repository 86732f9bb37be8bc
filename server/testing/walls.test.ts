// The walls' layouts from outside: what a display is told, what a manager may change, and what comes of it within the second.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WallChoices, WallFace } from '#contract/walls.ts'
import { nextView, openHall, usualBook, type TestHall } from './hall.ts'

let hall: TestHall
let display: string
let manager: string

beforeEach(async () => {
  hall = await openHall()
  display = await hall.pair('display', '走廊屏')
  manager = await hall.clerk(null, 'manager')
})
afterEach(() => hall.stop())

const me = async (token: string) =>
  (await hall.api<{ device: { id: string; kind: string; name: string } }>('GET', '/api/devices/me', { token })).body
    .device
const post = <T = { wall: WallFace; error?: { code: string } }>(path: string, body: unknown, token = manager) =>
  hall.api<T>('POST', path, { token, body })

describe('the walls of a hall', () => {
  it('come with the book, each with every part of the day', async () => {
    const view = await nextView(hall.socket('display', { token: display }), 'walls')
    expect(view.walls.map(({ id }) => id)).toContain('main')
    for (const { panels, duty, room } of view.walls) {
      expect(Object.keys(panels).sort()).toEqual(['before', 'closed', 'evening', 'holiday', 'open'])
      expect(room === null).toBe(duty !== 'door')
    }
    expect(view.assigned).toEqual({})
  })

  it('are one, where the book says nothing', async () => {
    const { walls: _, ...book } = usualBook()
    const bare = await openHall({ book })
    const view = await nextView(bare.socket('display', { token: await bare.pair('display') }), 'walls')
    expect(view.walls.map(({ id, duty, distance }) => ({ id, duty, distance }))).toEqual([
      { id: 'main', duty: 'hall', distance: 6 },
    ])
    await bare.stop()
  })
})

describe('a device', () => {
  it('learns who it is, by its own token alone', async () => {
    expect(await me(display)).toMatchObject({ kind: 'display', name: '走廊屏' })
    expect(await me(await hall.pair('kiosk', '门口'))).toMatchObject({ kind: 'kiosk', name: '门口' })
    expect((await hall.api('GET', '/api/devices/me')).status).toBe(401)
  })

  it('is given another wall, and every display hears of it', async () => {
    const socket = hall.socket('display', { token: display })
    await nextView(socket, 'walls')
    const { id } = await me(display)
    const heard = nextView(socket, 'walls', ({ assigned }) => assigned[id] === 'corridor')
    expect((await post(`/api/displays/${id}/wall`, { wall: 'corridor' })).status).toBe(200)
    await heard
    expect((await post(`/api/displays/${id}/wall`, { wall: 'main' })).status).toBe(200)
    expect((await post(`/api/displays/${id}/wall`, { wall: 'nowhere' })).body.error?.code).toBe('wall_unknown')
    expect((await post('/api/displays/nobody/wall', { wall: 'main' })).status).toBe(404)
  })

  it('that is no display has no wall', async () => {
    const { id } = await me(await hall.pair('kiosk'))
    expect((await post(`/api/displays/${id}/wall`, { wall: 'main' })).status).toBe(404)
  })
})

describe('a manager', () => {
  const plan = { name: { zh: '二楼屏', en: 'Upstairs' }, duty: 'house', distance: 4.5, diagonal: 43 }

  it('lays out a wall; what is left out is as usual', async () => {
    const socket = hall.socket('display', { token: display })
    await nextView(socket, 'walls')
    const heard = nextView(socket, 'walls', ({ walls }) => walls.some(({ name }) => name.zh === '二楼屏'))
    const { status, body } = await post('/api/walls', { ...plan, panels: { open: ['lit', 'today'] } })
    expect(status).toBe(201)
    expect(body.wall).toMatchObject({ ...plan, movement: true, night: { from: '21:30', until: '06:30' } })
    expect(body.wall.panels.open).toEqual(['lit', 'today'])
    expect(body.wall.panels.closed).toContain('hours')
    expect((await heard).walls.at(-1)).toEqual(body.wall)
  })

  it('changes one and takes night and movement from it', async () => {
    const { status, body } = await post('/api/walls/main', { ...plan, duty: 'hall', night: null, movement: false })
    expect(status).toBe(200)
    const view = await nextView(hall.socket('display', { token: display }), 'walls')
    expect(view.walls[0]).toEqual(body.wall)
    expect(body.wall).toMatchObject({ id: 'main', night: null, movement: false })
    expect((await post('/api/walls/nowhere', plan)).body.error?.code).toBe('wall_unknown')
  })

  it('lays out a sign for a room that there is', async () => {
    const door = { name: { zh: '门牌', en: 'Sign' }, duty: 'door' }
    expect((await post('/api/walls', door)).body.error?.code).toBe('wall_room_unknown')
    expect((await post('/api/walls', { ...door, room: 'cellar' })).body.error?.code).toBe('wall_room_unknown')
    expect((await post('/api/walls', { ...door, room: 'health' })).body.wall.room?.name.zh).toBe('健康服务室')
    const { body } = await hall.api<WallChoices>('GET', '/api/walls/choices', { token: manager })
    expect(body.rooms.map(({ id }) => id)).toContain('health')
    expect(body.usual.door.distance).toBe(1.5)
  })

  it('is told what is wrong with a layout, and nothing is changed by it', async () => {
    for (const wrong of [
      { ...plan, distance: 0 },
      { ...plan, distance: 400 },
      { ...plan, diagonal: '55' },
      { ...plan, duty: 'toilet' },
      { ...plan, panels: { open: ['lit', 'lit'] } },
      { ...plan, panels: { open: ['weather'] } },
      { ...plan, panels: { noon: [] } },
      { ...plan, night: { from: '25:00', until: '06:00' } },
      { ...plan, name: { zh: '', en: 'x' } },
      { ...plan, more: 1 },
    ]) {
      expect((await post('/api/walls', wrong)).body.error?.code).toBe('body_invalid')
    }
  })

  it('removes a wall: its displays show the first one; the last one stays', async () => {
    const { id } = await me(display)
    await post(`/api/displays/${id}/wall`, { wall: 'corridor' })
    const socket = hall.socket('display', { token: display })
    const view = await nextView(socket, 'walls', ({ assigned }) => assigned[id] === 'corridor')
    const rest = view.walls.filter((wall) => wall.id !== 'main')
    for (const wall of rest) expect((await post(`/api/walls/${wall.id}/remove`, {})).status).toBe(200)
    expect((await post('/api/walls/main/remove', {})).body.error?.code).toBe('wall_last')
    const after = await nextView(hall.socket('display', { token: display }), 'walls')
    expect(after.walls.map((wall) => wall.id)).toEqual(['main'])
    expect(after.assigned).toEqual({})
  })

  it('leaves an act; a clerk may not', async () => {
    await post('/api/walls/main', { ...plan, duty: 'hall' })
    const { body } = await hall.api<{ acts: { act: string; about: string }[] }>('GET', '/api/acts', { token: manager })
    expect(body.acts[0]).toMatchObject({ act: 'wall-edit', about: '二楼屏' })
    const clerk = await hall.clerk(null, 'chen')
    expect((await post('/api/walls', plan, clerk)).body.error?.code).toBe('role_required')
    expect((await post('/api/walls', plan, display)).status).toBe(401)
  })
})
