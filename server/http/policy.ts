// What a page of the hall may load: its own files and its own hub, nothing else, and no script inside the page.
import type { Middleware } from 'koa'

export function contentSecurityPolicy(dev: boolean): Middleware {
  const rules = [
    "default-src 'self'",
    "script-src 'self'",
    // Vite puts styles into the page while developing.
    dev ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self' ws: wss:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    // The gallery frames the screens.
    "frame-ancestors 'self'",
  ].join('; ')
  return async (ctx, next) => {
    ctx.set('Content-Security-Policy', rules)
    await next()
  }
}
