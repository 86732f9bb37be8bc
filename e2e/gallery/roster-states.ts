// The states of everything that belongs to roster, on every screen.
import type { ComponentProps } from 'svelte'
import RosterPage from '../../desk/office/RosterPage.svelte'
import type { OfficeApi } from '../../desk/office/props.ts'
import { t } from '../../desk/text.ts'
import Reception from '../../display/panels/Reception.svelte'
import type { DutyLogReply } from '#contract/duty-log.ts'
import type { Session } from '#contract/intents.ts'
import type { RosterReply } from '#contract/roster.ts'
import { explain } from '#assets/i18n/errors.ts'
import DeskStage from './DeskStage.svelte'
import { at, board, desk, duty, NOW, screens, stamp } from './facts.ts'
import {
  clerk,
  clerkAlone,
  clerkNew,
  colleagues,
  draftGap,
  emptyLog,
  log,
  manager,
  nothing,
  opened,
  whole,
  withDraft,
} from './roster-facts.ts'
import { OLD_MONITOR, state, type GalleryState } from './state.ts'

type ReceptionProps = ComponentProps<typeof Reception>
const PANEL = [760, 720] as const
const windows = board.windows
const patrol = { ...duty[2]!, id: 'd4', name: '示例·高明', kind: 'patrol', until: at(84) } as const
const reception: Record<string, ReceptionProps> = {
  reception: { duty, windows, zone: 'Asia/Shanghai' },
  'reception-many': { duty: [...duty, patrol], windows, zone: 'Asia/Shanghai' },
  'reception-nobody': { duty: [], windows, zone: 'Asia/Shanghai' },
}

const still = () => {}
const boss: Session = { staff: { id: 'manager', name: '示例·赵敏', role: 'manager' }, window: null }
const one: Session = { staff: { id: 'chen', name: '示例·陈晓兰', role: 'clerk' }, window: 'w1' }
type PageProps = ComponentProps<typeof RosterPage>
type Page = ComponentProps<typeof DeskStage>['page']

interface Answers {
  roster: RosterReply
  log?: DutyLogReply
  said?: OfficeApi['said']
  me?: Session
}
function page(id: string, answers: Answers, more: Partial<PageProps> = {}): GalleryState {
  const me = answers.me ?? boss
  const api: OfficeApi = {
    get: async <T>(path: string) => {
      if (path.startsWith('/api/duty-log')) return (answers.log ?? log) as T
      return (path.endsWith('/colleagues') ? colleagues : answers.roster) as T
    },
    send: async () => null,
    upload: async () => null,
    say: still,
    said: answers.said ?? null,
    busy: false,
  }
  const frame = {
    ...{ view: desk, me, now: NOW, silence: 400, troubles: [], page: 'roster' as const },
    ...{ onpage: still, onstand: still, onsignout: still },
  }
  const props = { me, now: NOW, desk, screens, office: { ...stamp, bookRev: 7 }, api, ...more }
  return state(`desk/roster-${id}`, OLD_MONITOR, DeskStage, { frame, page: RosterPage as unknown as Page, props })
}
const clash = explain({
  code: 'shift_clash',
  facts: { person: '示例·王建国', from: at(150), until: at(330) },
})
const short = explain({ code: 'rest_short', facts: { minutes: 480, asked: 960 } })
const filled = t('已排示例·王建国：周三晚', '示例·王建国 is there now.')

export const rosterStates: GalleryState[] = [
  page('gaps', { roster: manager }),
  page('filled', { roster: whole, said: { tone: 'note', text: filled } }),
  page('refused', { roster: manager, said: { tone: 'alert', text: clash } }),
  page('nothing', { roster: nothing }),
  page('shift', { roster: manager }, { open: opened.duty }),
  page('shift-refused', { roster: manager, said: { tone: 'alert', text: clash } }, { open: opened.duty }),
  page('new-shift', { roster: manager }, { adding: true }),
  page('requests', { roster: manager }, { tab: 'requests' }),
  page('requests-none', { roster: nothing }, { tab: 'requests' }),
  page('make', { roster: whole }, { tab: 'make' }),
  page('draft', { roster: withDraft() }, { tab: 'make' }),
  page('draft-gap', { roster: withDraft([draftGap]) }, { tab: 'make', discarding: true }),
  page('rest', { roster: manager }, { tab: 'rest' }),
  page('rest-none', { roster: nothing }, { tab: 'rest' }),
  page('log', { roster: manager }, { tab: 'log' }),
  page('log-none', { roster: manager, log: emptyLog }, { tab: 'log' }),
  page('rules', { roster: manager }, { tab: 'rules' }),
  page('mine', { roster: clerk, me: one }),
  page('mine-refused', { roster: clerk, me: one, said: { tone: 'alert', text: short } }),
  page('mine-swap', { roster: clerk, me: one }, { open: opened.mine }),
  page('mine-none', { roster: clerkNew, me: one }),
  page('not-listed', { roster: clerkAlone, me: one }),
  page('clerk-week', { roster: clerk, me: one }, { tab: 'weeks' }),
  ...Object.entries(reception).map(([name, props]) => state(`display/${name}`, PANEL, Reception, props)),
]
