// Kinds of duty in both languages. Apart from the other words: of all of them the first picture of a wall says only these.
import type { DutyKind } from '#contract/words.ts'
import type { Text } from './language.svelte.ts'

const t = (zh: string, en: string): Text => ({ zh, en })

export const dutyKind: Record<DutyKind, Text> = {
  window: t('窗口接待', 'At the window'),
  midday: t('午间值守', 'Midday duty'),
  evening: t('晚间延时', 'Evening duty'),
  weekend: t('周末值班', 'Weekend duty'),
  holiday: t('节假日值班', 'Holiday duty'),
  patrol: t('巡查', 'On patrol'),
  cadre: t('带班领导', 'Leading cadre'),
  standby: t('电话值守', 'On call by telephone'),
}
