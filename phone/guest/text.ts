// What the phone says of lanes that nobody serves just now, as the kiosk says it.
import type { Text } from '#assets/i18n/language.svelte.ts'

const t = (zh: string, en: string): Text => ({ zh, en })

export const say = {
  unserved: t('现在没有窗口办', 'No window serves these now'),
  unservedNobody: t('工作人员会来安排', 'the staff will see to it'),
  kept: t('号可以先取，今天一定办完', 'You can take a number all the same: it is served today'),
}
export const backAt = (name: string, time: string, window: number): Text =>
  t(`${name} ${time} 到 ${window} 号窗口`, `${name}: window ${window}, ${time}`)
export const backSoon = (name: string, window: number): Text =>
  t(`${name} 很快回到 ${window} 号窗口`, `${name} will be back at window ${window} soon`)
