// What the screen says on which a card is taken along.
import type { Text } from '#assets/i18n/language.svelte.ts'
import type { CardForm } from '#contract/cards.ts'
import type { CardResult } from '../printing/card-printer.ts'

const t = (zh: string, en: string): Text => ({ zh, en })

export const words = {
  title: t('把联系卡带走', 'Take the contact card along'),
  scan: t('手机扫码存电话', 'Scan to save the number'),
  scanPage: t('手机扫码看这张卡', 'Scan for this card on your phone'),
  scanAlt: t('二维码：存进手机通讯录', 'QR code: save the contact'),
  pageAlt: t('二维码：在手机上看这张卡', 'QR code: this card on a phone'),
  noCode: t(
    '二维码现在读不出来，请打印，或拍下电话',
    'The code cannot be read now. Print the card, or photograph the number',
  ),
  noPhone: t('没有公布电话，请打', 'No number is published. Ring'),
  found: t('什么时候找得到', 'When to be found'),
  loading: t('正在取电话…', 'Getting the numbers…'),
  gone: t('这张卡已经调整，请返回重新查找', 'This card has changed. Please go back and look again'),
  largeOn: t('打大字版', 'In large print'),
  largeOff: t('打普通版', 'In ordinary print'),
  large: t('大字版', 'Large print'),
  printing: t('正在打印…', 'Printing…'),
  noPrinter: t('这里没有打印机，请扫码或拍照', 'No printer here: scan the code, or take a photo'),
}

export const print: Record<CardForm, Text> = {
  receipt: t('打印小票', 'Print a slip'),
  small: t('打印卡片', 'Print a card'),
  a6: t('打印大卡（A6）', 'Print a large card (A6)'),
  a4: t('打印八张卡', 'Print eight cards'),
}

export const result: Record<CardResult, Text> = {
  printed: t('请取走您的联系卡', 'Please take your card'),
  failed: t('没有打印出来，请扫码或拍下电话', 'Not printed: scan the code, or photograph the number'),
  none: t('这里没有打印机，请扫码或拍照', 'No printer here: scan the code, or take a photo'),
  unreadable: t(
    '二维码印不清楚，没有打印。请拍下电话',
    'A code could not be read back, so nothing was printed. Photograph the number',
  ),
}
