// The states of numbers without the hub, of classes and head starts, and of the door.
import type { ClassList } from '#contract/classes.ts'
import type { TicketFace } from '#contract/intents.ts'
import type { DeskView } from '#contract/views.ts'
import { codeOf, codeSvg } from '#domain/card-code.ts'
import ClassesPage from '../../desk/office/ClassesPage.svelte'
import DoorPage from '../../desk/office/DoorPage.svelte'
import type { OfficeProps } from '../../desk/office/props.ts'
import type { Paper } from '../../kiosk/flow.ts'
import type { Frame } from '../../kiosk/frame.ts'
import OfflineNumber from '../../kiosk/lease/OfflineNumber.svelte'
import type { Slip } from '../../kiosk/lease/slip.ts'
import { printedTicket } from '../../kiosk/printing/printed-ticket.ts'
import Receipt from '../../kiosk/printing/Receipt.svelte'
import Trouble from '../../kiosk/screens/Trouble.svelte'
import { at, catalog, desk, kiosk, NOW } from './facts.ts'
import { officePage } from './office-page.ts'
import { peopleView as people } from './people-facts.ts'
import { LANDSCAPE, PORTRAIT, state, type GalleryState } from './state.ts'

const nothing = () => {}
const frame: Frame = { kiosk, now: NOW, freshness: 'lost', silence: 250_000, elder: false, onelder: nothing }
const link = 'http://192.168.1.20:8080/t/Zk3v9QmT2pLw8sHx1AbCdE'
const qr = `data:image/svg+xml,${encodeURIComponent(codeSvg(codeOf(link)!))}`
const face: TicketFace = {
  id: 's1',
  code: 'Zk3v9QmT2pLw8sHx1AbCdE',
  label: 'B603',
  number: 603,
  lane: 'governance',
  matter: 'roof-leak',
  class: 'senior',
  serviceDate: '2026-11-23',
  joinedAt: at(0),
  ahead: 0,
  link,
}
const ticket = { ...printedTicket(face, qr, kiosk, catalog), alone: true }
const slip: Slip = { id: 's1', qr, prints: true, now: 'B603' }
const number = (paper: Paper, more: Partial<Slip> = {}) => ({
  ticket,
  slip: { ...slip, ...more },
  paper,
  left: 48,
  onstay: nothing,
  ondone: nothing,
})
const back: Frame = { ...frame, freshness: 'fresh', silence: 700 }

const classes: ClassList = {
  classes: [
    ...catalog.classes.map(({ id, name, headStart }) => ({
      id,
      name,
      headStart,
      offered: true,
      kind: headStart === 0 ? ('everybody' as const) : ('chosen' as const),
    })),
    { id: 'donor', name: { zh: '献血者', en: 'Blood donor' }, headStart: 20, offered: false, kind: 'chosen' },
    {
      id: 'return',
      name: { zh: '过号返回', en: 'Back after a missed call' },
      headStart: 10,
      offered: false,
      kind: 'own',
    },
  ],
  rule: catalog.rule,
}
const door = { '/api/matters': { matters: catalog.matters }, '/api/classes': classes }
const shown = (props: Record<string, unknown>) => ({ people, ...props }) as Partial<OfficeProps>
const told: DeskView = {
  ...desk,
  slips: [
    { id: 's1', label: 'B601', now: 'B023', takenAt: at(-41) },
    { id: 's2', label: 'C602', now: null, takenAt: at(-38) },
  ],
}

export const leaseStates: GalleryState[] = [
  state('kiosk/offline-number', PORTRAIT, OfflineNumber, { frame, ...number('printed') }),
  state('kiosk/offline-number-elder', PORTRAIT, OfflineNumber, { frame: { ...frame, elder: true }, ...number('none') }),
  state('kiosk/offline-number-changed', PORTRAIT, OfflineNumber, {
    frame: back,
    ...number('printed', { now: 'B023', returned: true }),
  }),
  state('kiosk/landscape-offline-number', LANDSCAPE, OfflineNumber, { frame, ...number('failed') }),
  state('kiosk/offline-receipt', [400, 1000], Receipt, { ticket, preview: true }),
  state('kiosk/offline-empty', PORTRAIT, Trouble, {
    frame,
    failure: { code: 'offline', facts: {} },
    why: 'lease_empty',
    onagain: nothing,
    onback: nothing,
  }),
  officePage('desk/classes', ClassesPage, 'classes', { '/api/classes': classes }, shown({ open: 'senior' })),
  officePage('desk/door', DoorPage, 'door', door, shown({ words: 'loushui', matter: 'roof-leak', desk: told })),
  officePage(
    'desk/door-issued',
    DoorPage,
    'door',
    door,
    shown({ issued: { ...face, label: 'B024', number: 24, ahead: 6 }, qr }),
  ),
]
