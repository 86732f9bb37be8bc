// The forms of contact cards: what was opened and not touched is saved as it was, and what is wrong is told by its field.
import { describe, expect, it } from 'vitest'
import { PersonEntry, type AnswerEntry } from '#contract/people-book.ts'
import people from '#db/seed/people.json'
import {
  answerProblems,
  ownersOf,
  personDraft,
  personOf,
  personProblems,
  readingProblems,
  toggled,
  wordsIn,
} from './draft.ts'

const TODAY = '2026-11-23'
const entry: PersonEntry = PersonEntry.parse({
  ...{ name: '单雨兰', title: { zh: '社工', en: 'Social worker' }, committee: 'party', phone: null, posts: ['doctor'] },
  ...{ buildings: ['b1'], found: [{ days: [1], from: '08:30', to: '17:00' }], place: { zh: '大厅', en: '大厅' } },
  ...{ speaks: [], consent: TODAY, since: null, until: null, sound: 'shan yu lan', photo: null },
})

describe('a person', () => {
  it('that was opened and not touched is as it was', () => {
    expect(personOf(personDraft(entry, TODAY))).toEqual(entry)
  })

  it('that is new lacks a name and a title, and nothing of them is public', () => {
    const draft = personDraft(null, TODAY)
    expect(Object.keys(personProblems(draft))).toEqual(['name', 'title'])
    expect(personOf(draft).consent).toBeNull()
  })

  it('with a wrong telephone, hours that end first, or a last day before the first is told so', () => {
    const draft = personDraft(entry, TODAY)
    const found = [{ days: [], from: '09:00', to: '08:00' }]
    const wrong = { ...draft, name: '王😀', phone: 'ring me', found, since: TODAY, until: '2026-01-01', sound: 'Shān' }
    expect(Object.keys(personProblems(wrong)).sort()).toEqual(['found', 'name', 'phone', 'sound', 'until'])
  })

  it.each([
    ['单雨兰', 'shan yu', true],
    ['示例·单雨兰', 'shan yu lan', false],
    ['阿依古丽·买买提', 'a yi gu li mai mai ti', false],
    ['王 Anna', 'wang', false],
    ['单雨兰', '', false],
  ])('%s may sound “%s”: a syllable for each character', (name, sound, wrong) => {
    expect('sound' in personProblems({ ...personDraft(entry, TODAY), name, sound })).toBe(wrong)
    expect(PersonEntry.safeParse({ ...entry, name, sound }).success).toBe(!wrong)
  })

  it('of the demonstration has nothing wrong', () => {
    for (const { name, title, phone } of people.people)
      expect(
        personProblems({ ...personDraft({ ...entry, sound: '' }, TODAY), name, title: title.zh, phone: phone ?? '' }),
        name,
      ).toEqual({})
  })
})

it.each([
  ['单家桥', 'shan jia qiao', []],
  ['单家桥', 'shan jia', ['sound']],
  ['单', 'shan', ['word']],
  ['A座', 'a zuo', ['word']],
  ['单家桥', 'Shan Jia Qiao', []],
  ['单家桥', 'shān jia qiao', ['sound']],
])('the word %s that sounds “%s” lacks %j', (word, sound, lacks) => {
  expect(Object.keys(readingProblems({ word, sound }))).toEqual(lacks)
})

it('words are split as people separate them, and each stands once', () => {
  expect(wordsIn('漏水、渗 水，漏水\n天棚')).toEqual(['漏水', '渗水', '天棚'])
})

it('a post is asked first or then, not both', () => {
  expect(ownersOf(['doctor'], ['doctor', 'lawyer'])).toEqual([
    { post: 'doctor', rank: 1 },
    { post: 'lawyer', rank: 2 },
  ])
  expect(toggled(toggled([1], 2), 1)).toEqual([2])
})

it('an answer that is not here has to lead somewhere', () => {
  const text = { zh: '在', en: 'Here' }
  const answer: AnswerEntry = {
    ...{ kind: 'paper', words: text, also: [], here: false, say: text },
    ...{ place: null, matter: null, owners: [], hotlines: [] },
  }
  expect(Object.keys(answerProblems(answer))).toEqual(['place'])
  expect(answerProblems({ ...answer, here: true })).toEqual({})
})
