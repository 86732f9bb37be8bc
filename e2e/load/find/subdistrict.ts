// A subdistrict's people and matters, made of the demonstration's: thousands of names from its surnames and given names, and its matters
// once for each of many halls. The same for each run.
import type { PersonFace } from '#contract/people.ts'
import type { PeopleView } from '#contract/views.ts'
import { readBook } from '#db/seed/book.ts'
import { soundsOf } from '#db/seed/sounds.ts'
import { plainName } from '#assets/find/entries.ts'
import { sampleView } from '../../people-sample.ts'

export const PEOPLE = 20_000
export const MATTERS = 2000

export async function subdistrict(): Promise<PeopleView> {
  const book = readBook()
  const now = Date.parse('2026-11-23T02:00:00.000Z')
  const view = sampleView(book, { now, shifts: [], sounds: await soundsOf(book) })
  return {
    ...{ epoch: 'bench', rev: 1, at: new Date(now).toISOString() },
    ...view,
    people: peopleOf(view.people),
    matters: Array.from({ length: MATTERS }, (_, at) => {
      const one = view.matters[at % view.matters.length]!
      const hall = Math.floor(at / view.matters.length)
      return hall === 0
        ? one
        : {
            ...one,
            id: `${one.id}-${hall}`,
            words: { zh: `${hall} 村${one.words.zh}`, en: `${one.words.en}, hall ${hall}` },
          }
    }),
  }
}

/** Every surname with pairs of the characters that given names are made of. */
function peopleOf(people: readonly PersonFace[]): PersonFace[] {
  const heard = people.map(({ name, sound }) => ({ chars: [...plainName(name)], sounds: sound.split(' ') }))
  const surnames = heard.map(({ chars, sounds }) => [chars[0]!, sounds[0]!] as const)
  const given = heard.flatMap(({ chars, sounds }) => chars.slice(1).map((char, at) => [char, sounds[at + 1]!] as const))
  return Array.from({ length: PEOPLE }, (_, at) => {
    const like = people[at % people.length]!
    const pair = (at * 7919) % given.length ** 2
    const surname = surnames[at % surnames.length]!
    const second = given[Math.floor(pair / given.length)]!
    const third = given[pair % given.length]!
    return {
      ...like,
      id: `p${at}`,
      name: surname[0] + second[0] + third[0],
      sound: [surname, second, third].map((one) => one[1]).join(' '),
    }
  })
}
