// What a job carries to its printer, and the bytes that it becomes.
import type { Picture } from '#contract/printing.ts'
import { pictureBytes, textBytes } from './escpos.ts'

/** text: receiptline's markdown. */
export type Paper = { text: string } | { picture: Picture }

/** Null where a picture's dots are not what its size says. */
export const bytesOf = (paper: Paper): Buffer | null =>
  'text' in paper ? textBytes(paper.text) : pictureBytes(paper.picture)
