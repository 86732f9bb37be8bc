// The desk in every state.
import type { ComponentProps } from 'svelte'
import type { DeviceFace, Session } from '#contract/intents.ts'
import type { CallProof, DeskView, DeskWindow, StaffFace } from '#contract/views.ts'
import { freshness } from '#assets/hub/freshness.ts'
import PairingCode from '#assets/ui/PairingCode.svelte'
import type { ActFace } from '#contract/intents.ts'
import { pairingText } from '../../desk/pair-text.ts'
import { troubles } from '../../desk/screens-watch.ts'
import ActsScreen from '../../desk/screens/ActsScreen.svelte'
import ChooseWindow from '../../desk/screens/ChooseWindow.svelte'
import Connecting from '../../desk/screens/Connecting.svelte'
import DevicesScreen from '../../desk/screens/DevicesScreen.svelte'
import PairScreen from '../../desk/screens/PairScreen.svelte'
import SignIn from '../../desk/screens/SignIn.svelte'
import WindowScreen from '../../desk/screens/WindowScreen.svelte'
import { cannot, sayAtDesk } from '../../desk/text.ts'
import DeskStage from './DeskStage.svelte'
import { at, catalog, closed, desk, deskTicket, hall, NOW, screens } from './facts.ts'
import { LANDSCAPE, OLD_MONITOR, state, type GalleryState } from './state.ts'

const nothing = () => {}
const clerk: StaffFace = { id: 'wang', name: '示例·王建国', role: 'clerk' }
const manager: StaffFace = { id: 'zhao', name: '示例·赵敏', role: 'manager' }
const staff: StaffFace[] = [
  manager,
  clerk,
  { id: 'chen', name: '示例·陈晓兰', role: 'clerk' },
  { id: 'li', name: '示例·李卫东', role: 'clerk' },
  { id: 'sun', name: '示例·孙丽华', role: 'clerk' },
]

type Page = ComponentProps<typeof DeskStage>['page']
type Frame = ComponentProps<typeof DeskStage>['frame']
const framed = (
  more: Partial<Frame>,
  component: unknown,
  props: Record<string, unknown>,
): ComponentProps<typeof DeskStage> => ({
  frame: {
    view: desk,
    me: { staff: clerk, window: 'w2' },
    now: NOW,
    silence: 400,
    troubles: [],
    page: 'window',
    onpage: nothing,
    onstand: nothing,
    onsignout: nothing,
    ...more,
  },
  page: component as Page,
  props,
})

/** The view with window 2 changed. */
const with2 = (change: Partial<DeskWindow>, more: Partial<DeskView> = {}): DeskView => ({
  ...desk,
  windows: desk.windows.map((window) => (window.number === 2 ? { ...window, ...change } : window)),
  ...more,
})

/** What the screens have proven of the call of C012. */
const proof = (more: Partial<CallProof> = {}): CallProof => ({
  call: 'c1',
  ticket: desk.windows[1]!.current!.id,
  label: 'C012',
  window: 2,
  at: at(0),
  walls: 2,
  shown: 2,
  spoken: 2,
  phone: false,
  proven: 1,
  needed: 1,
  trouble: null,
  ...more,
})

type WindowProps = ComponentProps<typeof WindowScreen>
function atWindow(view: DeskView, more: Partial<WindowProps> = {}, frame: Partial<Frame> = {}) {
  const silence = frame.silence ?? 400
  const props: WindowProps = {
    view,
    window: view.windows.find(({ number }) => number === 2) ?? view.windows[0]!,
    catalog,
    now: NOW,
    freshness: freshness(silence),
    sending: new Set<string>(),
    said: null,
    proofs: [proof()],
    question: null,
    onpress: nothing,
    onsay: nothing,
    onquestion: nothing,
    ...more,
  }
  return framed({ view, ...frame }, WindowScreen, { ...props })
}

const called = with2({})
const current = called.windows[1]!.current!
const serving = with2({
  current: {
    ...current,
    state: 'serving',
    startedAt: at(-6),
    calledAt: at(-8),
    calls: 2,
    version: 4,
    class: 'senior',
    printed: 'failed',
  },
  undo: { label: 'C012', step: 'start' },
})
const idle = with2({ current: null, undo: { label: 'C011', step: 'finish' } })
const empty = with2(
  { current: null, next: [], waiting: 0, undo: null },
  { waiting: [], held: [], missed: [], unprinted: [], lanes: desk.lanes.map((lane) => ({ ...lane, waiting: 0 })) },
)
const leftover = with2(
  { current: null },
  {
    leftover: [
      deskTicket('B021', -1320, { serviceDate: '2026-11-22', state: 'held' }),
      deskTicket('C034', -1290, { serviceDate: '2026-11-22' }),
    ],
    gone: [deskTicket('B014', -30, { state: 'left' })],
  },
)
const many = with2(
  { waiting: 41 },
  {
    waiting: [
      ...desk.waiting,
      ...Array.from({ length: 34 }, (_, index) =>
        deskTicket(`${'CBAD'[index % 4]}0${index + 20}`, -index / 2, index % 5 ? {} : { class: 'senior' }),
      ),
    ],
    lanes: desk.lanes.map((lane) => ({ ...lane, waiting: lane.waiting + 8 })),
    held: [...desk.held, deskTicket('C007', -90, { state: 'held', window: 2 })],
    missed: [
      ...desk.missed,
      deskTicket('B003', -120, { state: 'missed', window: 1 }),
      deskTicket('A001', -140, { state: 'missed', window: 1 }),
    ],
  },
)

const signIn = (more: Partial<ComponentProps<typeof SignIn>> = {}): ComponentProps<typeof SignIn> => ({
  staff,
  preselected: null,
  said: null,
  sending: false,
  onsignin: nothing,
  onsay: nothing,
  ...more,
})
const choose = (more: Partial<ComponentProps<typeof ChooseWindow>> = {}) =>
  framed({ me: { staff: clerk, window: null } }, ChooseWindow, {
    view: idle,
    taken: null,
    said: null,
    sending: false,
    onsit: nothing,
    onclose: nothing,
    ...more,
  })

const boss: Session = { staff: manager, window: 'w2' }
const devices: DeviceFace[] = [
  { id: 's1', kind: 'kiosk', name: '门口取号机', pairedAt: at(-60_000), revokedAt: null },
  { id: 's2', kind: 'display', name: '大厅大屏', pairedAt: at(-60_000), revokedAt: null },
  { id: 's3', kind: 'display', name: '走廊屏', pairedAt: at(-20_000), revokedAt: null },
  { id: 's4', kind: 'desk', name: '2 号窗口电脑', pairedAt: at(-60_000), revokedAt: null },
]
const devicesPage = (more: Partial<ComponentProps<typeof DevicesScreen>> = {}) =>
  framed({ me: boss, page: 'devices' }, DevicesScreen, {
    screens,
    devices,
    now: NOW,
    zone: hall.zone,
    said: null,
    sending: false,
    onapprove: () => Promise.resolve(false),
    onrevoke: nothing,
    ...more,
  })
const acts: ActFace[] = [
  { at: at(-1), staff: clerk.name, act: 'call', about: 'C012', detail: '2' },
  { at: at(-4), staff: '示例·陈晓兰', act: 'start', about: 'B007', detail: '1' },
  { at: at(-9), staff: '示例·陈晓兰', act: 'call', about: 'B007', detail: 'unwell' },
  { at: at(-12), staff: clerk.name, act: 'undo', about: 'C011', detail: 'miss' },
  { at: at(-30), staff: manager.name, act: 'pair', about: '走廊屏', detail: 'display' },
  { at: at(-64), staff: clerk.name, act: 'sit', about: '2', detail: clerk.name },
  { at: at(-65), staff: clerk.name, act: 'sign-in', about: clerk.name, detail: '2 号窗口电脑' },
  { at: at(-66), staff: null, act: 'pin-wrong', about: 'wang', detail: '2 号窗口电脑' },
]
const partly = proof({ shown: 1, spoken: 0, proven: 0 })
const unseen = proof({ walls: 0, shown: 0, spoken: 0, proven: 0, trouble: 'no_wall' })
const unheard = proof({ spoken: 0, proven: 0, trouble: 'not_spoken' })
const trouble = troubles(screens.screens, {}, NOW, hall.zone)
const alert = (text: { zh: string; en: string }) => ({ tone: 'alert' as const, text })
const now = { id: current.id, label: 'C012', state: 'serving' as const, version: 5, window: 1 }

const stage = (id: string, props: ComponentProps<typeof DeskStage>, size: readonly [number, number] = OLD_MONITOR) =>
  state(`desk/${id}`, size, DeskStage, props)

export const deskStates: GalleryState[] = [
  state('desk/connecting', OLD_MONITOR, Connecting, {}),
  state('desk/unpaired', OLD_MONITOR, PairingCode, { kind: 'desk', code: 'TNVBTNLV', failure: null }),
  state('desk/sign-in', OLD_MONITOR, SignIn, signIn()),
  state('desk/sign-in-known', OLD_MONITOR, SignIn, signIn({ preselected: 'wang' })),
  state(
    'desk/pin-wrong',
    OLD_MONITOR,
    SignIn,
    signIn({ preselected: 'wang', said: alert(sayAtDesk({ code: 'pin_wrong', facts: { left: 7 } })) }),
  ),
  state(
    'desk/pin-locked',
    OLD_MONITOR,
    SignIn,
    signIn({ preselected: 'wang', said: alert(sayAtDesk({ code: 'pin_locked', facts: {} })) }),
  ),
  stage('choose-window', choose()),
  stage('window-taken', choose({ taken: { window: 'w1', staff: '示例·陈晓兰' } })),
  stage('idle', atWindow(idle)),
  stage('called', atWindow(called)),
  stage('called-large', atWindow(called), LANDSCAPE),
  stage('serving', atWindow(serving)),
  stage('empty', atWindow(empty, {}, { view: { ...empty, hours: closed } })),
  stage('many-waiting', atWindow(many, {}, { me: boss })),
  stage('sending', atWindow(called, { sending: new Set([`start:${current.id}`]) })),
  stage('ticket-changed', atWindow(idle, { said: alert(sayAtDesk({ code: 'ticket_changed', facts: now })) })),
  stage('not-possible', atWindow(serving, { said: { tone: 'note', text: cannot('miss', 'already_serving', 'C012') } })),
  stage(
    'not-delivered',
    atWindow(called, { said: alert(sayAtDesk({ code: 'offline', facts: {} })) }, { silence: 14_000 }),
  ),
  stage('transfer', atWindow(called, { question: { ask: 'transfer', ticket: current } })),
  stage('out-of-order', atWindow(idle, { question: { ask: 'reason', ticket: desk.waiting[2]! } })),
  stage('leftover', atWindow(leftover, { promised: new Set(leftover.leftover.slice(0, 1).map(({ id }) => id)) })),
  stage('call-partly', atWindow(called, { proofs: [partly] })),
  stage('call-alarm', atWindow(called, { proofs: [unseen] }, { alarm: unseen, troubles: trouble })),
  stage('call-unheard', atWindow(called, { proofs: [unheard] }, { alarm: unheard })),
  stage('missed-unproven', atWindow(called, { proofs: [unheard], question: { ask: 'miss', ticket: current } })),
  stage('screens-trouble', atWindow(called, {}, { troubles: trouble })),
  stage('late', atWindow(called, {}, { silence: 23_000 })),
  stage('lost', atWindow(called, {}, { silence: 150_000 })),
  stage('devices', devicesPage()),
  stage('devices-revoke', devicesPage({ asked: 's3', said: alert(sayAtDesk({ code: 'pairing_unknown', facts: {} })) })),
  stage('acts', framed({ me: boss, page: 'acts' }, ActsScreen, { acts, zone: hall.zone, said: null })),
  ...(['claiming', 'spent', 'missing'] as const).map((one) =>
    state(`desk/pair-${one}`, OLD_MONITOR, PairScreen, { text: pairingText[one], onagain: nothing }),
  ),
  state('desk/pair-offline', OLD_MONITOR, PairScreen, {
    text: pairingText.away({ code: 'offline', facts: {} }),
    onagain: nothing,
  }),
]
