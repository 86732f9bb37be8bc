// What the phone says around notices and rules.
import type { Text } from '#assets/i18n/language.svelte.ts'

const t = (zh: string, en: string): Text => ({ zh, en })

export const words = {
  title: t('公告与制度', 'Notices and rules'),
  notice: t('公告', 'Notices'),
  rule: t('制度汇编', 'Volume of rules'),
  loading: t('正在取公告…', 'Fetching the notices…'),
  none: t('现在没有公告', 'No notices now'),
  noRules: t('还没有内容，请到窗口询问', 'Nothing here yet. Please ask at a window'),
  gone: t('这条公告已经撤下', 'This notice has been taken down'),
  goneDo: t('请看现在的公告，有疑问请打电话给大厅。', 'Please read the present notices, or ring the hall.'),
  toList: t('看全部公告与制度', 'All notices and rules'),
  larger: t('点图放大看', 'Touch the picture to see it closely'),
}

export const counted = (name: Text, count: number): Text => t(`${name.zh} ${count}`, `${name.en} (${count})`)
