// What the desk says of numbers that were given while the hub was away and could not be kept.
import type { Text } from '#assets/i18n/language.svelte.ts'
import type { SlipMark } from '#contract/leases.ts'
import { t } from './text.ts'

/** `at`: when it was taken, on the hall's clock. */
export const slipSaid = ({ label, now }: SlipMark, at: string): Text =>
  now === null
    ? t(
        `离线号 ${label}（${at} 取）没有收下：请找到本人，重新取号`,
        `Offline number ${label} (taken ${at}) was not taken back: find its holder and give a new number`,
      )
    : t(
        `离线号 ${label}（${at} 取）改为 ${now}：请告诉拿 ${label} 的人`,
        `Offline number ${label} (taken ${at}) is now ${now}: tell whoever holds ${label}`,
      )

export const slipFound = t('已告诉本人', 'Told them')
