// `npm run simulate`: thousands of days of a hall by a simulated clock, once from a fixed seed and once from a random one. Prints what the queue
// reaches beside the rules that peers use; ends with 1 where a figure is not met.
import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { CLAIMS, HEAD_START, tryPolicy } from './simulate-hall.ts'
import { measure, type Extent } from './simulate-measure.ts'
import { policies } from './simulate-policies.ts'
import { table } from './simulate-table.ts'

const FIXED = 20261123
const DAYS = 10_000

const help = `npm run simulate [-- [--seed N] [--days N] [--head-start N] [--claims N]]
npm run simulate -- --policies [--seed N] [--days N]

Days of the demonstration hall: visitors by the hour, matters, service times, people who do not come or leave, breaks, classes and
appointments. The order, the life cycle, the estimate and the leases are the hub's own code. Nothing leaves this machine.

  --seed N         that seed alone; without it, ${FIXED} and then a random one
  --days N         days (${DAYS}); a third of them under the other rules too; bands on a sixth, and on 1000 at least
  --head-start N   minutes for the old, the disabled, the pregnant and service members (${HEAD_START})
  --claims N       how many of a hundred visitors claim it (${CLAIMS})
  --policies       instead: what other head starts and claims come to, beside first come, first served

Exit status: 0 where every figure is met, 1 where one is not, 2 where the call was wrong.`

function main(): void {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string' },
      days: { type: 'string' },
      'head-start': { type: 'string' },
      claims: { type: 'string' },
      policies: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) return console.log(help)
  const days = whole('--days', values.days ?? String(DAYS), { least: 100, most: 1_000_000 })
  const policy = {
    minutes: whole('--head-start', values['head-start'] ?? String(HEAD_START), { least: 1, most: 240 }),
    claims: whole('--claims', values.claims ?? String(CLAIMS), { least: 1, most: 90 }),
  }
  const seeds =
    values.seed === undefined
      ? [FIXED, randomInt(2 ** 31)]
      : [whole('--seed', values.seed, { least: 0, most: 2 ** 31 })]
  if (values.policies) return console.log(`seed ${seeds[0]}\n\n${policies(seeds[0]!, days)}`)
  tryPolicy(policy)
  for (const seed of seeds) {
    const began = Date.now()
    const rows = measure(extent(seed, days))
    if (rows.some(({ met }) => met === false)) process.exitCode = 1
    console.log(
      `seed ${seed}: ${policy.claims} of 100 visitors claim a head start of ${policy.minutes} min\n\n${table(rows)}\n`,
    )
    console.log(`${((Date.now() - began) / 1000).toFixed(0)} s\n`)
  }
}

function extent(seed: number, days: number): Extent {
  const bandDays = Math.max(1000, Math.round(days / 6))
  return { seed, days, bandDays, learning: 60, lookDays: 100, outages: 200 }
}

function whole(name: string, text: string, { least, most }: { least: number; most: number }): number {
  const number = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
  if (number >= least && number <= most) return number
  throw new RangeError(`${name}: a whole number from ${least} to ${most}, not "${text}"`)
}

try {
  main()
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${help}`)
  process.exitCode = 2
}
