// Asks the service worker to keep this page's own files, so that the screen starts while the hub is away.
// There is no service worker on plain http except on localhost: without one the page works as before, and the guide says what to do.

/** `scope`: the page's address, /display/ or /kiosk/. */
export async function keepShell(scope: string): Promise<void> {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return
  try {
    await navigator.serviceWorker.register('/sw.js', { scope })
    const { active } = await navigator.serviceWorker.ready
    await document.fonts.ready
    const own = performance.getEntriesByType('resource').map(({ name }) => new URL(name))
    const files = own.filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/static/'))
    active?.postMessage({ shell: scope, files: [...new Set(files.map(({ pathname }) => pathname))] })
  } catch {
    // A refused registration leaves the screen as it is.
  }
}
