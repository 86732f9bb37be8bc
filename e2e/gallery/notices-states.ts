// The states of everything that belongs to notices, on every screen.
import NoticePages from '../../display/panels/NoticePages.svelte'
import Wall from '../../display/Wall.svelte'
import { usual } from '../../display/layout.ts'
import { board, NOW } from './facts.ts'
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

export const noticesStates: GalleryState[] = [
  ...['notice-water', 'notice-checkup', 'notice-fire', 'notice-lift'].flatMap((first) => [
    state(`display/${first}`, LANDSCAPE, Wall, onWall(first)),
    state(`display/${first}-portrait`, PORTRAIT, Wall, onWall(first)),
  ]),
  state('display/notice-panel', [720, 860], NoticePages, { notices: faces, now: NOW, first: 'notice-water' }),
]
