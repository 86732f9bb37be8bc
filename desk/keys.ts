// One key for each thing a clerk does. Pure: what was pressed → what is meant.
import type { MissReason, OutOfOrderReason } from '#contract/words.ts'
import type { Action } from './actions.ts'

export interface Pressed {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}

export type Meant = 'primary' | Exclude<Action, 'next' | 'start' | 'onward'> | 'row1' | 'row2' | 'row3'

/** As printed on the buttons. */
export const caps: Record<Exclude<Action, 'next' | 'start' | 'onward'>, string> = {
  again: 'R',
  hold: 'H',
  miss: 'M',
  requeue: 'B',
  transfer: 'T',
  finish: 'F',
  leave: 'L',
  undo: 'Z',
}

const letters: Record<string, Meant> = {
  r: 'again',
  h: 'hold',
  m: 'miss',
  b: 'requeue',
  t: 'transfer',
  f: 'finish',
  l: 'leave',
  z: 'undo',
  '1': 'row1',
  '2': 'row2',
  '3': 'row3',
}

/** Two presses of one key within this time are one: a nervous finger does not call and start at once. Milliseconds. */
export const DOUBLE_PRESS = 250

/** The letter or digit under the finger, whatever the input method makes of it: 'r', '2', ' ', 'enter', 'f2'. */
export function plainKey({ key, code }: Pick<Pressed, 'key' | 'code'>): string {
  const place = /^(?:Key([A-Z])|(?:Digit|Numpad)([0-9]))$/.exec(code)
  const composed = key === 'Process' || key === 'Unidentified' || key.charCodeAt(0) > 127
  if (composed && place) return (place[1] ?? place[2] ?? '').toLowerCase()
  return key.toLowerCase()
}

/** What a key means on the window screen; null where it means nothing, or belongs to the browser. */
export function meantBy(pressed: Pressed): Meant | null {
  const key = plainKey(pressed)
  if (pressed.ctrlKey || pressed.metaKey) return key === 'z' && !pressed.altKey ? 'undo' : null
  if (pressed.altKey) return null
  if (key === ' ' || key === 'enter' || key === 'f2') return 'primary'
  return letters[key] ?? null
}

export const reasons: readonly OutOfOrderReason[] = ['urgent', 'unwell', 'quick', 'returning', 'mistake', 'other']

/** 1–6: the reason for a call out of order. */
export function reasonOf(pressed: Pressed): OutOfOrderReason | null {
  return bare(pressed) ? (reasons[Number(plainKey(pressed)) - 1] ?? null) : null
}

export const missReasons: readonly MissReason[] = ['aloud', 'absent', 'later', 'gone', 'screens']

/** 1–5: why somebody is missed whose call was not proven. */
export function missReasonOf(pressed: Pressed): MissReason | null {
  return bare(pressed) ? (missReasons[Number(plainKey(pressed)) - 1] ?? null) : null
}

/** A letter: the lane with that prefix; a digit: the window with that number. */
export function targetOf<L extends { prefix: string }, W extends { number: number }>(
  pressed: Pressed,
  lanes: readonly L[],
  windows: readonly W[],
): { lane: L } | { window: W } | null {
  if (!bare(pressed)) return null
  const key = plainKey(pressed)
  const lane = lanes.find(({ prefix }) => prefix.toLowerCase() === key)
  if (lane) return { lane }
  const window = windows.find(({ number }) => String(number) === key)
  return window ? { window } : null
}

const bare = ({ ctrlKey, metaKey, altKey }: Pressed) => !ctrlKey && !metaKey && !altKey
