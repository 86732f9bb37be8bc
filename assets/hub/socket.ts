// The one connection of a screen to the hub. It keeps coming back by itself; the hub sends every view whole on each connect.
import { io, type Socket } from 'socket.io-client'
import type { Beat, CallDone, ClientEvents, Handshake, Painted, ServerEvents } from '#contract/events.ts'
import type { ViewName, ViewOf } from '#contract/views.ts'
import { isNewer } from './newer.ts'

export interface Listener {
  view<N extends ViewName>(name: N, view: ViewOf[N]): void
  /** Anything was heard: `hubTime` is the hub's clock, epoch milliseconds. */
  heard(hubTime: number): void
  connected(up: boolean): void
  dismissed(why: 'device_revoked' | 'session_ended' | 'refused'): void
  /** The version of this page that the hub serves now. */
  build?(name: string | undefined): void
}

export interface HubSocket {
  readonly shown: Partial<ViewOf>
  painted(report: Painted): void
  /** Resolves with whether the hub answered that it keeps them. */
  prove(done: CallDone[]): Promise<boolean>
  active(): void
  close(): void
}

/** A hub keeps what is proven at once; one that is busy is not asked twice in a hurry. Milliseconds. */
const ANSWERS_WITHIN = 5000

/** Soon, and not all at once: a hall's screens find a restarted hub within half a second without a thundering herd. Milliseconds. */
export const comingBack = { reconnectionDelay: 100, reconnectionDelayMax: 240, randomizationFactor: 0.5 }

/** Of each the first after a connect is taken as it is. The types see to it that none is forgotten. */
const all = Object.keys({
  board: 0,
  kiosk: 0,
  catalog: 0,
  desk: 0,
  screens: 0,
  proofs: 0,
  ledger: 0,
  ticket: 0,
  calendar: 0,
  almanac: 0,
  notices: 0,
  alert: 0,
  walls: 0,
  office: 0,
  people: 0,
} satisfies Record<ViewName, 0>) as ViewName[]

/** `url`: undefined for the page's own hub. Views arrive through the listener, each newer than the one before. */
export function openSocket(handshake: Handshake, listener: Listener, url?: string): HubSocket {
  const shown: Partial<ViewOf> = {}
  let awaited = new Set<ViewName>()
  const options = {
    auth: { ...handshake },
    transports: ['websocket'],
    ...comingBack,
    timeout: 5000,
  }
  const socket: Socket<ServerEvents, ClientEvents> = url ? io(url, { ...options, forceNew: true }) : io(options)

  socket.on('connect', () => {
    awaited = new Set<ViewName>(all)
    listener.connected(true)
  })
  socket.on('disconnect', (reason) => {
    listener.connected(false)
    // The hub closed it on purpose (restart, revoked): socket.io does not come back by itself then.
    if (reason === 'io server disconnect') setTimeout(() => socket.connect(), 500 + Math.random() * 500)
  })
  socket.on('connect_error', (error) => {
    listener.connected(false)
    const code = (error as Error & { data?: { code?: string } }).data?.code
    if (code === undefined) return // no hub, or no network: socket.io tries again
    if (['device_required', 'session_required', 'ticket_unknown'].includes(code)) listener.dismissed('refused')
    else setTimeout(() => socket.connect(), 1000 + Math.random() * 1000)
  })
  socket.on('view', (name, view) => {
    const first = awaited.delete(name)
    if (isNewer(view, shown[name], first)) {
      Object.assign(shown, { [name]: view })
      listener.view(name, view)
    }
    listener.heard(Date.parse(view.at))
  })
  socket.on('beat', (beat: Beat) => {
    const behind = Object.entries(beat.revs).some(([name, rev]) => {
      const mine = shown[name as ViewName]
      return mine === undefined || mine.epoch !== beat.epoch || mine.rev < rev
    })
    if (behind) socket.emit('ask')
    listener.heard(Date.parse(beat.at))
    listener.build?.(beat.build)
  })
  socket.on('dismissed', (why) => listener.dismissed(why))

  return {
    shown,
    painted: (report) => void (socket.connected && socket.emit('painted', report)),
    prove: async (done) => {
      if (!socket.connected) return false
      return socket
        .timeout(ANSWERS_WITHIN)
        .emitWithAck('proof', done)
        .then(
          () => true,
          () => false,
        )
    },
    active: () => void (socket.connected && socket.emit('active')),
    close: () => void socket.disconnect(),
  }
}
