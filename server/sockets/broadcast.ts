// The only emitter. After a commit it rebuilds the views and pushes those that changed, each whole, to its audience; every five
// seconds it beats. Under load it merges: in the long run it spends no more than a fifth of its time on pushing. A call never waits.
// Long: what is sent before what, to whom is there and to whom joins, is read in one place.
import type { Audience } from '#contract/events.ts'
import type { ProofsView, TicketView } from '#contract/views.ts'
import { iso } from '#domain/service-day.ts'
import type { Ticket } from '#domain/ticket.ts'
import { readFollowed } from '#db/queries/follow.ts'
import { countAhead, findTicket } from '#db/queries/tickets.ts'
import { getHall } from '#db/queries/hall.ts'
import type { Authenticator } from '../authenticate.ts'
import type { Hub } from '../commands/run.ts'
import type { Log } from '../log.ts'
import { dutyFaces } from '../views/faces.ts'
import { ticketView } from '../views/ticket-view.ts'
import { audiencesOf, hallViews, isTicketRoom, laterViews, ticketRoom, viewsOf, type HallViewName } from './audience.ts'
import type { Builds } from './builds.ts'
import { HallCache, readHall } from './hall-cache.ts'
import { Ledger } from './ledger.ts'
import { Newcomers } from './newcomers.ts'
import { Proofs } from './proofs.ts'
import { Screens, type HallServer, type HallSocket } from './screens.ts'

export const BEAT_EVERY = 5000
/** Revoked devices and ended sessions are looked for this often. */
const SWEEP_EVERY = 1000
/** How long newcomers wait for company, before what changes with the queue and before what seldom changes. */
const FIRST = { moment: 5, longest: 20 }
const LATER = { moment: 150, longest: 1500 }
/** The part of its time that pushing may take. What a quiet moment leaves of it is saved, so much at most: milliseconds. */
const SHARE = 0.2
const SAVED = 12
/** However long a push took, the next is not kept for longer than this. Milliseconds. */
const LONGEST_PAUSE = 60

export class Broadcast {
  readonly cache = new HallCache()
  readonly proofs: Proofs
  readonly ledger: Ledger
  /** Who waits for the first views, and for the later ones. */
  readonly #first: Newcomers
  readonly #later: Newcomers
  readonly #screens: Screens
  readonly #builds: Builds
  readonly #io: HallServer
  readonly #hub: Hub
  readonly #authenticator: Authenticator
  readonly #log: Log
  #wanted = false
  /** Milliseconds of pushing that are left, as of `#counted`. */
  #left = SAVED
  #counted = 0
  /** Who waits until the walls were sent what is new. */
  #showing: (() => void)[] = []
  #working: Promise<void> | null = null
  #pushing: Promise<void> = Promise.resolve()
  #tickets = new Map<string, TicketView>()
  #screensJson = ''
  #timers: ReturnType<typeof setInterval>[] = []
  /** Called after each build: time alone may change the next one. */
  onBuilt: () => void = () => {}

  /** `builds`: what the pages of the screens are made of now. */
  constructor({
    io,
    hub,
    authenticator,
    log,
    builds = {},
  }: {
    io: HallServer
    hub: Hub
    authenticator: Authenticator
    log: Log
    builds?: Builds
  }) {
    const emit = (view: ProofsView) => void io.local.to('desk').emit('view', 'proofs', view)
    this.proofs = new Proofs({ io, hub, cache: this.cache, log, emit })
    this.ledger = new Ledger(hub, (view) => void io.local.to('display').emit('view', 'ledger', view))
    this.#first = new Newcomers(FIRST, (kind, sockets) => this.#sendViews(kind, sockets, { later: false }))
    this.#later = new Newcomers(LATER, (kind, sockets) => {
      this.#sendViews(kind, sockets, { later: true })
      if (viewsOf[kind].includes('ledger')) void this.#sendLedger(sockets)
    })
    this.#screens = new Screens(builds)
    this.#builds = builds
    this.#io = io
    this.#hub = hub
    this.#authenticator = authenticator
    this.#log = log
  }

  async start(): Promise<void> {
    this.#wanted = true
    await this.settle()
    // The first who come, and after a restart all come at once, find everything built.
    for (const name of hallViews) this.cache.refresh(name)
    const guard = (work: () => Promise<void>) => () =>
      void work().catch((err: unknown) => this.#log.error({ err }, 'broadcast'))
    this.#timers = [
      setInterval(
        guard(() => this.beat()),
        BEAT_EVERY,
      ),
      setInterval(
        guard(() => this.#sweep()),
        SWEEP_EVERY,
      ),
    ]
  }

  async stop(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer)
    this.#first.stop()
    this.#later.stop()
    await this.#working
    await this.proofs.stop()
  }

  /** Something changed. Returns at once; the push comes after the reply has left. */
  publish(): void {
    this.#wanted = true
    // Views that nobody looks at are built when somebody comes.
    if (this.#io.sockets.sockets.size === 0) return
    this.#working ??= this.#work().finally(() => (this.#working = null))
  }

  /** Push now: a call goes to the walls before anything else. Resolves once they were sent it, or could not be. */
  async show(): Promise<void> {
    this.#wanted = true
    if (this.#io.sockets.sockets.size === 0) return
    await new Promise<void>((shown) => {
      this.#showing.push(shown)
      void this.settle()
        .catch((err: unknown) => this.#log.error({ err }, 'a call could not be pushed'))
        .then(shown)
    })
  }

  async #work(): Promise<void> {
    await new Promise((next) => setImmediate(next))
    while (this.#wanted) {
      const pause = Math.min(LONGEST_PAUSE, -this.#budget(0) / SHARE)
      if (pause > 0) await new Promise((next) => setTimeout(next, pause))
      try {
        await this.settle()
      } catch (err) {
        this.#log.error({ err }, 'a push broke')
      }
      // What came in meanwhile is heard first.
      await new Promise((next) => setImmediate(next))
    }
  }

  /** What is left for pushing, in milliseconds, once `spent` is taken from it. */
  #budget(spent: number): number {
    const now = performance.now()
    this.#left = Math.min(SAVED, this.#left + (now - this.#counted) * SHARE) - spent
    this.#counted = now
    return this.#left
  }

  /** Resolves when every commit so far is in the views: a program that reads after it wrote sees what it wrote. */
  async settle(): Promise<void> {
    // One push after another: an older one must not overtake a newer one.
    const before = this.#pushing
    const mine = (async () => {
      await before
      if (!this.#wanted) return
      this.#wanted = false
      const began = performance.now()
      await this.#push().finally(() => this.#budget(performance.now() - began))
    })()
    this.#pushing = mine.catch(() => {})
    return mine
  }

  async #push(): Promise<void> {
    const now = this.#hub.clock.now()
    // An emergency, then the wall: a call is seen before the desk's own part is even read.
    await readHall(this.#hub, now, async (early) => {
      this.cache.take(early, now)
      this.#emit('alert')
      this.#emit('board')
      if (this.#showing.length === 0) return
      for (const shown of this.#showing.splice(0)) shown()
      // Their answers leave now, before the rest.
      await new Promise((next) => setImmediate(next))
    })
    for (const name of hallViews) this.#emit(name)
    this.proofs.soon()
    await this.#pushTickets()
    this.onBuilt()
  }

  #emit(name: HallViewName): void {
    const { rooms } = this.#io.sockets.adapter
    const audiences = audiencesOf(name).filter((kind) => rooms.has(kind))
    if (audiences.length === 0 || !this.cache.refresh(name)) return
    const view = this.cache.get(name)
    if (view) this.#io.local.to(audiences).emit('view', name, view)
  }

  async #pushTickets(): Promise<void> {
    const followed = [...this.#io.sockets.adapter.rooms.keys()].filter(isTicketRoom)
    for (const room of followed) {
      const id = room.slice(ticketRoom('').length)
      const before = this.#tickets.get(id)
      const view = await this.ticket(id)
      if (view && view !== before) this.#io.local.to(room).emit('view', 'ticket', view)
    }
    // Nobody follows the others any more.
    for (const id of this.#tickets.keys()) if (!followed.includes(ticketRoom(id))) this.#tickets.delete(id)
  }

  /** The view of one ticket; the same object as before where its content is the same. Null: no such ticket. */
  async ticket(id: string): Promise<TicketView | null> {
    const { facts } = this.cache
    const ticket = facts && (await findTicket(this.#hub.store.db, this.#hub.hall, id))
    if (!facts || !ticket) return null
    const now = this.#hub.clock.now()
    const body = ticketView(facts.book, ticket, {
      now,
      ...(await readFollowed(this.#hub.store.db, this.#hub.hall, ticket)),
      hours: this.#hub.shelf.hours(facts.book, now),
      duty: dutyFaces(facts, now),
      ahead: await this.#ahead(ticket),
      call: facts.calls.find((one) => one.ticket.id === id)?.id ?? null,
    })
    const { rev, at, epoch, ...shown } = this.#tickets.get(id) ?? ({} as Partial<TicketView>)
    if (epoch === facts.epoch && JSON.stringify(shown) === JSON.stringify(body)) return this.#tickets.get(id) ?? null
    const view = { epoch: facts.epoch, rev: facts.rev, at: iso(now), ...body }
    this.#tickets.set(id, view)
    return view
  }

  async #ahead(ticket: Ticket): Promise<number | null> {
    return ticket.state === 'waiting' ? countAhead(this.#hub.store.db, this.#hub.hall, ticket) : null
  }

  async screens() {
    const revoked = await this.#authenticator.revoked()
    return this.#screens.view(this.#io, this.cache, { revoked, now: this.#hub.clock.now() })
  }

  /** See to it that a socket is sent everything that it is given: what is its own at once, what changes with the queue next, then the rest. */
  async greet(socket: HallSocket): Promise<void> {
    await this.settle()
    const { kind, ticket } = socket.data
    if (kind === 'phone') {
      const view = ticket && (await this.ticket(ticket))
      if (view) socket.emit('view', 'ticket', { ...view, at: iso(this.#hub.clock.now()) })
    }
    this.#first.add(kind, socket.id)
    if (kind === 'desk') {
      socket.emit('view', 'screens', await this.screens())
      socket.emit('view', 'proofs', await this.proofs.view())
    }
    if (viewsOf[kind].some((name) => laterViews.has(name))) this.#later.add(kind, socket.id)
  }

  #sendViews(kind: Audience, sockets: string[], { later }: { later: boolean }): void {
    // Built a while ago, true until now: the stamp says when it was sent, since screens set their clocks by it.
    const at = iso(this.#hub.clock.now())
    for (const name of hallViews) {
      if (laterViews.has(name) !== later || !viewsOf[kind].includes(name)) continue
      const view = this.cache.get(name)
      if (view) this.#io.local.to(sockets).emit('view', name, { ...view, at })
    }
  }

  async #sendLedger(sockets: string[]): Promise<void> {
    try {
      this.#io.local.to(sockets).emit('view', 'ledger', await this.ledger.view())
    } catch (err) {
      this.#log.error({ err }, 'newcomers were not told of the day')
    }
  }

  /** The hub is alive, and this is the newest of each view. */
  async beat(): Promise<void> {
    const { facts } = this.cache
    const state = await getHall(this.#hub.store.db, this.#hub.hall)
    // Another process (an administrator's command, another hub) changed the hall.
    if (facts && (state.rev !== facts.rev || state.epoch !== facts.epoch)) this.publish()
    const beat = { epoch: facts?.epoch ?? state.epoch, at: iso(this.#hub.clock.now()) }
    for (const kind of ['display', 'kiosk', 'desk', 'guest'] as const) {
      const build = this.#builds[kind]
      const revs = this.cache.revs(viewsOf[kind])
      this.#io.local.to(kind).emit('beat', { ...beat, revs, ...(build !== undefined && { build }) })
    }
    for (const [id, { rev }] of this.#tickets)
      this.#io.local.to(ticketRoom(id)).emit('beat', { ...beat, revs: { ...this.cache.revs(['alert']), ticket: rev } })
  }

  async #sweep(): Promise<void> {
    const revoked = await this.#authenticator.revoked()
    for (const socket of this.#io.sockets.sockets.values()) {
      const { device, session, token } = socket.data
      if (device !== null && revoked.has(device)) dismiss(socket, 'device_revoked')
      else if (session !== null && !(await this.#authenticator.actor(token, { touch: false })))
        dismiss(socket, 'session_ended')
    }
    if (this.#io.sockets.adapter.rooms.has('display')) await this.ledger.look()
    if (!this.#io.sockets.adapter.rooms.has('desk')) return
    await this.proofs.show()
    const view = await this.screens()
    const json = JSON.stringify(view.screens)
    if (json === this.#screensJson) return
    this.#screensJson = json
    this.#io.local.to('desk').emit('view', 'screens', view)
  }
}

function dismiss(socket: HallSocket, why: 'device_revoked' | 'session_ended'): void {
  socket.emit('dismissed', why)
  socket.disconnect(true)
}
