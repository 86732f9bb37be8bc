// How much smaller a long number is set so that it takes the room of A012. Pure.

/** Widths in em: the plate of the letter, and a digit. */
const LETTER = 1.04
const DIGIT = 0.61

/** 1 for a label of three digits, less for a longer one. */
export function fit(label: string): number {
  return Math.min(1, (LETTER + 3 * DIGIT) / (LETTER + (label.length - 1) * DIGIT))
}
