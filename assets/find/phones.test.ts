import { expect, it } from 'vitest'
import type { Answer } from '#assets/hub/intent.ts'
import type { CardReply } from '#contract/people.ts'
import { Phones } from './phones.svelte.ts'

const refused: Answer<CardReply> = { ok: false, code: 'too_many_requests', facts: { retryAfter: 30 } }
const known = (person: string, phone: string | null): Answer<CardReply> => ({ ok: true, value: { person, phone } })

function phones(...answers: Answer<CardReply>[]) {
  const asked: string[] = []
  const book = new Phones(async (person) => {
    asked.push(person)
    return answers.shift() ?? refused
  })
  return { asked, book }
}

it('a number is asked for once', async () => {
  const { asked, book } = phones(known('xu', '021-0000 0113'), known('gu', null))
  expect(book.of('xu')).toEqual({ is: 'asking' })
  await book.want(['xu', 'gu'])
  await book.want(['xu', 'gu'])
  expect(asked).toEqual(['xu', 'gu'])
  expect(book.of('xu')).toEqual({ is: 'known', number: '021-0000 0113' })
  expect(book.of('gu')).toEqual({ is: 'none' })
})

it('what was refused is asked for again the next time', async () => {
  const { asked, book } = phones(refused, known('xu', '021-0000 0113'))
  await book.want(['xu'])
  expect(book.of('xu')).toEqual({ is: 'refused' })
  await book.want(['xu'])
  expect(asked).toHaveLength(2)
  expect(book.of('xu').is).toBe('known')
})
