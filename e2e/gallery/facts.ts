// The hall that the gallery shows: the same shapes that the hub sends, at a fixed moment of a busy Monday afternoon.
// Long because it is data: one sample of every view.
import type {
  BoardView,
  CallFace,
  CatalogView,
  DeskTicket,
  DeskView,
  DutyFace,
  EventFace,
  HallFace,
  HotlineFace,
  HoursFace,
  KioskView,
  LaneFace,
  LedgerView,
  ScreensView,
  Stamp,
  TicketView,
} from '#contract/views.ts'
import matters from '#db/seed/matters.json'
import { HallFile } from '#contract/book.ts'
import { classRule } from '#domain/class-rule.ts'
import hallFile from '#db/seed/hall.json'

const book = HallFile.parse(hallFile)

/** Monday 23 November 2026, 14:36 in Shanghai. */
export const NOW = Date.parse('2026-11-23T06:36:00.000Z')
export const at = (minutes: number) => new Date(NOW + minutes * 60_000).toISOString()

export const stamp: Stamp = { epoch: 'gallery', rev: 214, at: at(0) }

const { name, subdistrict, plaques, address, phone, zone, demo } = book.hall
export const hall: HallFace = { name, subdistrict, plaques, address, phone, zone, demo }

export const open: HoursFace = {
  date: '2026-11-23',
  today: [
    { from: '08:30', to: '11:30', kind: 'regular' },
    { from: '11:30', to: '13:30', kind: 'midday' },
    { from: '13:30', to: '17:00', kind: 'regular' },
    { from: '17:00', to: '20:00', kind: 'extended' },
  ],
  reason: null,
  open: { kind: 'regular', until: '2026-11-23T12:00:00.000Z' },
  next: { at: '2026-11-24T00:30:00.000Z', kind: 'regular' },
  holiday: null,
  lastNumberAt: '2026-11-23T12:00:00.000Z',
  week: Array.from({ length: 7 }, (_, ahead) => ({
    date: `2026-11-${23 + ahead}`,
    spans: book.hours.weekly.find(({ days }) => days.includes(ahead + 1))?.spans ?? [],
    reason: null,
    holiday: null,
  })),
  changesOn: null,
  uncovered: null,
  missing: null,
  proposal: null,
}
export const evening: HoursFace = { ...open, open: { kind: 'extended', until: '2026-11-23T12:00:00.000Z' } }
export const closed: HoursFace = { ...open, open: null, lastNumberAt: null }

const colourOf = new Map(book.committees.map(({ id, colour }) => [id, colour]))
export const lanes: LaneFace[] = book.lanes.map((lane, index) => ({
  id: lane.id,
  prefix: lane.prefix,
  name: lane.name,
  colour: colourOf.get(lane.committee) ?? 'blue',
  waiting: [1, 4, 7, 0][index] ?? 0,
}))
const lane = (prefix: string) => lanes.find((one) => one.prefix === prefix) ?? lanes[0]!

export const duty: DutyFace[] = [
  {
    id: 'd1',
    name: '示例·陈晓兰',
    title: { zh: '全科社工', en: 'All-round social worker' },
    kind: 'window',
    from: at(-66),
    until: at(144),
    window: 1,
    colour: 'amber',
  },
  {
    id: 'd2',
    name: '示例·王建国',
    title: { zh: '社区服务委员会 社工', en: 'Social worker, services' },
    kind: 'window',
    from: at(-66),
    until: at(144),
    window: 2,
    colour: 'amber',
  },
  {
    id: 'd3',
    name: '示例·赵敏',
    title: { zh: '居委会主任', en: 'Director' },
    kind: 'cadre',
    from: at(-366),
    until: at(324),
    window: null,
    colour: 'blue',
  },
]

export const events: EventFace[] = [
  {
    id: 'e1',
    title: { zh: '八段锦晨练', en: 'Baduanjin exercise' },
    kind: 'activity',
    startsAt: at(-336),
    endsAt: at(-276),
    room: { zh: '文体活动室', en: 'Culture and sport room' },
    places: null,
    note: null,
    cancelled: false,
  },
  {
    id: 'e2',
    title: { zh: '加装电梯协调会', en: 'Meeting on adding a lift' },
    kind: 'meeting',
    startsAt: at(24),
    endsAt: at(114),
    room: { zh: '社区议事室', en: 'Deliberation room' },
    places: null,
    note: null,
    cancelled: false,
  },
  {
    id: 'e3',
    title: { zh: '反诈骗讲座', en: 'Talk: recognising fraud' },
    kind: 'activity',
    startsAt: at(264),
    endsAt: at(324),
    room: { zh: '党群活动室', en: 'Community activity room' },
    places: null,
    note: null,
    cancelled: false,
  },
]

const call = (
  id: string,
  prefix: string,
  number: number,
  window: number,
  minutes: number,
  state: CallFace['state'],
  again = false,
): CallFace => ({
  id,
  label: `${prefix}${String(number).padStart(3, '0')}`,
  window,
  colour: lane(prefix).colour,
  at: at(minutes),
  again,
  state,
})
export const calls: CallFace[] = [
  call('c1', 'C', 12, 2, 0, 'called'),
  call('c2', 'B', 7, 1, -4, 'serving'),
  call('c3', 'D', 3, 3, -9, 'serving'),
  call('c4', 'C', 11, 2, -15, 'past'),
  call('c5', 'A', 2, 1, -22, 'past'),
  call('c6', 'C', 10, 2, -31, 'past', true),
]

export const board: BoardView = {
  ...stamp,
  hall,
  hours: open,
  calls,
  next: [
    { label: 'C013', colour: lane('C').colour },
    { label: 'B008', colour: lane('B').colour },
    { label: 'C014', colour: lane('C').colour },
    { label: 'A003', colour: lane('A').colour },
    { label: 'B009', colour: lane('B').colour },
  ],
  lanes,
  windows: book.windows.map(({ number, name }) => ({
    number,
    name,
    staffed: number !== 3,
    label: ['B007', 'C012', 'D003'][number - 1] ?? null,
  })),
  duty,
  events,
  outOfOrder: 1,
}

export const hotlines: HotlineFace[] = book.hotlines
const band = { low: 10, high: 25, at: at(-2) }
const waits = Object.fromEntries(lanes.map(({ id }) => [id, { band, why: null }]))
export const kiosk: KioskView = { ...stamp, hall, hours: open, lanes, duty, hotlines, unserved: [], waits }
export const catalog: CatalogView = {
  ...stamp,
  committees: book.committees,
  matters: matters.matters,
  classes: book.classes.filter(({ choice }) => choice).map(({ id, name, headStart }) => ({ id, name, headStart })),
  appointment: { id: 'appointment', name: { zh: '预约到场', en: 'With an appointment' }, headStart: 10 },
  rule: classRule(book.classes),
  windows: book.windows.map(({ number, allRound, lanes }) => ({
    number,
    lanes: book.lanes.flatMap(({ id }) => (allRound || lanes.includes(id) ? [id] : [])),
  })),
}

let made = 0
/** A ticket as the desk sees it; `joined` in minutes from now. */
export function deskTicket(label: string, joined: number, more: Partial<DeskTicket> = {}): DeskTicket {
  const itsLane = lane(label.slice(0, 1))
  const matter = catalog.matters.find((one) => one.lane === itsLane.id) ?? catalog.matters[0]!
  return {
    id: `t${(made += 1)}`,
    version: 1,
    label,
    serviceDate: '2026-11-23',
    state: 'waiting',
    lane: itsLane.id,
    colour: itsLane.colour,
    matter: matter.id,
    words: matter.words,
    class: 'normal',
    joinedAt: at(joined),
    rankAt: at(joined),
    window: null,
    calledAt: null,
    startedAt: null,
    calls: 0,
    printed: 'printed',
    ...more,
  }
}

const waiting = [
  deskTicket('C013', -26),
  deskTicket('B008', -24),
  deskTicket('C014', -17, { printed: 'failed' }),
  deskTicket('A003', -12),
  deskTicket('B009', -8),
  deskTicket('C015', -3),
]
const serving = deskTicket('C012', -38, { state: 'called', window: 2, calledAt: at(0), calls: 1, version: 2 })
export const desk: DeskView = {
  ...stamp,
  hall,
  hours: open,
  lanes,
  unserved: [],
  windows: book.windows.map((window) => ({
    ...window,
    staff: window.number === 3 ? null : window.number === 2 ? '示例·王建国' : '示例·陈晓兰',
    current: window.number === 2 ? serving : null,
    next: waiting.filter((ticket) => window.allRound || window.lanes.includes(ticket.lane)).slice(0, 3),
    waiting: waiting.filter((ticket) => window.allRound || window.lanes.includes(ticket.lane)).length,
    undo: window.number === 2 ? { label: 'C012', step: 'call' } : null,
  })),
  waiting,
  held: [deskTicket('B006', -52, { state: 'held', window: 1 })],
  gone: [],
  missed: [deskTicket('C009', -70, { state: 'missed', window: 2 })],
  leftover: [],
  unprinted: waiting.filter(({ printed }) => printed === 'failed'),
  duty,
  printers: [{ id: 'p1', name: '门口打印机', state: 'ready' }],
  slips: [],
}

export const screens: ScreensView = {
  ...stamp,
  screens: [
    {
      device: 's1',
      name: '门口取号机',
      kind: 'kiosk',
      connected: true,
      current: true,
      paintedAt: at(0),
      behind: [],
      paintedRev: 214,
      sound: null,
      size: '1080×1920@1',
      version: '0.1.0',
      wall: null,
      outdated: false,
      openedAt: at(-360),
      starts: 1,
      fault: null,
      since: at(-360),
    },
    {
      device: 's2',
      name: '大厅大屏',
      kind: 'display',
      connected: true,
      current: true,
      paintedAt: at(0),
      behind: [],
      paintedRev: 214,
      sound: 'blocked',
      size: '1920×1080@1',
      version: '0.1.0',
      wall: 'hall',
      outdated: false,
      openedAt: at(-360),
      starts: 1,
      fault: null,
      since: at(-360),
    },
    {
      device: 's3',
      name: '走廊屏',
      kind: 'display',
      connected: false,
      current: false,
      paintedAt: at(-14),
      behind: ['board'],
      paintedRev: 197,
      sound: 'on',
      size: '1080×1920@1',
      version: '0.1.0',
      wall: 'hall',
      outdated: false,
      openedAt: at(-360),
      starts: 2,
      fault: null,
      since: at(-360),
    },
  ],
}

export const ticket: TicketView = {
  ...stamp,
  hall,
  hours: open,
  label: 'C014',
  state: 'waiting',
  colour: lane('C').colour,
  lane: lane('C').name,
  words: catalog.matters.find((one) => one.lane === lane('C').id)?.words ?? { zh: '办事', en: 'A matter' },
  bring: catalog.matters.find((one) => one.lane === lane('C').id)?.bring ?? [],
  class: book.classes[0]!.name,
  serviceDate: '2026-11-23',
  joinedAt: at(-17),
  ahead: 3,
  window: null,
  calledAt: null,
  call: null,
  estimate: { band: { low: 10, high: 25, at: at(-2) }, why: null },
  returns: false,
  backUntil: null,
}

export const ledger: LedgerView = {
  ...stamp,
  ...{ date: '2026-11-23', served: 42, longest: 38, overtaken: 12 },
  reasons: [{ reason: 'urgent', times: 1 }],
}
