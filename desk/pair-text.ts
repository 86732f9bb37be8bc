// What the page behind a one-time link can come to, and what to do then.
import { explain, type Failure } from '#assets/i18n/errors.ts'
import type { Text } from '#assets/i18n/language.svelte.ts'
import { t } from './text.ts'

export interface PairingText {
  state: 'claiming' | 'spent' | 'missing' | 'away'
  title: Text
  body: Text | null
  /** Either of these gets a new link. */
  ways: { how: 'restart' | 'command'; text: Text; command?: string }[]
}

const ways: PairingText['ways'] = [
  { how: 'restart', text: t('重新启动中枢，它会打印新的链接', 'Restart the hub: it prints new links') },
  { how: 'command', text: t('或者运行命令', 'or run'), command: 'npm run hall -- pair' },
]

export const pairingText = {
  claiming: {
    state: 'claiming',
    title: t('正在配对这台设备…', 'Pairing this machine…'),
    body: null,
    ways: [],
  } as PairingText,
  spent: {
    state: 'spent',
    title: t('这个链接已经用过，或已过期', 'This link was used, or has expired'),
    body: t('每个链接只能用一次。要新的链接：', 'Each link works once. For a new one:'),
    ways,
  } as PairingText,
  missing: {
    state: 'missing',
    title: t('请打开完整的链接', 'Please open the whole link'),
    body: t(
      '这个页面要从一次性链接进入，链接在 # 后面有一串字符。要新的链接：',
      'This page opens from a one-time link, which has letters after the #. For a new one:',
    ),
    ways,
  } as PairingText,
  away: (failure: Failure): PairingText => ({
    state: 'away',
    title: failure.code === 'offline' ? t('连接不上中枢', 'The hub does not answer') : explain(failure),
    body: t('链接还可以用。请检查网络后再试。', 'The link is still good. Check the network and try again.'),
    ways: [],
  }),
}
