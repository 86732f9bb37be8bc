// Figures that run beside others: a bench of its own in a process of its own.
import { Bench } from '../bench-hall.ts'
import type { DemoHall } from '../demo-hall.ts'
import type { Row } from '../figure.ts'
import { figures } from '../figures.ts'
import { measure } from '../measure.ts'
import { offer } from '../remote.ts'

let bench: Bench | undefined

const functions = {
  begin: ({ quick, template }: { quick: boolean; template: DemoHall | undefined }): void =>
    void (bench = new Bench(quick, template)),
  run: async (name: string): Promise<Row[]> => {
    const figure = figures.find((one) => one.name === name)
    if (!figure || !bench) throw new Error(`There is no figure "${name}", or no bench.`)
    return measure(figure, bench)
  },
  close: async (_: null): Promise<void> => bench?.close(),
}
export type FiguresAside = typeof functions
// Its own children and its folder end with it.
const stop = () => void Promise.resolve(bench?.close()).finally(() => process.exit(130))
process.once('SIGINT', stop).once('SIGTERM', stop)
offer(functions)
