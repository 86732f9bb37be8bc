import { expect, it } from 'vitest'
import { cardPath } from '../card/path.ts'
import { guestPath } from '../guest/path.ts'
import { dial, linkOf, linkOfEntry } from './links.ts'

it.each([
  [{ matter: 'roof-leak' }, '/c/m/roof-leak'],
  [{ post: 'building_leader' }, '/c/o/building_leader'],
  [{ person: 'zhou' }, '/c/p/zhou'],
] as const)('%o leads to the page of its card', (about, path) => {
  expect(linkOf(about)).toBe(path)
  expect(cardPath(path)?.about).toEqual(about)
})

it('an answer is read on a page of the hall', () => {
  expect(guestPath(linkOf({ answer: 'hukou' }))).toEqual({ section: 'people', id: 'hukou' })
})

it('what was found leads on', () => {
  expect(linkOfEntry({ kind: 'building', id: 'b3' })).toBe('/c/b/b3')
  expect(linkOfEntry({ kind: 'post', id: 'police' })).toBe('/c/o/police')
  expect(linkOfEntry({ kind: 'hotline', id: 'citizen' }, '12345')).toBe('tel:12345')
})

it('a number is dialled as it is printed, without blanks', () => expect(dial('021-0000 0100')).toBe('tel:02100000100'))
