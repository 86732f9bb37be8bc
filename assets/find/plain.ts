// Words as they are compared: one width, one case, no signs; and the keys of a telephone on which letters lie. Pure.

const signs = /[\s\p{P}\p{S}]+/gu
const tail = /[吗呢啊呀吧嘛了哦喔]+$/u

/** 屋顶 漏水，怎么办？ → 屋顶漏水怎么办; A-座 → a座. Latin words run together. */
export function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(signs, '')
}

/** The Latin words of a text, each by itself. */
export function latinWords(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[a-z]+/g) ?? []
  )
}

/** A short question word at the end carries nothing. */
export function withoutTail(text: string): string {
  return text.length > 2 ? text.replace(tail, '') : text
}

export const isHan = (char: string): boolean => /\p{Script=Han}/u.test(char)
export const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text)

const keys = '22233344455566677778889999'

/** a → 2, z → 9: the key on which a letter lies. */
export function toKeys(letters: string): string {
  let digits = ''
  for (const letter of letters) digits += keys[letter.charCodeAt(0) - 97] ?? letter
  return digits
}

/** What many around Shanghai do not tell apart, by ear and so by pinyin: zh and z, ch and c, sh and s, -ng and -n. */
export function folded(letters: string): string {
  return letters.replace(/([zcs])h/g, '$1').replace(/([aei])ng/g, '$1n')
}
