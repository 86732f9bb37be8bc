// The walls in every layout: each part of the day on each shape of glass, and the reading distances. Then the manager's page.
import type { BoardView, CallFace } from '#contract/views.ts'
import type { WallFace } from '#contract/walls.ts'
import type { WallDuty } from '#contract/words.ts'
import { usualWall } from '#domain/walls.ts'
import WallsPage from '../../desk/office/WallsPage.svelte'
import type { OfficeProps } from '../../desk/office/props.ts'
import Wall from '../../display/Wall.svelte'
import { calendar } from './calendar-facts.ts'
import { at, board, calls, closed, duty, evening, NOW, screens, stamp } from './facts.ts'
import { noticesView } from './notices-facts.ts'
import { officePage } from './office-page.ts'
import { LANDSCAPE, PORTRAIT, state, type GalleryState } from './state.ts'

const WALL_4K = [3840, 2160] as const
const BAR = [1920, 480] as const
const TALL = [480, 1920] as const
const SMALL = [800, 480] as const

export const wall = (duty: WallDuty, more: Partial<WallFace> = {}): WallFace => ({
  id: duty,
  name: { zh: duty, en: duty },
  duty,
  room: null,
  ...usualWall(duty),
  ...more,
})

const free = { next: [], lanes: board.lanes.map((lane) => ({ ...lane, waiting: 0 })) }
const over = calls.map((call): CallFace => ({ ...call, at: at(-200), state: 'past' }))
const rested: BoardView = { ...board, ...free, calls: over, hours: closed, outOfOrder: 0, duty: [] }
const standby = [{ ...duty[2]!, kind: 'standby' as const, from: at(324), until: at(1074) }]

/** The hall at five moments of its day. */
const parts: Record<string, { now: number; view: BoardView }> = {
  before: {
    now: NOW - 410 * 60_000,
    view: { ...rested, calls: [], hours: { ...closed, next: { at: at(-366), kind: 'regular' } } },
  },
  open: { now: NOW, view: { ...board, calls: calls.slice(1) } },
  evening: {
    now: NOW + 234 * 60_000,
    view: {
      ...board,
      ...free,
      calls: over,
      hours: evening,
      duty: [
        { ...duty[0]!, kind: 'evening', from: at(144), until: at(324) },
        { ...duty[2]!, until: at(324) },
      ],
    },
  },
  closed: { now: NOW + 340 * 60_000, view: { ...rested, duty: standby } },
  night: { now: NOW + 504 * 60_000, view: { ...rested, duty: standby, events: [] } },
  holiday: {
    now: NOW,
    view: {
      ...rested,
      calls: [],
      hours: {
        ...closed,
        today: [],
        reason: { zh: '国庆节假期', en: 'Public holiday: National Day' },
        holiday: { name: { zh: '国庆节', en: 'National Day' }, kind: 'rest' },
      },
    },
  },
  calling: { now: NOW, view: board },
}

const well = { freshness: 'fresh', silence: 900, sound: 'on' } as const
const show = (id: string, size: readonly [number, number], part: string, layout: WallFace) =>
  state(`display/${id}`, size, Wall, { ...well, ...parts[part]!, wall: layout, calendar, notices: noticesView })

const sizes = { landscape: LANDSCAPE, portrait: PORTRAIT, bar: BAR, tall: TALL, '4k': WALL_4K } as const

const usual = { hall: usualWall('hall'), calls: usualWall('calls'), house: usualWall('house'), door: usualWall('door') }
const deliberation = { id: 'deliberation', name: { zh: '社区议事室', en: 'Deliberation room' } }
const office = (id: string, more: Partial<OfficeProps> & { open?: string } = {}) =>
  officePage(
    `desk/walls${id}`,
    WallsPage,
    'walls',
    {
      '/api/walls/choices': { usual, rooms: [deliberation] },
      '/api/views/board': { ...board, calls: calls.slice(1) },
    },
    {
      walls: {
        ...stamp,
        walls: [
          wall('hall', { name: { zh: '大厅主屏', en: 'Main wall' } }),
          wall('house', { name: { zh: '走廊信息屏', en: 'Corridor wall' } }),
          wall('door', {
            name: { zh: '议事室门牌', en: 'Deliberation sign' },
            room: { ...deliberation, about: deliberation.name },
          }),
        ],
        assigned: { s3: 'house' },
      },
      screens,
      calendar,
      notices: noticesView,
      ...more,
    },
  )

export const wallsStates: GalleryState[] = [
  office(''),
  office('-corridor', { open: 'house' }),
  office('-sign', { open: 'door' }),
  office('-new', { open: 'new' }),
  office('-loading', { walls: undefined }),
  ...(['hall', 'house'] as const).flatMap((one) =>
    Object.keys(parts).flatMap((part) =>
      (['landscape', 'portrait'] as const).map((shape) =>
        show(`${one}-${part}-${shape}`, sizes[shape], part, wall(one)),
      ),
    ),
  ),
  ...(['landscape', 'portrait', 'tall', 'bar'] as const).map((shape) =>
    show(`calls-open-${shape}`, sizes[shape], 'open', wall('calls', { distance: 4, diagonal: 43 })),
  ),
  ...[3, 8].flatMap((distance) =>
    (['open', 'calling', 'closed'] as const).flatMap((part) =>
      (['landscape', 'portrait'] as const).map((shape) =>
        show(`hall-${distance}m-${part}-${shape}`, sizes[shape], part, wall('hall', { distance })),
      ),
    ),
  ),
  show('hall-open-4k', WALL_4K, 'open', wall('hall')),
  show('hall-open-tall', TALL, 'open', wall('hall', { distance: 2, diagonal: 28 })),
  show('hall-open-bar', BAR, 'open', wall('hall', { distance: 2, diagonal: 28 })),
  show('house-open-bar', BAR, 'open', wall('house', { distance: 2, diagonal: 28 })),
  show('hall-still', LANDSCAPE, 'open', wall('hall', { movement: false })),
  ...Object.entries({ landscape: LANDSCAPE, tall: TALL, bar: BAR, small: SMALL }).map(([shape, size]) =>
    show(
      `door-${shape}`,
      size,
      'open',
      wall('door', {
        room: {
          id: 'deliberation',
          name: { zh: '社区议事室', en: 'Deliberation room' },
          about: { zh: '听证会、协调会、评议会、楼组议事', en: 'Hearings, coordination and review meetings' },
        },
        ...(shape === 'small' && { diagonal: 10, distance: 1 }),
      }),
    ),
  ),
]
