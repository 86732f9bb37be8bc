// Which screens of the hall need a person now, and what that person should do. Pure.
import type { ScreenFace } from '#contract/views.ts'
import type { Text } from '#assets/i18n/language.svelte.ts'
import { clock } from '#assets/i18n/time.ts'
import { t } from './text.ts'

/** A screen needs a moment to paint what is new; only after this long, milliseconds, is it called behind. */
export const BEHIND_AFTER = 10_000

/** A screen that was opened anew this often today does not recover by itself any more. */
export const TOO_MANY_STARTS = 6

/** When each connected screen was first seen behind, epoch milliseconds. */
export type BehindSince = Readonly<Record<string, number>>

export function watchBehind(before: BehindSince, screens: readonly ScreenFace[], now: number): BehindSince {
  const behind = screens.filter((screen) => screen.connected && !screen.current)
  return Object.fromEntries(behind.map(({ device }) => [device, before[device] ?? now]))
}

export interface Trouble {
  device: string
  name: string
  what: Text
  todo: Text
}

/** One trouble for each screen, the worst first: dark, then behind, then silent, then one that keeps breaking. Desks are not screens of the hall. */
export function troubles(
  screens: readonly ScreenFace[],
  since: BehindSince,
  now: number,
  zone: string,
  patience = BEHIND_AFTER,
): Trouble[] {
  return screens
    .filter(({ kind }) => kind !== 'desk')
    .map((screen) => ({ screen, ...problem(screen, zone, now - (since[screen.device] ?? now) >= patience) }))
    .filter(({ rank }) => rank > 0)
    .sort((one, other) => other.rank - one.rank)
    .map(({ screen: { device, name }, what, todo }) => ({ device, name, what, todo }))
}

function problem(screen: ScreenFace, zone: string, longBehind: boolean): { rank: number; what: Text; todo: Text } {
  const painted = screen.paintedAt ? clock(screen.paintedAt, zone) : null
  if (!screen.connected) {
    const what = painted ? t(`${painted} 起断开`, `disconnected since ${painted}`) : t('没有连接', 'not connected')
    return { rank: 5, what, todo: t('请检查电源和网线', 'check its power and cable') }
  }
  if (!screen.current && longBehind) {
    const what = painted
      ? t(`还显示 ${painted} 的信息`, `still shows ${painted}`)
      : t('还没有画面', 'shows nothing yet')
    return { rank: 4, what, todo: t('请刷新或重启该屏', 'reload or restart it') }
  }
  if (screen.sound === 'blocked') {
    return {
      rank: 3,
      what: t('没有声音', 'is silent'),
      todo: t('请在该屏上点一下或按任意键', 'touch it or press any key on it'),
    }
  }
  if (screen.sound === 'broken') {
    return {
      rank: 2,
      what: t('语音没有载入', 'has no voice'),
      todo: t('请刷新该屏，叫号时请口头呼叫', 'reload it, and call by mouth'),
    }
  }
  if ((screen.starts ?? 0) >= TOO_MANY_STARTS) {
    return {
      rank: 1,
      what: t(`今天重启了 ${screen.starts} 次`, `was restarted ${screen.starts} times today`),
      todo: t(
        '请断电一分钟再开；还不行就找维护人员',
        'cut its power for a minute; if that does not help, call for service',
      ),
    }
  }
  return { rank: 0, what: t('', ''), todo: t('', '') }
}
