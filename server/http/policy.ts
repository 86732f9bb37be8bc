// What a page of the hall may load: its own files and its own hub, nothing else, and no script inside the page.
import type { Middleware } from 'koa'
import helmet from 'koa-helmet'

/** `dev`: Vite puts styles into the page. The hall's network is plain http, so nothing here asks for https. */
export function guardPages(dev: boolean): Middleware[] {
  return [
    helmet({
      strictTransportSecurity: false,
      crossOriginOpenerPolicy: false,
      originAgentCluster: false,
      referrerPolicy: { policy: 'no-referrer' },
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'"],
          styleSrc: dev ? ["'self'", "'unsafe-inline'"] : ["'self'"],
          imgSrc: ["'self'", 'data:', 'blob:'],
          // A film that was just chosen is looked at before it is sent.
          mediaSrc: ["'self'", 'blob:'],
          connectSrc: ["'self'", 'ws:', 'wss:'],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          // The gallery frames the screens.
          frameAncestors: ["'self'"],
        },
      },
    }),
  ]
}
