// What a wall says when it can no longer say what is true: its published hours have ended, or its picture broke.
import { age } from '#assets/i18n/time.ts'
import type { Text } from '#assets/i18n/language.svelte.ts'

export type Why = 'outlived' | 'broken'

export const title: Record<Why, Text> = {
  outlived: { zh: '开放时间以公告为准', en: 'For opening hours, please see the notices' },
  broken: { zh: '请直接到窗口', en: 'Please go straight to a window' },
}

/** `silence`: milliseconds since the hub was last heard. */
export function more(why: Why, silence: number): Text {
  if (why === 'broken')
    return { zh: '大屏正在恢复，工作人员会帮您', en: 'The display is recovering. Staff will help you' }
  const old = age(silence)
  return {
    zh: `大屏已断开 ${old.zh}，请到窗口或拨打电话询问`,
    en: `This display has been cut off for ${old.en}. Please ask at a window or ring`,
  }
}

export const phone: Text = { zh: '值守电话', en: 'Duty telephone' }

export const demo: Text = { zh: '示例', en: 'Demo' }
