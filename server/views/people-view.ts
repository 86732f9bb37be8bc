// Everybody whom residents may turn to: those who agreed, in their post today, without their telephones. Pure.
import type { PeopleView } from '#contract/views.ts'
import { isKnown, published } from '#domain/people.ts'
import { nextFoundEdge, presenceOf, standInOf } from '#domain/people-presence.ts'
import { responsible } from '#domain/people-responsible.ts'
import { nextEdge } from '#domain/duty.ts'
import type { BookView } from './book-view.ts'

export const peopleView: BookView<PeopleView> = {
  build: ({ book, plan }, now) => {
    const { directory } = book
    const moment = { now, date: plan.date, shifts: plan.ahead }
    const colours = new Map(book.committees.map(({ id, colour }) => [id, colour]))
    return {
      people: published(directory, plan.date).flatMap((card) => {
        const person = book.people.get(card.person)
        if (!person) return []
        const presence = presenceOf(book, card, moment)
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
          place: card.place,
          photo: card.photo,
          presence,
          standIn: presence.now ? null : standInOf(book, card, moment),
        }
      }),
      buildings: directory.buildings,
      matters: book.matters.map(({ id, words, committee }) => {
        const way = directory.ways.get(id)
        const { owners = [], also = [], hotlines = [], list = false } = way ?? {}
        return { id, words, also, committee, owners: responsible(book, { owners, committee }, moment), hotlines, list }
      }),
      answers: directory.answers.map(({ owners, ...answer }) => ({
        ...answer,
        owners: responsible(book, { owners, committee: null }, moment),
      })),
      tiles: directory.tiles.filter(({ about }) => isKnown(book, about, plan.date)),
      letter: directory.letter,
      sounds: directory.sounds,
      readings: directory.readings,
    }
  },
  // Midnight changes the plan itself.
  next: ({ book, plan }, now) => Math.min(nextEdge(plan.shifts, now), nextFoundEdge(book, { now, date: plan.date })),
}
