// Medians and percentiles. Pure.

/** The value below which `share` (0 to 1) of the values lie; the nearest one that was measured. NaN of nothing. */
export function percentile(values: ArrayLike<number>, share: number): number {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN
}

/** The middle value; of an even number of values the mean of the two in the middle, so that two rounds weigh the same. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN
  return (lower + upper) / 2
}

/** Of interleaved rounds: the median of each side, and of the ratios within the rounds. */
export function overRounds(rounds: readonly { value: number; baseline: number }[]): {
  value: number
  baseline: number
  ratio: number
} {
  return {
    value: median(rounds.map(({ value }) => value)),
    baseline: median(rounds.map(({ baseline }) => baseline)),
    ratio: median(rounds.map(({ value, baseline }) => value / baseline)),
  }
}

/** The most that fell into one stretch of `width`. */
export function peak(times: readonly number[], width: number): number {
  const counts = new Map<number, number>()
  for (const time of times) counts.set(Math.floor(time / width), (counts.get(Math.floor(time / width)) ?? 0) + 1)
  return Math.max(0, ...counts.values())
}
