// The states of everything that belongs to notices, on every screen.
import type { ComponentProps } from 'svelte'
import Notices from '../../kiosk/reading/Notices.svelte'
import PhoneNotices from '../../phone/guest/Notices.svelte'
import type { NoticeList, NoticeRecord } from '#contract/notices.ts'
import NoticesPage from '../../desk/office/NoticesPage.svelte'
import { newDraft } from '../../desk/office/notices/draft.ts'
import type { OfficeApi } from '../../desk/office/props.ts'
import DeskStage from './DeskStage.svelte'
import NoticePages from '../../display/panels/NoticePages.svelte'
import Wall from '../../display/Wall.svelte'
import { usual } from '../../display/layout.ts'
import { at, board, desk, kiosk, NOW } from './facts.ts'
import { faces, noticesView, records } from './notices-facts.ts'
import { LANDSCAPE, OLD_MONITOR, PHONE, PORTRAIT, state, type GalleryState } from './state.ts'

/** A wall of the house: who is here, and the notices. */
const wall = {
  ...usual,
  id: 'house',
  name: { zh: '大厅西墙', en: 'West wall of the hall' },
  duty: 'house' as const,
  panels: { ...usual.panels, open: ['clock', 'lit', 'notices', 'plaques'] as const },
}
const from = (first: string) => [...faces].sort((a, b) => Number(b.id === first) - Number(a.id === first))
const onWall = (first: string) => ({
  view: { ...board, calls: board.calls.filter(({ state }) => state !== 'called') },
  now: NOW,
  freshness: 'fresh' as const,
  silence: 400,
  sound: 'on' as const,
  wall: { ...wall, panels: { ...wall.panels, open: [...wall.panels.open] } },
  notices: { ...noticesView, notices: from(first) },
})

const nothing = () => {}
const frame = { kiosk, now: NOW, freshness: 'fresh' as const, silence: 800, elder: false, onelder: nothing }
/** Three corners and a field: what a code looks like, without a hub to make one. */
const qr = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 25 25" shape-rendering="crispEdges"><path d="M2 2h7v7h-7zM16 2h7v7h-7zM2 16h7v7h-7z"/><path fill="#fff" d="M3 3h5v5h-5zM17 3h5v5h-5zM3 17h5v5h-5z"/><path d="M4 4h3v3h-3zM18 4h3v3h-3zM4 18h3v3h-3zM11 3h2v2h-2zM12 7h3v1h-3zM11 10h1v3h2v-2h3v1h2v3h3v2h-5v2h-2v-3h-3v4h4v2h-5v-5h-3v-1h2v-2h-6v-1h5v-2zM18 19h3v3h-2v-1h-1z"/></svg>')}`
type Start = NonNullable<ComponentProps<typeof Notices>['start']>
const atKiosk = (
  id: string,
  start: Start,
  elder = false,
  notices = noticesView,
  size: readonly [number, number] = PORTRAIT,
) =>
  state(`kiosk/${id}`, size, Notices, { frame: { ...frame, elder }, notices, onback: nothing, start: { qr, ...start } })
const none = { ...noticesView, notices: [] }

type PageProps = ComponentProps<typeof NoticesPage>
const api = (notices: NoticeRecord[], said: OfficeApi['said'] = null): OfficeApi => ({
  get: <T>() => Promise.resolve({ notices } satisfies NoticeList as T),
  send: () => Promise.resolve(null),
  upload: () => Promise.resolve(null),
  say: nothing,
  said,
  busy: false,
})
const manager = { id: 'zhao', name: '示例·赵敏', role: 'manager' as const }
const clerk = { id: 'wang', name: '示例·王建国', role: 'clerk' as const }
function atDesk(
  id: string,
  start: PageProps['start'],
  {
    staff = manager,
    list = records,
    size = OLD_MONITOR,
    said = null,
  }: {
    staff?: typeof manager | typeof clerk
    list?: NoticeRecord[]
    size?: readonly [number, number]
    said?: OfficeApi['said']
  } = {},
) {
  const me = { staff, window: null }
  const props = {
    me,
    now: NOW,
    desk,
    office: undefined,
    screens: undefined,
    walls: undefined,
    calendar: undefined,
    notices: noticesView,
    alert: undefined,
    api: api(list, said),
    start: start ?? {},
  }
  return state(`desk/${id}`, size, DeskStage, {
    frame: {
      view: desk,
      me,
      now: NOW,
      silence: 400,
      troubles: [],
      page: 'notices',
      onpage: nothing,
      onstand: nothing,
      onsignout: nothing,
    },
    page: NoticesPage,
    props,
  })
}
/** A notice that is shown, and a change of it that waits. */
const changed: NoticeRecord[] = records.map((one) =>
  one.id === 'notice-checkup'
    ? {
        ...one,
        versions: [
          { ...one.versions[0]!, version: 2, state: 'submitted', standing: 'submitted', admitted: null },
          ...one.versions,
        ],
        trail: [
          { at: at(-30), who: clerk.name, step: 'submit', version: 2, note: '' },
          { at: at(-40), who: clerk.name, step: 'save', version: 2, note: '' },
          ...one.trail,
        ],
      }
    : one,
)
const written = {
  ...newDraft('2026-11-23'),
  title: '社区食堂周六停业一天',
  titleEn: 'Community canteen closed on Saturday',
  body: '因设备检修，社区食堂本周六停业一天，周日照常。\n送餐到家的老人，请提前一天与窗口联系。',
  bodyEn:
    'The canteen is closed this Saturday for repairs and open again on Sunday.\nThose who have meals delivered: please ask at the window a day before.',
}
const onPhone = (id: string, notice: string | null, notices: typeof noticesView | undefined = noticesView) =>
  state(`phone/${id}`, PHONE, PhoneNotices, {
    at: { section: 'notices', id: notice },
    kiosk,
    notices,
    now: NOW,
    freshness: 'fresh',
    silence: 800,
  })

export const noticesStates: GalleryState[] = [
  ...['notice-water', 'notice-checkup', 'notice-fire', 'notice-lift'].flatMap((first) => [
    state(`display/${first}`, LANDSCAPE, Wall, onWall(first)),
    state(`display/${first}-portrait`, PORTRAIT, Wall, onWall(first)),
  ]),
  atKiosk('notices', {}),
  atKiosk('notices-elder', {}, true),
  atKiosk('notices-rules', { section: 'rule' }),
  atKiosk('notices-rules-last', { section: 'rule', page: 9 }, true),
  atKiosk('notices-none', {}, false, none),
  atKiosk('notices-gone', { id: 'was-here' }),
  atKiosk('notice-text', { id: 'notice-checkup' }),
  atKiosk('notice-rule-elder', { id: 'rule-three-meetings' }, true),
  atKiosk('notice-rule', { id: 'rule-three-meetings' }),
  atKiosk('notice-picture', { id: 'notice-fire' }),
  atKiosk('notice-page', { id: 'notice-lift' }),
  atKiosk('notice-page-close', { id: 'notice-lift', close: true }),
  atKiosk('notices-landscape', {}, false, noticesView, LANDSCAPE),
  atKiosk('notice-rule-landscape', { id: 'rule-three-meetings' }, false, noticesView, LANDSCAPE),
  onPhone('notices', null),
  onPhone('notices-none', null, none),
  onPhone('notice-text', 'notice-checkup'),
  onPhone('notice-picture', 'notice-fire'),
  onPhone('notice-page', 'notice-lift'),
  onPhone('notice-rule', 'rule-three-meetings'),
  onPhone('notice-gone', 'was-here'),
  atDesk('notices', {}),
  atDesk('notices-large', {}, { size: LANDSCAPE }),
  atDesk('notices-clerk', { id: 'notice-waste' }, { staff: clerk }),
  atDesk('notices-admit', { id: 'notice-waste', ask: 'admit' }),
  atDesk('notices-refused', { id: 'notice-housekeeping' }, { staff: clerk }),
  atDesk('notices-shown', { id: 'notice-fire' }),
  atDesk('notices-take-down', { id: 'notice-lift', ask: 'take_down' }),
  atDesk('notices-changed', { id: 'notice-checkup' }, { list: changed }),
  atDesk('notices-draft', { id: 'notice-fraud' }, { staff: clerk }),
  atDesk('notices-rule', { id: 'rule-fire' }),
  atDesk('notices-write', { writing: written }, { staff: clerk }),
  atDesk('notices-write-picture', {
    writing: {
      ...newDraft('2026-11-23'),
      kind: 'picture',
      title: '冬季防火',
      media: records.find(({ id }) => id === 'notice-fire')?.versions[0]?.media ?? null,
      alt: '冬季防火',
    },
  }),
  atDesk('notices-missing', { writing: { ...newDraft('2026-11-23'), kind: 'page', until: '2026-11-01' }, tried: true }),
  atDesk('notices-empty', {}, { list: [] }),
  atDesk(
    'notices-overtaken',
    { id: 'notice-fraud' },
    {
      said: {
        tone: 'alert',
        text: {
          zh: '刚才有人动过这条公告，现在是第 2 稿（草稿）。请看过最新的再决定。',
          en: 'Somebody has just changed this notice: version 2 is a draft. Look at it again, then decide.',
        },
      },
    },
  ),
  state('display/notice-panel', [720, 860], NoticePages, { notices: faces, now: NOW, first: 'notice-water' }),
]
