// The composition root: everything that a hub is made of, from top to bottom. Nothing here reads the environment or a clock of its own.
import Router from '@koa/router'
import { createServer, type IncomingMessage, type Server as HttpServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import Koa from 'koa'
import { sql } from 'kysely'
import type { Store } from '#db/database.ts'
import { Authenticator } from './authenticate.ts'
import { Bookshelf } from './bookshelf.ts'
import type { Clock } from './clock.ts'
import type { Hub } from './commands/run.ts'
import { freeAbandonedSeats } from './commands/free-seats.ts'
import { passTime } from './commands/pass-time.ts'
import { noteAbsences } from './commands/settle-appointments.ts'
import { watchFeeds } from './commands/calendar-feeds.ts'
import { addresses, type Config } from './config.ts'
import { Forecast } from './forecast.ts'
import { handle, reply, type Edge } from './http/handle.ts'
import { Harvest } from './http/harvest.ts'
import { createLimit } from './http/limits.ts'
import { MediaFolder } from './http/media.ts'
import { openApi } from './http/openapi.ts'
import { servePages, type DevScreens } from './http/pages.ts'
import { createMetrics, plainRoutes, type PlainRoute } from './http/plain.ts'
import { closingRoutes } from './http/routes/closing.ts'
import { classRoutes } from './http/routes/classes.ts'
import { deviceRoutes } from './http/routes/devices.ts'
import { alertsFiles, alertsRoutes } from './http/routes/alerts.ts'
import { appointmentFiles } from './http/routes/appointment-files.ts'
import { appointmentRoutes } from './http/routes/appointments.ts'
import { calendarFiles, calendarRoutes } from './http/routes/calendar.ts'
import { cardFiles, cardRoutes } from './http/routes/cards.ts'
import { hoursFiles, hoursRoutes } from './http/routes/hours.ts'
import { leaseRoutes } from './http/routes/leases.ts'
import { noticesFiles, noticesRoutes } from './http/routes/notices.ts'
import { peopleFiles, peopleRoutes } from './http/routes/people.ts'
import { printingRoutes } from './http/routes/printing.ts'
import { reportRoutes } from './http/routes/report.ts'
import { rosterFiles, rosterRoutes } from './http/routes/roster.ts'
import { wallsFiles, wallsRoutes } from './http/routes/walls.ts'
import { staffRoutes } from './http/routes/staff.ts'
import { ticketRoutes } from './http/routes/tickets.ts'
import { visitRoutes } from './http/routes/visits.ts'
import { viewRoutes } from './http/routes/views.ts'
import type { Log } from './log.ts'
import { guardPages } from './http/policy.ts'
import { Spooler } from './printing/spooler.ts'
import { Schedule } from './schedule.ts'
import { Broadcast } from './sockets/broadcast.ts'
import { readBuilds } from './sockets/builds.ts'
import { acceptScreens, createSocketServer } from './sockets/connect.ts'

/** How often the hub looks for what nobody ended: seats of clerks who went home. Milliseconds. */
const TIDY_EVERY = 60_000

export interface Deps {
  config: Config
  store: Store
  /** The hall's id. */
  hall: string
  clock: Clock
  log: Log
  /** Where the built screens lie, and the sounds that come with them. */
  folders: { screens: string; sounds: string }
  version: string
  /** Vite, while developing; it is given the server for its own socket. */
  dev?: (http: HttpServer) => Promise<DevScreens & { close(): Promise<void> }>
  gallery?: boolean
}

export interface App {
  /** The port that was given, or found. */
  port: number
  publicUrl: string
  broadcast: Broadcast
  schedule: Schedule
  /** Paper; a test that moves the clock asks it to look. */
  printers: Spooler
  /** What is shown of waits; a test asks it to look. */
  waits: Forecast
  /** What the hub does once a minute; a test that moves the clock calls it. */
  tidy(): Promise<void>
  /** Answer what is under way, tell the screens, fold the log into the file, close. */
  stop(): Promise<void>
}

export async function createApp(deps: Deps): Promise<App> {
  const { config, store, hall, clock, log, folders, version } = deps
  let stopping = false
  let { publicUrl, origins } = config

  // The hub: what commands are given.
  const hub: Hub = {
    hall,
    store,
    clock,
    shelf: new Bookshelf(),
    get publicUrl() {
      return publicUrl
    },
    publish: () => broadcast.publish(),
    show: () => broadcast.show(),
  }

  // The server exists before its handler: Socket.IO and Vite attach to it, and Koa freezes its middleware when it is asked for.
  let listener = (_request: IncomingMessage, response: ServerResponse): unknown => response.writeHead(503).end()
  const http = createServer(
    { headersTimeout: 10_000, requestTimeout: 15_000, keepAliveTimeout: 20_000 },
    (request, response) => void listener(request, response),
  )
  http.maxConnections = 4000

  // Sockets: who joins, and what they are sent.
  const authenticator = new Authenticator(store, hall, clock)
  const io = createSocketServer(http, () => origins)
  const broadcast = new Broadcast({ io, hub, authenticator, log, builds: readBuilds(folders.screens) })
  acceptScreens(io, { hub, authenticator, broadcast, log })
  const schedule = new Schedule(clock, () =>
    passTime(hub)
      // Also where no screen is connected: what comes next is planned from the new views.
      .then(() => broadcast.settle())
      .then(
        () => true,
        (err: unknown) => {
          log.error({ err }, 'time could not pass')
          return false
        },
      ),
  )
  const spooler = new Spooler(hub, log)
  const tidy = async () => {
    await freeAbandonedSeats(hub)
    await noteAbsences(hub)
  }
  const tidying = setInterval(() => void tidy().catch((err: unknown) => log.error({ err }, 'tidy')), TIDY_EVERY)
  const leaveFeeds = watchFeeds(hub, log)
  const waits = new Forecast(hub, log)
  broadcast.onBuilt = () => {
    if (broadcast.cache.facts) schedule.plan(broadcast.cache.facts)
    waits.wake()
  }

  // The files of notices: the hall's own, and those of the demonstration, which lie beside its sounds in the sources.
  const media = new MediaFolder({
    folder: join(config.dataDir, 'media'),
    seed: join(folders.sounds, '../../db/seed/media'),
    filmLimit: config.filmLimit,
  })

  // HTTP: the API from lists of routes, then the pages.
  const edge: Edge = {
    hub,
    authenticator,
    limit: createLimit(config.limits),
    origins: () => origins,
    log,
    stopping: () => stopping,
  }
  const harvest = new Harvest(config.limits)
  const routes = [
    ...ticketRoutes,
    ...leaseRoutes,
    ...classRoutes,
    ...staffRoutes(authenticator),
    ...deviceRoutes(authenticator),
    ...viewRoutes(broadcast),
    ...hoursRoutes,
    ...rosterRoutes,
    ...calendarRoutes,
    ...wallsRoutes,
    ...noticesRoutes(media),
    ...alertsRoutes,
    ...peopleRoutes,
    ...cardRoutes(spooler, harvest),
    ...printingRoutes(spooler),
    ...visitRoutes(spooler),
    ...reportRoutes,
    ...appointmentRoutes,
    ...closingRoutes,
  ]
  const metrics = createMetrics(() => io.sockets.sockets.size)
  const ready = async () => !stopping && (await canWrite(store))
  const document = (): object => openApi(routes, plain, { version, url: publicUrl })
  const plain: PlainRoute[] = [
    ...plainRoutes({ hub, metrics, ready, document }),
    ...[hoursFiles, rosterFiles, calendarFiles, wallsFiles, alertsFiles, peopleFiles].flatMap((files) => files(hub)),
    ...appointmentFiles(hub),
    ...noticesFiles(hub, media),
    ...cardFiles(hub, harvest),
  ]
  const router = new Router()
  const colon = (path: string) => path.replaceAll(/\{(\w+)\}/g, ':$1')
  for (const route of routes) {
    const timer = { method: route.method, route: route.path }
    const handler = handle(edge, route)
    router.register(colon(route.path), [route.method], async (ctx, next) => {
      const end = metrics.requests.startTimer(timer)
      await handler(ctx, next)
      end({ status: String(ctx.status) })
    })
  }
  for (const one of plain) router.get(colon(one.path), (ctx) => one.run(ctx))

  const app = new Koa()
  app.on('error', (err: Error & { code?: string }) => {
    // A visitor who goes away in mid-answer is not an error.
    if (err.code !== 'ECONNRESET' && err.code !== 'EPIPE') log.error({ err }, 'koa')
  })
  app.use(router.routes())
  app.use(async (ctx, next) => {
    if (!ctx.path.startsWith('/api/')) return next()
    const known = router.match(ctx.path, ctx.method).path.length > 0
    reply(ctx, known ? { code: 'method_not_allowed', facts: {} } : { code: 'not_found', facts: {} })
  })
  for (const guard of guardPages(deps.dev !== undefined)) app.use(guard)
  const dev = await deps.dev?.(http)
  const pages = servePages({
    folder: folders.screens,
    sounds: [join(config.dataDir, 'sounds'), folders.sounds],
    ...(dev && { dev }),
    gallery: deps.gallery ?? dev !== undefined,
  })
  for (const page of pages) app.use(page)
  listener = app.callback()

  await broadcast.start()
  // What the last days taught is there before the first number is taken.
  await waits.look()
  await spooler.start()
  await new Promise<void>((listening, failed) => {
    http.once('error', failed)
    http.listen(config.port, config.host, listening)
  })
  const { port } = http.address() as AddressInfo
  if (config.port === 0) ({ publicUrl, origins } = addresses(config.host, port))

  return {
    port,
    publicUrl,
    broadcast,
    schedule,
    printers: spooler,
    waits,
    tidy,
    stop: async () => {
      stopping = true
      clearInterval(tidying)
      schedule.stop()
      await waits.stop()
      leaveFeeds()
      // Requests under way get their answers; the screens are told that this is the end, and come back by themselves.
      const closed = new Promise((done) => http.close(done))
      http.closeIdleConnections()
      io.disconnectSockets(true)
      await broadcast.stop()
      await spooler.stop()
      await Promise.race([closed, new Promise((done) => setTimeout(done, 2000))])
      http.closeAllConnections()
      await io.close()
      await dev?.close()
      await store.close()
    },
  }
}

/** A real write, through the same queue as every other, though it changes nothing: a full disk refuses it. */
async function canWrite(store: Store): Promise<boolean> {
  try {
    await store.write(async (trx) => sql`update hall set rev = rev`.execute(trx))
    return true
  } catch {
    return false
  }
}
