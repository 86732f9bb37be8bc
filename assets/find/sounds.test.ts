// How words sound: whole, within longer ones, and those of every hall.
import { expect, it } from 'vitest'
import { pinyin } from 'pinyin-pro'
import { wordSounds } from '#db/seed/sounds.ts'
import { fixedWords } from './entries.ts'
import { soundsOf, syllablesOf } from './sounds.ts'

const table = (readings: Record<string, string> = {}) =>
  soundsOf({ sounds: { dan: '单', jia: '家', qiao: '桥', chang: '长', cun: '村' }, readings })

it('a word that somebody set sounds so within longer words too, the longest of them', () => {
  const sounds = table({ 单家: 'shan jia', 单家桥: 'shan jia qiao', 家桥: 'gu qiao' })
  expect(syllablesOf('单家桥', sounds).join(' ')).toBe('shan jia qiao')
  expect(syllablesOf('去单家桥村', sounds)).toEqual(['', 'shan', 'jia', 'qiao', 'cun'])
  expect(syllablesOf('单村', sounds).join(' ')).toBe('dan cun')
  expect(syllablesOf('3号楼', sounds).join(' ')).toBe('3 hao lou')
  expect(syllablesOf('单家桥', table()).join(' ')).toBe('dan jia qiao')
})

it('signs beyond the basic plane are one syllable', () => {
  expect(syllablesOf('𠮷单', table())).toEqual(['', 'dan'])
})

it('the words of every hall are heard as the library reads them, in a hall without a book', () => {
  const bare = soundsOf({ sounds: {}, readings: {} })
  const read = wordSounds(pinyin, fixedWords())
  for (const word of fixedWords()) {
    const usual = read.get(word) ?? [...word].map((char) => read.get(char)).join(' ')
    // The library does not know the leader of a house.
    expect([word, syllablesOf(word, bare).join(' ')]).toEqual([word, word === '楼长' ? 'lou zhang' : usual])
  }
})

it('what the hall says comes before it', () => {
  expect(syllablesOf('片警', soundsOf({ sounds: { bian: '片' }, readings: {} })).join(' ')).toBe('bian jing')
})
