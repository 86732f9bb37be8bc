// What home says of "who to turn to".
import type { Text } from '#assets/i18n/language.svelte.ts'

const t = (zh: string, en: string): Text => ({ zh, en })

export const words = {
  what: t('出了什么事？点一下', 'What happened? Touch it'),
  events: t('突发情况、急事', 'Something sudden'),
  papers: t('证件、证明、盖章', 'Papers and stamps'),
}
