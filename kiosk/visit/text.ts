// What the kiosk says about several matters on one number, and about a lane that nobody serves just now.
import type { Text } from '#assets/i18n/language.svelte.ts'

const t = (zh: string, en: string): Text => ({ zh, en })

export const say = {
  another: t('还要办别的事', 'Another matter as well'),
  title: t('还要办什么事？', 'What else brings you here?'),
  oneNumber: t('取一个号，一件一件办', 'One number: they are served one after another'),
  chosen: t('已选', 'Chosen'),
  also: t('同一个号还办', 'With the same number'),
  unserved: t('现在没有窗口办这件事', 'No window serves this now'),
  unservedNobody: t('请先取号，工作人员会来安排', 'Take a number: the staff will see to it'),
  kept: t('号可以先取，今天一定办完', 'Take a number: it is served today'),
  soon: t('很快回来', 'back soon'),
}
export const backAt = (name: string, time: string, window: number): Text =>
  t(`${name} ${time} 到 ${window} 号窗口`, `${name}: window ${window}, ${time}`)
export const backSoon = (name: string, window: number): Text =>
  t(`${name} 很快回到 ${window} 号窗口`, `${name} will be back at window ${window} soon`)
export const askAt = (window: number, name: string): Text =>
  t(`急事先问 ${window} 号窗口 ${name}`, `In a hurry? Ask ${name}, window ${window}`)
