// What the phone says around "who to turn to".
import type { Text } from '#assets/i18n/language.svelte.ts'

const t = (zh: string, en: string): Text => ({ zh, en })

export const say = {
  title: t('有事找谁？', 'Who do I turn to?'),
  search: t('说说是什么事', 'What is it about?'),
  example: t('漏水、停电、办居住证…', 'Leak, power cut, permit…'),
  results: t('找到的', 'Found'),
  nothing: t('没有找到', 'Nothing found'),
  nothingDo: t('换个说法试试，或打下面的电话问。', 'Try other words, or ring the hall below.'),
  what: t('出了什么事', 'What happened'),
  byBuilding: t('我住几号楼', 'My building'),
  byPost: t('按职务找', 'By role'),
  loading: t('正在读取…', 'One moment…'),
  here: t('这里就能办', 'You can do this here'),
  elsewhere: t('这里不办，请到', 'Not here. Please go to'),
  notHere: t('这里不办', 'Not here'),
  firstDo: t('先这样做', 'First of all'),
  map: t('看地图', 'Map'),
  people: t('找谁：看名片和电话', 'Who to turn to: card and number'),
  toSearch: t('重新找', 'Look again'),
  gone: t('没有这一项，可能刚改过', 'This is not there any more'),
  building: t('本楼找谁', 'People of this building'),
}

export const counted = (count: number): Text => t(`${count} 位`, `${count} people`)
