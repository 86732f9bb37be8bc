// What stands on every card.
import type { Text } from '#assets/i18n/language.svelte.ts'

const t = (zh: string, en: string): Text => ({ zh, en })

export const say = {
  save: t('扫码存进手机', 'Scan to save the contact'),
  newest: t('扫码看最新', 'Scan for the newest'),
  hotlines: t('常用热线', 'Hotlines'),
  hours: t('窗口时间', 'Window hours'),
  demo: t('示例大厅，人名、电话均为示例', 'Example hall, example people'),
}
