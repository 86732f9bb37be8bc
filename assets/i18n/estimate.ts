// When one is called, in words: a band of minutes and the clock times that follow from it, or an honest word. Never one figure.
import type { BandFace, EstimateFace, NoBand } from '#contract/estimates.ts'
import type { Text } from './language.svelte.ts'
import { clock } from './time.ts'

const t = (zh: string, en: string): Text => ({ zh, en })
const MINUTE = 60_000

/** 约 10–25 分钟 */
export function bandOf({ low, high }: Pick<BandFace, 'low' | 'high'>): Text {
  return low === 0
    ? t(`约 ${high} 分钟以内`, `within about ${high} min`)
    : t(`约 ${low}–${high} 分钟`, `about ${low} to ${high} min`)
}

const whys: Record<NoBand, Text> = {
  now: t('很快就到您', 'very soon'),
  no_window: t('现在没有窗口在办这一类，暂时说不准', 'no window serves this now: cannot say yet'),
  closing: t('暂时说不准', 'cannot say yet'),
  unsure: t('暂时说不准', 'cannot say yet'),
}

export const noBand = (why: NoBand | null): Text => whys[why ?? 'unsure']

/** As it stands under "how long". */
export const waitOf = ({ band, why }: EstimateFace): Text => (band ? bandOf(band) : noBand(why))

/** With its name in front, for a line of its own: 大约要等 10–25 分钟. */
export function waitLine(estimate: EstimateFace): Text {
  const { zh, en } = waitOf(estimate)
  return estimate.why === 'now' ? t(zh, en) : t(`要等多久：${zh}`, `Wait: ${en}`)
}

/** The clock times of a band, epoch milliseconds. */
export function timesOf({ low, high, at }: BandFace): { from: number; until: number } {
  const began = Date.parse(at)
  return { from: began + low * MINUTE, until: began + high * MINUTE }
}

/** 大约 14:46–15:01 叫到您: does not grow old while one looks at it. */
export function betweenTimes(band: BandFace, zone: string): Text {
  const { from, until } = timesOf(band)
  const [first, last] = [clock(from, zone), clock(until, zone)]
  return t(`大约 ${first}–${last} 叫到您`, `Your call: about ${first} to ${last}`)
}
