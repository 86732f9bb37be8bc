// What the phone says of the matters of a number and of what is missing.
import type { Text } from '#assets/i18n/language.svelte.ts'
import type { MatterStand } from '#contract/visits.ts'

const t = (zh: string, en: string): Text => ({ zh, en })

export const say = {
  matters: t('这个号要办的事', 'What this number is for'),
  title: t('一次性告知单', 'What to bring, in one go'),
  missing: t('还缺', 'Still missing'),
  comeBack: t('备齐后直接到窗口，不用重新说一遍', 'Bring these to the window: no need to explain again'),
  steps: t('怎么办', 'How it goes'),
  bring: t('带什么', 'What to bring'),
  bringNothing: t('不用带材料', 'Nothing to bring'),
}
export const stand: Record<MatterStand, Text> = {
  done: t('办好了', 'Done'),
  now: t('先办', 'First'),
  next: t('接着办', 'Then'),
}
/** At the window, or once another is settled, it is no longer the first. */
export const nowServed = t('正在办', 'Now')
