// The states of the office's page of contact cards, part by part.
import type { Component, ComponentProps } from 'svelte'
import type { CardWays } from '#contract/cards.ts'
import type { Session } from '#contract/intents.ts'
import PeoplePage from '../../desk/office/PeoplePage.svelte'
import type { OfficeProps } from '../../desk/office/props.ts'
import { LANDSCAPE, type GalleryState } from './state.ts'
import { source } from './card-states.ts'
import { kiosk } from './facts.ts'
import { officePage } from './office-page.ts'
import { asked, book, faulty, preview } from './people-desk-facts.ts'
import { peopleView } from './people-facts.ts'

type Start = NonNullable<ComponentProps<typeof PeoplePage>['start']>
const ways: CardWays = {
  ways: [
    { form: 'receipt', picture: false },
    { form: 'small', picture: true },
  ],
}
const answers = {
  '/api/people/book': book,
  '/api/lookups?days=30': asked,
  '/api/cards/ways': ways,
  '/api/views/kiosk': kiosk,
}
const clerk: Session = { staff: { id: 'wang', name: '示例·王建国', role: 'clerk' }, window: 'w2' }
function page(id: string, start: Start, given: Record<string, unknown> = answers, own: Partial<OfficeProps> = {}) {
  const more = { people: peopleView, start, ...own } as Partial<OfficeProps>
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
  page('readings', { tab: 'readings', chosen: '着火' }),
  page('front', { tab: 'front' }),
  page('asked', { tab: 'asked' }),
  page('tables', { tab: 'tables' }),
  page('tables-preview', { tab: 'tables', preview }),
  page('tables-faults', { tab: 'tables', preview: faulty }),
  page('tables-same', { tab: 'tables', preview: { ...preview, import: null, changes: [] } }),
  page('history', { tab: 'history' }),
  page('loading', {}, {}),
  page('cards', { query: '漏水', card: { matter: 'roof-leak' }, source }, answers, { me: clerk }),
  page(
    'cards-house',
    { tab: 'cards', query: '3号楼', card: { building: 'b3' }, source },
    { ...answers, '/api/cards/ways': { ways: [] } },
  ),
]
