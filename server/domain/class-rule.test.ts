import { describe, expect, it } from 'vitest'
import { classRule } from './class-rule.ts'

const normal = { name: { zh: '普通', en: 'General' }, headStart: 0, choice: true }
const senior = { name: { zh: '70 岁以上', en: 'Aged 70 or over' }, headStart: 30, choice: true }
const disabled = { name: { zh: '残疾人士', en: 'Living with a disability' }, headStart: 30, choice: true }
const back = { name: { zh: '过号返回', en: 'Back after a missed call' }, headStart: 10, choice: false }

describe('the rule in one sentence', () => {
  it('names the first of those with one head start, and the most that anybody can be overtaken by', () => {
    expect(classRule([normal, senior, disabled, back]).zh).toBe(
      '70 岁以上等优先：相当于早到 30 分钟；任何人最多被晚到的人超过 30 分钟',
    )
  })

  it('says each head start of its own, and leaves out what is not offered but counts it', () => {
    expect(classRule([normal, senior, { ...disabled, headStart: 20 }, { ...back, headStart: 45 }])).toEqual({
      zh: '70 岁以上优先：相当于早到 30 分钟；残疾人士优先：相当于早到 20 分钟；任何人最多被晚到的人超过 45 分钟',
      en: 'Aged 70 or over: as if you came 30 min earlier; Living with a disability: as if you came 20 min earlier; nobody is overtaken by anyone who came more than 45 min later',
    })
    expect(classRule([normal, { ...senior, choice: false }]).zh).toBe('任何人最多被晚到的人超过 30 分钟')
    expect(classRule([normal], [10]).zh).toBe('任何人最多被晚到的人超过 10 分钟')
  })

  it('is first come, first served where nobody has a head start', () => {
    expect(classRule([normal]).zh).toBe('先到先办，没有人插队')
  })
})
