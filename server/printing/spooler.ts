// Takes open jobs to their printers: one at a time each, in the order in which they were asked for, each once. What waited too long is
// not printed any more: an outage is not followed by a burst of numbers that nobody holds.
import type { Hub } from '../commands/run.ts'
import { noteBegun, noteExpired, noteState, noteTry, settleJobs } from '../commands/print-paper.ts'
import { listPrinters, openJobs, type Printer, type PrintJob } from '#db/queries/printing.ts'
import type { Log } from '../log.ts'
import type { Paper } from './paper.ts'
import { askState, print } from './printers.ts'

/** A printer at rest is asked this often how it is. Milliseconds. */
const LOOK_EVERY = 20_000

export class Spooler {
  readonly #hub: Hub
  readonly #log: Log
  /** Printers at work: their loop. */
  readonly #working = new Map<string, Promise<void>>()
  /** When a job may be tried again, epoch milliseconds. */
  readonly #notBefore = new Map<string, number>()
  #timer: ReturnType<typeof setInterval> | undefined
  #again: ReturnType<typeof setTimeout> | undefined
  #stopped = false

  constructor(hub: Hub, log: Log) {
    this.#hub = hub
    this.#log = log
  }

  async start(): Promise<void> {
    await settleJobs(this.#hub)
    this.#timer = setInterval(() => void this.look(), LOOK_EVERY)
    this.#timer.unref()
    this.wake()
  }

  /** Ends what is being printed, and begins nothing more. */
  async stop(): Promise<void> {
    this.#stopped = true
    clearInterval(this.#timer)
    clearTimeout(this.#again)
    await Promise.all(this.#working.values())
  }

  /** A job was asked for. Returns at once. */
  wake(): void {
    void this.#share().catch((err: unknown) => this.#log.error({ err }, 'spooler'))
  }

  /** Ask every printer at rest how it is. */
  async look(): Promise<void> {
    if (this.#stopped) return
    const printers = await listPrinters(this.#hub.store.db, this.#hub.hall)
    const atRest = printers.filter(({ id }) => !this.#working.has(id))
    await Promise.all(
      atRest.map((printer) =>
        this.#occupy(printer.id, async () => noteState(this.#hub, printer, await askState(printer))),
      ),
    )
    this.wake()
  }

  async #share(): Promise<void> {
    if (this.#stopped) return
    const { store, hall } = this.#hub
    const [jobs, printers] = [await openJobs(store.db, hall), await listPrinters(store.db, hall)]
    for (const printer of printers) {
      if (!this.#working.has(printer.id) && jobs.some((job) => job.printer === printer.id))
        void this.#occupy(printer.id, () => this.#work(printer))
    }
  }

  #occupy(id: string, work: () => Promise<void>): Promise<void> {
    const loop = work()
      .catch((err: unknown) => this.#log.error({ err }, 'printer'))
      .finally(() => this.#working.delete(id))
    this.#working.set(id, loop)
    return loop
  }

  /** Everything that waits for one printer. */
  async #work(printer: Printer): Promise<void> {
    for (;;) {
      const waiting = (await openJobs(this.#hub.store.db, this.#hub.hall)).filter((job) => job.printer === printer.id)
      const now = this.#hub.clock.now()
      for (const job of waiting) if (Date.parse(job.expiresAt) <= now) await this.#expire(job)
      // In their order: one that has to wait holds up those behind it, which would find the same printer.
      const job = waiting.find(({ expiresAt }) => Date.parse(expiresAt) > now)
      if (!job || this.#stopped) return
      const wait = (this.#notBefore.get(job.id) ?? 0) - Date.now()
      if (wait > 0) return this.#later(wait)
      await this.#try(printer, job)
    }
  }

  async #try(printer: Printer, job: PrintJob): Promise<void> {
    await noteBegun(this.#hub, job)
    const result = await print(printer, job.paper as Paper)
    await noteState(this.#hub, printer, result.state)
    const { again } = await noteTry(this.#hub, job, result)
    if (again === null) this.#notBefore.delete(job.id)
    else this.#notBefore.set(job.id, Date.now() + again)
  }

  async #expire(job: PrintJob): Promise<void> {
    this.#notBefore.delete(job.id)
    await noteExpired(this.#hub, job)
  }

  #later(wait: number): void {
    clearTimeout(this.#again)
    this.#again = setTimeout(() => this.wake(), wait)
    this.#again.unref()
  }
}
