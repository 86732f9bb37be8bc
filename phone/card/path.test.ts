import { describe, expect, it } from 'vitest'
import { linkPath } from '#assets/card/card.ts'
import { cardPath } from './path.ts'

describe('the address of a card', () => {
  it.each([
    ['/c/m/roof-leak', { about: { matter: 'roof-leak' }, building: null }],
    ['/c/m/roof-leak/b3', { about: { matter: 'roof-leak' }, building: 'b3' }],
    ['/c/a/lost-key', { about: { answer: 'lost-key' }, building: null }],
    ['/c/o/building_leader/b3', { about: { post: 'building_leader' }, building: 'b3' }],
    ['/c/p/zhou', { about: { person: 'zhou' }, building: null }],
    ['/c/b/b3', { about: { building: 'b3' }, building: null }],
  ] as const)('%s', (path, meant) => {
    expect(cardPath(path)).toEqual(meant)
    expect(`/c/${linkPath(meant.about, meant.building)}`).toBe(path)
  })

  it.each(['/c/', '/c/x/zhou', '/c/p/zhou/b3', '/c/b/b3/b4', '/c/p/ZHOU', '/h/people', '/c/m/../p/zhou'])(
    '%s is none',
    (path) => expect(cardPath(path)).toBeNull(),
  )
})
