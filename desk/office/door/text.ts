// What the door page says: taking a number on behalf of somebody.
import type { Text } from '#assets/i18n/language.svelte.ts'
import { t } from '../../text.ts'

export const say = {
  title: t('门口代取号', 'At the door'),
  what: t('来办什么事？写几个字，拼音也行', 'What is it about? A few words will do'),
  common: t('常办的事', 'Often asked for'),
  found: t('找到的事', 'Found'),
  none: t('没有找到。换个说法，或选下面的事', 'Nothing found. Say it otherwise, or choose below'),
  whose: t('替谁取？', 'For whom?'),
  other: t('换一件事', 'Another matter'),
  waiting: t('在等', 'waiting'),
  taken: t('号取好了', 'The number'),
  photo: t('请对方拍下这个号和二维码', 'Let them take a photo of number and code'),
  noPhone: t('没有手机的，把号写给对方', 'Without a phone: write the number down for them'),
  qr: t('二维码：在手机上看排队', 'QR code: follow this number on a phone'),
  next: t('再取一个', 'Another one'),
  printing: t('正在打印…', 'Printing…'),
  printed: t('小票打印好了，请交给对方', 'Printed: please hand it over'),
  failed: t('没有打印出来，请让对方拍照', 'Not printed: let them take a photo'),
  closed: t('现在不开放，不能取号', 'The hall is closed: no numbers now'),
  idle: t('选一件事，再选替谁取，号就出来了', 'Choose a matter, then for whom: that is all'),
}

export const ahead = (people: number): Text =>
  people === 0 ? t('前面没有人', 'Nobody ahead') : t(`前面还有 ${people} 人`, `${people} ahead`)
