// The states of everything that belongs to people and contact cards, on every screen.
import type { ComponentProps } from 'svelte'
import { Phones } from '#assets/find/phones.svelte.ts'
import type { About } from '#contract/people.ts'
import type { PeopleView } from '#contract/views.ts'
import Find from '../../kiosk/find/Find.svelte'
import { start } from '../../kiosk/find/places.ts'
import type { Place } from '../../kiosk/find/tiles.ts'
import PhonePeople from '../../phone/guest/People.svelte'
import { catalog, closed, kiosk, NOW } from './facts.ts'
import { LATE, peopleLate, peopleView } from './people-facts.ts'
import { LANDSCAPE, PHONE, PORTRAIT, state, type GalleryState } from './state.ts'

const nothing = () => {}
const frame = { kiosk, now: NOW, freshness: 'fresh' as const, silence: 800, elder: false, onelder: nothing }
const elder = { ...frame, elder: true }
const late = { ...frame, now: LATE, kiosk: { ...kiosk, hours: closed } }
const lost = { ...frame, freshness: 'lost' as const, silence: 250_000 }

/** A hub that knows a number for everybody but the lawyer, and answers at once. */
const phones = () =>
  new Phones(async (person) => ({
    ok: true,
    value: { person, phone: person === 'gu' ? null : `021-0000 01${String(person.length).padStart(2, '0')}` },
  }))
/** A hub that was asked for too many. */
const refusing = () => new Phones(async () => ({ ok: false, code: 'too_many_requests', facts: { retryAfter: 30 } }))

type Props = ComponentProps<typeof Find>
function find(
  id: string,
  trail: Place[],
  { size = PORTRAIT, ...more }: Partial<Props> & { size?: readonly [number, number] } = {},
): GalleryState {
  return state(`kiosk/find${id && '-'}${id}`, size, Find, {
    frame,
    catalog,
    people: peopleView,
    onback: nothing,
    ontake: nothing,
    oncard: nothing,
    report: nothing,
    phones: phones(),
    trail: [start, ...trail],
    ...more,
  })
}
function onPhone(id: string, more: Partial<ComponentProps<typeof PhonePeople>> = {}): GalleryState {
  const at = { section: 'people', id: null } as const
  const props = { at, kiosk, people: peopleView, now: NOW, freshness: 'fresh' as const, silence: 400, ...more }
  return state(`phone/${id}`, PHONE, PhonePeople, props)
}
const answered = (id: string) => ({ at: { section: 'people', id } as const })
const card = (about: About, building: string | null = null): Place[] => [{ at: 'card', about, building }]
const names = (typed: string, nine = false): Place[] => [{ at: 'names', typed, nine }]
const type: Place[] = [{ at: 'type' }]
const few: PeopleView = {
  ...peopleView,
  people: peopleView.people.slice(0, 3),
  buildings: [],
  tiles: peopleView.tiles.slice(0, 7),
}
const estate: PeopleView = {
  ...peopleView,
  buildings: Array.from({ length: 68 }, (_, index) => ({
    ...peopleView.buildings[0]!,
    id: `b${index + 1}`,
    number: index + 1,
    name: { zh: `${index + 1} 号楼`, en: `Building ${index + 1}` },
  })),
}

export const peopleStates: GalleryState[] = [
  find('', []),
  find('elder', [], { frame: elder }),
  find('landscape', [], { size: LANDSCAPE }),
  find('few', [], { people: few }),
  find('loading', [], { people: undefined }),
  find('group', [{ at: 'group', group: 'service', page: 0 }]),
  find('group-elder', [{ at: 'group', group: 'service', page: 0 }], { frame: elder }),
  find('group-papers', [{ at: 'group', group: 'paper', page: 0 }]),
  find('group-events', [{ at: 'group', group: 'event', page: 0 }]),
  find('group-landscape', [{ at: 'group', group: 'governance', page: 0 }], { size: LANDSCAPE }),
  find('posts', [{ at: 'posts' }]),
  find('posts-elder', [{ at: 'posts' }], { frame: elder }),
  find('posts-landscape', [{ at: 'posts' }], { size: LANDSCAPE }),
  find('buildings', [{ at: 'buildings' }]),
  find('buildings-many', [{ at: 'buildings' }], { people: estate, frame: elder }),
  find('building', [{ at: 'building', building: 'b3' }]),
  find('building-elder', [{ at: 'building', building: 'b3' }], { frame: elder }),
  find('names', names('')),
  find('names-typed', names('s')),
  find('names-one', names('sgd')),
  find('names-nine', names('74', true), { frame: elder }),
  find('names-landscape', names('z'), { size: LANDSCAPE }),
  find('type', type),
  find('type-letters', type, { typed: { text: '', letters: 'lou' } }),
  find('type-found', type, { typed: { text: '楼上漏水', letters: '' } }),
  find('type-elder', type, { typed: { text: '', letters: 'chao' }, frame: elder }),
  find('type-nothing', type, { typed: { text: '宇宙飞船', letters: '' } }),
  find('type-landscape', type, { typed: { text: '办居住证', letters: '' }, size: LANDSCAPE }),
  find('card-leak', card({ matter: 'roof-leak' })),
  find('card-leak-building', card({ matter: 'roof-leak' }, 'b3')),
  find('card-leak-elder', card({ matter: 'roof-leak' }), { frame: elder }),
  find('card-leak-late', card({ matter: 'roof-leak' }, 'b9'), { frame: late, people: peopleLate }),
  find('card-asks-building', card({ matter: 'building-leader' })),
  find('card-quarrel', card({ matter: 'neighbour-quarrel' })),
  find('card-power', card({ answer: 'power-cut' })),
  find('card-key-elder', card({ answer: 'lost-key' }), { frame: elder }),
  find('card-there', card({ answer: 'hukou' })),
  find('card-there-elder', card({ answer: 'residence-permit' }), { frame: elder }),
  find('card-here', card({ answer: 'residence-proof' })),
  find('card-post', card({ post: 'social_worker' })),
  find('card-person', card({ person: 'zhou' })),
  find('card-person-away', card({ person: 'zhou' }), { frame: late, people: peopleLate }),
  find('card-no-number', card({ person: 'gu' })),
  find('card-refused', card({ person: 'qiu' }), { phones: refusing() }),
  find('card-lost', card({ person: 'wang' }), { frame: lost }),
  find('card-gone', card({ person: 'nobody' })),
  find('card-landscape', card({ matter: 'neighbour-noise' }), { size: LANDSCAPE }),
  onPhone('people'),
  onPhone('people-found', { typed: '漏水' }),
  onPhone('people-nothing', { typed: '宇宙飞船' }),
  onPhone('people-there', answered('hukou')),
  onPhone('people-here', answered('residence-proof')),
  onPhone('people-sudden', answered('gas-smell')),
  onPhone('people-gone', answered('nothing')),
  onPhone('people-loading', { people: undefined }),
]
