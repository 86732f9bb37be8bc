import { describe, expect, it } from 'vitest'
import type { CardData } from '#assets/card/card.ts'
import type { CardWays } from '#contract/cards.ts'
import type { JobState } from '#contract/printing.ts'
import type { CardOrder } from '#assets/card/hub-print.ts'
import { CardPrinter, ownForms, type CardPorts } from './card-printer.ts'

const card = { people: [{ id: 'xu' }] } as unknown as CardData
const order = (form: CardOrder['form'] = 'receipt'): CardOrder => ({
  card,
  about: { matter: 'roof-leak' },
  building: null,
  form,
  large: false,
})
const drawn = { width: 576, height: 1, dots: 'AAAA' }

const job = (state: JobState) =>
  ({ ok: true, value: { job: { id: 'j', printer: '', about: '', state, trouble: null, at: '' } } }) as const
const queued = job('queued')

/** A hub with these ways, whose printer goes through these states. */
function hub(ways: CardWays['ways'], states: JobState[] = ['done'], more: Partial<CardPorts> = {}) {
  const asked: Record<string, unknown>[] = []
  const handed: number[] = []
  const ports: CardPorts = {
    ways: async () => ({ ok: true, value: { ways } }),
    ask: async (body) => {
      asked.push(body as Record<string, unknown>)
      return job('queued')
    },
    look: async () => job(states.shift() ?? 'printing'),
    paint: async () => [drawn],
    sides: () => [{ width: 72, height: 10, marks: [] }],
    handOver: async (sides) => {
      handed.push(sides.length)
      return 'printed'
    },
    pause: async () => {},
    ...more,
  }
  return { ports, asked, handed }
}

describe('a card’s printer', () => {
  it('is the hub’s where it has one, and leaves the words to it where it takes text', async () => {
    const { ports, asked, handed } = hub([{ form: 'receipt', picture: false }])
    const printer = new CardPrinter(['small'], ports)
    expect(await printer.forms()).toEqual(['receipt'])
    expect(await printer.print(order())).toBe('printed')
    expect(asked).toEqual([
      { about: { matter: 'roof-leak' }, building: null, form: 'receipt', large: false, people: ['xu'] },
    ])
    expect(handed).toEqual([])
  })

  it('is sent what the screen drew where it needs it, or where it turns out to', async () => {
    const asked: boolean[] = []
    const sheets = hub([{ form: 'small', picture: true }])
    const printer = new CardPrinter([], sheets.ports)
    await printer.forms()
    expect(await printer.print(order('small'))).toBe('printed')
    expect(sheets.asked[0]?.sides).toEqual([drawn])

    const rare = hub([{ form: 'receipt', picture: false }], ['done'], {
      ask: async (body) => {
        asked.push('sides' in body)
        return 'sides' in body ? queued : { ok: false, code: 'picture_needed', facts: {} }
      },
    })
    const other = new CardPrinter([], rare.ports)
    await other.forms()
    expect(await other.print(order())).toBe('printed')
    expect(asked).toEqual([false, true])
  })

  it('is the browser’s where the hub has none', async () => {
    const { ports, handed } = hub([])
    const printer = new CardPrinter(['receipt'], ports)
    expect(await printer.forms()).toEqual(['receipt'])
    expect(await printer.print(order())).toBe('printed')
    expect(handed).toEqual([1])
    expect(await printer.print(order('a6'))).toBe('none')
  })

  it('prints nothing that cannot be read back, and says so', async () => {
    const unreadable = async () => {
      throw Object.assign(new Error('x'), { name: 'Unreadable' })
    }
    for (const ways of [[], [{ form: 'receipt' as const, picture: true }]]) {
      const { ports, asked, handed } = hub(ways, [], { paint: unreadable })
      const printer = new CardPrinter(['receipt'], ports)
      await printer.forms()
      expect(await printer.print(order())).toBe('unreadable')
      expect([...asked, ...handed]).toEqual([])
    }
  })

  it.each(['failed', 'expired', 'broken_off'] as const)('says failed of a job that %s', async (state) => {
    const { ports } = hub([{ form: 'receipt', picture: false }], ['queued', state])
    const printer = new CardPrinter(['receipt'], ports)
    await printer.forms()
    expect(await printer.print(order())).toBe('failed')
  })
})

describe('what lies in the browser’s printer', () => {
  it.each([
    ['', ['receipt']],
    ['?paper=small,a6', ['small', 'a6']],
    ['?paper=nonsense', ['receipt']],
    ['?printer=none', []],
  ])('%s', (search, forms) => expect(ownForms(search)).toEqual(forms))
})
