// How wide a text is in the house's typeface, from the browser.
import type { Measure } from './marks.ts'

export const FONT = `'Noto Sans SC Variable', 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif`

/** Widths are taken at this size, pixels. */
const AT = 100

export function browserMeasure(): Measure {
  const canvas = document.createElement('canvas').getContext('2d')
  return (text, weight) => {
    if (!canvas) return [...text].length
    canvas.font = `${weight} ${AT}px ${FONT}`
    return canvas.measureText(text).width / AT
  }
}
