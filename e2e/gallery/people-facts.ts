// The people of the demonstration at the gallery's moment, without a hub: those at the windows, those who keep their hours, those who are away.
import type { PeopleView } from '#contract/views.ts'
import { BuildingsFile, OwnersFile } from '#contract/people.ts'
import type { HallBook } from '#contract/book.ts'
import type { Shift } from '#domain/duty.ts'
import buildings from '#db/seed/buildings.json'
import hall from '#db/seed/hall.json'
import matters from '#db/seed/matters.json'
import owners from '#db/seed/owners.json'
import people from '#db/seed/people.json'
import { soundsOf } from '#db/seed/sounds.ts'
import { sampleView, type BookPart } from '../people-sample.ts'
import { at, NOW, stamp } from './facts.ts'

const part = {
  people: people.people,
  matters: matters.matters,
  ...BuildingsFile.parse(buildings),
  owners: OwnersFile.parse(owners),
  committees: hall.committees,
  hotlines: hall.hotlines,
} as unknown as BookPart

const shift = (person: string, kind: Shift['kind'], window: number | null, until: number): Shift => ({
  id: `s-${person}`,
  person,
  kind,
  window,
  startsAt: at(-66),
  endsAt: at(until),
})
const shifts = [
  shift('chen', 'window', 1, 144),
  shift('wang', 'window', 2, 144),
  shift('zhao', 'cadre', null, 324),
  shift('zhang', 'patrol', null, 84),
]

const sounds = await soundsOf(part as unknown as HallBook)

export const peopleAt = (now: number): PeopleView => ({ ...stamp, ...sampleView(part, { now, shifts, sounds }) })
export const peopleView: PeopleView = peopleAt(NOW)
/** Half past nine in the evening: nobody keeps hours any more. */
export const LATE = NOW + 7 * 3_600_000
export const peopleLate: PeopleView = peopleAt(LATE)
