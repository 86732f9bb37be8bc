// A contact for a resident's own telephone: vCard 3.0 (RFC 2426), UTF-8, CRLF, lines folded at 75 octets without cutting a character.
// The one in a QR code is kept small, because old telephones read only coarse codes. Pure.

export interface Contact {
  name: string
  org: string
  title: string
  /** The best to ring first. */
  phones: readonly string[]
  note: string
  /** Where more is known of them; left out of the small card. */
  url?: string
}

/** Octets of the card in a QR code: version 11 with the middle level of correction holds them. */
export const SMALL = 251
/** A note shorter than this says nothing. Octets. */
const LEAST = 9

const TEL = 'TEL'

const encoder = new TextEncoder()
const octets = (text: string): number => encoder.encode(text).length

/** The whole card, for a file. */
export const vcard = (contact: Contact): string => write(contact, 'TEL;TYPE=WORK,VOICE')

/**
 * The card for a QR code, `most` octets: first the note gives way, then the organisation, then the title. The name and the first number
 * are never cut: somebody with a very long name has a longer card.
 */
export function smallVcard({ url: _url, ...contact }: Contact, most = SMALL): string {
  const small = { ...contact, phones: contact.phones.slice(0, 2) }
  for (const part of ['note', 'org', 'title'] as const) {
    const over = octets(write(small, TEL)) - most
    if (over <= 0) break
    // With the line that it stands on, an empty part takes no room at all.
    const room = octets(small[part]) - over
    small[part] = room < LEAST ? '' : cut(small[part], room)
  }
  if (octets(write(small, TEL)) > most) small.phones = small.phones.slice(0, 1)
  return write(small, TEL)
}

function write({ name, org, title, phones, note, url }: Contact, tel: string): string {
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:${structured(clean(name))}`,
    `FN:${escaped(clean(name))}`,
    ...(org ? [`ORG:${escaped(clean(org))}`] : []),
    ...(title ? [`TITLE:${escaped(clean(title))}`] : []),
    ...phones.map((phone) => `${tel}:${escaped(clean(phone))}`),
    ...(note ? [`NOTE:${escaped(clean(note))}`] : []),
    ...(url ? [`URL:${clean(url)}`] : []),
    'END:VCARD',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

/** Surnames of two characters. */
const DOUBLE = new Set(
  '欧阳 司马 上官 诸葛 司徒 东方 独孤 南宫 夏侯 尉迟 公孙 慕容 令狐 皇甫 长孙 宇文 轩辕 端木 百里 东郭 呼延 太史 申屠 公冶 淳于 单于 濮阳 钟离 闻人 澹台 赫连 拓跋 第五'.split(
    ' ',
  ),
)

/** N: surname; given name. Telephones sort by it. A name with a middle dot, or one in other letters, is not taken apart. */
function structured(name: string): string {
  const signs = [...name]
  if (signs.length < 2 || signs.length > 4 || !/^\p{Script=Han}+$/u.test(name)) return `${escaped(name)};;;;`
  const long = signs.length > 2 && DOUBLE.has(signs.slice(0, 2).join('')) ? 2 : 1
  return `${escaped(signs.slice(0, long).join(''))};${escaped(signs.slice(long).join(''))};;;`
}

/** Without what turns other text round or is no text at all; line ends stay, and are escaped. */
const clean = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(/(?!\n)\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu, '')
    .trim()

const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, (one) => `\\${one}`).replaceAll('\n', '\\n')

/** As much of it as `most` octets hold, with a sign that there was more. */
function cut(text: string, most: number): string {
  let [kept, size] = ['', octets('…')]
  for (const sign of text) {
    size += octets(escaped(sign))
    if (size > most) break
    kept += sign
  }
  return kept === '' ? '' : `${kept}…`
}

const WIDTH = 75

function fold(line: string): string {
  let [folded, used] = ['', 0]
  for (const sign of line) {
    const size = octets(sign)
    if (used + size > WIDTH) {
      folded += '\r\n '
      used = 1
    }
    folded += sign
    used += size
  }
  return folded
}
