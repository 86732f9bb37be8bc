// The pages of the desk: the window, and the office with its own pages. Which of them each role is offered.
import type { Component } from 'svelte'
import type { Role } from '#contract/words.ts'
import type { Text } from '#assets/i18n/language.svelte.ts'
import type { OfficeProps } from './office/props.ts'
import { t } from './text.ts'

export interface OfficePage {
  name: Text
  /** A manager may open every page. */
  clerk: boolean
  /** Loaded when it is opened: the window does not wait for the office. */
  load: () => Promise<{ default: Component<OfficeProps> }>
}

export const officePages = {
  roster: { name: t('值班', 'Duty'), clerk: true, load: () => import('./office/RosterPage.svelte') },
  panel: { name: t('此刻', 'Now'), clerk: true, load: () => import('./office/PanelPage.svelte') },
  closing: { name: t('收尾', 'Closing'), clerk: true, load: () => import('./office/ClosingPage.svelte') },
  door: { name: t('门口代取号', 'At the door'), clerk: true, load: () => import('./office/DoorPage.svelte') },
  report: { name: t('日报', 'Day report'), clerk: true, load: () => import('./office/ReportPage.svelte') },
  appointments: {
    name: t('预约', 'Appointments'),
    clerk: true,
    load: () => import('./office/AppointmentsPage.svelte'),
  },
  hours: { name: t('开放时间', 'Hours'), clerk: false, load: () => import('./office/HoursPage.svelte') },
  calendar: { name: t('日历', 'Calendar'), clerk: true, load: () => import('./office/CalendarPage.svelte') },
  notices: { name: t('公告', 'Notices'), clerk: true, load: () => import('./office/NoticesPage.svelte') },
  people: { name: t('联系卡', 'Contacts'), clerk: true, load: () => import('./office/PeoplePage.svelte') },
  windows: { name: t('窗口设置', 'Windows'), clerk: false, load: () => import('./office/WindowsPage.svelte') },
  classes: { name: t('优先', 'Priority'), clerk: false, load: () => import('./office/ClassesPage.svelte') },
  walls: { name: t('大屏', 'Walls'), clerk: false, load: () => import('./office/WallsPage.svelte') },
  printers: { name: t('打印机', 'Printers'), clerk: false, load: () => import('./office/PrintersPage.svelte') },
  alerts: { name: t('应急', 'Emergency'), clerk: true, load: () => import('./office/AlertsPage.svelte') },
} satisfies Record<string, OfficePage>

export type OfficeName = keyof typeof officePages
export type Page = 'window' | 'devices' | 'acts' | OfficeName

export const isOfficeName = (page: Page): page is OfficeName => page in officePages

/** Pages that are looked for together. */
export interface PageGroup {
  id: string
  name: Text
  pages: readonly Exclude<Page, 'window'>[]
}

const groups: readonly PageGroup[] = [
  { id: 'today', name: t('今天', 'Today'), pages: ['panel', 'closing', 'appointments', 'door', 'report'] },
  { id: 'plan', name: t('安排', 'Plan'), pages: ['roster', 'hours', 'calendar'] },
  { id: 'tell', name: t('告知', 'Tell people'), pages: ['notices', 'walls', 'alerts'] },
  { id: 'hall', name: t('大厅', 'Hall'), pages: ['people', 'windows', 'classes', 'printers', 'devices', 'acts'] },
]

/** The pages of the office that a role is offered, in their groups and in order. */
export function pagesFor(role: Role): PageGroup[] {
  const offered = (page: Page) => role === 'manager' || (isOfficeName(page) && officePages[page].clerk)
  return groups
    .map((group) => ({ ...group, pages: group.pages.filter(offered) }))
    .filter(({ pages }) => pages.length > 0)
}
