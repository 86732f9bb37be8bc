// The states of everything that belongs to hours, on every screen.
import type { ComponentProps } from 'svelte'
import HoursPage from '../../desk/office/HoursPage.svelte'
import Hours from '../../display/panels/Hours.svelte'
import type { Frame } from '../../kiosk/frame.ts'
import { printedTicket } from '../../kiosk/printing/printed-ticket.ts'
import NumberScreen from '../../kiosk/screens/Number.svelte'
import HallNow from '../../phone/guest/HallNow.svelte'
import Ticket from '../../phone/screens/Ticket.svelte'
import type { VoiceReply } from '#contract/hours.ts'
import type { HoursFace } from '#contract/views.ts'
import DeskStage from './DeskStage.svelte'
import { at, catalog, closed, desk, duty, kiosk, NOW, open, screens, ticket } from './facts.ts'
import { intoUnknown, office, preview, proposal, refused, specialWeek, tallies } from './hours-facts.ts'
import { LANDSCAPE, OLD_MONITOR, PHONE, PORTRAIT, state, type GalleryState } from './state.ts'

const nothing = () => {}
const boss = { staff: { id: 'zhao', name: '示例·赵敏', role: 'manager' as const }, window: 'w2' }
type Page = ComponentProps<typeof DeskStage>['page']

const api = {
  get: () => Promise.resolve(office),
  send: () => Promise.resolve(null),
  upload: () => Promise.resolve(null),
  say: nothing,
  said: null,
  busy: false,
}
const page = (id: string, more: Partial<ComponentProps<typeof HoursPage>> = {}): GalleryState =>
  state(`desk/hours-${id}`, OLD_MONITOR, DeskStage, {
    frame: {
      view: desk,
      me: boss,
      now: NOW,
      silence: 400,
      troubles: [],
      page: 'hours',
      onpage: nothing,
      onstand: nothing,
      onsignout: nothing,
    },
    page: HoursPage as unknown as Page,
    props: { me: boss, now: NOW, desk, screens, office: { bookRev: 1 }, api, ...more },
  })

const frame: Frame = { kiosk, now: NOW, freshness: 'fresh', silence: 800, elder: false, onelder: nothing }
const matter = catalog.matters.find(({ id }) => id === 'roof-leak') ?? catalog.matters[0]!
const taken = printedTicket(
  {
    id: 't1',
    code: 'Zk3v9QmT2pLw8sHx',
    label: 'B010',
    number: 10,
    lane: matter.lane,
    matter: matter.id,
    class: 'normal',
    serviceDate: '2026-11-23',
    joinedAt: at(0),
    ahead: 4,
    link: 'http://192.168.1.20:8080/t/Zk3v9QmT2pLw8sHx',
  },
  '/icon.svg',
  kiosk,
  catalog,
)
const voting: NonNullable<ComponentProps<typeof NumberScreen>['voting']> = {
  proposal,
  chosen: null,
  sending: null,
  failed: false,
  ongive: nothing,
}
const number = (id: string, more: Partial<typeof voting>, with_: Partial<Frame> = {}) =>
  state(`kiosk/voting${id}`, PORTRAIT, NumberScreen, {
    frame: { ...frame, ...with_ },
    ticket: taken,
    paper: 'printed' as const,
    left: 42,
    voting: { ...voting, ...more },
    onstay: nothing,
    ondone: nothing,
  })

const known = { now: NOW, freshness: 'fresh', silence: 900 } as const
const voice = (id: string, option: string | null, failed = false) => {
  const reply: VoiceReply = { proposal: tallies.asked, option }
  return state(`phone/voting${id}`, PHONE, Ticket, {
    ...known,
    ticket,
    voice: { reply, sending: null, failed, give: () => Promise.resolve() },
  })
}

const NIGHT = NOW + 7 * 3_600_000
const standby = { ...duty[2]!, id: 'd9', name: '示例·刘芳', kind: 'standby', from: at(324), until: at(1074) } as const
const hallNow = (id: string, hours: HoursFace, now = NOW) =>
  state(`phone/hall-${id}`, PHONE, HallNow, {
    ...known,
    now,
    kiosk: { ...kiosk, hours, duty: now === NOW ? kiosk.duty : [standby] },
    proposals: now === NOW ? [tallies.asked] : [tallies.decided],
  })

const panel = (id: string, hours: HoursFace) => state(`display/hours-${id}`, LANDSCAPE, Hours, { hours })

export const hoursStates: GalleryState[] = [
  page('week'),
  page('change', { changing: true }),
  page('special', { tab: 'special' }),
  page('holidays', { tab: 'holidays' }),
  page('enter', { tab: 'holidays', entering: true, preview }),
  page('enter-wrong', { tab: 'holidays', entering: true, preview: refused }),
  page('ask', { tab: 'ask' }),
  page('decide', { tab: 'ask', deciding: 'p0' }),
  number('', {}),
  number('-thanks', { chosen: 'until-1800' }),
  number('-elder', {}, { elder: true }),
  voice('', null),
  voice('-thanks', 'as-it-is'),
  voice('-failed', null, true),
  hallNow('open', open),
  hallNow('closed', { ...closed, proposal: null }, NIGHT),
  hallNow('makeup', specialWeek),
  hallNow('uncovered', intoUnknown),
  panel('week', { ...open, changesOn: '2026-12-01' }),
  panel('holiday', specialWeek),
  panel('uncovered', intoUnknown),
]
