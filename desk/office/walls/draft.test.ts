import { describe, expect, it } from 'vitest'
import { WallPlan } from '#contract/walls.ts'
import { WallDuty } from '#contract/words.ts'
import { usualWall } from '#domain/walls.ts'
import { draftOf, faceOf, faultsOf, moved, newDraft, offered, pixelsOf, planOf, sizesOn, turnTo } from './draft.ts'

const usual = { hall: usualWall('hall'), calls: usualWall('calls'), house: usualWall('house'), door: usualWall('door') }
const rooms = [{ id: 'deliberation', name: { zh: '社区议事室', en: 'Deliberation room' } }]

describe('a wall that is being laid out', () => {
  it('begins as walls of its duty are, and is sent as the hub reads it', () => {
    for (const duty of WallDuty.options) {
      const draft = { ...newDraft(duty, usual), room: 'deliberation' }
      expect(faultsOf(draft)).toEqual([])
      expect(WallPlan.parse(planOf(draft))).toMatchObject({ duty, ...usual[duty] })
    }
  })

  it('comes back from the hub as it was sent', () => {
    const draft = { ...newDraft('door', usual), id: 'w1', room: 'deliberation' }
    expect(draftOf(faceOf(draft, rooms))).toEqual(draft)
  })

  it('keeps a name that somebody wrote when its duty changes', () => {
    const draft = newDraft('hall', usual)
    expect(turnTo(draft, 'calls', usual)).toMatchObject({ zh: '走廊叫号屏', distance: 6 })
    expect(turnTo({ ...draft, zh: '北门屏', en: 'North gate' }, 'house', usual)).toMatchObject({
      zh: '北门屏',
      distance: 4,
    })
  })

  it('names what is missing or impossible', () => {
    const wrong = {
      zh: ' ',
      distance: null,
      diagonal: 300,
      duty: 'door',
      night: { from: '21:00', until: '21:00' },
    } as const
    expect(faultsOf({ ...newDraft('door', usual), ...wrong })).toEqual([
      'name',
      'room',
      'distance',
      'diagonal',
      'night',
    ])
  })
})

describe('panels', () => {
  it('are offered where they can be shown and are not shown yet', () => {
    expect(offered('hall', 'open', ['clock', 'calls'])).toContain('next')
    expect(offered('hall', 'open', ['clock', 'calls'])).not.toContain('calls')
    expect(offered('hall', 'closed', [])).not.toContain('calls')
    expect(offered('house', 'open', [])).not.toContain('lanes')
  })

  it('move by one, and not beyond the ends', () => {
    expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c'])
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c'])
    expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c'])
  })
})

it('says how high type becomes on a glass, and from where it is too small', () => {
  const tv = { width: 1920, height: 1080, diagonal: 55 }
  expect(sizesOn(6, tv)).toEqual({ number: 115, far: 81, near: 27, millimetres: 73, farthest: null })
  expect(sizesOn(6, { ...tv, width: 3840, height: 2160 })).toMatchObject({ number: 231, millimetres: 73 })
  expect(sizesOn(20, { ...tv, diagonal: 22 }).farthest).toBeLessThan(8)
  expect(pixelsOf('1080×1920@1.5')).toEqual({ width: 1080, height: 1920 })
  expect(pixelsOf('unknown')).toBeNull()
})
