// What each kiosk and display has on its glass, from the reports of the screens themselves.
import type { Server, Socket } from 'socket.io'
import { z } from 'zod'
import type { Audience, ClientEvents, Painted, ServerEvents } from '#contract/events.ts'
import { Id, Instant, line, Slug } from '#contract/text.ts'
import { SoundState, type DeviceKind } from '#contract/words.ts'
import { views, type ScreenFace, type ScreensView, type ViewName } from '#contract/views.ts'
import { iso } from '#domain/service-day.ts'
import type { Builds } from './builds.ts'
import type { HallCache } from './hall-cache.ts'

export interface SocketData {
  kind: Audience
  device: string | null
  name: string
  token: string
  session: string | null
  ticket: string | null
  since: number
  painted: Painted | null
  paintedAt: number | null
}

export type HallServer = Server<ClientEvents, ServerEvents, Record<string, never>, SocketData>

export type HallSocket = Socket<ClientEvents, ServerEvents, Record<string, never>, SocketData>

/** A screen's report, checked like any other input. */
export const PaintedReport = z.strictObject({
  epoch: Id,
  revs: z.partialRecord(z.enum(Object.keys(views) as [ViewName, ...ViewName[]]), z.int().min(0)),
  sound: SoundState.optional(),
  spoken: z.strictObject({ call: Id, clips: z.array(z.string().max(20)).max(40) }).optional(),
  size: z.string().max(32),
  version: z.string().max(64),
  build: z.string().max(100).optional(),
  wall: Slug.optional(),
  openedAt: Instant.optional(),
  starts: z.int().min(0).max(100_000).optional(),
  fault: z.strictObject({ at: Instant, what: line(200) }).optional(),
})

/** The views that a screen must keep up with; whatever else it is given is not on its glass. */
const shown = {
  display: ['alert', 'board', 'walls', 'calendar', 'almanac', 'notices'],
  kiosk: ['alert', 'kiosk', 'catalog', 'calendar', 'notices'],
} as const
type Watched = ScreenFace['behind'][number]

/** A view that was sent a moment ago may still be on its way to the glass. Milliseconds. */
const PAINT_GRACE = 4000

export class Screens {
  /** The last report of each device, also after it went away. */
  readonly #last = new Map<string, ScreenFace>()
  readonly #builds: Builds

  constructor(builds: Builds) {
    this.#builds = builds
  }

  /** The view of all kiosks and displays; `revoked`: the devices that are no longer the hall's. */
  async view(
    io: HallServer,
    cache: HallCache,
    { revoked, now }: { revoked: Set<string>; now: number },
  ): Promise<ScreensView> {
    const here = new Set<string>()
    for (const { data } of await io.in(['kiosk', 'display']).fetchSockets()) {
      if (!data.device) continue
      here.add(data.device)
      this.#last.set(data.device, face(data, cache, { now, build: this.#builds[data.kind] }))
    }
    for (const [device, screen] of this.#last) {
      if (revoked.has(device)) this.#last.delete(device)
      else if (!here.has(device) && screen.connected)
        this.#last.set(device, { ...screen, connected: false, current: false })
    }
    const screens = [...this.#last.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
    // Nothing of this is in the database: its revision counts in milliseconds of the hub's clock instead.
    return { epoch: cache.facts?.epoch ?? '', rev: now, at: iso(now), screens }
  }
}

function face(
  data: SocketData,
  cache: HallCache,
  { now, build }: { now: number; build: string | undefined },
): ScreenFace {
  const main = data.kind === 'display' ? 'board' : 'kiosk'
  const { painted } = data
  const revOf = (name: Watched) => {
    const wanted = cache.get(name)
    return wanted && painted?.epoch === wanted.epoch ? painted.revs[name] : undefined
  }
  const behind = shown[data.kind === 'display' ? 'display' : 'kiosk'].filter((name) => {
    const wanted = cache.get(name)
    if (!wanted) return name === main
    const justSent = now - Date.parse(wanted.at) < PAINT_GRACE || now - data.since < PAINT_GRACE
    return !justSent && (revOf(name) ?? -1) < wanted.rev
  })
  return {
    device: data.device ?? '',
    name: data.name,
    kind: data.kind as DeviceKind,
    connected: true,
    current: behind.length === 0,
    behind,
    paintedAt: data.paintedAt === null ? null : iso(data.paintedAt),
    paintedRev: revOf(main) ?? null,
    wall: painted?.wall ?? null,
    sound: painted?.sound ?? null,
    size: painted?.size ?? null,
    version: painted?.version ?? null,
    outdated: build !== undefined && painted?.build !== undefined && painted.build !== build,
    since: iso(data.since),
    openedAt: painted?.openedAt ?? null,
    starts: painted?.starts ?? null,
    fault: painted?.fault ?? null,
  }
}
