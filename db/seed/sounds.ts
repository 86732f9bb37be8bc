// How names and words sound, in pinyin: for a whole book when it is written, and for what is written anew later. The library is loaded
// only then: the hub itself does not need it.
import type { pinyin } from 'pinyin-pro'
import type { HallBook } from '#contract/book.ts'
import type { Sounds } from '../queries/people.ts'

type Pinyin = typeof pinyin

/** Marks a person of the demonstration; no part of the name. */
const EXAMPLE = /^示例·/
const plain = { toneType: 'none', type: 'array', v: true } as const

export async function soundsOf({ people, matters, owners, buildings, hotlines }: HallBook): Promise<Sounds> {
  const { pinyin: read } = await import('pinyin-pro')
  const texts = [
    ...matters.flatMap(({ words, name }) => [words.zh, name.zh]),
    ...(owners?.matters ?? []).flatMap(({ also }) => also),
    ...(owners?.answers ?? []).flatMap(({ words, also }) => [words.zh, ...also]),
    ...(owners?.tiles ?? []).map(({ words }) => words.zh),
    ...people.map(({ title }) => title.zh),
    ...(buildings ?? []).map(({ name }) => name.zh),
    ...hotlines.map(({ name }) => name.zh),
  ]
  return {
    names: new Map(people.map(({ id, name }) => [id, nameSound(read, name)])),
    words: wordSounds(read, texts),
  }
}

/** The first character is a surname: 单 is shan there. Empty where any of them is not known. */
export function nameSound(read: Pinyin, name: string): string {
  const sound = syllables(read(name.replace(EXAMPLE, ''), { ...plain, surname: 'head', nonZh: 'removed' }))
  return sound.split(' ').includes('') ? '' : sound
}

/** Each character's usual sound, and the words in which one sounds otherwise. */
export function wordSounds(read: Pinyin, texts: readonly string[]): Map<string, string> {
  // Alone it would be liao; in these words it never is.
  const words = new Map([['了', 'le']])
  const runs = new Set(texts.flatMap((text) => text.match(/\p{Script=Han}+/gu) ?? []))
  for (const run of runs) {
    for (const one of run) if (!words.has(one)) words.set(one, syllables([read(one, { ...plain })[0] ?? '']))
  }
  for (const run of runs) {
    const sound = syllables(read(run, plain))
    const byOne = [...run].map((one) => words.get(one)).join(' ')
    if (sound !== byOne && [...run].length > 1) words.set(run, sound)
  }
  return words
}

/** ü is typed as v. */
const syllables = (list: readonly string[]): string =>
  list
    .join(' ')
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replaceAll(/[^a-z ]/g, '')
