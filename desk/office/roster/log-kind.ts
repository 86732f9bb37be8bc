// What kind of entry a sentence of the duty log is, guessed from its words so that nobody has to choose first. Pure.
import type { DutyEntryKind } from '#contract/words.ts'

/** The first that fits; danger before everything else. */
const signs: [DutyEntryKind, RegExp][] = [
  ['safety', /火|烟|燃气|煤气|隐患|坠落|高空|松动|塌|触电|消防|fire|gas|smoke|hazard/i],
  ['weather', /台风|暴雨|积水|防汛|大风|高温|结冰|雪|flood|typhoon|storm|heat|ice/i],
  ['dispute', /纠纷|吵|争|噪音|噪声|打架|投诉|矛盾|quarrel|noise|dispute|fight/i],
  ['repair', /电梯|漏水|停电|停水|路灯|堵|坏|报修|门禁|修|lift|leak|broken|mend|repair/i],
  ['help', /代收|代管|借|钥匙|轮椅|打印|复印|陪|parcel|lend|borrow|key|print/i],
  ['call', /来电|电话|热线|call|phone|rang/i],
  ['visit', /来访|来问|咨询|上门|居民|visit|asked|came/i],
]

export function kindOf(text: string): DutyEntryKind {
  return signs.find(([, sign]) => sign.test(text))?.[0] ?? 'other'
}
