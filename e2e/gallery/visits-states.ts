// Several matters on one number, what is missing for them, pauses, closing a window, and windows as the manager lays them out.
import type { ComponentProps } from 'svelte'
import type { DeskTicket, DeskView } from '#contract/views.ts'
import type { ChecklistSheet, MatterStand, UnservedLane, VisitFace, WindowPlan } from '#contract/visits.ts'
import { freshness } from '#assets/hub/freshness.ts'
import WindowsPage from '../../desk/office/WindowsPage.svelte'
import WindowScreen from '../../desk/screens/WindowScreen.svelte'
import CloseChoice from '../../desk/visit/CloseChoice.svelte'
import PauseChoice from '../../desk/visit/PauseChoice.svelte'
import Paused from '../../desk/visit/Paused.svelte'
import Sheets from '../../desk/visit/Sheets.svelte'
import type { Frame } from '../../kiosk/frame.ts'
import Matter from '../../kiosk/screens/Matter.svelte'
import Another from '../../kiosk/visit/Another.svelte'
import HallNow from '../../phone/guest/HallNow.svelte'
import Ticket from '../../phone/screens/Ticket.svelte'
import DeskStage from './DeskStage.svelte'
import { at, catalog, desk, deskTicket, hall, kiosk, NOW, open, ticket } from './facts.ts'
import { officePage } from './office-page.ts'
import { peopleView as people } from './people-facts.ts'
import { OLD_MONITOR, PHONE, PORTRAIT, state } from './state.ts'

const nothing = () => {}
const matterOf = (id: string) => catalog.matters.find((one) => one.id === id) ?? catalog.matters[0]!
const [roof, card, work] = [matterOf('roof-leak'), matterOf('senior-card'), matterOf('job')] as const

// The kiosk.
const frame: Frame = { kiosk, now: NOW, freshness: 'fresh', silence: 800, elder: false, onelder: nothing }
const away: UnservedLane = {
  lane: roof.lane,
  waiting: 2,
  back: { at: at(24), name: '示例·李卫东', window: 3 },
}
const atMatter = { catalog, people, ontake: nothing, onwho: nothing, onanother: nothing, onback: nothing }
const unserved: Frame = { ...frame, kiosk: { ...kiosk, unserved: [away] } }
const unservedHall = { ...kiosk, unserved: [away, { lane: 'party', waiting: 0, back: null }] }

// The desk.
const told = (id: string, stand: MatterStand) => ({ id, words: matterOf(id).words, stand })
const current = deskTicket('B007', -38, {
  ...{ state: 'serving', window: 2, matter: roof.id, words: roof.words, calledAt: at(-6), startedAt: at(-5) },
  ...{ calls: 1, version: 4 },
  matters: [told(roof.id, 'now'), told(card.id, 'next')],
  checklist: [{ matter: roof.id, missing: roof.bring.slice(0, 1), note: '房产证复印件', at: at(-1) }],
})
const unservedDesk = [away, { lane: 'party', waiting: 0, back: null }]
const at2 = (ticket: DeskTicket | null, more: Partial<DeskView['windows'][number]> = {}): DeskView => ({
  ...desk,
  unserved: unservedDesk,
  windows: desk.windows.map((window) => (window.number === 2 ? { ...window, current: ticket, ...more } : window)),
})
const serving = at2(current, { undo: { label: 'B007', step: 'start' } })
const stage = (view: DeskView, page: unknown, props: Record<string, unknown>): ComponentProps<typeof DeskStage> => ({
  frame: {
    view,
    me: { staff: { id: 'wang', name: '示例·王建国', role: 'clerk' }, window: 'w2' },
    now: NOW,
    silence: 400,
    troubles: [],
    page: 'window',
    onpage: nothing,
    onstand: nothing,
    onpause: nothing,
    onsignout: nothing,
  },
  page: page as ComponentProps<typeof DeskStage>['page'],
  props,
})
const working = {
  view: serving,
  window: serving.windows[1]!,
  ...{ catalog, now: NOW, freshness: freshness(400), sending: new Set<string>(), said: null },
  ...{ onpress: nothing, onsay: nothing, onquestion: nothing },
}
const pause = { reason: 'meal', until: at(24) } as const
const paused = at2(null, { away: pause })

const plan: WindowPlan = {
  windows: desk.windows.map(({ id, number, name, allRound, lanes, staff }) => ({
    ...{ id, number, name, allRound, lanes, staff },
    away: number === 2 ? pause : null,
    holds: number === 2 ? ['C012', 'B006'] : [],
  })),
  lanes: desk.lanes.map(({ id, prefix, name, waiting }) => ({
    ...{ id, prefix, name, open: waiting },
    matters: catalog.matters.filter(({ lane }) => lane === id).length,
  })),
  preference: { each: 5, most: 10 },
}

// Paper and phone.
const sheet: ChecklistSheet = {
  ...{ hall: hall.name, phone: hall.phone, date: open.date, label: 'C012', matter: work.words, name: work.name },
  steps: work.steps,
  bring: work.bring.map((thing, index) => ({ thing, missing: index === 0 })),
  note: '一寸照片两张',
  hours: [
    { zh: '周一至周五 08:30–20:00', en: 'Mon–Fri 08:30–20:00' },
    { zh: '周六至周日 08:30–11:30', en: 'Sat–Sun 08:30–11:30' },
  ],
}
const visited = (id: string, stand: MatterStand, more: Partial<VisitFace> = {}): VisitFace => {
  const { words, steps, bring } = matterOf(id)
  return { words, stand, steps, bring, missing: [], note: '', ...more }
}
const two = [visited(card.id, 'now'), visited(roof.id, 'next')]
const lacking = [
  visited(roof.id, 'done'),
  visited(work.id, 'now', { missing: work.bring.slice(0, 1), note: '一寸照片两张' }),
]
const phone = { now: NOW, freshness: 'fresh', silence: 900 } as const

export const visitsStates = [
  state('kiosk/matter-unserved', PORTRAIT, Matter, { frame: unserved, ...atMatter, matter: roof }),
  state('phone/hall-unserved', PHONE, HallNow, { ...phone, kiosk: unservedHall, proposals: [] }),
  state('kiosk/another', PORTRAIT, Another, {
    ...{ frame, catalog, chosen: [roof.id], onmatter: nothing, oncommittee: nothing, onback: nothing },
  }),
  state('kiosk/matter-second', PORTRAIT, Matter, { frame, ...atMatter, matter: card, chosen: [roof.id] }),
  state('desk/matters', OLD_MONITOR, DeskStage, stage(serving, WindowScreen, { ...working, question: null })),
  state(
    'desk/add-matter',
    OLD_MONITOR,
    DeskStage,
    stage(serving, WindowScreen, { ...working, question: { ask: 'add', ticket: current } }),
  ),
  state(
    'desk/pause',
    OLD_MONITOR,
    DeskStage,
    stage(paused, PauseChoice, { now: NOW, zone: hall.zone, onchoose: nothing, onclose: nothing }),
  ),
  state(
    'desk/paused',
    OLD_MONITOR,
    DeskStage,
    stage(paused, Paused, {
      ...{ window: paused.windows[1]!, away: pause, now: NOW, zone: hall.zone, said: null, sending: false },
      ...{ onback: nothing, onlonger: nothing },
    }),
  ),
  state(
    'desk/close-window',
    OLD_MONITOR,
    DeskStage,
    stage(serving, CloseChoice, {
      ...{ view: serving, window: serving.windows[1]!, onhand: nothing, onswap: nothing, onclose: nothing },
    }),
  ),
  state(
    'desk/sign-out',
    OLD_MONITOR,
    DeskStage,
    stage(serving, CloseChoice, {
      ...{ view: serving, window: serving.windows[1]!, out: true },
      ...{ onhand: nothing, onswap: nothing, onclose: nothing },
    }),
  ),
  state('desk/checklist-paper', [400, 900], Sheets, { sheets: [sheet], preview: true }),
  officePage('desk/windows', WindowsPage, 'windows', { '/api/windows': plan }),
  state('phone/matters', PHONE, Ticket, {
    ...phone,
    ticket: { ...ticket, words: card.words, bring: card.bring, visit: two },
  }),
  state('phone/missing', PHONE, Ticket, {
    ...phone,
    ticket: { ...ticket, state: 'held', window: 2, ahead: null, words: work.words, bring: work.bring, visit: lacking },
  }),
]
