// How large calls are set so that they take the room there is and are never smaller than their distance demands. Pure.

/** Widths in em, as the wall draws a number: the plate of the letter, and a digit. */
const LETTER = 1.06
const DIGIT = 0.61
/** The words 号窗口 beside a window's figure, in em of their own size, and the air around a sign. */
const WORDS = 3.1
const AIR = 0.25
/** The words beside a figure, as a part of its size. */
const SHARE = 0.42
/** Height of a line of figures, in em, with its air. */
const LINE = 1.12

const widthOf = (label: string) => LETTER + (label.length - 1) * DIGIT

/** 1 for a label of three digits, less for a longer one. */
export function fit(label: string): number {
  return Math.min(1, widthOf('A012') / widthOf(label))
}

/** Where the window stands: beside its number with its words, below it, or alone under a heading that says so once. */
type Sign = 'beside' | 'below' | 'bare'

export interface CallsPlan {
  /** Type sizes in design pixels: of the numbers and the windows' figures, and of the words beside these. */
  number: number
  words: number
  columns: number
  /** How many calls stand on one page. */
  count: number
  sign: Sign
  /** Above each number stands what it asks for, or that it is called again. */
  says: boolean
}

export interface CallsRoom {
  /** Design pixels. */
  width: number
  height: number
  /** Space between calls. */
  gap: number
}

interface Least {
  number: number
  far: number
}

/** A larger number would shout. */
const MOST = 400

/** A call's margins within its own frame. */
const SIDES = 56
const EDGES = 26

/**
 * What stands above the number, in sizes of what is read from afar: its height in no line, in one and in two, one for each language, and
 * the width of both languages in one line. How far above the least a number must stay for it.
 */
const SAID = [0, 1.5, 2.5] as const
const SAID_WIDE = 12
const LARGE = 1.3

/** `label` and `figure`: widths in em. `width` and `height`: what one call has. */
function sized(
  sign: Sign,
  { label, figure, width, height }: { label: number; figure: number; width: number; height: number },
  far: number,
): { number: number; words: number } {
  if (sign === 'bare') return { number: Math.min(MOST, width / (label + figure + AIR), height / LINE), words: far }
  // The words are a good part of the figure's size; what is far is never less.
  const tallest = Math.min(MOST, height / (sign === 'below' ? 2 * LINE : LINE))
  const wide = (number: number, words: number) =>
    sign === 'below'
      ? Math.max(label * number, (figure + AIR) * number + WORDS * words)
      : (label + figure + 2 * AIR) * number + WORDS * words
  const free = Math.min(tallest, (tallest * width) / wide(tallest, tallest * SHARE))
  if (free * SHARE >= far) return { number: free, words: free * SHARE }
  const left = width - WORDS * far
  const rest = sign === 'below' ? Math.min(left / (figure + AIR), width / label) : left / (label + figure + 2 * AIR)
  return { number: Math.min(tallest, rest), words: far }
}

/**
 * How `labels` are set in a room, the largest way; null where not even one fits at the least sizes. With more calls than fit at
 * those, fewer stand on a page.
 */
export function planCalls(
  labels: readonly string[],
  windows: readonly number[],
  { room, least }: { room: CallsRoom; least: Least },
): CallsPlan | null {
  const label = Math.max(widthOf('A012'), ...labels.map(widthOf))
  const figure = Math.max(1, ...windows.map((one) => String(one).length)) * DIGIT
  const plansOf = (count: number, sign: Sign, said: 0 | 1 | 2) =>
    Array.from({ length: count }, (_, index): CallsPlan[] => {
      const columns = index + 1
      const lines = Math.ceil(count / columns)
      const heading = sign === 'bare' ? least.far * 1.5 : 0
      const width = (room.width - room.gap * (columns - 1)) / columns - SIDES
      const height = (room.height - heading - room.gap * (lines - 1)) / lines - EDGES - least.far * SAID[said]
      const { number, words } = sized(sign, { label, figure, width, height }, least.far)
      const beside = sign === 'below' ? 0 : (figure + AIR) * number + WORDS * words
      if (said === 1 && width - beside < least.far * SAID_WIDE) return []
      return [{ number, words, columns, count, sign, says: said > 0 }]
    }).flat()
  const bestOf = (plans: CallsPlan[], smallest: number) =>
    plans
      .filter(({ number }) => number >= smallest)
      .sort((one, other) => other.number - one.number || one.columns - other.columns)[0]
  const withWords = (count: number, ...said: (0 | 1 | 2)[]) =>
    (['beside', 'below'] as const).flatMap((sign) => said.flatMap((lines) => plansOf(count, sign, lines)))
  for (let count = Math.max(1, labels.length); count >= 1; count -= 1) {
    const best =
      bestOf(withWords(count, 1, 2), least.number * LARGE) ??
      bestOf(withWords(count, 0), least.number) ??
      bestOf(plansOf(count, 'bare', 0), least.number)
    if (best) return best
  }
  return null
}
