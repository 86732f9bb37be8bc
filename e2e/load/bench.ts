// `npm run bench`: measures the hall's figures, each beside its baseline in the same run. Prints a table, writes data/bench.json.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Bench } from './bench-hall.ts'
import type { Figure, Row } from './figure.ts'
import { figures } from './figures.ts'
import { measure } from './measure.ts'
import { root } from './bench-hub.ts'
import { Remote } from './remote.ts'
import { table } from './table.ts'
import type { FiguresAside } from './workers/figures.ts'

/** Figures that share the machine, at once. */
const ABREAST = 2

const areas = [...new Set(figures.map(({ area }) => area))]

const unhurried = figures.flatMap((one) => (one.unhurried ? [one.name] : [])).join(', ')

const help = () => `npm run bench [-- --quick] [-- --area AREA] [-- --only NAME]

Measures the built hub in a process of its own, each figure beside a baseline in the same run: figures of one run can be
compared, figures of two machines cannot. Those that measure time have the machine to themselves, one after another; those
that count or weigh follow, ${ABREAST} at a time. At most five minutes; nothing leaves this machine.

  --quick       at most a minute: fewer rounds, rougher figures; calls to 500 displays only;
                without ${unhurried}
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
  const leftOut = values.quick && !only ? figures.filter(({ unhurried }) => unhurried) : []
  const chosen = figures.filter(
    (one) => (only?.includes(one.name) ?? true) && (wanted?.includes(one.area) ?? true) && !leftOut.includes(one),
  )
  execFileSync(process.execPath, [join(root, 'server/start.mjs'), '--build-only'], { cwd: root, stdio: 'inherit' })

  const bench = new Bench(values.quick ?? false)
  const stop = () => void bench.close().finally(() => process.exit(130))
  process.once('SIGINT', stop).once('SIGTERM', stop)
  const began = Date.now()
  const found: Found = new Map()
  try {
    const shares = ({ shares }: Figure) => shares === 'always' || (bench.quick && shares === 'quick')
    for (const figure of chosen.filter((one) => !shares(one))) await noted(figure, found, () => measure(figure, bench))
    await measureAside(chosen.filter(shares), bench, found)
  } finally {
    await bench.close()
  }
  const rows = chosen.flatMap((figure) => found.get(figure) ?? [])
  const file = join(root, 'data/bench.json')
  mkdirSync(join(root, 'data'), { recursive: true })
  writeFileSync(file, `${JSON.stringify(rows, null, 2)}\n`)
  if (leftOut.length > 0) console.log(`\nLeft out of a quick run: ${leftOut.map(({ name }) => name).join(', ')}.`)
  console.log(`\n${table(rows)}\n\n${((Date.now() - began) / 1000).toFixed(0)} s · ${file}`)
}

type Found = Map<Figure, Row[]>

async function noted(figure: Figure, found: Found, run: () => Promise<Row[]>): Promise<void> {
  const start = Date.now()
  const rows = await run()
  found.set(figure, rows)
  if (rows.some(({ value }) => value === null)) process.exitCode = 1
  process.stderr.write(`${figure.name.padEnd(20)} ${((Date.now() - start) / 1000).toFixed(0)} s\n`)
}

async function measureAside(chosen: Figure[], bench: Bench, found: Found): Promise<void> {
  const waiting = [...chosen].sort((one, other) => (other.seconds ?? 0) - (one.seconds ?? 0))
  const work = async () => {
    const aside = new Remote<FiguresAside>('workers/figures.ts')
    await aside.ask('begin', { quick: bench.quick, template: await bench.template })
    for (let figure = waiting.shift(); figure; figure = waiting.shift()) {
      const { name } = figure
      await noted(figure, found, () => aside.ask('run', name))
    }
    await aside.ask('close', null)
    await aside.end('SIGTERM')
  }
  await Promise.all(Array.from({ length: Math.min(ABREAST, chosen.length) }, work))
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
