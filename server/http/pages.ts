// The pages of the screens: built files in production, Vite while developing. Every page comes with a strict content security policy.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Context, Middleware } from 'koa'
import sirv from 'sirv'

/** Address → file below the folder of the screens. */
const pages: Record<string, string> = {
  '/kiosk/': 'kiosk/index.html',
  '/display/': 'display/index.html',
  '/desk/': 'desk/index.html',
  '/pair/': 'desk/pair.html',
  '/phone/': 'phone/index.html',
  '/gallery/': 'e2e/gallery/index.html',
}

type Connect = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

/** What Vite's development server offers; only this much of it, so that production needs no Vite. */
export interface DevScreens {
  middlewares: Connect
  transformIndexHtml(url: string, html: string): Promise<string>
}

/** The file behind an address: a page, a ticket's own address, a card's, or one of the hall's pages for phones. */
function fileOf(path: string, gallery: boolean): string | undefined {
  if (/^\/t\/[A-Za-z0-9_-]{1,64}$/.test(path)) return pages['/phone/']
  if (/^\/c\/([maop]\/[a-z0-9_-]{1,64}(\/[a-z0-9-]{1,64})?|b\/[a-z0-9-]{1,64})$/.test(path)) return pages['/phone/']
  if (/^\/h\/([a-z]+(\/[A-Za-z0-9_-]{1,64})?)?$/.test(path)) return pages['/phone/']
  return path === '/gallery/' && !gallery ? undefined : pages[path]
}

/**
 * `folder`: dist/screens, or the root of the sources with `dev`. `sounds`: folders in which a sound is looked for, a hall's own first.
 * The gallery is for developers: it is served with `dev`, or where `gallery` asks for it.
 */
export function servePages({
  folder,
  sounds,
  dev,
  gallery,
}: {
  folder: string
  sounds: string[]
  dev?: DevScreens
  gallery: boolean
}): Middleware[] {
  const page: Middleware = async (ctx, next) => {
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') return next()
    if (ctx.path === '/') return ctx.redirect('/desk/')
    if (ctx.path === '/h' || pages[`${ctx.path}/`]) return ctx.redirect(`${ctx.path}/${ctx.search}`)
    const file = fileOf(ctx.path, gallery)
    if (!file) return next()
    const html = await readFile(join(folder, file), 'utf8').catch(() => null)
    if (html === null) return next()
    ctx.type = 'html'
    ctx.set('Cache-Control', 'no-cache')
    ctx.body = dev ? await dev.transformIndexHtml(`/${file}`, html) : html
  }
  const sound = sounds.map((dir) => mount('/sounds', connect(sirv(dir, { dev: true, maxAge: 0 }))))
  const files = dev
    ? connect(dev.middlewares)
    : connect(
        sirv(folder, {
          setHeaders: (response, path) => {
            const lasting = path.startsWith('/static/')
            response.setHeader('Cache-Control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache')
          },
        }),
      )
  return [page, ...sound, files]
}

/** A connect middleware in Koa: the answer is its own unless it calls next. */
function connect(handler: Connect): Middleware {
  return async (ctx, next) => {
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') return next()
    const passed = await new Promise<boolean>((resolve) => {
      ctx.respond = false
      ctx.res.statusCode = 200
      ctx.res.once('close', () => resolve(false))
      handler(ctx.req, ctx.res, () => resolve(true))
    })
    if (!passed) return
    ctx.respond = true
    ctx.res.statusCode = 404
    await next()
  }
}

function mount(prefix: string, inner: Middleware): Middleware {
  return async (ctx: Context, next) => {
    if (!ctx.path.startsWith(`${prefix}/`)) return next()
    const { url } = ctx.req
    ctx.req.url = ctx.path.slice(prefix.length)
    await inner(ctx, async () => {
      ctx.req.url = url
      await next()
    })
    ctx.req.url = url
  }
}
