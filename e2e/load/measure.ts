// One figure, measured: it ends in time, and leaves no process behind.
import type { Bench } from './bench-hall.ts'
import { endAll } from './children.ts'
import type { Figure, Row } from './figure.ts'

/** No figure takes longer, whatever hangs. Milliseconds. */
const LONGEST = 150_000

/** A figure that breaks is a row that is not met; the others are still measured. */
export async function measure(figure: Figure, bench: Bench): Promise<Row[]> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no end after ${LONGEST / 1000} s`)), LONGEST)
  })
  try {
    return await Promise.race([figure.run(bench), late])
  } catch (error) {
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
