// The states of closing time and of the live panel, at the desk and on the phone.
import type { Closing, ClosingTicket, Decided, DecidedForYou, PanelView } from '#contract/closing.ts'
import type { DeskView, TicketView } from '#contract/views.ts'
import matters from '#db/seed/matters.json'
import ClosingPage from '../../desk/office/ClosingPage.svelte'
import PanelPage from '../../desk/office/PanelPage.svelte'
import Ticket from '../../phone/screens/Ticket.svelte'
import ClosingStage from './ClosingStage.svelte'
import { at, closed, desk, evening, lanes, NOW, screens, ticket } from './facts.ts'
import { officePage } from './office-page.ts'
import { OLD_MONITOR, PHONE, state, type GalleryState } from './state.ts'

const words = (at: number) => matters.matters[at % matters.matters.length]!.words
const colours = ['red', 'blue', 'amber', 'green'] as const
const waits = (number: number, minutes: number, more: Partial<ClosingTicket> = {}): ClosingTicket => ({
  ...{ id: `c${number}`, version: 1, label: `${'ABCD'[number % 4]}0${number}`, colour: colours[number % 4]! },
  ...{ words: words(number * 5), state: 'waiting', serviceDate: '2026-11-23', joinedAt: at(-minutes), outOfRank: true },
  ...more,
})
const was = (number: number, decision: Decided['decision'], minutes: number, by = '示例·陈晓兰'): Decided => ({
  ...{ id: `d${number}`, label: `${'ABCD'[number % 4]}0${number}`, colour: colours[number % 4]!, words: words(number) },
  ...{ serviceDate: '2026-11-23', decision, at: at(-minutes), by },
})
const hour: Closing = {
  at: at(0),
  phase: 'hour',
  closesAt: at(24),
  forecast: {
    ...{ waiting: 12, windows: 2, unserved: 0, why: null, standard: false },
    ends: { from: at(38), until: at(74) },
    another: { from: at(22), until: at(46) },
  },
  today: 12,
  earlier: 0,
  tickets: [waits(21, 44, { outOfRank: false }), ...[22, 23, 24, 26, 27, 29].map((one) => waits(one, 66 - one))],
  decided: [],
  promised: [],
}
const shut: Closing = {
  ...hour,
  phase: 'closed',
  closesAt: at(-11),
  forecast: {
    ...hour.forecast!,
    waiting: 3,
    windows: 1,
    ends: { from: at(14), until: at(33) },
    another: { from: at(8), until: at(21) },
  },
  today: 5,
  tickets: [
    waits(31, 62, { outOfRank: false }),
    waits(32, 41),
    waits(34, 38),
    waits(18, 121, { state: 'held', outOfRank: false }),
    waits(15, 163, { state: 'missed', outOfRank: false }),
  ],
  decided: [
    was(29, 'next_day', 2),
    was(27, 'phone_call', 5),
    was(26, 'handed_over', 9, '示例·王建国'),
    was(30, 'left', 10),
  ],
  promised: [was(29, 'next_day', 2)],
}
const morning: Closing = {
  ...hour,
  phase: 'day',
  closesAt: at(324),
  forecast: null,
  today: 9,
  earlier: 2,
  tickets: [
    waits(33, 1130, { serviceDate: '2026-11-22', outOfRank: false }),
    waits(35, 1096, { serviceDate: '2026-11-22', outOfRank: false }),
  ],
  decided: [],
  promised: [was(29, 'next_day', 1080)],
}
const unsaid: Closing = {
  ...hour,
  forecast: { ...hour.forecast!, windows: 1, unserved: 4, ends: null, why: 'no_window', another: null, standard: true },
}

const panel: PanelView = {
  at: at(0),
  targets: { wait: 30, lanes: { service: 20 } },
  provenCalls: 1,
  lanes: lanes.map(({ id, waiting }, index) => ({
    ...{ id, waiting, target: id === 'service' ? 20 : 30, over: [0, 0, 3, 0][index] ?? 0 },
    since: waiting === 0 ? null : at(-([11, 26, 43, 0][index] ?? 0)),
  })),
  windows: desk.windows.map(({ id }, index) => ({ id, seatedAt: index < 2 ? at(-66 + index * 7) : null })),
  over: [43, 31, 24].map((minutes, index) => ({
    ...{ label: `C0${11 + index}`, colour: 'amber' as const, words: words(index * 3 + 2), lane: 'service' },
    joinedAt: at(-minutes),
  })),
}
/** Nobody sits at any window that serves all. */
const thin: DeskView = {
  ...desk,
  windows: desk.windows.map((window) => (window.number === 2 ? window : { ...window, staff: null, current: null })),
}
const closing = (id: string, facts: Closing, view: DeskView) =>
  officePage(`desk/${id}`, ClosingPage, 'closing', { '/api/closing': facts }, { desk: view })
const answers = { '/api/panel': panel }
const strip = (id: string, facts: Closing) =>
  state(`desk/${id}`, OLD_MONITOR, ClosingStage, { closing: facts, view: desk, now: NOW })

const promised = { state: 'held', ahead: null, window: null } as const
const told = (id: string, more: Partial<TicketView>, decided: DecidedForYou) =>
  state(`phone/${id}`, PHONE, Ticket, {
    ...{ now: NOW, freshness: 'fresh' as const, silence: 900, decided },
    ticket: { ...ticket, ...more },
  })

export const closingStates: GalleryState[] = [
  told('closing-next-day', { ...promised, hours: closed }, { decision: 'next_day', today: false, opens: at(1074) }),
  told(
    'closing-call',
    { state: 'left', ahead: null, hours: closed },
    { decision: 'phone_call', today: false, opens: at(1074) },
  ),
  strip('closing-strip-hour', hour),
  strip('closing-strip-morning', { ...morning, earlier: 2 }),
  closing('closing-hour', unsaid, { ...desk, hours: evening }),
  closing('closing-closed', shut, { ...desk, hours: closed }),
  closing('closing-morning', morning, desk),
  officePage('desk/panel', PanelPage, 'panel', answers, { screens }),
  officePage('desk/panel-targets', PanelPage, 'panel', answers, {
    ...{ desk: thin, screens: { ...screens, screens: [] } },
    ...({ editing: true } as object),
  }),
]
