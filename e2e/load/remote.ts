// A worker process that is asked by name and answers: load runs beside the server under test, not inside of it or of the bench.
import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { end, track } from './children.ts'

/** What a worker offers: functions of one argument. */
export type Offer = Record<string, (argument: never) => unknown>

interface Ask {
  id: number
  name: string
  argument: unknown
}
interface Asked {
  resolve: (value: unknown) => void
  reject: (error: Error) => void
}
interface Told {
  id: number
  value?: unknown
  error?: string
}

export class Remote<O extends Offer> {
  readonly #child: ChildProcess
  readonly #open = new Map<number, Asked>()
  #id = 0

  /** `file`: relative to this folder. */
  constructor(file: string) {
    this.#child = track(fork(fileURLToPath(new URL(file, import.meta.url)), { serialization: 'advanced' }))
    this.#child.on('message', (told: Told) => {
      const asked = this.#open.get(told.id)
      this.#open.delete(told.id)
      if (told.error === undefined) asked?.resolve(told.value)
      else asked?.reject(new Error(`${file}: ${told.error}`))
    })
    this.#child.once('exit', (code, signal) => {
      for (const asked of this.#open.values()) asked.reject(new Error(`${file} ended (${signal ?? code})`))
      this.#open.clear()
    })
  }

  ask<N extends keyof O & string>(name: N, argument: Parameters<O[N]>[0]): Promise<Awaited<ReturnType<O[N]>>> {
    const id = (this.#id += 1)
    const told = new Promise<unknown>((resolve, reject) => this.#open.set(id, { resolve, reject }))
    this.#child.send({ id, name, argument } satisfies Ask)
    return told as Promise<Awaited<ReturnType<O[N]>>>
  }

  end(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    return end(this.#child, signal)
  }
}

/** The worker's side. It ends when the bench is gone. */
export function offer<O extends Offer>(functions: O): void {
  process.on('disconnect', () => process.exit(0))
  process.on('message', ({ id, name, argument }: Ask) => {
    void Promise.resolve(argument)
      .then((given) => functions[name]?.(given as never))
      .then(
        (value) => process.send?.({ id, value } satisfies Told),
        (error: unknown) =>
          process.send?.({
            id,
            error: error instanceof Error ? (error.stack ?? error.message) : String(error),
          } satisfies Told),
      )
  })
}
