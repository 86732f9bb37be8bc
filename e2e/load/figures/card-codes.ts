// Contact cards: the codes of a thousand people, read back from the paper.
import { codesOn } from '#server/testing/fake-printer.ts'
import { codeOf, dotsOf } from '#domain/card-code.ts'
import { smallVcard } from '#domain/vcard.ts'
import { textBytes } from '#server/printing/escpos.ts'
import { png } from '#server/printing/png.ts'
import { alone, type Figure } from '../figure.ts'
import { pause } from '../monotonic.ts'

/** A small generator of numbers from 0 to 1: the same people for the same seed. */
function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const SURNAMES = [...'陈王李张刘赵仇单曾解盖区乐查覃欧𠮷㛃龢']
const GIVEN = [...'晓兰建国雪梅志强洋丽华明春生伟文娟鑫淼堃喆翀赟𫖯㻏']
const TITLES = [
  '全科社工',
  '居民区党总支书记兼居民委员会主任',
  '社区民警',
  '业主委员会主任',
  '3 号楼楼组长',
  '物业经理',
]
const NOTES = [
  '周一至周五 08:30–17:00 居委会办公室',
  '周二、周四 14:00–16:00 平安调处室',
  '',
  '每天 09:00–20:00，三楼; 请按铃',
]

/** People as halls have them: rare characters, middle dots, long titles, several numbers. */
export function someone(next: () => number): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!
  const short = `${pick(SURNAMES)}${pick(GIVEN)}${next() < 0.6 ? pick(GIVEN) : ''}`
  const long = Array.from({ length: 3 + next() * 3 }, () => `${pick(GIVEN)}${pick(GIVEN)}${pick(GIVEN)}`).join('·')
  const digits = () => String(Math.floor(next() * 1e8)).padStart(8, '0')
  const phones = Array.from({ length: 1 + next() * 3 }, () => `021-${digits()}`)
  return smallVcard({
    name: next() < 0.12 ? long : short,
    org: pick(['林苑居民区', '中山街道茸平居民区社区事务服务大厅', '佘山镇佘北家园居民区']),
    title: pick(TITLES),
    phones,
    note: pick(NOTES),
  })
}

/** How many of these people's codes are read back from the bytes for a 203 dpi roll. */
export async function readBack(people: number, seed = 20_261_126): Promise<{ read: number; asked: number }> {
  const next = random(seed)
  let read = 0
  for (let at = 0; at < people; at += 1) {
    const contact = someone(next)
    const code = codeOf(contact)
    if (!code) continue
    // As on a card: six dots a module, or as many as the roll is wide for.
    const scale = Math.min(6, Math.floor(576 / (code.size + 8)))
    const bytes = textBytes(`{image:${png(dotsOf(code, scale)).toString('base64')}}`)
    if (codesOn(bytes).includes(contact)) read += 1
    // The bench's own time limit, and its end, are to be heard.
    await pause(0)
  }
  return { read, asked: people }
}

export const cardCodes: Figure = {
  name: 'card-codes',
  area: 'cards',
  about: 'codes of 1,000 people read back from the paper',
  shares: 'always',
  seconds: 60,
  run: async (bench) => {
    const { read, asked } = await readBack(bench.quick ? 40 : 1000)
    const what = `codes read back from the paper at 203 dpi, ${asked} people`
    return [alone(['cards', what], (read / asked) * 100, '%', { text: '100 %', met: read === asked })]
  },
}
