// The contact card in every form: on the glass, on a phone, and on each kind of paper.
import bookBuildings from '#db/seed/buildings.json'
import owners from '#db/seed/owners.json'
import peopleFile from '#db/seed/people.json'
import { cardData, linkPath, namedOn } from '#assets/card/card.ts'
import type { CardSource } from '#assets/card/fetched.svelte.ts'
import { eight, sidesOf } from '#assets/card/forms.ts'
import { browserMeasure } from '#assets/card/measure.ts'
import { BuildingsFile, OwnersFile } from '#contract/people.ts'
import type { CardAbout, CardForm, PersonCard } from '#contract/cards.ts'
import type { HallBook } from '#contract/book.ts'
import type { PeopleView } from '#contract/views.ts'
import { whenFound } from '#domain/card.ts'
import { codeOf } from '#domain/card-code.ts'
import { smallVcard } from '#domain/vcard.ts'
import CardSheet from '../../kiosk/card/CardSheet.svelte'
import type { Frame } from '../../kiosk/frame.ts'
import CardPage from '../../phone/card/CardPage.svelte'
import { sampleView } from '../people-sample.ts'
import { catalog, hall, kiosk, NOW, stamp } from './facts.ts'
import PaperStage from './PaperStage.svelte'
import { LANDSCAPE, PHONE, PORTRAIT, state } from './state.ts'

const HUB = 'http://192.168.1.20:8080'
const nothing = () => {}
const people = peopleFile.people as HallBook['people']
const view: PeopleView = {
  ...stamp,
  ...sampleView(
    {
      people,
      matters: catalog.matters,
      buildings: BuildingsFile.parse(bookBuildings).buildings,
      owners: OwnersFile.parse(owners),
      committees: catalog.committees,
    },
    { now: NOW, shifts: [], sounds: { names: new Map(), words: new Map() } },
  ),
}

const known = new Map<string, PersonCard>(
  people.map((one) => {
    const when = whenFound(one.found ?? [])
    const contact = {
      name: one.name,
      org: '林苑居民区',
      title: one.title.zh,
      phones: [one.phone ?? hall.phone, hall.phone],
      note: [when?.zh, one.place?.zh].filter(Boolean).join(' '),
    }
    return [one.id, { person: one.id, phone: one.phone ?? null, when, code: codeOf(smallVcard(contact)) }]
  }),
)
const linkOf = (path: string) => ({ link: `${HUB}/c/${path}`, code: codeOf(`${HUB}/c/${path}`) })
export const source: CardSource = {
  card: async (person) => ({ ok: true, value: known.get(person)! }),
  link: async (path) => ({ ok: true, value: linkOf(path) }),
}
const refused: CardSource = {
  ...source,
  card: async () => ({ ok: false, code: 'too_many_requests', facts: { retryAfter: 540 } }),
}

const frame: Frame = { kiosk, now: NOW, freshness: 'fresh', silence: 800, elder: false, onelder: nothing }
const printer = (forms: CardForm[]) => ({ forms: async () => forms, print: async () => 'printed' as const })
const sheet = { people: view, onback: nothing, source, building: null }
const leak: CardAbout = { matter: 'roof-leak' }
const roll = printer(['receipt'])

const phone = { kiosk, people: view, now: NOW, freshness: 'fresh', silence: 0, source } as const

/** What is printed of a card. */
function paper(about: CardAbout, form: CardForm, large = false) {
  const building = null
  const named = namedOn(view, about, { building, hotlines: kiosk.hotlines })
  if (!named) throw new Error('The demonstration has no such card.')
  const link = linkOf(linkPath(about, building)).code
  const more = { hall, hours: kiosk.hours, hotlines: kiosk.hotlines, letter: view.letter, link }
  const made = () => sidesOf(cardData(named, known, more), form, { large, measure: browserMeasure() })
  return { sides: form === 'a4' ? () => made().map(eight) : made }
}
const SMALL = [420, 480] as const
const A6 = [900, 640] as const
const A4 = [860, 2340] as const
const ROLL = [360, 1700] as const

export const cardStates = [
  state('kiosk/card', PORTRAIT, CardSheet, { ...sheet, frame, about: leak, printer: roll }),
  state('kiosk/card-elder', PORTRAIT, CardSheet, {
    ...sheet,
    frame: { ...frame, elder: true },
    about: leak,
    printer: roll,
  }),
  state('kiosk/card-printed', PORTRAIT, CardSheet, {
    ...sheet,
    frame,
    about: { person: 'zhou' },
    printer: printer(['receipt', 'small']),
    paper: 'printed',
  }),
  state('kiosk/card-failed', PORTRAIT, CardSheet, { ...sheet, frame, about: leak, printer: roll, paper: 'failed' }),
  state('kiosk/card-unreadable', PORTRAIT, CardSheet, {
    ...sheet,
    frame,
    about: leak,
    printer: roll,
    paper: 'unreadable',
  }),
  state('kiosk/card-no-printer', PORTRAIT, CardSheet, { ...sheet, frame, about: leak, printer: printer([]) }),
  state('kiosk/card-building', PORTRAIT, CardSheet, {
    ...sheet,
    frame,
    about: { building: 'b3' },
    printer: printer(['receipt', 'a6']),
  }),
  state('kiosk/card-refused', PORTRAIT, CardSheet, { ...sheet, frame, about: leak, printer: roll, source: refused }),
  state('kiosk/card-gone', PORTRAIT, CardSheet, { ...sheet, frame, about: { matter: 'none' }, printer: roll }),
  state('kiosk/landscape-card', LANDSCAPE, CardSheet, { ...sheet, frame, about: leak, printer: roll }),

  state('kiosk/paper-receipt', ROLL, PaperStage, paper(leak, 'receipt')),
  state('kiosk/paper-receipt-large', ROLL, PaperStage, paper(leak, 'receipt', true)),
  state('kiosk/paper-receipt-building', ROLL, PaperStage, paper({ building: 'b3' }, 'receipt')),
  state('kiosk/paper-small', SMALL, PaperStage, paper(leak, 'small')),
  state('kiosk/paper-small-large', SMALL, PaperStage, paper(leak, 'small', true)),
  state('kiosk/paper-small-building', SMALL, PaperStage, paper({ building: 'b3' }, 'small')),
  state('kiosk/paper-a6', A6, PaperStage, paper(leak, 'a6')),
  state('kiosk/paper-a6-large', A6, PaperStage, paper(leak, 'a6', true)),
  state('kiosk/paper-a6-building', A6, PaperStage, paper({ building: 'b3' }, 'a6')),
  state('kiosk/paper-a4', A4, PaperStage, paper(leak, 'a4')),

  state('phone/card', PHONE, CardPage, { ...phone, at: { about: leak, building: null } }),
  state('phone/card-person', PHONE, CardPage, { ...phone, at: { about: { person: 'gao' }, building: null } }),
  state('phone/card-building', PHONE, CardPage, { ...phone, at: { about: { building: 'b3' }, building: null } }),
  state('phone/card-refused', PHONE, CardPage, { ...phone, at: { about: leak, building: null }, source: refused }),
  state('phone/card-gone', PHONE, CardPage, { ...phone, at: { about: { person: 'none' }, building: null } }),
]
