// What a job carries to its printer, and the bytes that it becomes. Codes are read back from the very dots that are sent.
import type { CardForm, CardSide } from '#contract/cards.ts'
import type { Picture } from '#contract/printing.ts'
import { readDots } from '#domain/card-code.ts'
import { literal, pictureBytes, picturesIn, textBytes } from './escpos.ts'

/** text: receiptline's markdown; `codes`: what its QR codes must say. sides: a card as a screen drew it. */
export type Paper =
  { text: string; codes?: readonly string[] } | { picture: Picture } | { form: CardForm; sides: readonly CardSide[] }

/** In the place of a code that no telephone would read; then where it leads, in words. */
const NO_CODE = '二维码印不清楚，没有印出\nThe code could not be printed'

/** For a roll. Null where a picture's dots are not what its size says. */
export function bytesOf(paper: Paper): Buffer | null {
  if ('picture' in paper) return pictureBytes(paper.picture)
  if ('sides' in paper) return paper.sides[0] ? pictureBytes(paper.sides[0]) : null
  const bytes = textBytes(paper.text)
  const said = picturesIn(bytes).map((dots) => readDots(withWhite(dots)))
  const unread = (paper.codes ?? []).some((code) => !said.includes(code))
  return unread ? textBytes(withoutCodes(paper.text)) : bytes
}

/** Paper is white around what is printed. */
function withWhite({ width, height, black }: { width: number; height: number; black: Uint8Array }) {
  const edge = 24
  const wide = width + 2 * edge
  const all = new Uint8Array(wide * (height + 2 * edge))
  for (let y = 0; y < height; y += 1) all.set(black.subarray(y * width, (y + 1) * width), (y + edge) * wide + edge)
  return { width: wide, height: height + 2 * edge, black: all }
}

const withoutCodes = (text: string): string =>
  text
    .split('\n')
    .map((line) => {
      if (!/^\{(code|image):/.test(line)) return line
      const link = /^\{code:([^;]+);/.exec(line)?.[1]
      return link === undefined ? NO_CODE : `${NO_CODE}\n${literal(link)}`
    })
    .join('\n')
