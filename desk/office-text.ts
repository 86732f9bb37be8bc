// What the manager's pages say: screens, devices, the log.
import type { Text } from '#assets/i18n/language.svelte.ts'
import { t } from './text.ts'

export const officeWords = {
  page_window: t('窗口', 'Window'),
  office: t('办公', 'Office'),
  page_devices: t('设备', 'Devices'),
  page_acts: t('记录', 'Log'),
  screens: t('屏幕现状', 'Screens now'),
  no_screens: t('还没有取号机或大屏', 'No kiosk or display yet'),
  newer: t(
    '工作台有新版本，手上的事办完再更新',
    'There is a new version of the desk. Take it when nobody waits for you',
  ),
  renew: t('现在更新', 'Update now'),
  screens_trouble: t('屏幕问题', 'Screens in trouble'),
  shows_now: t('显示最新', 'Up to date'),
  behind: t('显示旧信息', 'Behind'),
  disconnected: t('已断开', 'Disconnected'),
  painted: t('最后显示', 'Last painted'),
  sound: t('声音', 'Sound'),
  size: t('尺寸', 'Size'),
  version: t('版本', 'Version'),
  since: t('连接自', 'Since'),
  name: t('名称', 'Name'),
  kind: t('类型', 'Kind'),
  state: t('状态', 'State'),
  devices: t('已配对的设备', 'Paired devices'),
  revoke: t('撤销配对', 'Revoke'),
  revoke_yes: t('确定撤销', 'Yes, revoke'),
  revoke_no: t('不撤销', 'Keep it'),
  pair: t('配对新设备', 'Pair a new device'),
  pair_code: t('设备屏幕上的 8 个字母', 'The 8 letters on its screen'),
  pair_name: t('给它起个名字，例如：走廊屏', 'A name for it, such as: corridor display'),
  pair_do: t('配对', 'Pair'),
  pair_code_short: t('要 8 个字母', '8 letters are needed'),
  pair_name_short: t('请写名称', 'Please give a name'),

  acts: t('操作记录', 'Log of acts'),
  acts_hint: t('最新在前，只增不改', 'Newest first; nothing is ever changed'),
  acts_none: t('今天还没有操作', 'Nothing yet'),
  act_at: t('时间', 'Time'),
  act_who: t('人员', 'Who'),
  act_what: t('操作', 'Act'),
  act_about: t('对象', 'About'),
  act_detail: t('说明', 'Detail'),
}

export const revokeAsk = (name: string): Text =>
  t(
    `撤销「${name}」？它会在两秒内停止工作，要再用须重新配对。`,
    `Revoke “${name}”? It stops within two seconds and must be paired anew.`,
  )
export const paired = (name: string): Text => t(`「${name}」已配对`, `“${name}” is paired`)
