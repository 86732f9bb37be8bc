// What the hall learns: from the standard time to its own, in any order, and with a promise that corrects itself.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bandOf, judge, nothingJudged, recalibrate, uncalibrated } from './estimate-calibrate.ts'
import {
  aged,
  beliefOf,
  HALF_LIFE,
  learn,
  leaveRate,
  missedIncrements,
  missProbability,
  paceOf,
  pauseBelief,
  pauseRate,
  seatIncrements,
  servedIncrements,
  visitsLearned,
  waitedIncrements,
  type Increment,
  type Learned,
} from './estimate-learn.ts'
import { newModel, nextMorning } from './estimate-model.ts'
import { normalAt, normalBelow, uniform } from './estimate-random.ts'

const minutes = fc.double({ min: 0.2, max: 120, noNaN: true })
const mean = (learned: Learned, matter: string, standard: number) => {
  const { mean, variance } = beliefOf(learned, paceOf(learned), { matter, standard })
  return Math.exp(mean + variance / 2)
}
const served = (matter: string, lasted: number, times: number, standard = 10): Increment[] =>
  Array.from({ length: times }, () => servedIncrements(matter, { minutes: lasted, standard })).flat()

describe('service times', () => {
  it('are the standard time while nothing is known, and the hall’s own when much is', () => {
    expect(mean(new Map(), 'roof', 10)).toBeCloseTo(10, 6)
    expect(mean(learn(new Map(), served('roof', 20, 3)), 'roof', 10)).toBeGreaterThan(11)
    expect(mean(learn(new Map(), served('roof', 20, 500)), 'roof', 10)).toBeCloseTo(20, 0)
  })

  it('of a matter that never came follow how the hall lives up to its other standard times', () => {
    const learned = learn(new Map(), served('roof', 20, 200))
    expect(mean(learned, 'dues', 5)).toBeGreaterThan(9)
    expect(mean(learned, 'dues', 5)).toBeLessThan(11)
  })

  it('lie between the standard and what was seen', () => {
    fc.assert(
      fc.property(minutes, fc.integer({ min: 1, max: 60 }), (lasted, times) => {
        const learned = learn(new Map(), served('roof', lasted, times))
        const belief = beliefOf(learned, paceOf(learned), { matter: 'roof', standard: 10 })
        const [low, high] = [Math.log(10) - 0.125, Math.log(lasted)].toSorted((a, b) => a - b) as [number, number]
        expect(belief.mean).toBeGreaterThanOrEqual(low - 1e-9)
        expect(belief.mean).toBeLessThanOrEqual(high + 1e-9)
        expect(belief.variance).toBeGreaterThan(0)
        expect(belief.doubt).toBeLessThan(belief.variance)
      }),
    )
  })

  it('do not depend on the order of learning, and undoing takes a visit away again', () => {
    fc.assert(
      fc.property(fc.array(minutes, { minLength: 1, maxLength: 20 }), minutes, (all, undone) => {
        const increments = all.flatMap((lasted) => servedIncrements('roof', { minutes: lasted, standard: 10 }))
        const wrong = servedIncrements('roof', { minutes: undone, standard: 10 })
        const back = wrong.map(({ key, ...sums }) => ({
          ...{ key, count: -sums.count, sum: -sums.sum, squares: -sums.squares },
        }))
        const one = learn(new Map(), increments)
        const other = learn(new Map(), [...wrong, ...increments.toReversed(), ...back])
        for (const [key, sums] of one)
          for (const name of ['count', 'sum', 'squares'] as const)
            expect(other.get(key)![name]).toBeCloseTo(sums[name], 6)
      }),
    )
  })

  it('take a window that forgot to press, or a slip of the finger, for what is possible', () => {
    expect(mean(learn(new Map(), served('roof', 100_000, 1)), 'roof', 10)).toBeLessThan(60)
    expect(mean(learn(new Map(), served('roof', 0, 1)), 'roof', 10)).toBeGreaterThan(1)
  })

  it('of half a year ago weigh half', () => {
    let learned: Learned = learn(new Map(), served('roof', 20, 100))
    for (let day = 0; day < HALF_LIFE; day += 1) learned = aged(learned)
    expect(visitsLearned(learned)).toBeCloseTo(50, 6)
  })
})

describe('what else is learned', () => {
  it('moves from what is taken for granted to what happens', () => {
    expect(missProbability(new Map())).toBeCloseTo(0.04)
    const missed = Array.from({ length: 300 }, () => missedIncrements(2)).flat()
    expect(missProbability(learn(new Map(), [...served('roof', 10, 700), ...missed]))).toBeCloseTo(0.3, 1)
    const seats = Array.from({ length: 100 }, () => seatIncrements(120, { minutes: 30, hour: 12 })).flat()
    const rests = Array.from({ length: 100 }, () => seatIncrements(120, { minutes: 8, hour: 10 })).flat()
    const learned = learn(new Map(), [...seats, ...rests, ...seatIncrements(60, null)])
    expect(pauseRate(learned)).toBeCloseTo(0.5, 1)
    expect(Math.exp(pauseBelief(learned, 12).mean)).toBeGreaterThan(27)
    expect(Math.exp(pauseBelief(learned, 10).mean)).toBeLessThan(9)
    expect(leaveRate(learn(new Map(), waitedIncrements({ minutes: 6000, left: false })))).toBeLessThan(0.01)
  })
})

describe('the next morning', () => {
  it('knows what the day added and how its bands did, and leaves yesterday’s model as it was', () => {
    const judged = new Map([[2, { tested: 100, below: 10, above: 40, over: 50 }]])
    const model = nextMorning(newModel, { today: served('roof', 20, 30), judged })
    expect(visitsLearned(model.learned)).toBe(30)
    expect(model.calibration[2]!.upper).toBeGreaterThan(1)
    expect(model.calibration[3]).toEqual(newModel.calibration[3])
    expect(visitsLearned(newModel.learned)).toBe(0)
    expect(visitsLearned(nextMorning(model, { today: [], judged: new Map() }).learned)).toBeLessThan(30)
  })
})

describe('the promise of four in five', () => {
  it('widens where it was broken too often, narrows where it is too easy, and stays where it is kept', () => {
    const tested = { ...nothingJudged, tested: 100, over: 50 }
    const row = uncalibrated[0]!
    expect(recalibrate(row, { ...tested, below: 10, above: 10 })).toEqual(row)
    expect(recalibrate(row, { ...tested, below: 10, above: 30 }).upper).toBeGreaterThan(1)
    expect(recalibrate(row, { ...tested, below: 0, above: 10 }).lower).toBeLessThan(1)
    expect(recalibrate(row, { ...tested, below: 10, above: 10, over: 90 }).middle).toBeGreaterThan(1)
  })

  it('comes true in the end, whatever the draws say', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.4, max: 2, noNaN: true }), fc.nat(1000), (wrong, seed) => {
        let calibration = uncalibrated
        let kept = 0
        const days = 400
        for (let day = 0; day < days; day += 1) {
          let judged = nothingJudged
          for (let one = 0; one < 25; one += 1) {
            const wait = 30 + 10 * wrong * normalAt(uniform(seed, day * 25 + one))
            const band = bandOf({ low: 30 - 12.8, middle: 30, high: 30 + 12.8 }, calibration)
            judged = judge(judged, band, wait)
            if (day >= 200 && band.low <= wait && wait <= band.high) kept += 1
          }
          calibration = calibration.map((row, at) => (at === 4 ? recalibrate(row, judged) : row))
        }
        expect(kept / 5000).toBeGreaterThan(0.76)
        expect(kept / 5000).toBeLessThan(0.84)
      }),
      { numRuns: 15 },
    )
  })
})

describe('chance', () => {
  it('is even, and the two normal functions undo each other', () => {
    const all = Array.from({ length: 20_000 }, (_, of) => uniform(7, of))
    expect(all.reduce((sum, one) => sum + one, 0) / all.length).toBeCloseTo(0.5, 2)
    expect(all.every((one) => one >= 0 && one < 1)).toBe(true)
    for (const p of [0.001, 0.02, 0.1, 0.5, 0.77, 0.98, 0.9999]) expect(normalBelow(normalAt(p))).toBeCloseTo(p, 6)
  })
})
