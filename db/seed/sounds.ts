// How the names and the words of a hall's book sound, in pinyin: computed once, when the book is written. The library is loaded only
// then: the hub itself does not need it.
import type { HallBook } from '#contract/book.ts'
import type { Sounds } from '../queries/people.ts'

/** Marks a person of the demonstration; no part of the name. */
const EXAMPLE = /^示例·/

export async function soundsOf({ people, matters, owners, buildings }: HallBook): Promise<Sounds> {
  const { pinyin } = await import('pinyin-pro')
  const plain = { toneType: 'none', type: 'array', v: true } as const
  const names = new Map(
    people.map(({ id, name }) => [
      id,
      syllables(pinyin(name.replace(EXAMPLE, ''), { ...plain, surname: 'head', nonZh: 'removed' })),
    ]),
  )
  const texts = [
    ...matters.flatMap(({ words, name }) => [words.zh, name.zh]),
    ...(owners?.matters ?? []).flatMap(({ also }) => also),
    ...(owners?.answers ?? []).flatMap(({ words, also }) => [words.zh, ...also]),
    ...(owners?.tiles ?? []).map(({ words }) => words.zh),
    ...people.map(({ title }) => title.zh),
    ...(buildings ?? []).map(({ name }) => name.zh),
  ]
  // Alone it would be liao; in these words it never is.
  const words = new Map([['了', 'le']])
  const runs = new Set(texts.flatMap((text) => text.match(/\p{Script=Han}+/gu) ?? []))
  for (const run of runs) {
    for (const one of run) if (!words.has(one)) words.set(one, syllables([pinyin(one, { ...plain })[0] ?? '']))
  }
  for (const run of runs) {
    const sound = syllables(pinyin(run, plain))
    const byOne = [...run].map((one) => words.get(one)).join(' ')
    if (sound !== byOne && [...run].length > 1) words.set(run, sound)
  }
  return { names, words }
}

/** ü is typed as v. */
const syllables = (list: readonly string[]): string =>
  list
    .join(' ')
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replaceAll(/[^a-z ]/g, '')
