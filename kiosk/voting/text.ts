// What the kiosk says of a question put to residents.
import type { Text } from '#assets/i18n/language.svelte.ts'

const t = (zh: string, en: string): Text => ({ zh, en })

export const say = {
  mayChoose: t('不选也可以', 'You need not answer'),
  thanks: t('谢谢，已记下', 'Thank you, it is counted'),
  notSent: t('没有记下，请再按一次', 'Not counted: touch it again'),
}
