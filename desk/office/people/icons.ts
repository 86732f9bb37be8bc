// The pictures of the big buttons, by name. The type makes sure that none is forgotten.
import type { TileIcon } from '#contract/words.ts'
import type { Text } from '#assets/i18n/language.svelte.ts'
import { t } from '../../text.ts'

export const iconName: Record<TileIcon, Text> = {
  water: t('水', 'Water'),
  drain: t('下水', 'Drain'),
  power: t('电', 'Power'),
  gas: t('燃气', 'Gas'),
  key: t('钥匙', 'Key'),
  noise: t('噪声', 'Noise'),
  quarrel: t('吵架', 'Quarrel'),
  lift: t('电梯', 'Lift'),
  parking: t('停车', 'Parking'),
  light: t('灯', 'Light'),
  waste: t('垃圾', 'Waste'),
  pests: t('虫鼠', 'Pests'),
  fire: t('火', 'Fire'),
  elder: t('老人', 'Elder'),
  care: t('照护', 'Care'),
  child: t('孩子', 'Child'),
  ill: t('看病', 'Ill'),
  money: t('钱', 'Money'),
  work: t('工作', 'Work'),
  paper: t('盖章', 'Paper'),
  fraud: t('诈骗', 'Fraud'),
  missing: t('走失', 'Missing'),
  dog: t('狗', 'Dog'),
  phone: t('手机', 'Phone'),
  house: t('房子', 'House'),
  people: t('人', 'People'),
  law: t('法律', 'Law'),
  tree: t('树', 'Tree'),
  secretary: t('书记', 'Secretary'),
  police: t('民警', 'Police'),
}
