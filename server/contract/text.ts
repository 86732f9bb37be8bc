// The small shapes that everything else in the contract is made of: bilingual text, instants, hall dates, clock times, ids.
import { z } from 'zod'

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** Characters that change how other text is read (bidi controls), that end a line, or are not text at all (C0, C1, lone surrogates). */
const notText = /[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069\ufffe\uffff]/u

/** A line of text as people type it: trimmed, NFC, `max` graphemes at most, no control or bidi-override characters. */
export const line = (max: number) =>
  z
    .string()
    .max(max * 16)
    .transform((text) => text.normalize('NFC').trim())
    .refine((text) => text.length > 0, 'empty')
    .refine((text) => !notText.test(text), 'control_characters')
    .refine((text) => [...graphemes.segment(text)].length <= max, `longer_than_${max}`)

/** A text in both languages of the hall. Chinese first. */
export const Text = z.object({ zh: line(400), en: line(800) }).meta({ id: 'Text' })
export type Text = z.infer<typeof Text>

/** An id that a person chose: lower case, digits, hyphens. */
export const Slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/)

/** An id that the hub made: 1–64 characters of base64url. */
export const Id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)

/** An instant, ISO 8601 in UTC with milliseconds: 2026-11-22T00:30:00.000Z. */
export const Instant = z.iso.datetime({ precision: 3 })
export type Instant = string

/** A date in the hall's zone: 2026-11-22. */
export const HallDate = z.iso.date()
export type HallDate = string

/** A time of day in the hall's zone, 00:00 to 24:00. */
export const ClockTime = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/)
export type ClockTime = string

/** What is printed on a ticket: the lane's letter and at least three digits, A012. */
export const Label = z.string().regex(/^[A-Z]\d{3,6}$/)
