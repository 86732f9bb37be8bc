// Kinds of hours, and why the order is left, in both languages. Apart from the other words: the first picture of a kiosk says these.
import type { OutOfOrderReason, SpanKind } from '#contract/words.ts'
import type { Text } from './language.svelte.ts'

const t = (zh: string, en: string): Text => ({ zh, en })

export const spanKind: Record<SpanKind, Text> = {
  regular: t('正常服务', 'Open'),
  midday: t('午间值守', 'Midday duty'),
  staggered: t('错时服务', 'Staggered hours'),
  extended: t('延时服务', 'Extended hours'),
  weekend: t('周末值班', 'Weekend duty'),
  holiday: t('节假日值班', 'Holiday duty'),
  emergency: t('应急值守', 'Emergency duty'),
}

export const outOfOrderReason: Record<OutOfOrderReason, Text> = {
  urgent: t('紧急事项', 'Urgent matter'),
  unwell: t('身体不适', 'Unwell'),
  quick: t('只需一分钟', 'Takes a minute'),
  returning: t('补材料返回', 'Back with papers'),
  mistake: t('取错号', 'Wrong number taken'),
  other: t('其他', 'Other'),
}
