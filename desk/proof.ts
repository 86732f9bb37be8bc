// What the desk says of a call: how far the hall has noticed it, and what to do where nobody could. Pure.
import type { CallProof } from '#contract/views.ts'
import type { Text } from '#assets/i18n/language.svelte.ts'
import { t } from './text.ts'

/** proven: shown and spoken. pending: it may still come. trouble: somebody has to call by mouth. */
export type Standing = 'proven' | 'pending' | 'trouble'

/** undefined: the hub has not said anything of this call yet. */
export function standingOf(proof: CallProof | undefined): Standing {
  if (!proof) return 'pending'
  if (proof.trouble) return 'trouble'
  return proof.phone || (proof.shown > 0 && proof.spoken > 0) ? 'proven' : 'pending'
}

/** "2/2 块大屏已显示，已播报". */
export function proofWords(proof: CallProof | undefined): Text {
  if (!proof) return t('正在送到大屏…', 'On its way to the walls…')
  const { walls, shown, spoken, phone, trouble } = proof
  const onPhone = phone ? t('，本人手机已显示', ', and on their phone') : t('', '')
  if (shown === 0) {
    const nowhere =
      walls === 0
        ? t('没有连着的大屏', 'no wall is connected')
        : t('还没有大屏显示', `not shown on any of ${walls === 1 ? 'the one wall' : `${walls} walls`} yet`)
    return t(nowhere.zh + onPhone.zh, nowhere.en + onPhone.en)
  }
  const voice =
    spoken > 0
      ? t('已播报', 'spoken')
      : trouble === 'not_spoken'
        ? t('没有播报', 'not spoken')
        : t('还没播完', 'not spoken to the end yet')
  return t(
    `${shown}/${walls} 块大屏已显示，${voice.zh}${onPhone.zh}`,
    `shown on ${shown} of ${walls} ${walls === 1 ? 'wall' : 'walls'}, ${voice.en}${onPhone.en}`,
  )
}

/** What is wrong, and what to do at once; null where nothing is. */
export function alarmWords(proof: CallProof): { what: Text; todo: Text } | null {
  const { label, window, trouble, walls } = proof
  if (!trouble) return null
  const what = {
    no_wall: t(`没有大屏在显示 ${label}`, `No wall shows ${label}`),
    not_shown: t(
      walls === 1 ? `大屏没有显示 ${label}` : `${walls} 块大屏都没有显示 ${label}`,
      walls === 1 ? `The wall does not show ${label}` : `None of ${walls} walls shows ${label}`,
    ),
    not_spoken: t(`${label} 没有播报出声`, `${label} was not spoken`),
  }[trouble]
  const todo = t(
    `请到门口喊一声“请 ${label} 到 ${window} 号窗口”`,
    `call aloud at the door: “${label}, window ${window}”`,
  )
  return { what, todo }
}

/** The alarm of the call that stands at this window. */
export function alarmAt(proofs: readonly CallProof[], window: number | undefined): CallProof | null {
  return proofs.find((proof) => proof.window === window && proof.trouble !== null) ?? null
}

/** Whether the hub would refuse "missed" without a reason; as long as it has not said, it decides. */
export const needsMissReason = (proof: CallProof | undefined): boolean =>
  proof !== undefined && proof.proven < proof.needed

export const proofText = {
  title: t('为什么过号？', 'Why is it missed?'),
  hint: t(
    '还没有显示并播报完：最好先重呼。原因会记录。',
    'Not shown and spoken to the end yet: better call again. The reason is kept.',
  ),
  alarm: t('没人能注意到的叫号', 'Calls that nobody could notice'),
}
