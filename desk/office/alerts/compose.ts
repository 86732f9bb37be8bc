// A message while it is written at the desk: what it begins with, what is wrong with it, what is sent. Pure.
import type { AlertDraftFace, AlertOffice, AlertRecord, AlertWords } from '#contract/alerts.ts'
import type { Hazard } from '#contract/words.ts'
import type { Text } from '#assets/i18n/language.svelte.ts'
import { bare } from '#assets/ui/alert/tone.ts'

export type FieldName = 'headline' | 'instruction' | 'where'
export const fieldNames: readonly FieldName[] = ['headline', 'instruction', 'where']

export interface Writing {
  drill: boolean
  /** Null until it was chosen. */
  hazard: Hazard | null
  words: Record<FieldName, Text>
  minutes: number
  /** The message whose words are changed, and its newest part; null for a new one. */
  of: { id: string; after: string } | null
  /** The draft from outside that it carries out. */
  draft: AlertDraftFace | null
}

export const LASTS = { real: [15, 30, 60, 120, 360, 720], drill: [5, 10, 15, 30] } as const
const USUAL = { real: 30, drill: 10 } as const
const nothing: Text = { zh: '', en: '' }
const none = { headline: nothing, instruction: nothing, where: nothing }

export const usual = (drill: boolean): number => USUAL[drill ? 'drill' : 'real']

export const begin = (drill: boolean): Writing => ({
  drill,
  hazard: null,
  words: none,
  minutes: usual(drill),
  of: null,
  draft: null,
})

const fields = ({ headline, instruction, where }: Pick<AlertDraftFace, FieldName>, drill: boolean) => ({
  headline: drill ? bare(headline) : headline,
  instruction: drill ? bare(instruction) : instruction,
  where: where ?? nothing,
})

/** The prepared words come with the hazard. */
export function choose(writing: Writing, hazard: Hazard, prepared: AlertOffice['prepared']): Writing {
  const found = prepared.find((one) => one.hazard === hazard)
  return { ...writing, hazard, words: found ? fields(found, false) : none }
}

export function change(record: AlertRecord): Writing {
  const [newest] = record.messages
  const { drill, hazard } = record
  return {
    ...begin(drill),
    hazard,
    words: newest ? fields(newest, drill) : none,
    of: newest ? { id: record.id, after: newest.id } : null,
  }
}

/** `after`: the newest part of the message that it changes, where it changes one. `now`: epoch milliseconds. */
export function fromDraft(draft: AlertDraftFace, after: string | null, now: number): Writing {
  const { drill, hazard, expiresAt } = draft
  const asked = expiresAt === null ? usual(drill) : (Date.parse(expiresAt) - now) / 60_000
  const choices: readonly number[] = LASTS[drill ? 'drill' : 'real']
  return {
    ...begin(drill),
    hazard,
    words: fields(draft, drill),
    // Not longer than the sender means it, but long enough to be read.
    minutes: choices.findLast((minutes) => minutes <= asked) ?? choices[0]!,
    of: draft.alert !== null && after !== null ? { id: draft.alert, after } : null,
    draft,
  }
}

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })
export const lengthOf = (text: string): number => [...graphemes.segment(text.trim())].length

export type Wrong = 'empty' | 'long' | 'pair'

/** What is wrong with a field, by language; only the place may stay empty, in both languages or in none. */
export function wrongWith(
  field: FieldName,
  text: Text,
  limits: AlertOffice['limits'],
): { zh: Wrong | null; en: Wrong | null } {
  const side = (lang: 'zh' | 'en'): Wrong | null => {
    const length = lengthOf(text[lang])
    if (length > limits[field][lang]) return 'long'
    if (length > 0) return null
    if (field !== 'where') return 'empty'
    return lengthOf(text[lang === 'zh' ? 'en' : 'zh']) > 0 ? 'pair' : null
  }
  return { zh: side('zh'), en: side('en') }
}

export function isReady({ words, hazard }: Writing, limits: AlertOffice['limits']): boolean {
  return (
    hazard !== null &&
    fieldNames.every((field) => {
      const { zh, en } = wrongWith(field, words[field], limits)
      return zh === null && en === null
    })
  )
}

export function wordsOf({ words }: Writing): AlertWords {
  const trim = ({ zh, en }: Text) => ({ zh: zh.trim(), en: en.trim() })
  const where = trim(words.where)
  return {
    headline: trim(words.headline),
    instruction: trim(words.instruction),
    where: where.zh === '' ? null : where,
  }
}
