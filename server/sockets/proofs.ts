// The proofs of calls: from walls and phones into the database, in handfuls and off the way from a call to the board; and what the
// desk is shown of them.
import { z } from 'zod'
import { Id } from '#contract/text.ts'
import { CallDeed } from '#contract/words.ts'
import type { ProofsView } from '#contract/views.ts'
import { PHONE, showsCalls, type Listening } from '#domain/proof.ts'
import { iso } from '#domain/service-day.ts'
import { keepProofs, standingCalls, type KeptProof } from '#db/queries/proof.ts'
import type { Hub } from '../commands/run.ts'
import type { Log } from '../log.ts'
import { proofFaces } from '../views/proofs-view.ts'
import type { HallCache } from './hall-cache.ts'
import type { HallServer, SocketData } from './screens.ts'

const CallsDone = z
  .array(z.strictObject({ call: Id, deed: CallDeed }))
  .min(1)
  .max(16)

/** Proofs that come in within this time share a write, and changes of the desk's view a push. Milliseconds. */
const TOGETHER = 200
/** As many go into one write: a hundred walls must not hold up the next call. */
const HANDFUL = 100
/** More than these are not kept waiting: a screen repeats what was not heard. */
const MOST_WAITING = 5000

export class Proofs {
  readonly #io: HallServer
  readonly #hub: Hub
  readonly #cache: HallCache
  readonly #log: Log
  readonly #emit: (view: ProofsView) => void
  #waiting: { proof: KeptProof; heard: () => void }[] = []
  #writing: Promise<void> | undefined
  #showing: ReturnType<typeof setTimeout> | undefined
  #rev = 0
  #shown = ''

  /** `emit`: to the desks of this process. */
  constructor(parts: { io: HallServer; hub: Hub; cache: HallCache; log: Log; emit: (view: ProofsView) => void }) {
    this.#io = parts.io
    this.#hub = parts.hub
    this.#cache = parts.cache
    this.#log = parts.log
    this.#emit = parts.emit
  }

  /** What a screen says that it did. `heard` is called once it is kept, or where there is nothing to keep. */
  take({ kind, device, ticket, painted }: SocketData, done: unknown, heard: unknown): void {
    const parsed = CallsDone.safeParse(done)
    const { facts } = this.#cache
    const screen = kind === 'display' ? device : kind === 'phone' && ticket !== null ? PHONE : null
    if (!parsed.success || !facts || screen === null || this.#waiting.length > MOST_WAITING) return
    const answer = () => void (typeof heard === 'function' && (heard as () => void)())
    if (kind === 'display' && !showsCalls(facts.book.walls, screen, painted?.wall ?? null)) return answer()
    const at = iso(this.#hub.clock.now())
    for (const [index, { call, deed }] of parsed.data.entries()) {
      const [paintedAt, spokenAt] = deed === 'painted' ? [at, null] : [null, at]
      const last = index === parsed.data.length - 1
      this.#waiting.push({
        proof: { call, screen, ticket: kind === 'phone' ? ticket : null, paintedAt, spokenAt },
        heard: last ? answer : () => {},
      })
    }
    this.#writing ??= this.#write().finally(() => (this.#writing = undefined))
  }

  async #write(): Promise<void> {
    while (this.#waiting.length > 0) {
      await new Promise((next) => setTimeout(next, TOGETHER))
      const handful = this.#waiting.splice(0, HANDFUL)
      try {
        const { store, hall } = this.#hub
        await store.write((trx) =>
          keepProofs(
            trx,
            hall,
            handful.map(({ proof }) => proof),
          ),
        )
        for (const { heard } of handful) heard()
        this.soon()
      } catch (err) {
        // The screens were not answered and will say it again.
        this.#log.error({ err }, 'proofs were not kept')
      }
    }
  }

  /** A call or a proof may have changed what the desks are to see. */
  soon(): void {
    if (!this.#io.sockets.adapter.rooms.has('desk')) return
    this.#showing ??= setTimeout(() => {
      this.#showing = undefined
      void this.show().catch((err: unknown) => this.#log.error({ err }, 'proofs were not shown'))
    }, TOGETHER)
  }

  /** Push to the desks where it is another than before: time alone makes a call that nobody noticed an alarm. */
  async show(): Promise<void> {
    if (!this.#io.sockets.adapter.rooms.has('desk')) return
    const view = await this.view()
    const json = JSON.stringify(view.proofs)
    if (json === this.#shown) return
    this.#shown = json
    this.#emit(view)
  }

  async view(): Promise<ProofsView> {
    const { facts } = this.#cache
    const calls = facts ? await standingCalls(this.#hub.store.db, this.#hub.hall) : []
    const now = this.#hub.clock.now()
    const listening = calls.length > 0 ? await this.#listening() : []
    const proofs = facts ? proofFaces(facts.book, calls, { listening, now }) : []
    // Not bound to the hall's revision, so that a proof does not make every other view anew: it counts in milliseconds, and always up.
    this.#rev = Math.max(now, this.#rev + 1)
    return { epoch: facts?.epoch ?? '', rev: this.#rev, at: iso(now), proofs }
  }

  /** The walls that show calls and are connected, in all processes. */
  async #listening(): Promise<Listening[]> {
    const walls = this.#cache.facts?.book.walls
    if (!walls) return []
    const here = new Map<string, Listening>()
    for (const { data } of await this.#io.in('display').fetchSockets()) {
      const { device, since, painted } = data
      if (device === null || !showsCalls(walls, device, painted?.wall ?? null)) continue
      const before = here.get(device)
      if (!before || since < before.since) here.set(device, { device, since, sound: painted?.sound ?? null })
    }
    return [...here.values()]
  }

  /** Keep what came in until now. */
  async stop(): Promise<void> {
    clearTimeout(this.#showing)
    await this.#writing
  }
}
