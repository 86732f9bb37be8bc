// Parts of a screen that its first picture does not need: each loaded once, when it is needed or soon after, and asked for again where
// the hub was away. Once loaded they are there at once, with or without a hub.

/** One promise for each part; after a failure the next call asks again. */
export function loadOnce<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined
  return () => {
    loading ??= sheetsAgain()
      .then(load)
      .catch((error: unknown) => {
        loading = undefined
        throw error
      })
    return loading
  }
}

/** Loads all of them, and those that failed again until nothing is missing: then `whole` is called. Returns what ends it. */
export function loadAllOf(
  parts: readonly (() => Promise<unknown>)[],
  { after = 0, again = 3000, whole }: { after?: number; again?: number; whole?: () => void } = {},
): () => void {
  let timer = setTimeout(() => void round(parts), after)
  let ended = false
  async function round(left: readonly (() => Promise<unknown>)[]): Promise<void> {
    const failed: (() => Promise<unknown>)[] = []
    await Promise.all(left.map((load) => load().catch(() => failed.push(load))))
    if (failed.length === 0) whole?.()
    else if (!ended) timer = setTimeout(() => void round(failed), again)
  }
  return () => {
    ended = true
    clearTimeout(timer)
  }
}

/** Style sheets that did not come. Whoever loads a script asks for its sheets the first time only. */
const missing = new Set<HTMLLinkElement>()
if (typeof document !== 'undefined') {
  const failed = ({ target }: Event) => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') missing.add(target)
  }
  document.addEventListener('error', failed, true)
}

async function sheetsAgain(): Promise<void> {
  await Promise.all(
    [...missing].map((link) => {
      const again = link.cloneNode() as HTMLLinkElement
      missing.delete(link)
      return new Promise<void>((loaded, failed) => {
        again.addEventListener('load', () => loaded(), { once: true })
        again.addEventListener('error', () => failed(new Error(`${link.href} did not load`)), { once: true })
        link.replaceWith(again)
      })
    }),
  )
}
