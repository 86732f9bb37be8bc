// The display in every state.
import type { BoardView, CallFace, LedgerView } from '#contract/views.ts'
import type { WallFace } from '#contract/walls.ts'
import PairingCode from '#assets/ui/PairingCode.svelte'
import Wall from '../../display/Wall.svelte'
import { at, board, calls, closed, duty, evening, events, ledger, NOW } from './facts.ts'
import { LANDSCAPE, PORTRAIT, state, type GalleryState } from './state.ts'
import { wall } from './walls-states.ts'

const WALL_4K = [3840, 2160] as const

type Shown = {
  view: BoardView | undefined
  now: number
  freshness: 'fresh' | 'late' | 'lost'
  silence: number
  sound: 'on' | 'blocked' | 'broken'
  announcing?: string
  ledger?: LedgerView
  wall?: WallFace
}
const well: Omit<Shown, 'view'> = { now: NOW, freshness: 'fresh', silence: 900, sound: 'on', ledger }

const called = (id: string, label: string, window: number, colour: CallFace['colour'], seconds: number): CallFace => ({
  id,
  label,
  window,
  colour,
  at: at(-seconds / 60),
  again: false,
  state: 'called',
})
const four = [
  called('n4', 'C012', 2, 'amber', 1),
  called('n3', 'B007', 1, 'blue', 2),
  called('n2', 'D003', 3, 'green', 3),
  called('n1', 'A014', 4, 'red', 4),
]
const over = calls.map((call): CallFace => ({ ...call, at: at(-200), state: 'past' }))
/** The hall's clock at half past six and at eleven in the evening. */
const DUSK = NOW + 234 * 60_000
const NIGHT = NOW + 504 * 60_000
const free = { next: [], lanes: board.lanes.map((lane) => ({ ...lane, waiting: 0 })) }

const house = wall('house')
const receiving: WallFace = { ...house, panels: { ...house.panels, open: ['clock', 'lit', 'reception', 'plaques'] } }

const shown: Record<string, Shown> = {
  busy: { ...well, view: { ...board, calls: [{ ...calls[0]!, at: at(-1) }, ...calls.slice(1)] } },
  'call-fresh': { ...well, view: board },
  'calls-two': { ...well, view: { ...board, calls: [...four.slice(0, 2), ...calls.slice(1)] } },
  'calls-three': { ...well, view: { ...board, calls: [...four.slice(0, 3), ...calls.slice(1)] } },
  'calls-four': { ...well, view: { ...board, calls: [...four, ...calls.slice(1, 5)] }, announcing: 'n1' },
  'calls-long': {
    ...well,
    view: { ...board, calls: [called('n1', 'C1012', 12, 'amber', 1), ...calls.slice(1)] },
  },
  'last-call': { ...well, view: { ...board, ...free, calls: over } },
  quiet: { ...well, view: { ...board, ...free, calls: [], outOfOrder: 0 } },
  evening: {
    ...well,
    now: DUSK,
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
  finishing: {
    ...well,
    now: NOW + 330 * 60_000,
    view: { ...board, hours: closed, calls: calls.slice(1), duty: duty.slice(2) },
  },
  night: {
    ...well,
    now: NIGHT,
    view: {
      ...board,
      ...free,
      calls: over,
      hours: closed,
      duty: [{ ...duty[2]!, kind: 'standby', from: at(324), until: at(1074) }],
      events: [],
    },
  },
  'night-nobody': { ...well, now: NIGHT, view: { ...board, ...free, calls: [], hours: closed, duty: [], events: [] } },
  empty: { ...well, view: { ...board, duty: [], events: [], outOfOrder: 0 } },
  crowded: {
    ...well,
    view: {
      ...board,
      calls: [
        { ...calls[0]!, at: at(-1) },
        ...calls.slice(1),
        ...over.slice(0, 2).map((call) => ({ ...call, id: `${call.id}x` })),
      ],
      next: [...board.next, { label: 'D004', colour: 'green' }],
      lanes: [...board.lanes, ...board.lanes.map((lane) => ({ ...lane, id: `${lane.id}x`, prefix: 'E', waiting: 12 }))],
      duty: [...duty, { ...duty[1]!, id: 'd4', kind: 'patrol', window: null }, { ...duty[0]!, id: 'd5', window: 12 }],
      events: [...events, ...events.map((event) => ({ ...event, id: `${event.id}x` }))],
      hours: { ...board.hours, reason: { zh: '国庆调休，周六上班', en: 'A working Saturday for the National Day' } },
    },
  },
  /** 今日我接待 where one window pauses with its clerk and another without anybody. */
  paused: {
    ...well,
    view: {
      ...board,
      calls: calls.slice(1),
      windows: board.windows.map((window) =>
        window.number === 1 ? window : { ...window, away: { reason: 'rest', until: at(13) } },
      ),
    },
    wall: receiving,
  },
  late: { ...well, view: { ...board, calls: calls.slice(1) }, freshness: 'late', silence: 23_000 },
  lost: { ...well, view: board, freshness: 'lost', silence: 4 * 60_000, now: NOW + 240_000 },
  connecting: { ...well, view: undefined, silence: Number.POSITIVE_INFINITY },
  'never-connected': { ...well, view: undefined, freshness: 'lost', silence: Number.POSITIVE_INFINITY },
  'sound-blocked': { ...well, view: { ...board, calls: calls.slice(1) }, sound: 'blocked' },
  'sound-broken': { ...well, view: { ...board, calls: calls.slice(1) }, sound: 'broken' },
}

const pairing = { kind: 'display', code: 'BDFGHKRT', failure: null } as const

export const displayStates: GalleryState[] = [
  ...Object.entries(shown).flatMap(([name, props]) => [
    state(`display/${name}`, LANDSCAPE, Wall, props),
    state(`display/${name}-portrait`, PORTRAIT, Wall, props),
  ]),
  state('display/busy-4k', WALL_4K, Wall, shown.busy!),
  state('display/pairing', LANDSCAPE, PairingCode, pairing),
  state('display/pairing-portrait', PORTRAIT, PairingCode, pairing),
  state('display/pairing-away', LANDSCAPE, PairingCode, { ...pairing, failure: { code: 'offline', facts: {} } }),
  state('display/pairing-waiting', LANDSCAPE, PairingCode, { ...pairing, code: null, failure: null }),
]
