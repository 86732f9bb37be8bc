// The states of everything that belongs to alerts, on every screen.
import type { Component } from 'svelte'
import type { AlertFace, AlertView } from '#contract/views.ts'
import type { Hazard } from '#contract/words.ts'
import { faceOf, firstPart, nextPart, type Alert } from '#domain/alerts.ts'
import { preparedWords } from '#domain/alerts-words.ts'
import Wall from '../../display/Wall.svelte'
import Home from '../../kiosk/screens/Home.svelte'
import Ticket from '../../phone/screens/Ticket.svelte'
import AlertStage from './AlertStage.svelte'
import { board, calls, catalog, hall, kiosk, NOW, stamp, ticket } from './facts.ts'
import { LANDSCAPE, PHONE, PORTRAIT, state, type GalleryState } from './state.ts'

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
const home = { frame, catalog, onmatter: nothing, oncommittee: nothing, onread: nothing }
const follow = { ticket, now: NOW, freshness: 'fresh', silence: 900 }

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each screen has props of its own
const under = (component: unknown) => component as Component<any>
const onWall = (id: string, alert: AlertFace, size: readonly [number, number] = LANDSCAPE, now = NOW) =>
  state(`display/alert-${id}`, size, AlertStage, {
    over: { view: viewOf(alert), now, place: 'wall', calls: calls.slice(0, 1) },
    under: under(Wall),
    props: wall,
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

export const alertsStates: GalleryState[] = [
  onWall('fire', fire),
  onWall('fire-portrait', fire, PORTRAIT),
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
]
