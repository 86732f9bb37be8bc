// The states of everything that belongs to alerts, on every screen.
import type { Component, ComponentProps } from 'svelte'
import { ALERT_LIMITS, type AlertDraftFace, type AlertOffice, type AlertRecord } from '#contract/alerts.ts'
import type { Session } from '#contract/intents.ts'
import type { AlertFace, AlertView } from '#contract/views.ts'
import { Hazard } from '#contract/words.ts'
import { readingSizes } from '#assets/ui/reading-size.ts'
import { faceOf, firstPart, nextPart, type Alert } from '#domain/alerts.ts'
import { preparedWords } from '#domain/alerts-words.ts'
import { begin, choose, type Writing } from '../../desk/office/alerts/compose.ts'
import AlertsPage from '../../desk/office/AlertsPage.svelte'
import WindowScreen from '../../desk/screens/WindowScreen.svelte'
import { usual } from '../../display/layout.ts'
import Wall from '../../display/Wall.svelte'
import Home from '../../kiosk/screens/Home.svelte'
import Ticket from '../../phone/screens/Ticket.svelte'
import AlertDeskStage from './AlertDeskStage.svelte'
import AlertStage from './AlertStage.svelte'
import { at, board, calls, catalog, desk, hall, kiosk, NOW, screens, stamp, ticket } from './facts.ts'
import { LANDSCAPE, OLD_MONITOR, PHONE, PORTRAIT, state, type GalleryState } from './state.ts'

const SENT = NOW - 4 * 60_000

/** A message as the hub makes it: from its parts, with a drill's marks. */
function message(
  hazard: Hazard,
  { drill = false, end }: { drill?: boolean; end?: 'clear' | 'cancel' } = {},
): AlertFace {
  const first = firstPart({ drill, words: preparedWords(hazard, hall) }, { id: 'part-1', now: SENT })
  const alert: Alert = { id: 'alert-1', hazard, drill, parts: [first] }
  if (!end) return faceOf(alert)
  const next = nextPart(alert, { step: end, after: 'part-1' }, { id: 'part-2', now: NOW - 60_000 })
  return faceOf(next.ok ? { ...alert, parts: [first, next.part] } : alert)
}
const viewOf = (alert: AlertFace | null): AlertView => ({ ...stamp, hall, alert })

/** As long as words may be. */
const longest = (drill: boolean): AlertFace =>
  faceOf({
    id: 'alert-1',
    hazard: 'other',
    drill,
    parts: [
      firstPart(
        {
          drill,
          words: {
            headline: {
              zh: '北门附近有大树倒下请绕行东门和南门',
              en: 'A large tree has fallen: use the east and south gates',
            },
            instruction: {
              zh: '北门外有大树压断电线，请不要靠近，不要触碰树枝和积水。带孩子和老人的请从东门或者南门走。',
              en: 'A tree has brought down power lines outside the north gate. Keep away, touch neither branches nor water. With children or old people take the east gate.',
            },
            where: {
              zh: '请走东门或南门；要帮忙请打 021-0000 0100，或到大厅窗口找工作人员',
              en: 'Use the east or south gate. For help ring 021-0000 0100 or come to a window of this hall',
            },
          },
        },
        { id: 'part-1', now: SENT },
      ),
    ],
  })

const wall = { view: board, now: NOW, freshness: 'fresh', silence: 900, sound: 'on' }
const frame = { kiosk, now: NOW, freshness: 'fresh', silence: 800, elder: false, onelder: () => {} }
const nothing = () => {}
const home = {
  frame,
  catalog,
  people: undefined,
  onmatter: nothing,
  oncommittee: nothing,
  onlook: nothing,
  onread: nothing,
}
const follow = { ticket, now: NOW, freshness: 'fresh', silence: 900 }

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each screen has props of its own
const under = (component: unknown) => component as Component<any>
/** As the wall's App does: an emergency is read from as far as everything else on this wall. */
const sizesOn = ([width, height]: readonly [number, number], distance = usual.distance) =>
  readingSizes(distance, { width, height, diagonal: usual.diagonal })
const onWall = (id: string, alert: AlertFace, size: readonly [number, number] = LANDSCAPE, now = NOW) =>
  state(`display/alert-${id}`, size, AlertStage, {
    over: { view: viewOf(alert), now, place: 'wall', calls: calls.slice(0, 1), sizes: sizesOn(size) },
    under: under(Wall),
    props: wall,
  })
/** A wall that is read from eight metres. */
const far = { ...usual, id: 'far', name: hall.name, distance: 8 }
const fromAfar = (id: string, alert: AlertFace) =>
  state(`display/alert-${id}`, LANDSCAPE, AlertStage, {
    over: { view: viewOf(alert), now: NOW, place: 'wall', sizes: sizesOn(LANDSCAPE, far.distance) },
    under: under(Wall),
    props: { ...wall, wall: far },
  })
const onKiosk = (id: string, alert: AlertFace, read = false, size: readonly [number, number] = PORTRAIT) =>
  state(`kiosk/alert-${id}`, size, AlertStage, {
    over: { view: viewOf(alert), now: NOW, place: 'kiosk', read },
    under: under(Home),
    props: home,
  })
const onPhone = (id: string, alert: AlertFace, read = false, size: readonly [number, number] = PHONE) =>
  state(`phone/alert-${id}`, size, AlertStage, {
    over: { view: viewOf(alert), now: NOW, place: 'phone', read },
    under: under(Ticket),
    props: follow,
  })

const fire = message('fire')
const drill = message('fire', { drill: true })

// The desk.
const manager: Session = { staff: { id: 'zhao', name: '示例·赵敏', role: 'manager' }, window: 'w2' }
const clerk: Session = { staff: { id: 'wang', name: '示例·王建国', role: 'clerk' }, window: 'w2' }

const record = (face: AlertFace, more: Partial<AlertRecord> = {}): AlertRecord => ({
  id: face.id,
  hazard: face.hazard,
  drill: face.drill,
  phase: face.phase,
  shown: true,
  content: face.content,
  messages: [
    {
      id: face.spoken,
      step: 'alert',
      headline: face.headline,
      instruction: face.instruction,
      where: face.where,
      sentAt: face.sentAt,
      expiresAt: face.expiresAt,
      by: manager.staff.name,
    },
  ],
  from: null,
  acknowledged: [{ name: '示例·陈晓兰', at: at(-3) }],
  missing: [
    { name: '示例·王建国', duty: true, desk: true },
    { name: '示例·刘芳', duty: true, desk: false },
  ],
  ...more,
})
const past: AlertRecord[] = (
  [
    ['fire', true, -43_200],
    ['typhoon', false, -100_000],
  ] as const
).map(([hazard, drill, minutes], index) => {
  const one = record(message(hazard, { drill }), { id: `past-${index}`, phase: null, shown: false, missing: [] })
  const [first] = one.messages
  const sent = { ...first!, sentAt: at(minutes) }
  return { ...one, messages: [{ ...sent, id: `clear-${index}`, step: 'clear', sentAt: at(minutes + 9) }, sent] }
})
const draft: AlertDraftFace = {
  id: 'draft-1',
  hazard: 'flood',
  drill: false,
  step: 'alert',
  alert: null,
  headline: { zh: '暴雨橙色预警', en: '暴雨橙色预警' },
  instruction: { zh: '请远离低洼处。', en: '请远离低洼处。' },
  where: { zh: '松江区', en: '松江区' },
  expiresAt: at(90),
  from: '示例·区气象台',
  receivedAt: at(-2),
  lacks: 'en',
  cut: false,
}
const office: AlertOffice = {
  today: '2026-11-23',
  alerts: past,
  drafts: [],
  prepared: Hazard.options.map((hazard) => ({ hazard, ...preparedWords(hazard, hall), own: false })),
  limits: ALERT_LIMITS,
  devices: [
    { id: 's1', kind: 'kiosk', name: '门口取号机' },
    { id: 's2', kind: 'display', name: '大厅大屏' },
    { id: 's3', kind: 'display', name: '走廊屏' },
    { id: 's9', kind: 'display', name: '议事室门牌' },
  ],
}
const api = (given: AlertOffice, known: string | null = null) => ({
  get: <T>(path: string) => Promise.resolve((path.endsWith('acknowledged') ? { content: known } : given) as T | null),
  send: () => Promise.resolve(null),
  upload: () => Promise.resolve(null),
  say: nothing,
  said: null,
  busy: false,
})
const frameOf = (me: Session, page: 'alerts' | 'window') => ({
  view: desk,
  me,
  now: NOW,
  silence: 400,
  troubles: [],
  page,
  onpage: nothing,
  onstand: nothing,
  onsignout: nothing,
})
type Start = ComponentProps<typeof AlertsPage>['start']
function atOffice(
  id: string,
  {
    me = manager,
    alert = null,
    given = office,
    start,
  }: { me?: Session; alert?: AlertFace | null; given?: AlertOffice; start?: Start },
) {
  const view = viewOf(alert)
  const props = { me, now: NOW, desk, office: undefined, screens, alert: view, api: api(given), start }
  return state(`desk/alerts-${id}`, OLD_MONITOR, AlertDeskStage, {
    over: overOf(me, alert, NOW),
    frame: frameOf(me, 'alerts'),
    page: under(AlertsPage),
    props,
  })
}
const overOf = (me: Session, alert: AlertFace | null, now: number, known: string | null = null) => ({
  view: viewOf(alert),
  now,
  bookRev: 1,
  manager: me.staff.role === 'manager',
  api: api(office, known),
  here: false,
  onopen: nothing,
})
const atWindow = (id: string, alert: AlertFace, more: Partial<ComponentProps<typeof AlertDeskStage>['over']> = {}) =>
  state(`desk/alert-${id}`, OLD_MONITOR, AlertDeskStage, {
    over: { ...overOf(clerk, alert, NOW), ...more },
    frame: frameOf(clerk, 'window'),
    page: under(WindowScreen),
    props: {
      view: desk,
      window: desk.windows[1],
      catalog,
      now: NOW,
      freshness: 'fresh',
      sending: new Set<string>(),
      said: null,
      question: null,
      onpress: nothing,
      onsay: nothing,
      onquestion: nothing,
    },
  })
const writing = (drill: boolean, hazard: Hazard = 'fire'): Writing => choose(begin(drill), hazard, office.prepared)
const tooLong: Writing = {
  ...writing(true, 'heat'),
  words: { ...writing(true).words, headline: { zh: '今天下午三点到五点高温请不要到户外活动', en: '' } },
}

export const alertsStates: GalleryState[] = [
  onWall('fire', fire),
  onWall('fire-portrait', fire, PORTRAIT),
  fromAfar('far', fire),
  onWall('flood', message('flood')),
  onWall('gas', message('gas')),
  onWall('missing', message('missing')),
  onWall('drill', drill),
  onWall('drill-portrait', drill, PORTRAIT),
  onWall('longest', longest(false)),
  onWall('longest-drill', longest(true)),
  onWall('longest-drill-turn', longest(true), LANDSCAPE, NOW + 8000),
  onWall('longest-drill-portrait', longest(true), PORTRAIT),
  onWall('clear', message('fire', { end: 'clear' })),
  onWall('drill-over', message('fire', { drill: true, end: 'clear' })),
  onWall('mistake', message('flood', { end: 'cancel' })),
  onKiosk('fire', fire),
  onKiosk('heat', message('heat')),
  onKiosk('heat-read', message('heat'), true),
  onKiosk('drill', drill),
  onKiosk('drill-read', drill, true),
  onKiosk('longest-drill', longest(true)),
  onKiosk('clear', message('flood', { end: 'clear' })),
  onKiosk('landscape-fire', fire, false, LANDSCAPE),
  onKiosk('landscape-drill', drill, false, LANDSCAPE),
  onPhone('fire', fire),
  onPhone('typhoon', message('typhoon')),
  onPhone('typhoon-read', message('typhoon'), true),
  onPhone('drill', drill, false, [320, 640]),
  onPhone('drill-read', drill, true),
  onPhone('mistake', message('flood', { end: 'cancel' })),
  atWindow('fire', fire),
  atWindow('fire-known', fire, { api: api(office, fire.content) }),
  atWindow('drill', drill),
  atWindow('soon', fire, { now: NOW + 22 * 60_000, manager: true }),
  atWindow('clear', message('fire', { end: 'clear' })),
  atOffice('none', {}),
  atOffice('clerk', { me: clerk }),
  atOffice('drafts', {
    given: { ...office, drafts: [draft, { ...draft, id: 'draft-2', drill: true }] },
    start: { cap: true },
  }),
  atOffice('fire-on', { alert: fire, given: { ...office, alerts: [record(fire), ...past] } }),
  atOffice('drill-on', { alert: drill, given: { ...office, alerts: [record(drill), ...past] } }),
  atOffice('hazard', { start: { writing: begin(false) } }),
  atOffice('write-drill', { start: { writing: writing(true) } }),
  atOffice('write-wrong', { start: { writing: tooLong } }),
  atOffice('write-real', { start: { writing: writing(false) } }),
  atOffice('confirm', { start: { writing: writing(false), asked: true } }),
]
