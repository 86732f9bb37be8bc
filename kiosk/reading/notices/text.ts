// What the kiosk says around notices and rules.
import type { Text } from '#assets/i18n/language.svelte.ts'

const t = (zh: string, en: string): Text => ({ zh, en })

export const words = {
  title: t('公告与制度', 'Notices and rules'),
  toList: t('回列表', 'Back to the list'),
  none: t('现在没有公告', 'No notices now'),
  noRules: t('制度汇编还没有内容，请到窗口询问', 'The volume is empty. Please ask at a window'),
  gone: t('这条公告刚刚撤下', 'This notice has just been taken down'),
  take: t('手机带走', 'Take it along'),
  takeHow: t('手机扫一扫，在手机上看', 'Scan to read it on your phone'),
  qrAlt: t('二维码：在手机上看这一条', 'QR code: read this on a phone'),
  larger: t('放大看', 'Look closer'),
  smaller: t('看整页', 'See the whole page'),
  watch: t('播放影片', 'Play the film'),
  example: t('示例', 'Example'),
}

export const counted = (name: Text, count: number): Text => t(`${name.zh} ${count}`, `${name.en} (${count})`)
