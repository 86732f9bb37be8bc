// Sentences as clerks write them in a hurry.
import { expect, it } from 'vitest'
import { kindOf } from './log-kind.ts'

it.each([
  ['3 号楼 2 单元电梯停运', 'repair'],
  ['地下车库闻到煤气味', 'safety'],
  ['502 投诉楼上半夜噪音', 'dispute'],
  ['代收录取通知书一封', 'help'],
  ['王阿姨来电问医保', 'call'],
  ['暴雨，3 号楼门口积水', 'weather'],
  ['居民来访问居住证', 'visit'],
  ['The lift of house 3 is broken', 'repair'],
  ['交接班正常', 'other'],
  ['', 'other'],
] as const)('%s is %s', (text, kind) => {
  expect(kindOf(text)).toBe(kind)
})
