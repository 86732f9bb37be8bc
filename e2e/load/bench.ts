// `npm run bench`: measures the hall's figures, each beside its baseline in the same run. Prints a table, writes data/bench.json.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Bench } from './bench-hall.ts'
import { endAll } from './children.ts'
import type { Figure, Row } from './figure.ts'
import { root } from './bench-hub.ts'
import { table } from './table.ts'
import { callReceived } from './figures/call-received.ts'
import { cards } from './figures/cards.ts'
import { emergency } from './figures/emergency.ts'
import { findSpeed } from './figures/find-speed.ts'
import { findTouches } from './figures/find-touches.ts'
import { firstLoad } from './figures/first-load.ts'
import { fourCalls } from './figures/four-calls.ts'
import { holidays } from './figures/holidays.ts'
import { hoursOracle } from './figures/hours-oracle.ts'
import { memory } from './figures/memory.ts'
import { post } from './figures/post.ts'
import { postWithDisplays } from './figures/post-with-displays.ts'
import { recurrence } from './figures/recurrence.ts'
import { restart } from './figures/restart.ts'
import { roster } from './figures/roster.ts'
import { takenDown } from './figures/taken-down.ts'
import { wallAtRest } from './figures/wall-at-rest.ts'
import { wallIdle } from './figures/wall-idle.ts'

/** Another area adds its figures here. */
const figures: Figure[] = [
  post,
  postWithDisplays,
  callReceived,
  restart,
  fourCalls,
  firstLoad,
  wallAtRest,
  memory,
  hoursOracle,
  holidays,
  recurrence,
  roster,
  emergency,
  takenDown,
  wallIdle,
  findTouches,
  findSpeed,
  cards,
]

const areas = [...new Set(figures.map(({ area }) => area))]

const help = () => `npm run bench [-- --quick] [-- --area AREA] [-- --only NAME]

Measures the built hub in a process of its own, each figure beside a baseline in the same run: figures of one run can be
compared, figures of two machines cannot. About eight minutes; nothing leaves this machine.

  --quick       at most a minute: fewer rounds, rougher figures
  --area AREA   the figures of one area, or of several with commas: ${areas.join(', ')}
  --only NAME   one figure, or several with commas; data/bench.json then holds these alone

${figures.map(({ name, area, about }) => `  ${name.padEnd(14)} ${area.padEnd(5)} ${about}`).join('\n')}`

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean' },
      area: { type: 'string' },
      only: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) return console.log(help())
  const only = values.only?.split(',')
  const unknown = only?.find((name) => !figures.some((figure) => figure.name === name))
  if (unknown !== undefined) throw new Error(`There is no figure "${unknown}".\n\n${help()}`)
  const wanted = values.area?.split(',')
  const nowhere = wanted?.find((area) => !areas.includes(area))
  if (nowhere !== undefined) throw new Error(`There is no area "${nowhere}".\n\n${help()}`)
  const chosen = figures.filter(({ name, area }) => (only?.includes(name) ?? true) && (wanted?.includes(area) ?? true))
  execFileSync(process.execPath, [join(root, 'server/start.mjs'), '--build-only'], { cwd: root, stdio: 'inherit' })

  const bench = new Bench(values.quick ?? false)
  const stop = () => void bench.close().finally(() => process.exit(130))
  process.once('SIGINT', stop).once('SIGTERM', stop)
  const rows: Row[] = []
  const began = Date.now()
  try {
    for (const figure of chosen) {
      const start = Date.now()
      process.stderr.write(`${figure.name.padEnd(20)} `)
      rows.push(...(await measure(figure, bench)))
      process.stderr.write(`${((Date.now() - start) / 1000).toFixed(0)} s\n`)
    }
  } finally {
    await bench.close()
  }
  const file = join(root, 'data/bench.json')
  mkdirSync(join(root, 'data'), { recursive: true })
  writeFileSync(file, `${JSON.stringify(rows, null, 2)}\n`)
  console.log(`\n${table(rows)}\n\n${((Date.now() - began) / 1000).toFixed(0)} s · ${file}`)
}

/** No figure takes longer, whatever hangs. Milliseconds. */
const LONGEST = 150_000

/** A figure that breaks is a row that is not met; the others are still measured. */
async function measure(figure: Figure, bench: Bench): Promise<Row[]> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no end after ${LONGEST / 1000} s`)), LONGEST)
  })
  try {
    return await Promise.race([figure.run(bench), late])
  } catch (error) {
    process.exitCode = 1
    process.stderr.write(`broke: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    const nothing = { value: null, unit: '', baseline: null, ratio: null }
    return [
      { area: figure.area, what: `${figure.name}: could not be measured`, ...nothing, goal: 'measured', met: false },
    ]
  } finally {
    clearTimeout(timer)
    // Whatever a figure left behind must not take part in the next one.
    await endAll()
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
