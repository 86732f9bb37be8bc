import { describe, expect, it } from 'vitest'
import type { BuildingFace, PersonFace } from '#contract/people.ts'
import { buildingsSaid, foundSaid, postsSaid, presenceSaid } from './said.ts'

const zone = 'Asia/Shanghai'
/** Monday 14:36 in Shanghai. */
const now = Date.parse('2026-11-23T06:36:00.000Z')
const person = (more: Partial<PersonFace>): PersonFace => ({
  id: 'xu',
  name: '示例·徐伟',
  sound: 'xu wei',
  title: { zh: '物业经理', en: 'Property manager' },
  posts: ['property_manager'],
  committee: null,
  colour: 'blue',
  buildings: [],
  speaks: [],
  found: [],
  ...more,
})
const buildings = Array.from({ length: 12 }, (_, at) => ({ id: `b${at + 1}`, number: at + 1 })) as BuildingFace[]

describe('whether somebody is there', () => {
  it.each([
    [{ here: { until: '2026-11-23T09:00:00.000Z', window: 2, how: 'house' } }, '现在在岗 · 2 号窗口 · 到 17:00'],
    [{ here: { until: '2026-11-23T16:00:00.000Z', how: 'phone' } }, '现在可以打电话 · 到 24:00'],
    [
      {
        here: { until: '2026-11-23T09:00:00.000Z', how: 'house' },
        place: { zh: '健康服务室', en: 'Health room' },
      },
      '现在在岗 · 到 17:00 · 健康服务室',
    ],
    [{ here: { until: '2026-11-23T12:00:00.000Z', how: 'house' } }, '现在在岗 · 到 20:00'],
    [{ here: { until: '2026-11-23T12:00:00.000Z', how: 'round' } }, '现在在小区巡查 · 到 20:00'],
    [{ back: '2026-11-24T00:30:00.000Z' }, '现在不在，明天 08:30 回来'],
    // A view that is older than the return promises nothing.
    [{ back: '2026-11-23T06:30:00.000Z' }, '现在不在'],
    [{}, '现在不在'],
  ] as [Partial<PersonFace>, string][])('%o', (more, said) => {
    expect(presenceSaid(person(more), now, zone).zh).toBe(said)
  })
})

it.each([
  [['b1', 'b2', 'b3', 'b4', 'b5', 'b6'], '1–6 号楼'],
  [['b3'], '3 号楼'],
  [['b12', 'b1', 'b2', 'b7'], '1、2、7、12 号楼'],
  [[], null],
])('buildings %o', (ids, said) => {
  expect(buildingsSaid(person({ buildings: ids }), buildings)?.zh ?? null).toBe(said)
})

it('says when somebody is to be found', () => {
  expect(foundSaid([{ days: [1, 2, 3, 4, 5], from: '08:30', to: '17:00' }])).toEqual({
    zh: '周一至周五 08:30–17:00',
    en: 'Mon–Fri 08:30–17:00',
  })
  expect(
    foundSaid([
      { days: [2, 5], from: '08:30', to: '11:30' },
      { days: [7], from: '09:00', to: '10:00' },
    ])?.zh,
  ).toBe('周二、周五 08:30–11:30；周日 09:00–10:00')
  expect(foundSaid([])).toBeNull()
})

it('names what somebody is once', () => {
  const title = { zh: '3 号楼楼组长', en: 'Leader of building 3' }
  expect(postsSaid(person({ title, posts: ['building_leader'] })).zh).toBe('3 号楼楼组长')
  expect(postsSaid(person({ posts: ['property_manager', 'grid_worker'] })).zh).toBe('物业经理 · 网格员')
})
