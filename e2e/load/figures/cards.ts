// Contact cards: from the touch on a kiosk to the bytes at the printer, and the code of a thousand people read back from the paper.
import { openHall } from '#server/testing/hall.ts'
import { codesOn, FakePrinter } from '#server/testing/fake-printer.ts'
import { codeOf, dotsOf } from '#domain/card-code.ts'
import { smallVcard } from '#domain/vcard.ts'
import { textBytes } from '#server/printing/escpos.ts'
import { png } from '#server/printing/png.ts'
import { alone, type Figure } from '../figure.ts'

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
export function readBack(people: number, seed = 20_261_126): { read: number; asked: number } {
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
  }
  return { read, asked: people }
}

const goal = (met: boolean, text: string) => ({ text, met })

export const cards: Figure = {
  name: 'cards',
  area: 'cards',
  about: 'card from touch to bytes at the printer; codes of 1,000 people read back from the paper',
  run: async (bench) => {
    const { read, asked } = readBack(bench.quick ? 100 : 1000)
    const share = (read / asked) * 100
    const rows = [
      alone(
        ['cards', `codes read back from the paper at 203 dpi, ${asked} people`],
        share,
        '%',
        goal(read === asked, '100 %'),
      ),
    ]
    const printer = await new FakePrinter().plugIn()
    const here = await openHall({})
    try {
      const kiosk = await here.pair('kiosk')
      const manager = await here.clerk(null, 'manager')
      const { devices } = (
        await here.api<{ devices: { id: string; kind: string }[] }>('GET', '/api/devices', { token: manager })
      ).body
      await here.api('POST', '/api/printers', {
        token: manager,
        body: {
          id: null,
          name: 'bench',
          kind: 'receipt',
          host: '127.0.0.1',
          port: printer.port,
          mode: 'text',
          devices: devices.filter(({ kind }) => kind === 'kiosk').map(({ id }) => id),
        },
      })
      const body = {
        about: { matter: 'roof-leak' },
        building: null,
        people: ['xu', 'xie'],
        form: 'receipt',
        large: false,
      }
      const times: number[] = []
      for (let round = 0; round < (bench.quick ? 10 : 60); round += 1) {
        const before = printer.jobs.length
        const began = performance.now()
        await here.api('POST', '/api/cards/prints', { token: kiosk, body })
        while (printer.jobs.length === before) await new Promise((done) => setTimeout(done, 2))
        times.push(printer.lastByteAt - began)
      }
      times.sort((a, b) => a - b)
      const p95 = times[Math.ceil(times.length * 0.95) - 1] ?? Number.NaN
      rows.push(
        alone(
          ['cards', 'card asked for to all its bytes at the printer, p95'],
          p95,
          'ms',
          goal(p95 <= 1000, '≤ 1000 ms'),
        ),
      )
    } finally {
      await here.stop()
      await printer.pullOut()
    }
    return rows
  },
}
