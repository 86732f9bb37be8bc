// The eight digits as they are typed, and what a scanner types like a keyboard. Pure.

export const LENGTH = 8

export function press(typed: string, digit: string): string {
  return typed.length < LENGTH ? typed + digit : typed
}

export const erase = (typed: string): string => typed.slice(0, -1)
export const isWhole = (typed: string): boolean => typed.length === LENGTH

/** 4821 7350, in two halves that can be read aloud. */
export const halves = (typed: string): [string, string] => [typed.slice(0, 4), typed.slice(4)]

/** What one key of a keyboard or scanner does to the line that it writes; `entered`: the line is complete. */
export function key(line: string, pressed: string): { line: string; entered: boolean } {
  if (pressed === 'Enter') return { line, entered: line !== '' }
  if (pressed === 'Backspace') return { line: line.slice(0, -1), entered: false }
  // Nothing that is longer than a link is read on.
  return { line: pressed.length === 1 && line.length < 400 ? line + pressed : line, entered: false }
}
