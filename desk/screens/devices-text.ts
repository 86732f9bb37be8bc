// What the page of the screens says: what each shows, what is wrong with it, what to do. Plain words, for whoever is at the desk.
import type { ScreenFace } from '#contract/views.ts'
import type { Text } from '#assets/i18n/language.svelte.ts'
import { t } from '../text.ts'

export const words = {
  screen: t('屏幕', 'Screen'),
  shows: t('现在显示', 'Shows now'),
  sound: t('声音', 'Sound'),
  running: t('运行', 'Running'),
  version: t('版本', 'Version'),
  todo: t('要做什么', 'What to do'),
  nothing: t('不用处理', 'Nothing'),
  kiosk_silent: t('不出声', 'None'),
  renews: t('旧版本，没人时自动更新', 'Old; renews itself when nobody is there'),
  all_well: t('所有屏幕正常', 'All screens are well'),
  no_wall: t('大厅内容', 'The hall'),
}

export const needed = (count: number): Text =>
  t(`${count} 块屏要您处理`, count === 1 ? '1 screen needs you' : `${count} screens need you`)

/** The views in words that a clerk knows. */
const viewName: Record<ScreenFace['behind'][number], Text> = {
  alert: t('应急消息', 'emergency'),
  board: t('叫号', 'calls'),
  kiosk: t('取号', 'numbers'),
  catalog: t('事项', 'matters'),
  walls: t('版面', 'layout'),
  calendar: t('日历', 'calendar'),
  almanac: t('未来两周', 'coming days'),
  notices: t('公告', 'notices'),
}

export function old(behind: ScreenFace['behind']): Text {
  const names = behind.map((name) => viewName[name])
  return t(`旧的：${names.map(({ zh }) => zh).join('、')}`, `Old: ${names.map(({ en }) => en).join(', ')}`)
}

export const painted = (time: string, age: Text): Text => t(`${time} 更新（${age.zh}前）`, `at ${time} (${age.en} ago)`)
export const since = (time: string): Text => t(`${time} 起连接`, `connected since ${time}`)

/** `starts`: how often its page was opened today; the first time is no restart. */
export function life(openFor: Text, starts: number | null): Text {
  const again = Math.max(0, (starts ?? 1) - 1)
  const open = t(`已开 ${openFor.zh}`, `open for ${openFor.en}`)
  if (again === 0) return t(`${open.zh}，今天没有重启`, `${open.en}, no restart today`)
  return t(`${open.zh}，今天重启 ${again} 次`, `${open.en}, ${again} restart${again === 1 ? '' : 's'} today`)
}

export const broke = (time: string, what: string): Text => t(`${time} 出错：${what}`, `Broke at ${time}: ${what}`)
