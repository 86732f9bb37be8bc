import { describe, expect, it } from 'vitest'
import type { PeopleView } from '#contract/views.ts'
import { lookupOf, wordsToReport } from './report.ts'

const view = { people: [{ name: '示例·单国栋', sound: 'shan guo dong' }] } as Pick<PeopleView, 'people'> as PeopleView
const words = (typed: string, more = { found: false }) => wordsToReport(view, typed, more)

describe('what was looked up', () => {
  it('is a matter, an answer or a post, and never a person', () => {
    expect(lookupOf({ matter: 'roof-leak' })).toEqual({ kind: 'matter', what: 'roof-leak' })
    expect(lookupOf({ answer: 'power-cut' })).toEqual({ kind: 'answer', what: 'power-cut' })
    expect(lookupOf({ post: 'police' })).toEqual({ kind: 'post', what: 'police' })
    expect(lookupOf({ person: 'shan' })).toBeNull()
  })

  it.each([
    ['充电宝', '充电宝'],
    ['  宽带  坏了 ', '宽带 坏了'],
    ['broadband', 'broadband'],
  ])('is the visitor’s own words: %s', (typed, what) => {
    expect(words(typed)).toEqual({ kind: 'words', what, found: false })
  })

  it.each([
    ['a name of somebody here', '找单国栋'],
    ['a name in letters', 'shanguodong'],
    ['a telephone number', '13800138000'],
    ['a house number', '3号楼漏水'],
    ['digits of another width', '３号楼'],
    ['a single character', '漏'],
    ['letters that are no word yet', 'lou'],
    ['a whole story', '我家楼上的邻居昨天晚上又把水管弄坏了'],
    ['signs', '？？？'],
    ['nothing', '   '],
    ['what turns the line around', '漏水\u202e了'],
  ])('is not %s', (_, typed) => expect(words(typed)).toBeNull())

  it('is not what a person was meant by', () => {
    expect(wordsToReport(view, '老单警官', { found: true, person: true })).toBeNull()
  })
})
