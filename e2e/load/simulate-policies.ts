// What a head start does for those who have one and costs the others, for a manager who sets it. The windows' time is given out once: the more
// visitors claim a head start, the more it costs everybody else, whatever its length.
import { CLAIMS, HEAD_START, tryPolicy } from './simulate-hall.ts'
import { fairness } from './simulate-measure.ts'

const MINUTES = [15, 20, HEAD_START]
const SHARES = [CLAIMS, 10, 20]

/** Two ratios for each policy: as `Row.goal` of the table says them. */
export function policies(seed: number, days: number): string {
  const lines = SHARES.flatMap((claims) =>
    MINUTES.map((minutes) => {
      tryPolicy({ minutes, claims })
      const [, normal, entitled] = fairness({ seed, days })
      const ratio = (row: typeof normal) => `${(row!.value / row!.fcfs!).toFixed(3)}${row!.met ? '' : ' (not met)'}`
      return `${String(minutes).padStart(10)} min  ${String(claims).padStart(9)} %  ${ratio(normal).padEnd(17)}  ${ratio(entitled)}`
    }),
  )
  return ['head start of  claimed by  normal, mean       entitled, p95 on busy days', ...lines].join('\n')
}
