// The months of the lunar calendar from the sky: new moons and the sun's longitude in China's time, by the rules of GB/T 33661-2017.
// Jean Meeus, Astronomical Algorithms, chapters 25 and 49. Intl is not asked: it puts new moons a few minutes before midnight on the day
// after, and with them the Spring Festival of 2027. Long because of the terms of the moon. Pure.
import type { HallDate } from '#contract/text.ts'

const DAY = 86_400_000
const sin = (degrees: number) => Math.sin((degrees * Math.PI) / 180)
/** Epoch milliseconds of a Julian day of the dynamical time, less what the earth lags behind it. */
const instant = (julian: number) => (julian - 2_440_587.5) * DAY - 70_000

/** Terms of the new moon: days, power of E, and multiples of M, M′, F. */
const moon: readonly [number, number, number, number, number][] = [
  [-0.4072, 0, 0, 1, 0],
  [0.17241, 1, 1, 0, 0],
  [0.01608, 0, 0, 2, 0],
  [0.01039, 0, 0, 0, 2],
  [0.00739, 1, -1, 1, 0],
  [-0.00514, 1, 1, 1, 0],
  [0.00208, 2, 2, 0, 0],
  [-0.00111, 0, 0, 1, -2],
  [-0.00057, 0, 0, 1, 2],
  [0.00056, 1, 1, 2, 0],
  [-0.00042, 0, 0, 3, 0],
  [0.00042, 1, 1, 0, 2],
  [0.00038, 1, 1, 0, -2],
  [-0.00024, 1, -1, 2, 0],
  [-0.00007, 0, 2, 1, 0],
  [0.00004, 0, 0, 2, -2],
  [0.00004, 0, 3, 0, 0],
  [0.00003, 0, 1, 1, -2],
  [0.00003, 0, 0, 2, 2],
  [-0.00003, 0, 1, 1, 2],
  [0.00003, 0, -1, 1, 2],
  [-0.00002, 0, -1, 1, -2],
  [-0.00002, 0, 1, 3, 0],
  [0.00002, 0, 0, 4, 0],
]
/** The planets' part: degrees, degrees a month, days. */
const planets: readonly [number, number, number][] = [
  [299.77, 0.107408, 0.000325],
  [251.88, 0.016321, 0.000165],
  [251.83, 26.651886, 0.000164],
  [349.42, 36.412478, 0.000126],
  [84.66, 18.206239, 0.00011],
  [141.74, 53.303771, 0.000062],
  [207.14, 2.453732, 0.00006],
  [154.84, 7.30686, 0.000056],
  [34.52, 27.261239, 0.000047],
  [207.19, 0.121824, 0.000042],
  [291.34, 1.844379, 0.00004],
  [161.72, 24.198154, 0.000037],
  [239.56, 25.513099, 0.000035],
  [331.55, 3.592518, 0.000023],
]

/** Epoch milliseconds of the new moon that is `k` months after that of 6 January 2000. To a few seconds. */
export function newMoon(k: number): number {
  const t = k / 1236.85
  const e = 1 - 0.002516 * t - 0.0000074 * t * t
  const m = 2.5534 + 29.1053567 * k - 0.0000014 * t * t
  const m2 = 201.5643 + 385.81693528 * k + 0.0107582 * t * t
  const f = 160.7108 + 390.67050284 * k - 0.0016118 * t * t
  const node = 124.7746 - 1.56375588 * k + 0.0020672 * t * t
  let julian = 2_451_550.09766 + 29.530588861 * k + 0.00015437 * t * t - 0.00000015 * t ** 3 - 0.00017 * sin(node)
  for (const [days, power, a, b, c] of moon) julian += days * e ** power * sin(a * m + b * m2 + c * f)
  for (const [start, speed, days] of planets) julian += days * sin(start + speed * k)
  return instant(julian)
}

/** The sun's apparent longitude at an instant, degrees, to 0.01°. */
export function sunAt(now: number): number {
  const t = ((now + 70_000) / DAY + 2_440_587.5 - 2_451_545) / 36_525
  const mean = 357.52911 + 35_999.05029 * t - 0.0001537 * t * t
  const centre =
    (1.914602 - 0.004817 * t - 0.000014 * t * t) * sin(mean) +
    (0.019993 - 0.000101 * t) * sin(2 * mean) +
    0.000289 * sin(3 * mean)
  const longitude = 280.46646 + 36_000.76983 * t + 0.0003032 * t * t + centre
  const apparent = longitude - 0.00569 - 0.00478 * sin(125.04 - 1934.136 * t)
  return ((apparent % 360) + 360) % 360
}

const chinaDate = (at: number): HallDate => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)
const midnight = (date: HallDate) => Date.parse(`${date}T00:00:00+08:00`)

export interface LunarMonth {
  month: number
  /** The second of two months of the same number (闰). */
  leap: boolean
  first: HallDate
  days: number
}

/** The months of a lunar year, twelve or thirteen, in their order. Right to the day where no new moon is within a minute of midnight. */
export function monthsOfYear(year: number): LunarMonth[] {
  const months = [...solsticeYear(year), ...solsticeYear(year + 1)]
  const begin = months.findIndex(({ month, leap }) => month === 1 && !leap)
  const end = months.findIndex(({ month, leap }, index) => index > begin && month === 1 && !leap)
  const days = (index: number) => (Date.parse(months[index + 1]!.first) - Date.parse(months[index]!.first)) / DAY
  return months.slice(begin, end).map((month, index) => ({ ...month, days: days(begin + index) }))
}

/** From the month with the winter solstice before `year` to the one before the next such month: 12 or 13 of them. */
function solsticeYear(year: number) {
  const moons: HallDate[] = []
  const first = Math.floor((year - 2000) * 12.3685) - 3
  for (let k = first; k < first + 20; k += 1) moons.push(chinaDate(newMoon(k)))
  const holding = (date: HallDate) => moons.findLastIndex((moon) => moon <= date)
  const from = holding(solstice(year - 1))
  const months = moons.slice(from, holding(solstice(year)) + 1)
  // Of 13 months the first without a principal term is the leap month.
  const term = (date: HallDate) => Math.floor(sunAt(midnight(date)) / 30)
  const leapAt =
    months.length - 1 === 13 ? months.findIndex((moon, index) => term(moon) === term(months[index + 1] ?? moon)) : -1
  return months.slice(0, -1).map((moon, index) => {
    const leap = index === leapAt
    const before = leapAt >= 0 && index >= leapAt ? 1 : 0
    return { month: ((index - before + 10) % 12) + 1, leap, first: moon }
  })
}

function solstice(year: number): HallDate {
  let date = `${year}-12-20`
  while (sunAt(midnight(date) + DAY) < 270) date = chinaDate(midnight(date) + DAY + 3_600_000)
  return date
}
