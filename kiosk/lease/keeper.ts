// A number even when the hub is gone: keeps this kiosk's blocks filled while the hub answers, issues from them while it does not, and hands
// the slips in when it is back. Loaded once the first picture stands.
import { alone } from '#assets/hub/alone.ts'
import { Intent, newKey, type Answer } from '#assets/hub/intent.ts'
import type { Failure } from '#assets/i18n/errors.ts'
import { date } from '#assets/i18n/time.ts'
import type { AskLeases, LeaseBook, ReturnSlips, SlipsReply } from '#contract/leases.ts'
import type { ViewOf } from '#contract/views.ts'
import { hubTime, type ClockMark } from '#domain/lease.ts'
import type { Order } from '../flow.ts'
import { codeOf } from './code.ts'
import { heldBy, issue, needsMore, printed, taken, without } from './numbers.ts'
import { BrowserShelf, type Kept, type Shelf } from './shelf.ts'
import type { SlipWhy, TakenAlone } from './slip.ts'

/** What the keeper sees of the hub's connection. */
export interface HubSight {
  readonly received: Partial<ViewOf>
  readonly connected: boolean
  /** Milliseconds since the hub was last heard. */
  readonly silence: number
  /** The hub's clock less the device's. */
  readonly offset: number
  readonly dismissed: unknown
}

export interface KeeperPorts {
  shelf: Shelf
  lease: (body: AskLeases) => Promise<Answer<LeaseBook>>
  hand: (body: ReturnSlips) => Promise<Answer<SlipsReply>>
  /** The picture of a QR code; rejects where it cannot be read back. */
  qr: (link: string) => Promise<string>
  /** The device's two clocks: one that somebody may set, and one that only runs forward. Milliseconds. */
  wall: () => number
  monotonic: () => number
}

export const browserPorts = (): KeeperPorts => ({
  shelf: new BrowserShelf(),
  lease: (body) => new Intent<LeaseBook>('/api/leases', body).send([1000]),
  hand: (body) => new Intent<SlipsReply>('/api/slips', body).send([1000]),
  // Not loaded when it is needed: the hub is away then.
  qr: codeOf,
  wall: () => Date.now(),
  monotonic: () => performance.now(),
})

/** Heard within this long, the hub's clock is known well enough to be noted. Milliseconds. */
const JUST_NOW = 2000
const MARK_EVERY = 60_000
/** The hub is asked anew at least this often: another printer, another day. */
const ASK_EVERY = 10 * 60_000
const AGAIN_AFTER = 5000
/** A slip whose paper is still on its way is handed in when this has passed. */
const PAPER_TAKES = 20_000
const MOST = 100

export class LeaseKeeper {
  /** Told of each slip that the hub has taken: the label that is called, or null where none is. */
  onreturned: (slip: string, label: string | null) => void = () => {}

  readonly #hub: HubSight
  readonly #ports: KeeperPorts
  readonly #run = newKey()
  #mark: ClockMark | null = null
  #marked = Number.NEGATIVE_INFINITY
  #asked = { at: Number.NEGATIVE_INFINITY, date: '' }
  #handed = Number.NEGATIVE_INFINITY
  #busy = false

  constructor(hub: HubSight, ports = browserPorts()) {
    this.#hub = hub
    this.#ports = ports
  }

  /** Once a second. */
  async tick(): Promise<void> {
    if (this.#busy || !this.#hub.connected || this.#hub.dismissed || this.#hub.silence > JUST_NOW) return
    this.#note()
    this.#busy = true
    // A storage that refuses leaves the kiosk as it is without any.
    await this.#handIn()
      .then(() => this.#renew())
      .catch(() => {})
    this.#busy = false
  }

  /** A number for a wish that the hub does not answer; written down before it is shown. */
  async issue({ key, body }: Order): Promise<TakenAlone> {
    const { shelf, qr } = this.#ports
    const time = await this.#time()
    const { kiosk, alert, almanac } = alone(this.#hub.received, time.at).views
    const catalog = this.#hub.received.catalog
    const matter = catalog?.matters.find(({ id }) => id === body.matter)
    const lane = kiosk?.lanes.find(({ id }) => id === matter?.lane)
    if (!kiosk || !matter || !lane) return refused('unknown')
    const today = date(time.at, kiosk.hall.zone)
    if (!almanac?.days.some((day) => day.date === today)) return refused('hours_unknown')
    if (alert?.alert?.stops)
      return { ok: false, failure: { code: 'hall_emergency', facts: { hazard: alert.alert.hazard } } }
    const { open, next, today: spans } = kiosk.hours
    if (!open)
      return {
        ok: false,
        failure: { code: 'hall_closed', facts: { next: next?.at ?? null, from: spans[0]?.from ?? null } },
      }
    try {
      const { issued, base, paper } = await shelf.change((kept) => {
        const wish = { ...body, id: newKey(), code: newCode(), lane, asked: key, time, date: today }
        const { kept: changed, result } = issue(kept, wish)
        return { kept: changed, result: { issued: result, base: kept.base, paper: kept.paper } }
      })
      if (!issued.ok) return refused(issued.refusal)
      const { id, code, prefix, number, takenAt } = issued.slip
      const link = `${base}/t/${code}`
      const label = prefix + String(number).padStart(3, '0')
      const more = body.more && { more: [...body.more] }
      const face = { id, code, label, number, lane: lane.id, matter: matter.id, ...more, class: body.class }
      const ticket = { ...face, serviceDate: today, joinedAt: takenAt, ahead: 0, link }
      return { ok: true, ticket, slip: { id, qr: await qr(link).catch(() => ''), prints: paper === 'own', now: label } }
    } catch {
      return refused('no_storage')
    }
  }

  /** What became of a slip's paper: handed in with it. */
  async note(slip: string, outcome: 'printed' | 'failed'): Promise<void> {
    await this.#change((kept) => printed(kept, slip, outcome)).catch(() => {})
  }

  #note(): void {
    const { monotonic, wall } = this.#ports
    this.#mark = { hubAt: wall() + this.#hub.offset, monotonic: monotonic(), wall: wall(), run: this.#run }
  }

  async #time(): Promise<{ at: number; sure: boolean }> {
    const { shelf, monotonic, wall } = this.#ports
    const look = (kept: Kept) => ({ kept, result: kept.mark })
    const mark = this.#mark ?? (await shelf.change(look).catch(() => null))
    if (!mark) return { at: wall() + this.#hub.offset, sure: false }
    return hubTime(mark, { monotonic: monotonic(), wall: wall(), run: this.#run })
  }

  async #handIn(): Promise<void> {
    const { shelf, monotonic, wall } = this.#ports
    if (monotonic() - this.#handed < AGAIN_AFTER) return
    const now = wall() + this.#hub.offset
    const onItsWay = (at: string) => Math.abs(now - Date.parse(at)) < PAPER_TAKES
    const waiting = await shelf.change((kept) => ({ kept, result: kept.slips }))
    const slips = waiting.filter(({ printed, takenAt }) => printed !== 'unprinted' || !onItsWay(takenAt)).slice(0, MOST)
    if (slips.length === 0) return
    this.#handed = monotonic()
    const answer = await this.#ports.hand({ slips })
    if (!answer.ok) return
    const ids = new Set(answer.value.slips.map(({ id }) => id))
    await this.#change((kept) => without(kept, ids))
    for (const { id, label } of answer.value.slips) this.onreturned(id, label)
    // More than go at once: the rest without waiting.
    if (waiting.length > slips.length) this.#handed = Number.NEGATIVE_INFINITY
  }

  async #renew(): Promise<void> {
    const { kiosk } = this.#hub.received
    if (!kiosk) return
    const { shelf, lease, monotonic } = this.#ports
    const today = kiosk.hours.date
    const since = monotonic() - this.#asked.at
    const mark = this.#mark
    if (monotonic() - this.#marked > MARK_EVERY) {
      this.#marked = monotonic()
      await this.#change((kept) => ({ ...kept, mark }))
    }
    const { held, low } = await shelf.change((kept) => {
      const lanes = kiosk.lanes.map(({ id }) => id)
      return { kept, result: { held: heldBy(kept), low: needsMore(kept, today, lanes) } }
    })
    const due = since > ASK_EVERY || this.#asked.date !== today || (low && since > AGAIN_AFTER)
    if (!due) return
    this.#asked = { at: monotonic(), date: today }
    const answer = await lease({ held })
    if (!answer.ok) return void (this.#asked = { ...this.#asked, date: '' })
    await this.#change((kept) => ({ ...taken(kept, answer.value), mark }))
  }

  #change(change: (kept: Kept) => Kept): Promise<void> {
    return this.#ports.shelf.change((kept) => ({ kept: change(kept), result: undefined }))
  }
}

const refused = (why: SlipWhy): TakenAlone => {
  const failure: Failure = { code: 'offline', facts: {} }
  return { ok: false, failure, why }
}

/** 22 characters of base64url, 128 bits: as the hub makes them. */
function newCode(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
