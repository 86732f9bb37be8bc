// Many displays in one process, each with a connection of its own. They note when each of them received what.
import type { AlertView, BoardView, NoticesView } from '#contract/views.ts'
import { openBare } from '../bare-screen.ts'
import { alertMark, goneMark, markOf } from '../marks.ts'
import { monotonic, pause, until } from '../monotonic.ts'
import { offer } from '../remote.ts'
import { openThin } from '../thin-screen.ts'

/** What a display tells of itself; `number` is its own. */
export interface Notes {
  connected(number: number): void
  view(number: number, board: BoardView): void
  alert(number: number, view: AlertView): void
  notices(number: number, view: NoticesView): void
}

export interface Place {
  port: number
  token: string
  number: number
}

/** thin: a display that reads as the baseline's does. bare: the baseline's. */
const kinds = { thin: openThin, bare: openBare }

export interface Connection {
  close(): void
}

const screens: (Connection & { rev: number; lastCall: string | undefined; notices: string[] })[] = []
/** mark → when each screen received it, NaN where it did not. */
let arrivals = new Map<string, Float64Array>()
let joined: number[] = []
let newest = { rev: Infinity, at: new Map<number, number>() }

function heard(mark: string, number: number, now: number): void {
  let times = arrivals.get(mark)
  if (!times) arrivals.set(mark, (times = new Float64Array(screens.length).fill(Number.NaN)))
  if (Number.isNaN(times[number])) times[number] = now
}

const notes: Notes = {
  connected: () => void joined.push(monotonic()),
  view: (number, board) => {
    const screen = screens[number]
    if (!screen) return
    const now = monotonic()
    const first = screen.rev < 0
    screen.rev = board.rev
    if (board.rev >= newest.rev && !newest.at.has(number)) newest.at.set(number, now)
    heard(markOf(board.rev), number, now)
    for (const call of board.calls) {
      if (call.id === screen.lastCall) break
      if (!first) heard(call.label, number, now)
    }
    screen.lastCall = board.calls[0]?.id
  },
  alert: (number, { alert }) => {
    if (alert) heard(alertMark(alert.id), number, monotonic())
  },
  notices: (number, { notices }) => {
    const screen = screens[number]
    if (!screen) return
    const had = screen.notices
    screen.notices = notices.map(({ id }) => id)
    for (const id of had) if (!screen.notices.includes(id)) heard(goneMark(id), number, monotonic())
  },
}

/** Connects a display for each token, a few at a time; resolves when each of them shows something. */
async function open({
  kind,
  port,
  tokens,
}: {
  kind: keyof typeof kinds
  port: number
  tokens: string[]
}): Promise<void> {
  for (const token of tokens) {
    const number = screens.length
    screens.push({ close: () => {}, rev: -1, lastCall: undefined, notices: [] })
    const connection = kinds[kind]({ port, token, number }, notes)
    Object.assign(screens[number]!, connection)
    if (number % 25 === 24) await pause(5)
  }
  await until('every screen shows something', () => screens.every(({ rev }) => rev >= 0))
  joined = []
}

/** Closes all but the first `count`. */
function keep(count: number): void {
  for (const screen of screens.splice(count)) screen.close()
}

/** When each screen received `mark`; forgets everything that came before. */
function take(mark: string): Float64Array {
  const times = arrivals.get(mark) ?? new Float64Array(screens.length).fill(Number.NaN)
  arrivals = new Map()
  return times
}

/** From now on, note when a screen shows `rev` or newer, and when it connects. */
function expect(rev: number): void {
  newest = { rev, at: new Map() }
  joined = []
}

const functions = {
  open,
  keep,
  take,
  expect,
  shown: (_: null) => [...newest.at.values()],
  joins: (_: null) => joined,
  close: (_: null) => keep(0),
}
export type Screens = typeof functions
offer(functions)
