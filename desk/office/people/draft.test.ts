// The forms of contact cards: what was opened and not touched is saved as it was, and what is wrong is told by its field.
import { describe, expect, it } from 'vitest'
import { PersonEntry, type AnswerEntry } from '#contract/people-book.ts'
import people from '#db/seed/people.json'
import { answerProblems, ownersOf, personDraft, personOf, personProblems, toggled, wordsIn } from './draft.ts'

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

  it('of the demonstration has nothing wrong', () => {
    for (const { name, title, phone } of people.people)
      expect(personProblems({ ...personDraft(entry, TODAY), name, title: title.zh, phone: phone ?? '' }), name).toEqual(
        {},
      )
  })
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
