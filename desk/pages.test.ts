// The office's bar: every page stands in one group, and a clerk is offered no page that only a manager may open.
import { expect, test } from 'vitest'
import { officePages, pagesFor } from './pages.ts'

const offered = (role: 'manager' | 'clerk') => pagesFor(role).flatMap(({ pages }) => pages)

test('a manager finds every page of the office, each in one place', () => {
  const all = [...Object.keys(officePages), 'devices', 'acts']
  expect(offered('manager').toSorted()).toEqual(all.toSorted())
})

test('a clerk is offered the pages for clerks alone, and no empty heading', () => {
  const own = Object.entries(officePages).flatMap(([name, { clerk }]) => (clerk ? [name] : []))
  expect(offered('clerk').toSorted()).toEqual(own.toSorted())
  expect(pagesFor('clerk').every(({ pages }) => pages.length > 0)).toBe(true)
})

test('the office opens on what is going on now', () => {
  for (const role of ['manager', 'clerk'] as const) expect(offered(role)[0]).toBe('panel')
})
