// The states of everything that belongs to screens that live for years: walls that are alone, and what the manager sees of each screen.
import type { ComponentProps } from 'svelte'
import type { AlmanacView, CalendarView, ScreenFace, WallsView } from '#contract/views.ts'
import { alone } from '#assets/hub/alone.ts'
import DevicesScreen from '../../desk/screens/DevicesScreen.svelte'
import Standby from '../../display/Standby.svelte'
import Wall from '../../display/Wall.svelte'
import DeskStage from './DeskStage.svelte'
import { at, board, desk, duty, events, hall, NOW, screens, stamp } from './facts.ts'
import { LANDSCAPE, OLD_MONITOR, PORTRAIT, state, type GalleryState } from './state.ts'

const DAY = 86_400_000
const dates = Array.from({ length: 14 }, (_, ahead) => new Date(NOW + ahead * DAY).toISOString().slice(0, 10))
const instant = (date: string, time: string) => new Date(`${date}T${time}:00+08:00`).toISOString()
const almanac: AlmanacView = {
  ...stamp,
  days: dates.map((date, ahead) => {
    const spans = [5, 6].includes(ahead % 7)
      ? [{ from: '08:30', to: '11:30', kind: 'weekend' as const }]
      : [
          { from: '08:30', to: '17:00', kind: 'regular' as const },
          { from: '17:00', to: '20:00', kind: 'extended' as const },
        ]
    const openings = spans.map(({ from, to, kind }) => ({ from: instant(date, from), to: instant(date, to), kind }))
    return { date, spans, openings, reason: null, holiday: null }
  }),
  duty: dates.flatMap((date) =>
    duty.slice(0, 2).map((one) => ({
      ...one,
      id: `${one.id}-${date}`,
      from: instant(date, '08:30'),
      until: instant(date, '17:00'),
    })),
  ),
}
const calendar: CalendarView = {
  ...stamp,
  today: dates[0]!,
  days: dates.map((date, ahead) => ({
    date,
    holiday: null,
    lunar: { zh: '十月十四', en: '10-14' },
    festival: null,
    events: ahead === 3 ? [{ ...events[1]!, startsAt: instant(date, '15:00'), endsAt: instant(date, '16:30') }] : [],
  })),
  rooms: [],
}

/** The wall `days` after its hub was last heard. */
function left(days: number) {
  const silence = days * DAY
  const now = NOW + silence
  const view = alone({ board, almanac, calendar }, now).views.board
  return { view, now, freshness: 'lost' as const, silence, sound: 'on' as const }
}
const standby = (why: 'outlived' | 'broken') => ({
  hall,
  now: NOW + 16 * DAY,
  silence: why === 'outlived' ? 16 * DAY : 900,
  why,
})

const well = screens.screens[1]!
const troubled: ScreenFace[] = [
  { ...screens.screens[0]!, size: '1080×1920@1', version: '0.1.0+3cd0d0e' },
  {
    ...well,
    sound: 'on',
    version: '0.1.0+3cd0d0e',
    openedAt: at(-60 * 24 * 12),
    since: at(-60 * 24 * 2),
    starts: 0,
  },
  {
    ...well,
    device: 's3',
    name: '走廊屏',
    connected: false,
    current: false,
    paintedAt: at(-194),
    size: '1080×1920@1',
    version: '0.1.0+3cd0d0e',
    starts: 2,
  },
  {
    ...well,
    device: 's5',
    name: '二楼活动室门牌',
    current: false,
    behind: ['notices', 'calendar'],
    paintedAt: at(-9),
    sound: 'blocked',
    wall: 'door',
    size: '480×1920@1',
    version: '0.1.0+2b9c1aa',
    outdated: true,
    starts: 1,
  },
  {
    ...well,
    device: 's6',
    name: '服务站小屏',
    sound: 'on',
    size: '1280×800@1.5',
    version: '0.1.0+3cd0d0e',
    openedAt: at(-21),
    starts: 8,
    fault: { at: at(-22), what: "TypeError: Cannot read properties of undefined (reading 'spans') Wall-DkGJX2aa.js:1" },
  },
]
const walls = { ...stamp, walls: [{ id: 'hall', name: { zh: '大厅主屏', en: 'Main wall' } }], assigned: {} }

const frame = (more: { renew?: () => void } = {}) => ({
  view: desk,
  me: { staff: { id: 'manager', name: '示例·赵敏', role: 'manager' as const }, window: 'w2' },
  now: NOW,
  silence: 900,
  troubles: [],
  page: 'devices' as const,
  onpage: () => {},
  onstand: () => {},
  onsignout: () => {},
  ...more,
})
const stage = (list: ScreenFace[], more: { renew?: () => void } = {}) => ({
  frame: frame(more),
  page: DevicesScreen as ComponentProps<typeof DeskStage>['page'],
  props: {
    screens: { ...stamp, screens: list },
    walls: walls as unknown as WallsView,
    devices: list.map(({ device, kind, name }) => ({ id: device, kind, name, pairedAt: at(-60_000), revokedAt: null })),
    now: NOW,
    zone: hall.zone,
    said: null,
    sending: false,
    onapprove: () => Promise.resolve(false),
    onrevoke: () => {},
  },
})

export const screensStates: GalleryState[] = [
  state('display/alone-3-hours', LANDSCAPE, Wall, left(3 / 24)),
  state('display/alone-3-days', LANDSCAPE, Wall, left(3)),
  state('display/alone-3-days-portrait', PORTRAIT, Wall, left(3)),
  state('display/outlived', LANDSCAPE, Standby, standby('outlived')),
  state('display/outlived-portrait', PORTRAIT, Standby, standby('outlived')),
  state('display/broken', LANDSCAPE, Standby, standby('broken')),
  state('desk/screens', OLD_MONITOR, DeskStage, stage(troubled)),
  state('desk/screens-well', OLD_MONITOR, DeskStage, stage(troubled.slice(0, 2))),
  state('desk/new-version', OLD_MONITOR, DeskStage, stage(troubled.slice(0, 2), { renew: () => {} })),
]
