// What the office's page of walls says.
import type { Text } from '#assets/i18n/language.svelte.ts'
import type { DayPart, WallDuty } from '#contract/words.ts'
import { t } from '../../text.ts'

export const say = {
  title: t('大屏', 'Walls'),
  loading: t('正在读取…', 'Loading…'),
  walls: t('大屏版式', 'Walls'),
  add: t('新建版式', 'New wall'),
  displays: t('哪块屏显示哪面', 'Which display shows which'),
  no_displays: t('还没有配对大屏。到「设备」里配对。', 'No display is paired yet. Pair one under Devices.'),
  away: t('没连上', 'away'),
  nobody_shows: t('没有屏在显示', 'No display shows it'),

  name: t('名称（中文）', 'Name (Chinese)'),
  name_en: t('名称（英文）', 'Name (English)'),
  duty: t('用来做什么', 'What it is for'),
  room: t('哪个房间的门牌', "Which room's door"),
  choose_room: t('请选房间', 'Choose a room'),
  distance: t('站多远看（米）', 'Read from (metres)'),
  diagonal: t('屏幕对角线（英寸）', 'Diagonal (inches)'),
  movement: t('翻页方式', 'Turning pages'),
  moves: t('缓慢淡入', 'Slow fade'),
  still: t('直接换页，画面不动', 'Plain cut, nothing moves'),
  night: t('夜间变暗', 'Dark at night'),
  night_on: t('变暗', 'Dark'),
  night_off: t('不变暗', 'Never'),
  night_from: t('几点变暗', 'Dark from'),
  night_until: t('几点恢复', 'until'),

  panels: t('这个时段显示什么', 'What it shows then'),
  panels_hint: t(
    '从上到下，重要的在前；放不下的自动到下一页',
    'Weightiest first; what does not fit goes to the next page',
  ),
  part: t('时段', 'Part of the day'),
  now: t('现在', 'Now'),
  up: t('上移', 'Up'),
  down: t('下移', 'Down'),
  take_out: t('去掉', 'Take out'),
  put_in: t('可以加上', 'Can be added'),
  as_usual: t('恢复常用', 'As usual'),
  none: t('这个时段只显示大厅名称', 'Then only the name of the hall'),
  door_panels: t('门牌显示房间名称、正在使用和接下来，不用选。', 'A sign shows its room, what is on and what is next.'),

  preview: t('预览', 'Preview'),
  landscape: t('横屏', 'Landscape'),
  portrait: t('竖屏', 'Portrait'),
  save: t('保存', 'Save'),
  cancel: t('不改了', 'Cancel'),
  saved: t('已保存，大屏马上换上。', 'Saved: the wall shows it now.'),
  added: t('已新建。下面选哪块屏显示它。', 'Made. Now choose which display shows it.'),
  remove: t('删除这面', 'Remove'),
  remove_yes: t('确定删除', 'Yes, remove'),
  remove_ask: t('删除后，显示它的屏改显示第一面。', 'Displays that show it go back to the first wall.'),
  removed: t('已删除。', 'Removed.'),
  assigned: t('已换上。', 'The display shows it now.'),
  changed: t('还没保存', 'Not saved yet'),
} satisfies Record<string, Text>

export const dutyAbout: Record<WallDuty, Text> = {
  hall: t('叫号、开放时间、值班、活动', 'Calls, hours, duty, events'),
  calls: t('走廊：只看叫到谁', 'A corridor: who is called'),
  house: t('开放时间、值班、活动，来号时提示', 'Hours, duty, events; calls in a strip'),
  door: t('房间门口的小屏', 'Beside the door of a room'),
}
/** How a new wall of each duty is called until somebody says better. */
export const newName: Record<WallDuty, Text> = {
  hall: t('大厅二屏', 'Second wall'),
  calls: t('走廊叫号屏', 'Corridor calls'),
  house: t('走廊信息屏', 'Corridor wall'),
  door: t('门牌', 'Door sign'),
}

export type Fault = 'name' | 'room' | 'distance' | 'diagonal' | 'night'
export const fault: Record<Fault, Text> = {
  name: t('请写名称，中文和英文都要', 'Please give a name in both languages'),
  room: t('请选这块门牌是哪个房间的', 'Please choose the room of this sign'),
  distance: t('距离在 0.5 到 20 米之间', 'Between 0.5 and 20 metres'),
  diagonal: t('对角线在 5 到 200 英寸之间', 'Between 5 and 200 inches'),
  night: t('变暗和恢复不能是同一时刻', 'Night must not begin and end at the same time'),
}

/** 4 for 4, 1.5 for 1.5. */
const plain = (figure: number) => String(Math.round(figure * 10) / 10)

export const readsFrom = (distance: number, diagonal: number): Text =>
  t(`${plain(distance)} 米外看 ${plain(diagonal)} 英寸`, `From ${plain(distance)} m on ${plain(diagonal)} inch`)

/** The type sizes that come of it, in plain words. `sizes`: pixels of that glass. */
export function sizesSaid(
  from: Text,
  { number, far, near, millimetres }: { number: number; far: number; near: number; millimetres: number },
): Text {
  return t(
    `${from.zh}：号码高 ${number} 像素（${millimetres} 毫米），主要文字 ${far} 像素，走近看的 ${near} 像素。`,
    `${from.en}: numbers ${number} px high (${millimetres} mm), main words ${far} px, the rest ${near} px.`,
  )
}
export const tooFar = (farthest: number): Text =>
  t(
    `屏太小：最远只能从 ${plain(farthest)} 米看清。请换大屏或写近一些。`,
    `The glass is too small: it can be read from ${plain(farthest)} m at most. Take a larger one, or a shorter distance.`,
  )
export const pagesSaid = (pages: number, seconds: number): Text =>
  pages <= 1
    ? t('一页就放得下。', 'All on one page.')
    : t(
        `分 ${pages} 页轮换，每页 ${seconds} 秒，转一圈 ${pages * seconds} 秒。`,
        `${pages} pages take turns, ${seconds} s each: ${pages * seconds} s for all.`,
      )

export const partsTitle = (part: Text): Text => t(`${part.zh}显示什么`, `What it shows: ${part.en}`)
export const copiedFrom = (part: Text): Text => t(`和「${part.zh}」一样`, `Same as “${part.en}”`)
export const partOrder: DayPart[] = ['before', 'open', 'evening', 'closed', 'holiday']
