// Keeps the kiosk's and the wall's own files, so that they start while the hub is away. Pages: the hub's first, the kept one where
// the hub does not answer. Built files and sounds never change under their names' content, so the kept one is as good.
const KEPT = 'hall-1'
/** How long a page waits for the hub before the kept one is shown. Milliseconds. */
const PATIENCE = 3000

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

// The page tells what it is made of, once it is up: what is not on the list any more is dropped.
self.addEventListener('message', (event) => {
  const { shell, files } = event.data
  if (!Array.isArray(files) || typeof shell !== 'string') return
  event.waitUntil(keep(shell, files))
})

async function keep(shell, files) {
  const cache = await caches.open(KEPT)
  for (const url of [shell, ...files]) {
    if (await cache.match(url)) continue
    const reply = await fetch(url).catch(() => null)
    if (reply?.ok) await cache.put(url, reply)
  }
  const scripts = new Set(files.filter((url) => url.endsWith('.js')))
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url)
    if (pathname.endsWith('.js') && pathname.startsWith('/static/') && !scripts.has(pathname)) await cache.delete(url)
  }
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate') event.respondWith(page(request, pathname))
  else if (pathname.startsWith('/static/') || pathname === '/icon.svg') event.respondWith(file(request))
  else if (pathname.startsWith('/sounds/')) event.respondWith(sound(request))
})

async function page(request, pathname) {
  const cache = await caches.open(KEPT)
  try {
    const reply = await fetch(request, { signal: AbortSignal.timeout(PATIENCE) })
    if (reply.ok && !reply.redirected) await cache.put(pathname, reply.clone())
    return reply
  } catch (error) {
    const kept = await cache.match(pathname)
    if (kept) return kept
    throw error
  }
}

async function file(request) {
  const cache = await caches.open(KEPT)
  const kept = await cache.match(request)
  if (kept) return kept
  const reply = await fetch(request)
  if (reply.ok) await cache.put(request, reply.clone())
  return reply
}

// A hall may replace a clip at any time: the hub's first.
async function sound(request) {
  const cache = await caches.open(KEPT)
  try {
    const reply = await fetch(request)
    if (reply.ok) await cache.put(request, reply.clone())
    return reply
  } catch (error) {
    const kept = await cache.match(request)
    if (kept) return kept
    throw error
  }
}
