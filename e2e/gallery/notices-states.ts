// The states of everything that belongs to notices, on every screen.
import type { ComponentProps } from 'svelte'
import Notices from '../../kiosk/reading/Notices.svelte'
import NoticePages from '../../display/panels/NoticePages.svelte'
import Wall from '../../display/Wall.svelte'
import { usual } from '../../display/layout.ts'
import { board, kiosk, NOW } from './facts.ts'
import { faces, noticesView } from './notices-facts.ts'
import { LANDSCAPE, PORTRAIT, state, type GalleryState } from './state.ts'

/** A wall of the house: who is here, and the notices. */
const wall = {
  ...usual,
  id: 'house',
  name: '大厅西墙',
  duty: 'house' as const,
  panels: { ...usual.panels, open: ['clock', 'notices', 'plaques'] as const },
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
  state('display/notice-panel', [720, 860], NoticePages, { notices: faces, now: NOW, first: 'notice-water' }),
]
