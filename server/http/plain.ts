// What is no intent and no view: health for whoever watches the hub, metrics for Prometheus, the API's document, a ticket's QR picture.
import type { Context } from 'koa'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { findTicketByCode } from '#db/queries/tickets.ts'
import type { Hub } from '../commands/run.ts'
import { refused } from '../commands/run.ts'
import { sendCode } from './code-picture.ts'

export interface PlainRoute {
  path: string
  summary: string
  /** The content type of the answer. */
  type: string
  run(ctx: Context): Promise<void>
}

export interface Metrics {
  registry: Registry
  /** Seconds, by method, route and status. */
  requests: Histogram<'method' | 'route' | 'status'>
}

export function createMetrics(sockets: () => number): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  new Gauge({
    name: 'hall_screens_connected',
    help: 'Sockets that are connected',
    registers: [registry],
    collect() {
      this.set(sockets())
    },
  })
  const requests = new Histogram({
    name: 'hall_request_seconds',
    help: 'Time to answer a request of the API',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  })
  return { registry, requests }
}

export const plainRoutes = ({
  hub,
  metrics,
  ready,
  document,
}: {
  hub: Hub
  metrics: Metrics
  ready: () => Promise<boolean>
  document: () => object
}): PlainRoute[] => [
  {
    path: '/healthz',
    summary: 'The process is alive',
    type: 'text/plain',
    run: async (ctx) => {
      ctx.body = 'ok\n'
    },
  },
  {
    path: '/readyz',
    summary: 'The hub takes work: the database can be read and written, and nobody is stopping it',
    type: 'text/plain',
    run: async (ctx) => {
      const well = await ready()
      ctx.status = well ? 200 : 503
      ctx.body = well ? 'ready\n' : 'not ready\n'
    },
  },
  {
    path: '/metrics',
    summary: 'For Prometheus',
    type: 'text/plain',
    run: async (ctx) => {
      ctx.body = await metrics.registry.metrics()
      ctx.type = metrics.registry.contentType
    },
  },
  {
    path: '/api/openapi.json',
    summary: 'This document',
    type: 'application/json',
    run: async (ctx) => {
      ctx.body = document()
    },
  },
  {
    path: '/t/{code}/qr.svg',
    summary: 'The QR code that leads a phone to a ticket',
    type: 'image/svg+xml',
    run: async (ctx) => {
      const { code } = ctx.params as { code: string }
      const ticket = await findTicketByCode(hub.store.db, hub.hall, code)
      if (!ticket) {
        const { status, body } = refused({ code: 'ticket_unknown', facts: {} })
        ctx.status = status
        ctx.body = body
        return
      }
      sendCode(ctx, `${hub.publicUrl}/t/${ticket.code}`)
    },
  },
]
