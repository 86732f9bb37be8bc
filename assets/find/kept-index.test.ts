// The index is kept while nobody changed a word, and is another as soon as somebody did.
import { expect, it } from 'vitest'
import { readBook } from '#db/seed/book.ts'
import { soundsOf } from '#db/seed/sounds.ts'
import type { PeopleView } from '#contract/views.ts'
import { sampleView } from '../../e2e/people-sample.ts'
import { KeptIndex } from './kept-index.ts'
import { search } from './search.ts'

const book = readBook()
const sounds = await soundsOf(book)
const at = (now: string): PeopleView => ({
  ...{ epoch: '', rev: 0, at: now },
  ...sampleView(book, { now: Date.parse(now), shifts: [], sounds }),
})

it('is the same while people come and go', () => {
  const kept = new KeptIndex()
  const index = kept.of(at('2026-11-23T02:00:00.000Z'), book.hotlines)
  expect(kept.of(at('2026-11-23T14:00:00.000Z'), [...book.hotlines])).toBe(index)
})

it('is another once a reading, a name’s sound, a house or a hotline is', () => {
  const kept = new KeptIndex()
  const view = at('2026-11-23T02:00:00.000Z')
  const first = kept.of(view, book.hotlines)
  const [one, ...others] = view.people
  for (const changed of [
    { ...view, readings: { ...view.readings, 漏水: 'lou fei' } },
    { ...view, people: [{ ...one!, sound: 'a b c' }, ...others] },
    { ...view, buildings: view.buildings.slice(1) },
  ])
    expect(kept.of(changed, book.hotlines)).not.toBe(kept.of(view, book.hotlines))
  expect(kept.of(view, [])).not.toBe(first)
  const read = kept.of({ ...view, readings: { ...view.readings, 漏水: 'lou fei' } }, book.hotlines)
  const found = (query: string) => search(read, query).map(({ entry }) => entry.id)
  expect(found('loufei')).toContain('roof-leak')
})
