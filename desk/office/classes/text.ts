// What the office's page of classes says.
import type { Text } from '#assets/i18n/language.svelte.ts'
import { t } from '../../text.ts'

export const say = {
  title: t('优先', 'Priority'),
  loading: t('正在读取…', 'Loading…'),
  rule: t('取号机和小票上写的规则', 'The rule, as kiosk and paper say it'),
  hint: t(
    '优先等于早到若干分钟，没有别的插队。改动只管新取的号；已经拿到号的人，位置不变。',
    'Priority means: as if one had come some minutes earlier, and nothing else. A change is for new numbers; who holds one keeps their place.',
  ),
  list: t('类别', 'Classes'),
  change: t('修改', 'Change'),
  add: t('新增类别', 'Add a class'),
  save: t('保存', 'Save'),
  cancel: t('取消', 'Cancel'),
  saved: t('已保存，新取的号按新规则', 'Saved; new numbers follow it'),
  nameZh: t('中文名称', 'Chinese name'),
  nameEn: t('英文名称', 'English name'),
  minutes: t('相当于早到几分钟（0–60）', 'Minutes earlier (0–60)'),
  minutesWrong: t('填 0 到 60 的整数', 'A whole number from 0 to 60'),
  nameMissing: t('中英文都要写，中文不超过 12 字', 'Both languages, 12 characters in Chinese at most'),
  offered: t('在取号机上可选', 'Offered at the kiosk'),
  isOffered: t('取号机上可选', 'Offered'),
  notOffered: t('不提供', 'Not offered'),
  everybody: t('人人可取，不能改优先', 'For everybody; has no head start'),
  own: t('系统自动给，居民不能自选', 'Given by the hall, not chosen'),
}

export const earlier = (minutes: number): Text =>
  minutes === 0 ? t('不优先', 'No head start') : t(`早到 ${minutes} 分钟`, `${minutes} min earlier`)
