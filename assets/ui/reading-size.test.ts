import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { capitalPixels, farthest, LABEL_EM, readingSizes, unitOf } from './reading-size.ts'

const tv = { width: 1920, height: 1080, diagonal: 55 }

describe('the size of type for a reading distance', () => {
  it('is that of EN 301 549 on 55 inches from six metres', () => {
    // 16:9 and 55 inches: 1,217.6 mm wide. Six metres ask for capitals of 73.2 mm.
    expect(capitalPixels(6, tv)).toBe(Math.round((6000 / 82) * (1920 / 1217.6)))
    expect(readingSizes(6, tv)).toEqual({ number: 157.5, far: 81, near: 27, distance: 6 })
    expect(readingSizes(3, tv)).toEqual({ number: 79, far: 40.5, near: 24, distance: 3 })
    expect(readingSizes(8, tv)).toEqual({ number: 210, far: 108, near: 36, distance: 8 })
  })

  it('is the same length on the glass in 4K, and upright', () => {
    expect(readingSizes(6, { ...tv, width: 3840, height: 2160 })).toEqual(readingSizes(6, tv))
    const upright = readingSizes(6, { ...tv, width: 1080, height: 1920 })
    expect(upright).toEqual(readingSizes(6, tv))
  })

  const glass = fc.record({
    width: fc.integer({ min: 320, max: 7680 }),
    height: fc.integer({ min: 320, max: 7680 }),
    diagonal: fc.integer({ min: 50, max: 2000 }).map((tenths) => tenths / 10),
  })
  const metres = fc.integer({ min: 5, max: 200 }).map((tenths) => tenths / 10)

  it('is never less than what its distance demands', () => {
    fc.assert(
      fc.property(glass, metres, (one, distance) => {
        const { number, far, near, distance: reached } = readingSizes(distance, one)
        const millimetres = (size: number) =>
          size * unitOf(one) * ((one.diagonal * 25.4) / Math.hypot(one.width, one.height))
        expect(reached).toBeLessThanOrEqual(distance)
        expect(millimetres(number) * 0.733).toBeGreaterThanOrEqual((reached * 1000) / 82 - 1e-6)
        expect(millimetres(far)).toBeGreaterThanOrEqual(((reached * 1000) / 82) * 0.7 - 1e-6)
        expect(millimetres(near)).toBeGreaterThanOrEqual(((reached * 1000) / 3 / 82) * 0.7 - 1e-6)
        expect(Math.min(number, far, near)).toBeGreaterThanOrEqual(24)
      }),
    )
  })

  it('leaves a number room on the glass, and admits from where it can be read', () => {
    fc.assert(
      fc.property(glass, metres, (one, distance) => {
        fc.pre(farthest(one) > 0.3)
        const { number, distance: reached } = readingSizes(distance, one)
        expect(number * LABEL_EM * unitOf(one)).toBeLessThanOrEqual(one.width)
        expect(reached < distance).toBe(farthest(one) < distance)
      }),
    )
  })
})
