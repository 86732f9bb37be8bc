// The tables of people's posts and buildings, of who is responsible for what, and of what was looked up, as rows.
import type { LookupKind, Post } from '#contract/words.ts'

interface OfHall {
  hall_id: string
}

export interface PersonCardRow extends OfHall {
  person_id: string
  consent_on: string | null
  since: string | null
  until: string | null
  /** JSON. */
  found: string
  place_zh: string | null
  place_en: string | null
  /** JSON. */
  speaks: string
  sound: string
  photo: string | null
}

export interface PeopleTables {
  building: OfHall & {
    id: string
    number: number
    name_zh: string
    name_en: string
    address_zh: string
    address_en: string
    group_zh: string
    group_en: string
    doors: number
    floors: number
  }
  person_card: PersonCardRow
  person_post: OfHall & { person_id: string; post: Post; sort: number }
  person_building: OfHall & { person_id: string; building_id: string }
  /** `owners`, `also`, `hotlines`: JSON. */
  matter_way: OfHall & { matter_id: string; owners: string; also: string; hotlines: string; list: 0 | 1 }
  /** `also`, `place`, `owners`, `hotlines`: JSON. */
  answer: OfHall & {
    id: string
    kind: 'paper' | 'event'
    words_zh: string
    words_en: string
    also: string
    here: 0 | 1
    say_zh: string
    say_en: string
    place: string | null
    matter_id: string | null
    owners: string
    hotlines: string
    sort: number
  }
  /** `about`: JSON. */
  find_tile: OfHall & { sort: number; icon: string; words_zh: string; words_en: string; about: string }
  /** JSON. */
  letter: OfHall & { letter: string }
  reading: OfHall & { text: string; sound: string }
  lookup: OfHall & { date: string; kind: LookupKind; what: string; found: 0 | 1; count: number }
}
