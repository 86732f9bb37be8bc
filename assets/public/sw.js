// Keeps the kiosk's and the wall's own files, so that they start while the hub is away. Pages: the hub's first, the kept one where the hub
// does not answer. A page is kept once all its scripts and styles are: half a new version never takes the place of a whole old one.
const KEPT = 'hall-1'
/** How long a page waits for the hub before the kept one is shown. Milliseconds. */
const PATIENCE = 3000
/** Pages that are kept; a desk or a phone is of no use without the hub. */
const PAGES = ['/kiosk/', '/display/']

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

// The page tells what it is made of, once it is up: the first visit loads files before anybody keeps them.
self.addEventListener('message', (event) => {
  const { shell, files } = event.data
  if (!Array.isArray(files) || !PAGES.includes(shell)) return
  event.waitUntil(renew(shell, files))
})

let renewing = Promise.resolve()

/** One after another: two pages may be kept side by side. */
function renew(shell, files = []) {
  renewing = renewing.then(() => keep(shell, files)).catch(() => {})
  return renewing
}

/** Keep the page as the hub has it now, with all that it may load. Nothing is changed where a file is missing. */
async function keep(shell, files) {
  const cache = await caches.open(KEPT)
  const reply = await fetch(shell, { cache: 'no-cache' })
  if (!reply.ok || reply.redirected) return
  const html = await reply.clone().text()
  for (const url of await parts(html, (url) => fetched(cache, url))) await fetched(cache, url)
  await cache.put(shell, reply)
  for (const url of files) await fetched(cache, url).catch(() => null)
  await sweep(cache)
}

/** The text of a kept file, fetched where it is not kept yet. */
async function fetched(cache, url) {
  const kept = await cache.match(url)
  if (kept) return textOf(kept, url)
  const reply = await fetch(url)
  if (!reply.ok) throw new Error(`${url}: ${reply.status}`)
  await cache.put(url, reply.clone())
  return textOf(reply, url)
}

const textOf = async (reply, url) => (/\.(js|css)$/.test(url) ? reply.text() : '')

/** Every script and style that a page may load, those too that it loads later: their names stand in the files that load them. */
async function parts(html, read) {
  const found = new Set(named(html))
  for (const url of found) if (url.endsWith('.js')) for (const next of named(await read(url))) found.add(next)
  return found
}

/** Built files carry a hash in their names: whatever else looks like a file in a script is not one. */
const named = (text) =>
  [...text.matchAll(/["'`](?:\.?\/)?(?:static\/)?([\w.-]*-[\w-]{8}\.(?:js|css))["'`]/g)].map(
    ([, name]) => `/static/${name}`,
  )

/** Drop what no kept page is made of any more: years of old versions. Fonts and pictures stay as long as a kept file names them. */
async function sweep(cache) {
  const read = async (url) => textOf((await cache.match(url)) ?? new Response(''), url)
  const wanted = new Set()
  for (const page of PAGES) {
    const kept = await cache.match(page)
    if (!kept) continue
    for (const url of await parts(await kept.text(), read)) {
      wanted.add(url)
      for (const [file] of (await read(url)).matchAll(/\/static\/[\w.-]+/g)) wanted.add(file)
    }
  }
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url)
    if (pathname.startsWith('/static/') && !wanted.has(pathname)) await cache.delete(url)
  }
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate' && PAGES.includes(pathname)) event.respondWith(page(request, pathname))
  else if (pathname.startsWith('/static/') || pathname === '/icon.svg') event.respondWith(file(request))
  else if (pathname.startsWith('/sounds/')) event.respondWith(sound(request))
})

async function page(request, pathname) {
  try {
    const reply = await fetch(request, { signal: AbortSignal.timeout(PATIENCE) })
    // Something that stands before the hub says that the hub is away.
    if (reply.status < 500) return reply
    return (await kept(pathname)) ?? reply
  } catch (error) {
    const page = await kept(pathname)
    if (page) return page
    throw error
  }
}

async function kept(pathname) {
  return (await caches.open(KEPT)).match(pathname)
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
