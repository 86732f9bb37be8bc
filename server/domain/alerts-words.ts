// The words of emergency messages: prepared for each hazard, at its end, and the marks without which no drill leaves the hub. Pure.
import type { AlertWords } from '#contract/alerts.ts'
import type { Text } from '#contract/text.ts'
import type { HallFace } from '#contract/views.ts'
import type { AlertPhase, Hazard } from '#contract/words.ts'

const t = (zh: string, en: string): Text => ({ zh, en })

/** What a drill's headline begins with, and what its instruction begins and ends with. */
export const DRILL: Text = t('【演练】', 'DRILL: ')
export const THIS_IS_A_DRILL: Text = t('这是演练。', 'This is a drill.')

const both = (text: Text, change: (words: string, lang: 'zh' | 'en') => string): Text => ({
  zh: change(text.zh, 'zh'),
  en: change(text.en, 'en'),
})

/** With the marks of a drill; what has them keeps them. */
export function marked(words: AlertWords): AlertWords {
  return {
    headline: both(words.headline, (said, lang) => (said.startsWith(DRILL[lang]) ? said : DRILL[lang] + said)),
    instruction: both(words.instruction, (said, lang) => {
      const mark = THIS_IS_A_DRILL[lang]
      const gap = lang === 'en' ? ' ' : ''
      const begun = said.startsWith(mark) ? said : mark + gap + said
      return begun.endsWith(mark) && begun.length > mark.length ? begun : begun + gap + mark
    }),
    where: words.where,
  }
}

/** Without them, for whoever edits what was marked. */
export function unmarked(words: AlertWords): AlertWords {
  const bare = (said: string, lang: 'zh' | 'en') => said.replaceAll(THIS_IS_A_DRILL[lang], '').trim()
  return {
    headline: both(words.headline, (said, lang) => said.replaceAll(DRILL[lang], '').trim()),
    instruction: both(words.instruction, bare),
    where: words.where,
  }
}

/** Words by which a real message could be taken for a drill. */
export function saysDrill({ headline, instruction, where }: AlertWords): boolean {
  return [headline, instruction, where].some(
    (text) => text && /演练|演习|\bdrill\b|\bexercise\b/i.test(text.zh + ' ' + text.en),
  )
}

const names: Record<Hazard, Text> = {
  flood: t('防汛', 'flood'),
  typhoon: t('台风', 'typhoon'),
  fire: t('火灾', 'fire'),
  gas: t('燃气泄漏', 'gas leak'),
  heat: t('高温', 'heat'),
  missing: t('走失', 'missing person'),
  other: t('紧急情况', 'emergency'),
}

/** What a message says once it is over, or was a mistake. */
export function afterwards(hazard: Hazard, { drill, phase }: { drill: boolean; phase: AlertPhase }): AlertWords {
  const { zh, en } = names[hazard]
  if (phase === 'mistake')
    return {
      headline: t('刚才的消息是误发', 'Sent by mistake'),
      instruction: t(`没有${zh}，请不必理会。给您添麻烦了。`, `There is no ${en}. Please disregard it. We apologise.`),
      where: null,
    }
  if (drill)
    return {
      headline: t('演练结束', 'The drill is over'),
      instruction: t('谢谢大家配合，照常办事。', 'Thank you for taking part. Service goes on as usual.'),
      where: null,
    }
  const found = hazard === 'missing'
  return {
    headline: found ? t('人已找到', 'The person was found') : t('警报解除', 'All clear'),
    instruction: found
      ? t('谢谢大家帮忙。', 'Thank you all for your help.')
      : t(`${zh}警报已解除，照常办事。谢谢配合。`, `The ${en} alert is over. Service goes on as usual. Thank you.`),
    where: null,
  }
}

type Fields = Pick<HallFace, 'address' | 'phone'>

const prepared: Record<Hazard, (hall: Fields) => AlertWords> = {
  flood: ({ phone }) => ({
    headline: t('积水警报：请到高处', 'Flooding: go to higher ground'),
    instruction: t(
      '离开地下室、车库和低洼处。不要蹚水，远离电线杆和井盖。',
      'Leave basements, garages and low ground. Do not wade. Keep away from poles and manholes.',
    ),
    where: t(`请到二楼以上。要帮忙请打 ${phone}`, `Go to the second floor or above. For help ring ${phone}`),
  }),
  typhoon: ({ phone }) => ({
    headline: t('台风警报：请留在屋里', 'Typhoon: stay indoors'),
    instruction: t(
      '关好门窗，收回阳台上的花盆和晾晒物。远离玻璃、广告牌和大树。',
      'Close doors and windows. Take in flower pots and washing. Keep away from glass, signs and trees.',
    ),
    where: t(`住处不安全，请到本大厅避险，电话 ${phone}`, `If your home is not safe, come to this hall: ${phone}`),
  }),
  fire: ({ address }) => ({
    headline: t('火灾：请马上离开', 'Fire: leave at once'),
    instruction: t(
      '走楼梯，不乘电梯。弯腰，捂住口鼻。不要回头拿东西。报火警 119。',
      'Take the stairs, not the lift. Stay low, cover nose and mouth. Do not go back. Fire brigade: 119.',
    ),
    where: t(`到${address.zh}门外空地集合，等人清点`, `Gather outside ${address.en} and wait to be counted`),
  }),
  gas: ({ address }) => ({
    headline: t('燃气泄漏：请马上离开', 'Gas leak: leave at once'),
    instruction: t(
      '不开关电器，不用明火，不在屋里打电话。开着门离开，不乘电梯。',
      'No switches, no flames, no telephone indoors. Leave the doors open. Do not take the lift.',
    ),
    where: t(`到${address.zh}门外上风处。抢修 962777`, `Gather upwind outside ${address.en}. Gas emergency: 962777`),
  }),
  heat: ({ phone }) => ({
    headline: t('高温警报：请到阴凉处', 'Heat: stay in the cool'),
    instruction: t(
      '少出门，多喝水，看看独居的老人。头晕恶心，马上坐下，叫工作人员，打 120。',
      'Stay in, drink water, look after old people who live alone. If dizzy, sit down, tell the staff, ring 120.',
    ),
    where: t(`本大厅可以纳凉，电话 ${phone}`, `You may cool down in this hall: ${phone}`),
  }),
  missing: ({ phone }) => ({
    headline: t('寻人：请大家留意', 'Missing person: please look out'),
    instruction: t(
      '看到独自走动、需要帮助的老人或孩子，请陪着，马上告诉工作人员。',
      'If you see an old person or a child alone and in need of help, stay with them and tell the staff at once.',
    ),
    where: t(`线索请打 ${phone} 或 110`, `Please ring ${phone} or 110`),
  }),
  other: ({ phone }) => ({
    headline: t('紧急通知：请听安排', 'Emergency: follow the staff'),
    instruction: t(
      '请不要慌，看屏幕，听广播，跟着工作人员走。',
      'Stay calm, watch the screens, listen, and follow the staff.',
    ),
    where: t(`有困难请到窗口，或打 ${phone}`, `For help come to a window or ring ${phone}`),
  }),
}

/** The prepared words of a hazard, the hall's own fields filled in; `own`: those that the hall wrote itself. */
export function preparedWords(hazard: Hazard, hall: Fields, own?: AlertWords): AlertWords {
  const { address, phone } = hall
  const long = address.zh.length > 22 || address.en.length > 60
  return own ?? prepared[hazard]({ phone, address: long ? t('大厅', 'the hall') : address })
}
