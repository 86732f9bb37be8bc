// What the card says on a resident's own phone.
import type { Text } from '#assets/i18n/language.svelte.ts'

const t = (zh: string, en: string): Text => ({ zh, en })

export const say = {
  call: t('打电话', 'Call'),
  save: t('存进通讯录', 'Save the contact'),
  map: t('在地图上看', 'On the map'),
  days: t('接待时间存进日历', 'Reception days for the calendar'),
  found: t('什么时候找得到', 'When to be found'),
  standIn: t('现在不在，可以找', 'Away now; ring instead'),
  hotlines: t('常用热线', 'Hotlines'),
  where: t('大厅在哪里', 'Where the hall is'),
  gone: t('这张卡已经调整', 'This card has changed'),
  goneHow: t('请打大厅电话，或到大厅问一问。', 'Please ring the hall, or come and ask.'),
  loading: t('正在取电话…', 'Getting the number…'),
  hallPhone: t('没有公布个人电话，请打大厅', 'No number of their own: ring the hall'),
  back: (when: Text): Text => t(`${when.zh} 回来`, `Back ${when.en}`),
  hereUntil: (time: string): Text => t(`现在在，到 ${time}`, `Here now, until ${time}`),
}

/** An address as every phone's map understands it. */
export const mapLink = (address: string): string => `https://uri.amap.com/search?keyword=${encodeURIComponent(address)}`
