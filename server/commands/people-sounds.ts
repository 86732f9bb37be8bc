// How names and words sound, where somebody wrote new ones: read by the library before the transaction begins, since it is slow to load.
import type { Wanted } from '#domain/people-entry.ts'
import { nameSound, wordSounds } from '#db/seed/sounds.ts'
import { addReadings } from '#db/queries/people.ts'
import type { Room } from './run.ts'

export interface Ear {
  /** A name in pinyin, a syllable a character; empty where it is not known. */
  name(name: string): string
  /** Each new character, and words in which one sounds otherwise. */
  words(texts: readonly string[]): ReadonlyMap<string, string>
}

export async function openEar(): Promise<Ear> {
  const { pinyin } = await import('pinyin-pro')
  return { name: (name) => nameSound(pinyin, name), words: (texts) => wordSounds(pinyin, texts) }
}

/** The search finds new words by their sound as well. What somebody set by hand stays. */
export async function learnSounds({ trx, hall }: Room, wanted: readonly Wanted[], ear: Ear): Promise<void> {
  const texts = wanted.flatMap((one): string[] => {
    if (one.entry === null) return []
    switch (one.kind) {
      case 'person':
        return [one.entry.title.zh]
      case 'matter':
        return one.entry.also
      case 'answer':
        return [one.entry.words.zh, ...one.entry.also]
      case 'building':
      case 'hotline':
        return [one.entry.name.zh]
      case 'tiles':
        return one.entry.map(({ words }) => words.zh)
      case 'letter':
      case 'reading':
        return []
    }
  })
  if (texts.length > 0) await addReadings(trx, hall, ear.words(texts))
}
