// The log's words: each act and its detail as people say them. What has no words here is shown as it was recorded.
import type { StepName } from '#contract/intents.ts'
import type { DeviceKind, OutOfOrderReason } from '#contract/words.ts'
import type { Text } from '#assets/i18n/language.svelte.ts'
import { deviceKind, outOfOrderReason } from '#assets/i18n/words.ts'
import { officeWords } from './office-text.ts'
import { actionName, stepName, t, windowName, words } from './text.ts'

const others: Record<string, Text> = {
  undo: actionName.undo,
  'sign-in': words.sign_in,
  'sign-out': words.sign_out,
  'pin-wrong': t('密码输错', 'Wrong PIN'),
  sit: t('坐到窗口', 'Sat down'),
  stand: words.stand,
  pair: t('配对设备', 'Paired a device'),
  'pairing-wrong': t('配对码输错', 'Wrong pairing code'),
  revoke: officeWords.revoke,
  'wall-add': t('新建大屏版式', 'Laid out a new wall'),
  'wall-edit': t('修改大屏版式', 'Changed a wall'),
  'wall-remove': t('删除大屏版式', 'Removed a wall'),
  'wall-assign': t('指定显示哪面大屏', 'Gave a display its wall'),
}

export function actName(act: string): Text {
  return stepName[act as StepName] ?? others[act] ?? t(act, act)
}

/** What the act was about: a label, a name, the number of a window. */
export function actAbout(act: string, about: string): Text {
  return act === 'sit' && /^\d+$/.test(about) ? windowName(Number(about)) : t(about, about)
}

/** `detail` is a window's number, a reason, a step that was undone, a kind of device, or plain text. */
export function actDetail(act: string, detail: string): Text {
  if (act in stepName && /^\d+$/.test(detail)) return windowName(Number(detail))
  if (act === 'sit' || act === 'stand') return t('', '')
  if (act === 'undo') return stepName[detail as StepName] ?? t(detail, detail)
  if (act === 'call') return outOfOrderReason[detail as OutOfOrderReason] ?? t(detail, detail)
  if (act === 'pair' && detail === 'link') return t('一次性链接', 'One-time link')
  if (act === 'pair') return deviceKind[detail as DeviceKind] ?? t(detail, detail)
  return t(detail, detail)
}
