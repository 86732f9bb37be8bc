// What the phone says of a number on which somebody decided when the hall closed.
import type { Text } from '#assets/i18n/language.svelte.ts'
import { whenNext } from '#assets/i18n/time.ts'
import type { DecidedForYou } from '#contract/closing.ts'

const t = (zh: string, en: string): Text => ({ zh, en })

export const say = {
  handedOver: t('已转交同事继续办', 'A colleague goes on with it'),
  handedOverDo: t(
    '您不用再排队，也不用重新取号。想问进展，请打下面的电话。',
    'You need not queue again, nor take a new number. To ask how it goes, ring the hall.',
  ),
  phoneCall: t('我们会给您打电话', 'We will ring you'),
  phoneCallDo: t(
    '您不用再排队。没等到电话，请打下面的电话。',
    'You need not queue again. If nobody rings, please ring the hall.',
  ),
}

/** To whom first place was promised: now, at the next opening, or whenever that is published. */
export function comeBack({ today, opens }: DecidedForYou, now: number, zone: string): { title: Text; action: Text } {
  if (today)
    return {
      title: t('今天先给您办', 'Today you are first'),
      action: t(
        '请直接到窗口，出示这个号，不用重新取号。',
        'Go straight to a window and show this number. No new one is needed.',
      ),
    }
  const title = t('下次先给您办', 'Next time you are first')
  if (opens === null)
    return {
      title,
      action: t(
        '开放后请直接到窗口，出示这个号，不用重新取号。哪天开放，请打下面的电话问。',
        'When we are open again, go straight to a window and show this number: no new one is needed. Ring to ask when.',
      ),
    }
  const when = whenNext(opens, now, zone)
  return {
    title,
    action: t(
      `请 ${when.zh} 开门后来，直接到窗口，出示这个号，不用重新取号。`,
      `Please come when we open, ${when.en}. Go straight to a window and show this number: no new one is needed.`,
    ),
  }
}
