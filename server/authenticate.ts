// Who is asking: a device by its token, a member of staff by a session on a paired desk. The same for HTTP and for sockets.
import type { DeviceKind } from '#contract/words.ts'
import { iso } from '#domain/service-day.ts'
import { sessionAlive } from '#domain/secrets.ts'
import type { Store } from '#db/database.ts'
import { findDevice, revokedDevices, welcomeDevices, type Device } from '#db/queries/devices.ts'
import { findSession, touchSession, type SessionRow } from '#db/queries/staff.ts'
import type { Clock } from './clock.ts'
import type { Actor } from './commands/run.ts'
import { hash } from './ids.ts'

/** The cookie of each kind of page, so that one browser can be kiosk, wall and desk at once. */
export const cookieName: Record<DeviceKind | 'session', string> = {
  kiosk: 'hall_kiosk',
  display: 'hall_display',
  desk: 'hall_desk',
  session: 'hall_session',
}

/** A found token is believed for this long without asking the database again; a revoked device is out within two seconds. */
const BELIEVED = 1000
/** A session's last touch is written down at most this often. */
const TOUCH_EVERY = 60_000

export class Authenticator {
  readonly #store: Store
  readonly #hall: string
  readonly #clock: Clock
  readonly #believed = new Map<string, { until: number; actor: Actor | null }>()
  /** Tokens of sessions: none of them is ever a device's. */
  readonly #sessions = new Set<string>()
  /** When every device was last read, and until it is read. */
  #read = 0
  #reading: Promise<void> | null = null

  constructor(store: Store, hall: string, clock: Clock) {
    this.#store = store
    this.#hall = hall
    this.#clock = clock
  }

  /**
   * The actor of a device's or session's token; null where it is unknown, revoked or too old. Asking keeps a session awake,
   * unless it is the hub that asks (`touch: false`) and nobody is there.
   */
  async actor(token: string, { touch = true } = {}): Promise<Actor | null> {
    const tokenHash = hash(token)
    const now = this.#clock.now()
    const known = this.#known(tokenHash, now)
    if (known !== undefined) return known
    const actor = this.#sessions.has(tokenHash)
      ? await this.#session(tokenHash, { now, touch })
      : ((await this.#device(tokenHash, now)) ?? (await this.#session(tokenHash, { now, touch })))
    if (this.#sessions.size > 1000) this.#sessions.clear()
    // A session is always read: which window it has changes from one step to the next.
    if (actor?.staff) this.#sessions.add(tokenHash)
    else this.#believe(tokenHash, actor, now)
    return actor
  }

  /** What is believed of a token; undefined: it has to be looked up. */
  #known(tokenHash: string, now: number): Actor | null | undefined {
    const known = this.#believed.get(tokenHash)
    return known && now < known.until && now >= known.until - BELIEVED ? known.actor : undefined
  }

  #believe(tokenHash: string, actor: Actor | null, now: number): void {
    if (this.#believed.size > 1000) this.#believed.clear()
    this.#believed.set(tokenHash, { until: now + BELIEVED, actor })
  }

  /** When a hub comes back, all screens ask at once: the first of them has every device read, with one query. */
  async #device(tokenHash: string, now: number): Promise<Actor | null> {
    if (Math.abs(now - this.#read) >= BELIEVED) {
      this.#read = now
      this.#reading = this.#readDevices(now).catch((error: unknown) => {
        this.#read = 0
        throw error
      })
    }
    await this.#reading
    const known = this.#known(tokenHash, now)
    if (known !== undefined) return known
    // Another process may have paired it since.
    const device = await findDevice(this.#store.db, this.#hall, tokenHash)
    return device && !device.revoked ? deviceActor(device) : null
  }

  async #readDevices(now: number): Promise<void> {
    for (const { tokenHash, ...device } of await welcomeDevices(this.#store.db, this.#hall))
      this.#believe(tokenHash, deviceActor(device), now)
  }

  async #session(tokenHash: string, { now, touch }: { now: number; touch: boolean }): Promise<Actor | null> {
    const session = await findSession(this.#store.db, this.#hall, tokenHash)
    if (!session || !alive(session, now)) return null
    // Nobody waits for this to be written; one that fails is written at the next step.
    if (touch && now - Date.parse(session.seenAt) >= TOUCH_EVERY) void this.touch(session.id).catch(() => {})
    return {
      device: { id: session.device, kind: 'desk', name: '' },
      staff: { id: session.staff, name: session.name, role: session.role },
      session: session.id,
      window: session.window,
    }
  }

  /** A person is at this desk: the session stays awake. */
  async touch(session: string): Promise<void> {
    const at = iso(this.#clock.now())
    await this.#store.write((trx) => touchSession(trx, this.#hall, { id: session, at }))
  }

  /** A token that was just made or ended is looked up anew. */
  forget(): void {
    this.#believed.clear()
    this.#read = 0
  }

  /** The ids of the devices that are no longer welcome. */
  async revoked(): Promise<Set<string>> {
    return revokedDevices(this.#store.db, this.#hall)
  }
}

function deviceActor({ id, kind, name }: Pick<Device, 'id' | 'kind' | 'name'>): Actor {
  return { device: { id, kind, name }, staff: null, session: null, window: null }
}

function alive({ createdAt, seenAt }: SessionRow, now: number): boolean {
  return sessionAlive({ createdAt: Date.parse(createdAt), seenAt: Date.parse(seenAt) }, now)
}
