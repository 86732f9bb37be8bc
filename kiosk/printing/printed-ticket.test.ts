// What stands on a ticket: who receives today at the windows of its own lane, and nobody where nobody is down for them.
import { expect, it } from 'vitest'
import type { TicketFace } from '#contract/intents.ts'
import type { CatalogView, KioskView } from '#contract/views.ts'
import { receivedBy } from '../text.ts'
import { printedTicket } from './printed-ticket.ts'

const duty = [
  { window: 2, name: '王建国' },
  { window: null, name: '赵敏' },
  { window: 1, name: '陈晓兰' },
  { window: 3, name: '李雪梅' },
]
const kiosk = { hall: { name: {} }, lanes: [], duty } as unknown as KioskView
const windows = [
  { number: 3, lanes: ['d'] },
  { number: 2, lanes: ['c', 'd'] },
  { number: 1, lanes: ['c'] },
  { number: 4, lanes: ['c'] },
]
const catalog = { matters: [], classes: [], windows } as unknown as CatalogView
const on = (lane: string, from = catalog) => printedTicket({ lane } as TicketFace, '', kiosk, from).receives

it('names the windows of the lane in order, each with whoever is down for it now', () => {
  expect(on('c')).toEqual([
    { window: 1, name: '陈晓兰' },
    { window: 2, name: '王建国' },
  ])
  expect(receivedBy(on('c'))).toEqual({
    zh: '今日我接待：1 号窗口 陈晓兰，2 号窗口 王建国',
    en: 'Receiving you today: 陈晓兰, window 1; 王建国, window 2',
  })
})

it('names nobody where nobody is, or where the windows are not known', () => {
  expect(on('a')).toEqual([])
  const { windows: _, ...older } = catalog
  expect(on('c', older as CatalogView)).toEqual([])
})
