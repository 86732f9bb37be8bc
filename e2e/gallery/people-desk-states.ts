// The states of the office's page of contact cards, part by part.
import type { Component, ComponentProps } from 'svelte'
import PeoplePage from '../../desk/office/PeoplePage.svelte'
import type { OfficeProps } from '../../desk/office/props.ts'
import { LANDSCAPE, type GalleryState } from './state.ts'
import { officePage } from './office-page.ts'
import { asked, book, faulty, preview } from './people-desk-facts.ts'
import { peopleView } from './people-facts.ts'

type Start = NonNullable<ComponentProps<typeof PeoplePage>['start']>
const answers = { '/api/people/book': book, '/api/lookups?days=30': asked }
function page(id: string, start: Start, given: Record<string, unknown> = answers): GalleryState {
  const more = { people: peopleView, start } as Partial<OfficeProps>
  return officePage(`desk/people-${id}`, PeoplePage as Component<OfficeProps>, 'people', given, more)
}
const unasked = {
  ...book,
  people: book.people.map((one, at) =>
    at === 1 ? { ...one, state: 'unasked' as const, entry: { ...one.entry, consent: null } } : one,
  ),
}

export const peopleDeskStates: GalleryState[] = [
  page('person', {}),
  { ...page('person-large', {}), size: LANDSCAPE },
  page('leader', { chosen: book.people.find(({ entry }) => entry.buildings.length > 0)?.id ?? null }),
  page('search', { query: 'wang' }),
  page('new', { chosen: null }),
  page('missing', { chosen: null, tried: true }),
  page('unasked', { chosen: book.people[1]?.id ?? null }, { ...answers, '/api/people/book': unasked }),
  page('matters', { tab: 'matters', chosen: 'roof-leak' }),
  page('answers', { tab: 'answers', chosen: book.answers.find(({ entry }) => entry.place)?.id ?? null }),
  page('lines', { tab: 'lines', open: { kind: 'hotline', id: book.hotlines[0]?.id ?? null } }),
  page('building', { tab: 'lines', open: { kind: 'building', id: 'b1' } }),
  page('front', { tab: 'front' }),
  page('asked', { tab: 'asked' }),
  page('tables', { tab: 'tables' }),
  page('tables-preview', { tab: 'tables', preview }),
  page('tables-faults', { tab: 'tables', preview: faulty }),
  page('tables-same', { tab: 'tables', preview: { ...preview, import: null, changes: [] } }),
  page('history', { tab: 'history' }),
  page('loading', {}, {}),
]
