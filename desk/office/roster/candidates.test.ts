// Who can take a whole day.
import { expect, it } from 'vitest'
import type { ColleaguesReply } from '#contract/roster.ts'
import { candidatesFor } from './candidates.ts'

it('is whoever can take each of its shifts, and they come first', () => {
  const one = (id: string, why: ColleaguesReply['colleagues'][number]['why']) => ({
    ...{ id, name: id, why, answers: true, back: [] },
  })
  const morning = [one('wang', []), one('li', ['rest']), one('sun', [])]
  const afternoon = [one('wang', ['double']), one('li', ['rest']), one('sun', [])]
  expect(candidatesFor([morning, afternoon]).map(({ id, why }) => [id, why])).toEqual([
    ['sun', []],
    ['wang', ['double']],
    ['li', ['rest']],
  ])
})
