// The states of everything that belongs to hours, on every screen.
import type { ComponentProps } from 'svelte'
import HoursPage from '../../desk/office/HoursPage.svelte'
import DeskStage from './DeskStage.svelte'
import { desk, NOW, screens } from './facts.ts'
import { office, preview, refused } from './hours-facts.ts'
import { OLD_MONITOR, state, type GalleryState } from './state.ts'

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

export const hoursStates: GalleryState[] = [
  page('week'),
  page('change', { changing: true }),
  page('special', { tab: 'special' }),
  page('holidays', { tab: 'holidays' }),
  page('enter', { tab: 'holidays', entering: true, preview }),
  page('enter-wrong', { tab: 'holidays', entering: true, preview: refused }),
  page('ask', { tab: 'ask' }),
  page('decide', { tab: 'ask', deciding: 'p0' }),
]
