// The wall's honest line: what was done today, and how often and why the order was left.
import type { LedgerView } from '#contract/views.ts'
import type { Text } from '#assets/i18n/language.svelte.ts'
import { outOfOrderReason } from '#assets/i18n/duty-words.ts'

const t = (zh: string, en: string): Text => ({ zh, en })

/** Parts, the most important first; a wall that has little room shows the first of them. */
export function ledgerSaid({ served, reasons, longest, overtaken }: LedgerView): Text[] {
  const times = reasons.reduce((sum, one) => sum + one.times, 0)
  const why = (lead: keyof Text, between: string) =>
    reasons.map((one) => `${outOfOrderReason[one.reason][lead]} ${one.times}`).join(between)
  return [
    t(`今天已办 ${served} 件`, `Served today: ${served}`),
    times > 0
      ? t(`提前叫号 ${times} 次（${why('zh', '、')}）`, `called early: ${times} (${why('en', ', ')})`)
      : t('没有提前叫号', 'nobody called early'),
    ...(overtaken > 0 ? [t(`最多被提前 ${overtaken} 分钟`, `overtaken by ${overtaken} min at most`)] : []),
    ...(longest !== null && longest > 0 ? [t(`最久等 ${longest} 分钟`, `longest wait ${longest} min`)] : []),
  ]
}
