// Several numbers on one phone, and what is worth an alert.
import { describe, expect, it } from 'vitest'
import { occasion } from './alerting.svelte.ts'
import { MOST, withCode } from './numbers.svelte.ts'

describe('the numbers of a phone', () => {
  it('are kept once each, the one that was opened now among them', () => {
    expect(withCode(null, 'aaaa')).toEqual(['aaaa'])
    expect(withCode('["aaaa","bbbb"]', 'cccc')).toEqual(['aaaa', 'bbbb', 'cccc'])
    expect(withCode('["aaaa","bbbb","aaaa"]', 'aaaa')).toEqual(['aaaa', 'bbbb'])
    expect(withCode('["aaaa"]', null)).toEqual(['aaaa'])
  })

  it('are no more than a family’s, and the one that was opened now stays', () => {
    const many = Array.from({ length: 20 }, (_, index) => `code${index}`)
    expect(withCode(JSON.stringify(many), 'mine')).toHaveLength(MOST)
    expect(withCode(JSON.stringify(many), 'mine').at(-1)).toBe('mine')
  })

  it('are nothing where the list is damaged or somebody else’s', () => {
    for (const kept of ['', '{', '7', 'null', '{"a":1}', '[1,null,"<script>"]'])
      expect(withCode(kept, null)).toEqual([])
  })
})

describe('an alert', () => {
  it('comes when it is time to come, and when one is called', () => {
    expect(occasion('in-queue', 'go-now')).toBe('near')
    expect(occasion('in-queue', 'next-in-queue')).toBe('near')
    expect(occasion('go-now', 'next-in-queue')).toBe('near')
    expect(occasion('next-in-queue', 'called')).toBe('called')
    expect(occasion('held', 'called')).toBe('called')
  })

  it('does not come for what was so when the page was opened, nor for moving back', () => {
    expect(occasion(null, 'go-now')).toBeNull()
    expect(occasion('go-now', 'in-queue')).toBeNull()
    expect(occasion('in-queue', 'in-queue')).toBeNull()
    expect(occasion('called', 'serving')).toBeNull()
    expect(occasion('missed', 'in-queue')).toBeNull()
  })
})
