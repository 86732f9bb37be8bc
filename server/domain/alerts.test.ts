import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AlertWords, type StepAlert } from '#contract/alerts.ts'
import { Hazard } from '#contract/words.ts'
import {
  AFTERWARDS,
  contentOf,
  faceOf,
  firstPart,
  nextAlertEdge,
  nextPart,
  newest,
  overEverything,
  phaseOf,
  stopsTickets,
  type Alert,
} from './alerts.ts'
import { DRILL, marked, preparedWords, saysDrill, THIS_IS_A_DRILL, unmarked } from './alerts-words.ts'

const NOON = Date.parse('2026-11-23T04:00:00.000Z')
const MINUTE = 60_000
const hall = { address: { zh: '示例路 100 弄 1 号', en: '1, Lane 100, Shili Road' }, phone: '021-0000 0100' }
const words: AlertWords = preparedWords('flood', hall)

let made = 0
const id = () => String((made += 1)).padStart(8, '0')
const begin = (drill: boolean, now: number, more: { hazard?: Hazard; minutes?: number } = {}): Alert => ({
  id: id(),
  hazard: more.hazard ?? 'flood',
  drill,
  parts: [firstPart({ drill, words, minutes: more.minutes }, { id: id(), now })],
})
function step(alert: Alert, now: number, asked: Omit<StepAlert, 'after'> & Record<string, unknown>): Alert {
  const next = nextPart(alert, { ...asked, after: newest(alert).id } as StepAlert, { id: id(), now })
  if (!next.ok) throw new Error(next.refusal.code)
  return { ...alert, parts: [...alert.parts, next.part] }
}

describe('how long a message lasts', () => {
  it('ends by itself: half an hour where it is real, ten minutes for a drill', () => {
    for (const [drill, lasts] of [
      [false, 30],
      [true, 10],
    ] as const) {
      const alert = begin(drill, NOON)
      expect(phaseOf(alert, NOON + lasts * MINUTE - 1)).toBe('active')
      expect(phaseOf(alert, NOON + lasts * MINUTE)).toBeNull()
      expect(nextAlertEdge([alert], NOON)).toBe(NOON + lasts * MINUTE)
    }
  })

  it('is given more time by a renewal, with the same words, and spoken anew', () => {
    const alert = begin(false, NOON)
    const renewed = step(alert, NOON + 25 * MINUTE, { step: 'renew' })
    expect(phaseOf(renewed, NOON + 54 * MINUTE)).toBe('active')
    expect(faceOf(renewed).content).toBe(faceOf(alert).content)
    expect(faceOf(renewed).spoken).not.toBe(faceOf(alert).spoken)
    expect(faceOf(renewed).headline).toEqual(words.headline)
  })

  it('is never made shorter by a renewal or a change', () => {
    const alert = begin(false, NOON, { minutes: 120 })
    expect(newest(step(alert, NOON, { step: 'renew', minutes: 5 })).expiresAt).toBe(newest(alert).expiresAt)
  })

  it('shows the all-clear, or that it was a mistake, for five minutes', () => {
    for (const [asked, phase] of [
      ['clear', 'over'],
      ['cancel', 'mistake'],
    ] as const) {
      const ended = step(begin(false, NOON), NOON + MINUTE, { step: asked })
      expect(faceOf(ended)).toMatchObject({ phase, stops: false })
      expect(phaseOf(ended, NOON + (AFTERWARDS + 1) * MINUTE - 1)).toBe(phase)
      expect(phaseOf(ended, NOON + (AFTERWARDS + 1) * MINUTE)).toBeNull()
    }
  })

  it('takes no step once it has ended, and none from a screen that was behind', () => {
    const alert = begin(false, NOON)
    const ended = step(alert, NOON, { step: 'clear' })
    const late = nextPart(ended, { step: 'renew', after: newest(ended).id }, { id: id(), now: NOON })
    expect(late).toMatchObject({ ok: false, refusal: { code: 'alert_over' } })
    const expired = nextPart(alert, { step: 'renew', after: newest(alert).id }, { id: id(), now: NOON + 31 * MINUTE })
    expect(expired).toMatchObject({ ok: false, refusal: { code: 'alert_over' } })
    const renewed = step(alert, NOON, { step: 'renew' })
    const behind = nextPart(renewed, { step: 'clear', after: newest(alert).id }, { id: id(), now: NOON })
    expect(behind).toMatchObject({ ok: false, refusal: { code: 'alert_changed' } })
  })
})

describe('which message is over everything', () => {
  it('what is real before a drill, whatever came last', () => {
    const [real, drill] = [begin(false, NOON), begin(true, NOON + MINUTE)]
    expect(overEverything([real, drill], NOON + 2 * MINUTE)?.id).toBe(real.id)
  })

  it('the newest of the real ones; a change of words makes one new', () => {
    const [first, second] = [begin(false, NOON), begin(false, NOON + MINUTE)]
    expect(overEverything([first, second], NOON + 2 * MINUTE)?.id).toBe(second.id)
    const changed = step(first, NOON + 2 * MINUTE, { step: 'update', words })
    expect(overEverything([changed, second], NOON + 3 * MINUTE)?.id).toBe(first.id)
  })

  it('a danger that lasts before the all-clear of another', () => {
    const [lasting, over] = [begin(false, NOON), step(begin(false, NOON + 1), NOON + 2, { step: 'clear' })]
    expect(overEverything([over, lasting], NOON + 3)?.id).toBe(lasting.id)
  })

  it('stops numbers while there is a fire or gas, real and not over, even under another message', () => {
    const fire = begin(false, NOON, { hazard: 'fire' })
    const flood = begin(false, NOON + 1)
    expect(stopsTickets([fire, flood], NOON + 2)).toBe('fire')
    expect(stopsTickets([flood], NOON + 2)).toBeNull()
    expect(stopsTickets([begin(true, NOON, { hazard: 'fire' })], NOON)).toBeNull()
    expect(stopsTickets([step(fire, NOON, { step: 'clear' })], NOON)).toBeNull()
    expect(stopsTickets([fire], NOON + 30 * MINUTE)).toBeNull()
  })
})

describe('whatever is sent, in whatever order', () => {
  type Move = {
    at: number
    drill: boolean
    hazard: Hazard
    minutes: number
    does: 'send' | StepAlert['step']
    which: number
  }
  const move: fc.Arbitrary<Move> = fc.record({
    at: fc.integer({ min: 0, max: 15 }),
    drill: fc.boolean(),
    hazard: fc.constantFrom(...Hazard.options),
    minutes: fc.integer({ min: 5, max: 60 }),
    does: fc.constantFrom('send', 'send', 'renew', 'update', 'clear', 'cancel'),
    which: fc.nat(9),
  })
  const play = (moves: Move[], look: (alerts: Alert[], now: number) => void) => {
    const alerts: Alert[] = []
    let now = NOON
    for (const { at, drill, hazard, minutes, does, which } of moves) {
      now += at * MINUTE
      const alert = alerts[which % Math.max(1, alerts.length)]
      if (does === 'send') alerts.push(begin(drill, now, { hazard, minutes }))
      else if (alert && phaseOf(alert, now) === 'active')
        alerts[alerts.indexOf(alert)] = step(alert, now, { step: does, words, minutes })
      look(alerts, now)
      look(alerts, Math.min(now + 20 * MINUTE, nextAlertEdge(alerts, now)))
    }
  }

  it('one at most is shown, none that has expired, and never a drill over what is real', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 25 }), (moves) => {
        play(moves, (alerts, now) => {
          const over = overEverything(alerts, now)
          const standing = alerts.filter((alert) => Date.parse(newest(alert).expiresAt) > now)
          expect(over === null).toBe(standing.length === 0)
          if (!over) return
          expect(Date.parse(faceOf(over).expiresAt)).toBeGreaterThan(now)
          const real = standing.filter(({ drill }) => !drill)
          if (real.length > 0) expect(over.drill).toBe(false)
          const danger = real.filter((alert) => phaseOf(alert, now) === 'active')
          if (danger.length > 0) {
            expect(phaseOf(over, now)).toBe('active')
            for (const other of danger)
              expect(contentOf(over).sentAt >= contentOf(other).sentAt, 'the newest').toBe(true)
          }
        })
      }),
    )
  })

  it('nothing changes between one edge and the next but by a step', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 15 }), fc.nat(100), (moves, share) => {
        play(moves, (alerts, now) => {
          const edge = Math.min(nextAlertEdge(alerts, now), now + 3_600_000)
          const between = now + Math.floor(((edge - 1 - now) * share) / 100)
          expect(overEverything(alerts, Math.max(now, between))?.id).toBe(overEverything(alerts, now)?.id)
        })
      }),
    )
  })

  it('a drill never comes out without its marks, and nothing real comes out with them', () => {
    const text = fc.constantFrom(
      '火灾',
      '【演练】火灾',
      '这是演练。快走。',
      '这是演练。',
      'DRILL: out',
      'Leave. This is a drill.',
    )
    const some = fc.record({ zh: text, en: text })
    const any = fc.record({ headline: some, instruction: some, where: fc.option(some) })
    fc.assert(
      fc.property(fc.array(move, { maxLength: 12 }), any, (moves, own) => {
        play(moves, (alerts) => {
          for (const alert of alerts) {
            const [first, ...rest] = alert.parts
            const face = faceOf({ ...alert, parts: [{ ...first!, ...(alert.drill && { words: own }) }, ...rest] })
            for (const lang of ['zh', 'en'] as const) {
              expect(face.headline[lang].startsWith(DRILL[lang])).toBe(alert.drill)
              expect(face.instruction[lang].startsWith(THIS_IS_A_DRILL[lang])).toBe(alert.drill)
              expect(face.instruction[lang].endsWith(THIS_IS_A_DRILL[lang])).toBe(alert.drill)
            }
          }
        })
        expect(marked(marked(own))).toEqual(marked(own))
        expect(unmarked(marked(own))).toEqual(unmarked(own))
      }),
    )
  })

  it('no step makes a drill real, or the other way round', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.array(move, { maxLength: 20 }), (drill, moves) => {
        let alert = begin(drill, NOON)
        for (const { does } of moves)
          if (does !== 'send' && phaseOf(alert, NOON) === 'active') alert = step(alert, NOON, { step: does, words })
        expect(faceOf(alert).drill).toBe(drill)
      }),
    )
  })
})

describe('prepared words', () => {
  it.each(Hazard.options)('of %s fit, name a telephone or a place, and do not say drill', (hazard) => {
    const prepared = preparedWords(hazard, hall)
    expect(AlertWords.safeParse(prepared).error).toBeUndefined()
    expect(saysDrill(prepared)).toBe(false)
    expect(JSON.stringify(prepared)).toMatch(/021-0000 0100|示例路/)
  })

  it('are the hall’s own where it wrote some', () => {
    expect(preparedWords('fire', hall, words)).toBe(words)
  })

  it('tell a real message that says drill', () => {
    for (const said of ['消防演练', 'a DRILL', 'an exercise'])
      expect(saysDrill({ ...words, headline: { zh: said, en: said } })).toBe(true)
    expect(saysDrill({ ...words, headline: { zh: '积水', en: 'quadrille' } })).toBe(false)
  })
})
