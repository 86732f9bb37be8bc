// What the kiosk says of a number that it gives without the hub, in both languages.
import type { Text } from '#assets/i18n/language.svelte.ts'
import type { SlipWhy } from './slip.ts'

const t = (zh: string, en: string): Text => ({ zh, en })

export const slipSay = {
  title: t('您的号（离线号）', 'Your number (given offline)'),
  mark: t('离线号', 'Offline number'),
  away: t(
    '现在连不上大厅系统。系统恢复后，大屏会显示并叫这个号；如果一直没有显示，请到窗口出示这个号。',
    'Issued without the hub. The screens will show and call it when the hub is back; if they do not, go to a window and show this number.',
  ),
  back: t(
    '系统已恢复，这个号已经排上队。请在大屏前等候。',
    'The hub is back, and this number has its place. Please wait by the wall screen.',
  ),
  gone: t('这个号不能用了，请到窗口，工作人员会帮您。', 'This number cannot be used. Please go to a window for help.'),
  place: t('排队先后按取号时间算，不会吃亏', 'Your place counts from now: you lose nothing'),
  follow: t('系统恢复后，扫码可看排队', 'Scan to follow it once the hub is back'),
}

export const changed = (now: string): Text =>
  t(
    `系统已恢复，您的号改为 ${now}。请记下或拍下新号。`,
    `The hub is back, and your number is now ${now}. Please write it down or take a photo.`,
  )

/** Why there is no number, and what to do now. */
export const whyNot: Record<SlipWhy, Text> = {
  lease_none: t(
    '连不上大厅系统，这台机器也没有备用号。请直接到窗口，工作人员会帮您。',
    'The hub does not answer, and this kiosk holds no numbers. Please go straight to a window.',
  ),
  lease_over: t(
    '连不上大厅系统，备用号已经过期。请直接到窗口，工作人员会帮您。',
    'The hub does not answer, and the numbers that this kiosk holds are of another day. Please go straight to a window.',
  ),
  lease_foreign: t(
    '连不上大厅系统，备用号不属于这台机器。请直接到窗口，工作人员会帮您。',
    'The hub does not answer, and the numbers here belong to another kiosk. Please go straight to a window.',
  ),
  lease_empty: t(
    '连不上大厅系统，备用号已经发完。请直接到窗口，工作人员会帮您。',
    'The hub does not answer, and all spare numbers have been given. Please go straight to a window.',
  ),
  hours_unknown: t(
    '连不上大厅系统，不知道今天是否开放。请到窗口或看门口公告。',
    "The hub does not answer, and today's hours are not known here. Please ask at a window or see the notice at the door.",
  ),
  no_storage: t(
    '连不上大厅系统，这台机器现在记不下号。请直接到窗口，工作人员会帮您。',
    'The hub does not answer, and this kiosk cannot write a number down. Please go straight to a window.',
  ),
  unknown: t(
    '连不上大厅系统，这件事现在取不了号。请直接到窗口，工作人员会帮您。',
    'The hub does not answer, and no number can be given for this now. Please go straight to a window.',
  ),
}
