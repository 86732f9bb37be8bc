// Everybody whom residents may turn to: those who agreed, in their post today, without their telephones. Pure.
import type { OwnerEntry, PlaceFace } from '#contract/people.ts'
import type { PeopleView } from '#contract/views.ts'
import { isKnown } from '#domain/people.ts'
import { lookAround, nextFoundEdge, standInOf } from '#domain/people-presence.ts'
import { responsible } from '#domain/people-responsible.ts'
import { nextEdge } from '#domain/duty.ts'
import type { BookView } from './book-view.ts'

export const peopleView: BookView<PeopleView> = {
  build: ({ book, plan }, now) => {
    const { directory } = book
    const around = lookAround(book, { now, date: plan.date, shifts: plan.ahead })
    const ways = (of: { owners: OwnerEntry[]; hotlines: string[] }, committee: string | null) => {
      const all = responsible(book, { owners: of.owners, committee }, around)
      const [first = [], second = []] = [1, 2].map((rank) =>
        all.filter((one) => one.rank === rank).map(({ person }) => person),
      )
      return { first, ...(second.length > 0 && { second }), ...(of.hotlines.length > 0 && { hotlines: of.hotlines }) }
    }
    // Many answers lead to the same few offices.
    const places = [...new Set(directory.answers.flatMap(({ place }) => (place ? [keyOf(place)] : [])))]
    const colours = new Map(book.committees.map(({ id, colour }) => [id, colour]))
    return {
      people: around.cards.flatMap((card) => {
        const person = book.people.get(card.person)
        const presence = around.presence.get(card.person)
        if (!person || !presence) return []
        const standIn = presence.here ? null : standInOf(book, card, around)
        return {
          id: card.person,
          name: person.name,
          sound: card.sound,
          title: person.title,
          posts: card.posts,
          committee: person.committee,
          colour: colours.get(person.committee ?? '') ?? 'blue',
          buildings: card.buildings,
          speaks: card.speaks,
          found: card.found,
          ...(card.place && { place: card.place }),
          ...(card.photo !== null && { photo: card.photo }),
          ...(presence.here && { here: presence.here }),
          ...(presence.back !== null && { back: presence.back }),
          ...(standIn !== null && { standIn }),
        }
      }),
      buildings: directory.buildings,
      matters: book.matters.map(({ id, words, committee }) => {
        const way = directory.ways.get(id)
        const { owners = [], also = [], hotlines = [], list = false } = way ?? {}
        return { id, words, also: also.join(' '), ...ways({ owners, hotlines }, committee), ...(list && { list }) }
      }),
      answers: directory.answers.map(({ id, kind, words, also, here, say, place, matter, owners, hotlines }) => ({
        id,
        kind,
        words,
        also: also.join(' '),
        here,
        say,
        ...(place && { place: places.indexOf(keyOf(place)) }),
        ...(matter !== null && { matter }),
        ...ways({ owners, hotlines }, null),
      })),
      places: places.map((one) => JSON.parse(one) as PlaceFace),
      tiles: directory.tiles.filter(({ about }) => isKnown(book, about, plan.date)),
      letter: directory.letter,
      sounds: bySound(directory.sounds),
      readings: directory.readings,
    }
  },
  // Midnight changes the plan itself.
  next: ({ book, plan }, now) => Math.min(nextEdge(plan.shifts, now), nextFoundEdge(book, { now, date: plan.date })),
}

const keyOf = (place: PlaceFace): string => JSON.stringify(place)

/** 漏: lou, 楼: lou → lou: 漏楼. */
function bySound(sounds: Readonly<Record<string, string>>): Record<string, string> {
  const groups: Record<string, string> = {}
  for (const [char, sound] of Object.entries(sounds)) groups[sound] = (groups[sound] ?? '') + char
  return groups
}
