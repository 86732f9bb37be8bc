// How a screen joins: its handshake is checked like any request, it enters the room of its audience and gets every view whole.
import type { Server as HttpServer } from 'node:http'
import { Server } from 'socket.io'
import { z } from 'zod'
import type { ErrorCode } from '#contract/errors.ts'
import { findTicketByCode } from '#db/queries/tickets.ts'
import { cookieName, type Authenticator } from '../authenticate.ts'
import type { Hub } from '../commands/run.ts'
import type { Log } from '../log.ts'
import { ticketRoom } from './audience.ts'
import type { Broadcast } from './broadcast.ts'
import { PaintedReport, type HallServer, type HallSocket, type SocketData } from './screens.ts'

const HandshakeInput = z.object({
  screen: z.enum(['kiosk', 'display', 'desk', 'phone', 'guest']),
  token: z.string().max(64).optional(),
  code: z.string().max(64).optional(),
})

/** Messages that one socket may send in a stretch of time; a screen needs a few. */
const MESSAGES = 60
const STRETCH = 10_000

export function createSocketServer(http: HttpServer, origins: () => ReadonlySet<string>): HallServer {
  return new Server(http, {
    transports: ['websocket'],
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: 64 * 1024,
    // A wall whose cable was pulled is noticed within twelve seconds.
    pingInterval: 5000,
    pingTimeout: 7000,
    // `cors.origin` does not stop a foreign page's websocket; this does. Programs send no Origin.
    allowRequest: (request, done) => {
      const { origin } = request.headers
      done(null, origin === undefined || origins().has(origin))
    },
  })
}

interface Parts {
  hub: Hub
  authenticator: Authenticator
  broadcast: Broadcast
  log: Log
}

export function acceptScreens(io: HallServer, parts: Parts): void {
  io.use((socket, next) => {
    authenticate(socket, parts).then(
      (refusal) => next(refusal ? Object.assign(new Error(refusal), { data: { code: refusal } }) : undefined),
      (err: unknown) => {
        parts.log.error({ err }, 'a handshake broke')
        next(Object.assign(new Error('internal'), { data: { code: 'internal' } }))
      },
    )
  })
  io.on('connection', (socket) => {
    let messages = 0
    let began = 0
    /** The one wrapper: a handler that throws or rejects harms nobody, and a flood is dropped. */
    const guarded =
      <A extends unknown[]>(work: (...args: A) => Promise<void> | void) =>
      (...args: A) => {
        const now = performance.now()
        if (now - began >= STRETCH) [began, messages] = [now, 0]
        if ((messages += 1) > MESSAGES) return
        void (async () => work(...args))().catch((err: unknown) => parts.log.error({ err }, 'a socket message broke'))
      }
    socket.on(
      'ask',
      guarded(() => parts.broadcast.greet(socket)),
    )
    socket.on(
      'painted',
      guarded((report) => painted(socket, report, parts)),
    )
    socket.on(
      'proof',
      guarded((done, heard) => parts.broadcast.proofs.take(socket.data, done, heard)),
    )
    socket.on(
      'active',
      guarded(async () => {
        if (socket.data.session) await parts.authenticator.touch(socket.data.session)
      }),
    )
    void guarded(async () => {
      await socket.join(socket.data.kind)
      if (socket.data.ticket !== null) await socket.join(ticketRoom(socket.data.ticket))
      await parts.broadcast.greet(socket)
    })()
  })
}

function painted(socket: HallSocket, report: unknown, { hub, log }: Parts): void {
  const parsed = PaintedReport.safeParse(report)
  if (!parsed.success) return
  const { fault } = parsed.data
  if (fault && fault.at !== socket.data.painted?.fault?.at)
    log.warn({ device: socket.data.device, at: fault.at, what: fault.what }, 'a screen broke')
  socket.data.painted = parsed.data as SocketData['painted']
  socket.data.paintedAt = hub.clock.now()
}

/** Fills `socket.data`; returns the code of a refusal, or null. */
async function authenticate(socket: HallSocket, { hub, authenticator }: Parts): Promise<ErrorCode | null> {
  const input = HandshakeInput.safeParse(socket.handshake.auth)
  if (!input.success) return 'body_invalid'
  const { screen, code } = input.data
  const data: SocketData = {
    kind: screen,
    device: null,
    name: '',
    token: '',
    session: null,
    ticket: null,
    since: hub.clock.now(),
    painted: null,
    paintedAt: null,
  }
  if (screen === 'guest') {
    socket.data = data
    return null
  }
  if (screen === 'phone') {
    const ticket = code === undefined ? null : await findTicketByCode(hub.store.db, hub.hall, code)
    if (!ticket) return 'ticket_unknown'
    socket.data = { ...data, ticket: ticket.id }
    return null
  }
  const cookie = screen === 'desk' ? cookieName.session : cookieName[screen]
  const token = input.data.token ?? cookieOf(socket.handshake.headers.cookie, cookie)
  // A page that comes back by itself is not a person.
  const actor = token === undefined ? null : await authenticator.actor(token, { touch: false })
  if (screen === 'desk' && !actor?.staff) return 'session_required'
  if (!token || actor?.device?.kind !== screen) return 'device_required'
  socket.data = { ...data, token, device: actor.device.id, name: actor.device.name, session: actor.session }
  return null
}

function cookieOf(header: string | undefined, name: string): string | undefined {
  const found = header?.split(/;\s*/).find((one) => one.startsWith(`${name}=`))
  return found?.slice(name.length + 1)
}
