// The states of everything that belongs to paper, at the desk.
import type { PrinterList } from '#contract/printing.ts'
import PrintersPage from '../../desk/office/PrintersPage.svelte'
import { at } from './facts.ts'
import { officePage } from './office-page.ts'
import type { GalleryState } from './state.ts'

const devices = [
  { id: 'k1', kind: 'kiosk', name: '门口取号机', pairedAt: at(-9000), revokedAt: null },
  { id: 'k2', kind: 'kiosk', name: '走廊取号机', pairedAt: at(-9000), revokedAt: null },
]
const list: PrinterList = {
  printers: [
    {
      id: 'p1',
      name: '门口打印机',
      kind: 'receipt',
      host: '192.168.1.50',
      port: 9100,
      mode: 'text',
      path: '',
      form: null,
      devices: ['k1'],
      state: 'ready',
      stateAt: at(-1),
      waiting: 0,
    },
    {
      id: 'p2',
      name: '走廊打印机',
      kind: 'receipt',
      host: '192.168.1.51',
      port: 9100,
      mode: 'picture',
      path: '',
      form: null,
      devices: ['k2'],
      state: 'paper_out',
      stateAt: at(-4),
      waiting: 1,
    },
    {
      id: 'p3',
      name: '卡片打印机',
      kind: 'card',
      host: '192.168.1.60',
      port: 631,
      mode: 'picture',
      path: '/ipp/print',
      form: 'small',
      devices: ['k1', 'k2'],
      state: 'paper_low',
      stateAt: at(-2),
      waiting: 0,
    },
  ],
  jobs: [
    { id: 'j3', printer: '走廊打印机', about: 'C014', state: 'queued', trouble: 'paper_out', at: at(0) },
    { id: 'j2', printer: '门口打印机', about: 'B021', state: 'done', trouble: null, at: at(-3) },
    { id: 'j1', printer: '走廊打印机', about: 'C013', state: 'expired', trouble: 'offline', at: at(-40) },
  ],
}

export const printingStates: GalleryState[] = [
  officePage('desk/printers', PrintersPage, 'printers', { '/api/printers': list, '/api/devices': { devices } }),
  officePage('desk/printers-none', PrintersPage, 'printers', {
    '/api/printers': { printers: [], jobs: [] },
    '/api/devices': { devices },
  }),
]
