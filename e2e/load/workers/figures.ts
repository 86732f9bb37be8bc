// Figures that run beside others: a bench of its own in a process of its own.
import { Bench } from '../bench-hall.ts'
import type { Row } from '../figure.ts'
import { figures } from '../figures.ts'
import { measure } from '../measure.ts'
import { offer } from '../remote.ts'

let bench: Bench | undefined

const functions = {
  run: async ({ name, quick }: { name: string; quick: boolean }): Promise<Row[]> => {
    const figure = figures.find((one) => one.name === name)
    if (!figure) throw new Error(`There is no figure "${name}".`)
    return measure(figure, (bench ??= new Bench(quick)))
  },
  close: async (_: null): Promise<void> => bench?.close(),
}
export type FiguresAside = typeof functions
// Its own children end with it.
process.once('SIGTERM', () => process.exit(143))
offer(functions)
