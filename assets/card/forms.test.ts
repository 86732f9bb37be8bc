// Every form of a card keeps its size, loses nothing, and says the number first where it should.
import { describe, expect, it } from 'vitest'
import type { CodeFace } from '#contract/cards.ts'
import type { HallFace } from '#contract/views.ts'
import { servedBy, weekLines, type CardData, type CardPerson } from './card.ts'
import { Column } from './flow.ts'
import { eight, sidesOf, sizeOf } from './forms.ts'
import type { Measure, Side } from './marks.ts'

/** A typeface of squares, and of half squares for what is not Chinese. */
const measure: Measure = (text) => [...text].reduce((sum, sign) => sum + (/[\u2e80-\uffff]/.test(sign) ? 1 : 0.56), 0)
const code: CodeFace = { text: 'x', size: 61, modules: '1'.repeat(61 * 61) }
const t = (zh: string) => ({ zh, en: 'A responsible person of the committee' })

const hall: HallFace = {
  name: t('林苑居民区社区事务服务大厅'),
  subdistrict: t('示例街道'),
  plaques: [t('一'), t('二'), t('三'), t('四')],
  address: t('示例路 100 弄 1 号'),
  phone: '021-0000 0100',
  zone: 'Asia/Shanghai',
  demo: true,
}
const person = (name: string, title = '物业经理'): CardPerson => ({
  id: name,
  name,
  title: t(title),
  serves: null,
  colour: 'blue',
  photo: null,
  phone: '021-0000 0113',
  when: t('周一至周五 08:30–17:00'),
  place: t('居委会办公室'),
  code,
})
const card = (people: CardPerson[]): CardData => ({
  hall,
  words: t('屋顶漏水了'),
  people,
  hotlines: Array.from({ length: 10 }, (_, at) => ({
    id: `l${at}`,
    name: t('市场监管投诉'),
    number: '12315',
    hours: t('24 小时'),
  })),
  letter: {
    title: t('致居民的一封信'),
    body: [t('接到您的电话或来访，我们马上核实。'.repeat(3))],
    signed: t('居委会'),
  },
  hours: [t('周一至周五 08:30–20:00'), t('周六至周日 08:30–16:30')],
  link: { ...code, size: 29 },
  date: '2026-11-23',
})
const ordinary = card([person('徐伟'), person('周建华')])
const long = card([
  person('阿卜杜热依木·麦麦提吐尔逊·阿不都热合曼江', '居民区党总支书记兼居民委员会主任、社区工作者委员会召集人'),
  person('周建华'),
])
const many = card(Array.from({ length: 8 }, (_, at) => person(`沈玉珍${at}`, `${at} 号楼楼组长`)))

const textOf = ({ marks }: Side) => marks.flatMap((mark) => (mark.is === 'text' ? [mark.text] : [])).join('')
const all = ['receipt', 'small', 'a6', 'a4'] as const

describe.each(all)('a card of %s', (form) => {
  describe.each([
    ['ordinary', ordinary],
    ['with a long name and title', long],
    ['of a whole building', many],
  ])('%s', (_, one) => {
    it.each([false, true])('keeps everything on the paper (large: %s)', (large) => {
      const sides = sidesOf(one, form, { large, measure })
      expect(sides).toHaveLength(form === 'receipt' ? 1 : 2)
      for (const { width, height, marks } of sides) {
        const paper = form === 'a4' ? sizeOf.small : sizeOf[form]
        expect(width).toBe(paper.width)
        if (form !== 'receipt') expect(height).toBe(paper.height)
        for (const mark of marks) {
          expect(mark.x).toBeGreaterThanOrEqual(0)
          expect(mark.y).toBeGreaterThanOrEqual(0)
          if (mark.is === 'code') {
            expect(mark.x + mark.side).toBeLessThanOrEqual(width)
            expect(mark.y + mark.side).toBeLessThanOrEqual(height)
          }
          if (mark.is !== 'text') continue
          expect({ text: mark.text, low: mark.y > height }).toEqual({ text: mark.text, low: false })
          const wide = measure(mark.text, mark.weight) * mark.size
          const left = { start: mark.x, middle: mark.x - wide / 2, end: mark.x - wide }[mark.align]
          expect(left).toBeGreaterThanOrEqual(-0.1)
          expect(left + wide).toBeLessThanOrEqual(width + 0.1)
        }
      }
    })
  })

  it('says who, what and the number, and whom to ring otherwise', () => {
    const said = sidesOf(ordinary, form, { large: false, measure }).map(textOf).join('')
    for (const words of [
      '屋顶漏水了',
      '徐伟',
      '物业经理',
      '021-0000 0113',
      '周建华',
      '12315',
      '021-0000 0100',
      '示例大厅',
    ])
      expect(said).toContain(words)
  })

  it('has the number before the name in the large edition, and larger than anything else', () => {
    const [front] = sidesOf(card([person('徐伟')]), form, { large: true, measure })
    const texts = front!.marks.flatMap((mark) => (mark.is === 'text' ? [mark] : []))
    const [number, name] = [
      texts.find(({ text }) => text.includes('0113')),
      texts.find(({ text }) => text.includes('徐伟')),
    ]
    expect(number!.y).toBeLessThan(name!.y)
    expect(number!.size).toBe(Math.max(...texts.map(({ size }) => size)))
  })
})

describe('eight on a sheet', () => {
  it('lie side by side with room for scissors', () => {
    const [front] = sidesOf(ordinary, 'a4', { large: false, measure })
    const sheet = eight(front!)
    expect([sheet.width, sheet.height]).toEqual([210, 297])
    const bands = sheet.marks.flatMap((mark) =>
      mark.is === 'box' && Math.min(mark.width, mark.height) > 1 ? [mark] : [],
    )
    expect(bands).toHaveLength(8)
    expect(Math.min(...bands.map(({ x }) => x))).toBeGreaterThan(5)
    expect(Math.max(...bands.map(({ y }) => y)) + 54).toBeLessThan(297 - 5)
  })
})

describe('a column', () => {
  it('breaks Chinese anywhere but before a comma, and other words between words', () => {
    const column = new Column({ x: 0, y: 0, width: 10 }, measure)
    column.text('一二三四五六七八九十，甲乙', { size: 1 }).text('Second leader of building', { size: 1 })
    const rows = column.marks.flatMap((mark) => (mark.is === 'text' ? [mark.text] : []))
    expect(rows).toEqual(['一二三四五六七八九', '十，甲乙', 'Second leader of', 'building'])
  })
})

describe('words of a card', () => {
  it('join days that are alike and spans that touch', () => {
    const day = (date: string, ...spans: [string, string][]) => ({
      date,
      spans: spans.map(([from, to]) => ({ from, to, kind: 'regular' as const })),
      reason: null,
      holiday: null,
    })
    const work = [23, 24, 25, 26, 27].map((at) => day(`2026-11-${at}`, ['08:30', '11:30'], ['11:30', '20:00']))
    const week = [...work, day('2026-11-28', ['08:30', '11:30']), day('2026-11-29')]
    expect(weekLines(week).map(({ zh }) => zh)).toEqual(['周一至周五 08:30–20:00', '周六 08:30–11:30'])
  })

  it('name the buildings that somebody is for', () => {
    const buildings = [1, 2, 3, 5].map((number) => ({ id: `b${number}`, number })) as never
    expect(servedBy({ buildings }, ['b1', 'b2', 'b3', 'b5'])).toEqual({ zh: '1–3、5 号楼', en: 'Buildings 1–3, 5' })
    expect(servedBy({ buildings }, [])).toBeNull()
  })
})
