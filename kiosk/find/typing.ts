// The line on which the in-page keyboard writes: what is chosen already, and letters that still wait for their Hanzi. Pure.

export interface Line {
  text: string
  /** Pinyin that no word was chosen for yet; English stays as it is written. */
  letters: string
}

export const emptyLine: Line = { text: '', letters: '' }

/** As long as a question; nobody writes a letter here. */
const LONGEST = 40

/** `latin`: letters are what was meant, and no pinyin. */
export function press({ text, letters }: Line, key: string, latin = false): Line {
  if (text.length + letters.length >= LONGEST) return { text, letters }
  if (latin) return { text: text + letters + key, letters: '' }
  // A digit ends the word before it.
  return /[a-z]/.test(key) ? { text, letters: letters + key } : { text: text + letters + key, letters: '' }
}

/** A word of the hall in the place of the letters. */
export const choose = ({ text }: Line, word: string): Line => ({ text: text + word, letters: '' })

export function erase({ text, letters }: Line): Line {
  if (letters !== '') return { text, letters: letters.slice(0, -1) }
  return { text: [...text].slice(0, -1).join(''), letters: '' }
}

export const askedOf = ({ text, letters }: Line): string => text + letters
