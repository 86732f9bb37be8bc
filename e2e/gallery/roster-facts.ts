// What the gallery shows of duty: a week with somebody at every place, gaps ahead, requests, a draft of a quarter, rest and the log.
import type { AdditionFace, DutyLogReply, EntryFace } from '#contract/duty-log.ts'
import type {
  ColleaguesReply,
  FairFace,
  GapFace,
  LeaveFace,
  RosterReply,
  RosterRules,
  ShiftFace,
  SwapFace,
} from '#contract/roster.ts'
import type { CommitteeColour, DutyKind } from '#contract/words.ts'
import { usualRules } from '#domain/roster-rules.ts'
import { instantAt, iso, plusDays } from '#domain/service-day.ts'

const zone = 'Asia/Shanghai'
const today = '2026-11-23'
type Person = [id: string, name: string, colour: CommitteeColour, title: [zh: string, en: string]]
const staff: Person[] = [
  ['chen', '示例·陈晓兰', 'amber', ['全科社工', 'All-round social worker']],
  ['wang', '示例·王建国', 'amber', ['全科社工', 'All-round social worker']],
  ['li', '示例·李雪梅', 'red', ['党群社工', 'Social worker, Party and community']],
  ['zhang', '示例·张志强', 'green', ['平安社工', 'Social worker, safety']],
  ['liu', '示例·刘洋', 'blue', ['自治社工', 'Social worker, self-governance']],
  ['sun', '示例·孙丽华', 'amber', ['就业援助员', 'Job helper']],
  ['zhao', '示例·赵敏', 'blue', ['居委会主任', 'Director of the committee']],
  ['zheng', '示例·郑国平', 'green', ['居委会副主任', 'Deputy director, safety']],
  ['he', '示例·何春生', 'green', ['人民调解员', 'People’s mediator']],
]
const named = (id: string) => ({ id, name: staff.find(([one]) => one === id)?.[1] ?? id })
const at = (date: string, time: string) => iso(instantAt(date, time, zone))

type Times = [from: string, to: string][]
const DAY: Times = [
  ['08:30', '11:30'],
  ['13:30', '17:00'],
]
const SATURDAY: Times = [
  ['08:30', '11:30'],
  ['13:30', '16:30'],
]

function shifts(
  date: string,
  person: string,
  { kind, window, times }: { kind: DutyKind; window?: string; times: Times },
) {
  return times.map(([from, to]): ShiftFace => ({
    ...{ id: `${date} ${person} ${kind} ${from}`, person, name: named(person).name, kind, date },
    ...{ window: window ?? null, byHand: false, problems: [], asked: false },
    colour: staff.find(([id]) => id === person)?.[2] ?? 'blue',
    from: at(date, from),
    until: at(to > from ? date : plusDays(date, 1), to),
  }))
}

/** Monday's people in order; each day they move on by one. */
function dayShifts(date: string, turn: number): ShiftFace[] {
  const desk = ['wang', 'li', 'zhang', 'liu', 'sun', 'chen']
  const who = (place: number) => desk[(place + turn) % desk.length]!
  if (turn % 7 >= 5) {
    const one = who(0)
    return [
      ...shifts(date, one, { kind: 'weekend', window: 'w1', times: SATURDAY }),
      ...shifts(date, 'zhao', { kind: 'cadre', times: [['08:30', '17:00']] }),
      ...shifts(date, who(3), { kind: 'standby', times: [['16:30', '08:30']] }),
    ]
  }
  return [
    ...shifts(date, who(0), { kind: 'window', window: 'w1', times: DAY }),
    ...shifts(date, who(1), { kind: 'window', window: 'w2', times: DAY }),
    ...shifts(date, who(2), { kind: 'window', window: 'w3', times: DAY }),
    ...shifts(date, who(3), { kind: 'midday', window: 'w1', times: [['11:30', '13:30']] }),
    ...shifts(date, who(4), { kind: 'evening', window: 'w1', times: [['17:00', '20:00']] }),
    ...(turn % 7 === 1 || turn % 7 === 3 ? shifts(date, 'he', { kind: 'patrol', times: [['14:00', '16:00']] }) : []),
    ...shifts(date, turn % 2 ? 'zheng' : 'zhao', { kind: 'cadre', times: [['08:30', '17:00']] }),
    ...shifts(date, who(5), { kind: 'standby', times: [['20:00', '08:30']] }),
  ]
}
const dates = (from: string) => Array.from({ length: 7 }, (_, ahead) => plusDays(from, ahead))
const week = (from: string) => dates(from).flatMap((date, turn) => dayShifts(date, turn))
const dayFaces = (from: string): RosterReply['days'] =>
  dates(from).map((date, turn) => ({ date, rest: turn >= 5, holiday: null, spans: [] }))

const wednesday = plusDays(today, 2)
const friday = plusDays(today, 4)
const inEvening = ({ date, kind }: ShiftFace) => date === wednesday && kind === 'evening'
const atTwo = ({ date, window }: ShiftFace) => date === friday && window === 'w2'
const thisWeek = week(today)
const eveningGap: GapFace = {
  ...{ date: wednesday, kind: 'evening', window: 'w1', empty: true, why: ['double', 'skill'] },
  stretches: [{ from: at(wednesday, '17:00'), until: at(wednesday, '20:00') }],
  could: ['wang', 'sun', 'zhang'].map((id) => ({ person: id, name: named(id).name })),
}
const windowGap: GapFace = {
  ...{ date: friday, kind: 'window', window: 'w2', empty: false, why: ['double', 'leave'] },
  stretches: DAY.map(([from, to]) => ({ from: at(friday, from), until: at(friday, to) })),
  could: [],
}
const rules: RosterRules = usualRules(
  ['w1', 'w2', 'w3'],
  [...thisWeek].map(({ id, person, kind, window, from, until, byHand }) => ({
    ...{ id, person, kind, window, byHand },
    from: Date.parse(from),
    to: Date.parse(until),
  })),
)
const balances: Record<string, [earned: number, taken: number, rest: number]> = {
  chen: [1380, 960, 900],
  wang: [1500, 480, 1200],
  li: [960, 480, 480],
  zhang: [720, 0, 720],
}
const fair = (person: string, [evening, weekend, holiday, hours]: [number, number, number, number]): FairFace => ({
  ...{ person, name: named(person).name, evening, weekend, holiday, away: person === 'liu' },
  minutes: hours * 60,
})
const fairness = [
  fair('chen', [11, 4, 1, 410]),
  fair('wang', [11, 4, 2, 418]),
  fair('li', [10, 5, 1, 402]),
  fair('zhang', [11, 4, 2, 415]),
  fair('liu', [4, 1, 0, 180]),
  fair('sun', [11, 4, 1, 409]),
  fair('zhao', [0, 0, 0, 300]),
]
const of = (id: string, kind: DutyKind, date: string) =>
  thisWeek.filter((shift) => shift.person === id && shift.kind === kind && shift.date === date)
const swap = (id: string, state: SwapFace['state'], shift: ShiftFace, more: Partial<SwapFace> = {}): SwapFace => ({
  ...{ id, state, shift, person: named(shift.person), colleague: named('chen'), back: null },
  ...{ askedAt: at(today, '10:00'), problems: [] },
  ...more,
})
const thursday = plusDays(today, 3)
const mineOnFriday = thisWeek.filter((shift) => shift.person === 'chen' && shift.date === friday)
const swaps: SwapFace[] = [
  ...of('liu', 'window', thursday).map((shift) =>
    swap(`s ${shift.from}`, 'agreed', shift, { colleague: named('wang'), problems: ['rest'] }),
  ),
  ...of('zhang', 'window', plusDays(today, 1)).map((shift) => swap(`a ${shift.from}`, 'asked', shift)),
  ...mineOnFriday.slice(0, 1).map((shift) => swap('g', 'granted', shift, { colleague: named('sun') })),
]
const leave = (id: string, person: string, more: Partial<LeaveFace> = {}): LeaveFace => ({
  ...{ id, state: 'asked', person: named(person), from: '2026-12-02', to: '2026-12-03', kind: 'rest' },
  ...{ reason: '周末连值后调休', minutes: 960, askedAt: at(today, '09:10'), shifts: 3, opens: [] },
  ...more,
})
const opening = (date: string, kind: DutyKind, empty: boolean): GapFace => ({ ...eveningGap, date, kind, empty })
const leaves: LeaveFace[] = [
  leave('l1', 'wang', {
    opens: [
      {
        ...windowGap,
        date: '2026-12-02',
        could: [named('sun'), named('liu')].map(({ id, name }) => ({ person: id, name })),
      },
      opening('2026-12-03', 'evening', true),
    ],
  }),
  leave('l2', 'li', { state: 'granted', kind: 'annual', from: '2026-11-29', to: '2026-12-01', minutes: 0, shifts: 0 }),
  leave('l3', 'chen', { state: 'granted', from: '2026-12-10', to: '2026-12-10', minutes: 480, reason: '' }),
]
const row = (
  id: number,
  person: string,
  [date, minutes, why, note]: [string, number, RosterReply['ledger'][number]['why'], string],
) => ({
  ...{ id, person, name: named(person).name, date, minutes, why, note },
})

export const manager: RosterReply = {
  today,
  days: dayFaces(today),
  me: 'zhao',
  windows: [
    { id: 'w1', number: 1, name: { zh: '全科社工窗口', en: 'All-round window' } },
    { id: 'w2', number: 2, name: { zh: '民生服务窗口', en: 'Services window' } },
    { id: 'w3', number: 3, name: { zh: '自治平安窗口', en: 'Self-governance and safety window' } },
  ],
  people: staff.map(([id, name, colour, [zh, en]]) => {
    const [earned, taken, rest] = balances[id] ?? [0, 0, 0]
    return { id, name, title: { zh, en }, colour, earned, taken, rest }
  }),
  shifts: thisWeek
    .filter((shift) => !inEvening(shift) && !atTwo(shift))
    .map((shift) => (shift.date === thursday && shift.kind === 'midday' ? { ...shift, problems: ['rest'] } : shift)),
  mine: thisWeek.filter(({ person, until }) => person === 'zhao' && until > at(today, '14:36')),
  gaps: [eveningGap, windowGap],
  draft: null,
  fairness,
  swaps: swaps.filter(({ colleague }) => colleague.id !== 'zhao'),
  leave: leaves,
  ledger: [
    row(9, 'chen', ['2026-11-22', 360, 'duty', 'weekend']),
    row(8, 'wang', ['2026-11-20', 180, 'duty', 'evening']),
    row(7, 'chen', ['2026-11-18', -480, 'rest', '2026-11-18']),
    row(6, 'li', ['2026-11-17', -60, 'correction', '提前一小时离岗']),
    row(5, 'chen', ['2026-11-02', 480, 'correction', '启用时的结余']),
  ],
  rules,
  publishedTo: '2026-12-06',
}
export const nothing: RosterReply = {
  ...manager,
  ...{ shifts: [], mine: [], gaps: [], swaps: [], leave: [], ledger: [], publishedTo: null },
}
export const whole: RosterReply = { ...manager, shifts: thisWeek, gaps: [], publishedTo: '2027-02-14' }

const FIRST = '2027-01-04'
const drafted = week(FIRST)
const without = (gaps: GapFace[]) =>
  drafted.filter((shift) => !gaps.some(({ date, kind }) => shift.date === date && shift.kind === kind))
export const withDraft = (gaps: GapFace[] = []): RosterReply => ({
  ...manager,
  days: dayFaces(FIRST),
  shifts: [],
  draft: {
    ...{ from: FIRST, to: '2027-03-28', madeAt: at(today, '14:30'), shifts: without(gaps), gaps, fairness },
    ...{ problems: 0, differ: { evening: gaps.length > 0 ? 2 : 1, weekend: 1, holiday: 1 } },
  },
})
export const draftGap: GapFace = {
  ...eveningGap,
  date: plusDays(FIRST, 3),
  stretches: [{ from: at(plusDays(FIRST, 3), '17:00'), until: at(plusDays(FIRST, 3), '20:00') }],
}

export const clerk: RosterReply = {
  ...manager,
  ...{ me: 'chen', gaps: null, rules: null, fairness: [] },
  people: manager.people.map((one) => (one.id === 'chen' ? one : { ...one, rest: null, earned: null, taken: null })),
  mine: [...thisWeek, ...week(plusDays(today, 7))].filter(
    ({ person, until }) => person === 'chen' && until > at(today, '14:36'),
  ),
  swaps: swaps.filter(({ person, colleague }) => person.id === 'chen' || colleague.id === 'chen'),
  leave: leaves.filter(({ person }) => person.id === 'chen'),
  ledger: manager.ledger.filter(({ person }) => person === 'chen'),
}
export const clerkAlone: RosterReply = { ...clerk, me: null, mine: [], swaps: [], leave: [], ledger: [] }
export const clerkNew: RosterReply = { ...clerk, mine: [], swaps: [], leave: [], ledger: [] }
/** The shift that is open in the gallery: the manager's to change, the clerk's to swap. */
export const opened = { duty: of('li', 'window', plusDays(today, 1))[0]?.id ?? '', mine: mineOnFriday[0]?.id ?? '' }

export const colleagues: ColleaguesReply = {
  colleagues: [
    ...(['wang', 'zhang', 'sun'] as const).map((id) => ({ ...named(id), why: [], answers: id !== 'sun', back: [] })),
    { ...named('liu'), why: ['rest'], answers: true, back: [] },
    { ...named('zheng'), why: ['skill'], answers: true, back: [] },
  ],
}

const addition = (id: string, what: AdditionFace['what'], more: Partial<AdditionFace> = {}): AdditionFace => ({
  ...{ id, what, at: at(today, '09:50'), by: named('chen').name, text: '', report: null },
  ...more,
})
const entry = (id: string, more: Partial<EntryFace>): EntryFace => ({
  ...{ id, date: today, happenedAt: at(today, '09:40'), by: named('chen').name, kind: 'repair' },
  ...{ text: '', open: false, taken: null, additions: [] },
  ...more,
})
export const log: DutyLogReply = {
  date: today,
  today,
  entries: [
    entry('e2', {
      ...{ kind: 'dispute', happenedAt: at(today, '10:20'), text: '5 号楼 502 反映楼上半夜装修。' },
      additions: [
        addition('1', 'done', { text: '已上门劝说，约定晚八点后停工。' }),
        addition('2', 'closed', { at: at(today, '11:05') }),
      ],
    }),
    entry('e3', {
      kind: 'help',
      happenedAt: at(today, '13:50'),
      text: '代收 5 号楼录取通知书一封。',
      by: named('wang').name,
    }),
  ],
  open: [
    entry('e1', {
      ...{ date: '2026-11-22', happenedAt: at('2026-11-22', '19:10'), open: true, taken: named('zhang').name },
      text: '3 号楼 2 单元电梯停运，两位老人在一楼等候。',
      additions: [
        addition('3', 'report', {
          ...{ at: at('2026-11-22', '19:15'), text: '答复二十分钟内到场。' },
          report: { to: 'property', how: 'phone', at: at('2026-11-22', '19:15') },
        }),
        addition('4', 'taken', { at: at(today, '08:35'), by: named('zhang').name }),
      ],
    }),
  ],
  duty: dayShifts(today, 0).map(({ name, kind, window, from, until }) => ({
    ...{ name, kind, window: window === null ? null : Number(window.slice(1)) },
    hours: hours(from, until),
  })),
}
function hours(from: string, until: string): string {
  const clock = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(11, 16)
  return `${clock(from)}–${clock(until)}`
}
export const emptyLog: DutyLogReply = { ...log, entries: [], open: [], duty: [] }
