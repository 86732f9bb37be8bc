// What a screen that lives for years does beside its picture: keeps a copy of its views, notices what breaks in it, loads itself anew at
// a calm moment, and shows by its title that it is alive. Loaded by the Hub once the first picture stands.
import { clock, date } from '../i18n/time.ts'
import { alone } from './alone.ts'
import { faultText, Life } from './faults.ts'
import { Kept, offsetFrom, usable } from './kept.ts'
import { Reloads } from './reloads.ts'
import { ownBuild, type Hub } from './hub.svelte.ts'

/** How often it looks after itself. Milliseconds. */
const LOOK_EVERY = 5000
/** A call is over for everybody this long after it was made. */
const CALL_STANDS = 120_000
/** Longer than any screen of a visit stays without a touch. */
const UNTOUCHED = 90_000

export function last(hub: Hub, screen: 'display' | 'kiosk' | 'desk'): () => void {
  const own = ownBuild()
  const reloads = new Reloads(own, sessionStorage)
  const watch = screen === 'desk' ? null : watchOver(hub, screen, reloads)
  let touched = performance.now()
  const touch = () => (touched = performance.now())
  for (const kind of ['pointerdown', 'keydown'] as const) addEventListener(kind, touch)
  hub.tell({ build: own })

  const look = () => {
    watch?.look()
    if (screen === 'desk') {
      // Whoever works here decides when.
      hub.renew = reloads.isNew(hub.build) ? () => location.reload() : null
      return
    }
    const quiet = screen === 'kiosk' ? performance.now() - touched >= UNTOUCHED : noCalls(hub)
    const calm = quiet && hub.connected && hub.freshness === 'fresh' && !hub.received.alert?.alert
    if (reloads.now({ now: hub.now, offered: hub.build, calm })) location.reload()
  }
  look()
  const looking = setInterval(look, LOOK_EVERY)
  return () => {
    clearInterval(looking)
    watch?.end()
    for (const kind of ['pointerdown', 'keydown'] as const) removeEventListener(kind, touch)
  }
}

const noCalls = (hub: Hub): boolean =>
  (hub.received.board?.calls ?? []).every(({ at }) => hub.now - Date.parse(at) >= CALL_STANDS)

/** A kiosk's or a wall's own care: the copy, the faults, the sign of life. */
function watchOver(hub: Hub, screen: 'display' | 'kiosk', reloads: Reloads): { look: () => void; end: () => void } {
  const kept = new Kept(localStorage, screen, ownBuild())
  const life = new Life(localStorage, screen)
  const zone = () => (hub.received.board ?? hub.received.kiosk)?.hall.zone ?? 'Asia/Shanghai'
  hub.alone = alone
  void navigator.storage?.persist?.().catch(() => false)

  const copy = kept.read()
  if (copy) {
    const offset = offsetFrom(copy, Date.now())
    hub.restore(usable(copy, Date.now() + offset), { heardAt: copy.heardAt, offset })
  }
  const openedAt = new Date(hub.now - performance.now()).toISOString()
  const { starts, fault } = life.start(date(hub.now, zone()))
  hub.tell({ openedAt, starts, ...(fault && { fault }) })

  const broke = (error: unknown, place?: string, grave = true) => {
    const what = faultText(error, place)
    if (what === null) return
    const fault = { at: new Date(hub.now).toISOString(), what }
    life.broke(date(hub.now, zone()), fault)
    hub.tell({ fault })
    if (grave) reloads.broke(hub.now)
  }
  const onerror = ({ error, message, filename, lineno }: ErrorEvent) => {
    // A picture or a sound that did not load comes here without a message.
    if (message) broke(error ?? message, `${filename.split('/').at(-1) ?? ''}:${lineno}`)
  }
  // What was promised and did not come leaves the picture as it is; a part of the page that did not load does not.
  const onrejection = ({ reason }: PromiseRejectionEvent) =>
    broke(reason, '', /dynamically imported|module script/i.test(String(reason)))
  addEventListener('error', onerror)
  addEventListener('unhandledrejection', onrejection)

  let idle: number | undefined
  let told: string | undefined
  const keep = () => {
    const { dismissed, received: views, offset } = hub
    if (dismissed === 'device_revoked' || dismissed === 'refused') return kept.forget()
    if (hub.freshness === 'fresh') kept.write({ views, heardAt: hub.now - hub.silence, offset })
  }
  return {
    look: () => {
      if (idle !== undefined) cancelIdleCallback(idle)
      idle = requestIdleCallback(keep, { timeout: LOOK_EVERY - 1000 })
      // Whoever guards the browser from outside reads the title: it moves on, by the device's clock, only while the page still draws.
      requestAnimationFrame(() => {
        const wall = document.querySelector<HTMLElement>('[data-wall]')?.dataset.wall
        if (wall !== undefined && wall !== told) hub.tell({ wall: (told = wall) })
        document.title = `${document.title.replace(/ · \d.*$/, '')} · ${clock(Date.now(), zone())}`
      })
    },
    end: () => {
      if (idle !== undefined) cancelIdleCallback(idle)
      removeEventListener('error', onerror)
      removeEventListener('unhandledrejection', onrejection)
    },
  }
}
