// What one file alone cannot know of people, buildings and who is responsible: that each name in use exists, and that nothing stands twice.
import type { HallFile, MattersFile, PeopleFile } from '#contract/book.ts'
import type { About, BuildingsFile, OwnersFile } from '#contract/people.ts'

interface Files {
  hall: HallFile | undefined
  matters: MattersFile | undefined
  people: PeopleFile | undefined
  buildings?: BuildingsFile | undefined
  owners?: OwnersFile | undefined
}

export function directoryProblems(files: Files): string[] {
  return [...homeProblems(files), ...(files.owners ? ownerProblems(files.owners, files) : [])]
}

function homeProblems({ people, buildings }: Files): string[] {
  const all = buildings?.buildings ?? []
  return [
    ...twice(
      'buildings.json: buildings, id',
      all.map(({ id }) => id),
    ),
    ...twice(
      'buildings.json: buildings, number',
      all.map(({ number }) => number),
    ),
    ...(people?.people ?? []).flatMap(({ id, buildings: own, posts }) => [
      ...twice(`people.json: people (${id}), building`, own ?? []),
      ...twice(`people.json: people (${id}), post`, posts ?? []),
      ...(own ?? []).flatMap((one) => missing(`people.json: people (${id})`, ['building', one], all, 'buildings.json')),
    ]),
  ]
}

function ownerProblems({ matters, answers, tiles }: OwnersFile, { hall, matters: known, people }: Files): string[] {
  const hotlines = (where: string, ids: readonly string[]) =>
    ids.flatMap((id) => missing(where, ['hotline', id], hall?.hotlines, 'hall.json'))
  const matter = (where: string, id: string | null) =>
    id === null ? [] : missing(where, ['matter', id], known?.matters, 'matters.json')
  const about = (where: string, to: About) => {
    if ('matter' in to) return matter(where, to.matter)
    if ('post' in to) return []
    if ('person' in to) return missing(where, ['person', to.person], people?.people, 'people.json')
    return missing(where, ['answer', to.answer], answers, 'owners.json')
  }
  return [
    ...twice(
      'owners.json: matters, matter',
      matters.map((one) => one.matter),
    ),
    ...twice(
      'owners.json: answers, id',
      answers.map(({ id }) => id),
    ),
    ...matters.flatMap((one) => [
      ...matter('owners.json: matters', one.matter),
      ...hotlines(`owners.json: matters (${one.matter})`, one.hotlines),
    ]),
    ...answers.flatMap((one) => {
      const where = `owners.json: answers (${one.id})`
      const nowhere = !one.here && one.place === null && one.hotlines.length === 0 && one.owners.length === 0
      return [
        ...matter(where, one.matter),
        ...hotlines(where, one.hotlines),
        ...(nowhere ? [`${where}: it is not done here and leads nowhere; add a place, a hotline or a post`] : []),
      ]
    }),
    ...tiles.flatMap(({ words, about: to }) => about(`owners.json: tiles (${words.zh})`, to)),
  ]
}

function twice(what: string, values: readonly (string | number)[]): string[] {
  const again = new Set(values.filter((value, index) => values.indexOf(value) !== index))
  return [...again].map((value) => `${what} "${value}" stands there more than once; change all but one`)
}

function missing(
  where: string,
  [what, id]: [what: string, id: string],
  known: readonly { id: string }[] | undefined,
  home: string,
): string[] {
  if (!known || known.some((entry) => entry.id === id)) return []
  return [`${where}: there is no ${what} "${id}"; correct the name or add the ${what} to ${home}`]
}
