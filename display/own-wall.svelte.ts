// Which wall this display paints: the one that its address asks for, for a try, or the one that its device was given. The device learns
// its own id from the hub once and remembers it, so that it finds its wall without the hub, too.
import type { OwnDevice } from '#contract/walls.ts'
import type { WallsView } from '#contract/views.ts'
import { wallFor } from './layout.ts'

const KEY = 'display.device'

function remembered(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    // A browser without storage asks again each time.
    return null
  }
}

export class OwnWall {
  #device = $state(remembered())
  readonly #wanted = /[?&]wall=([^&]*)/.exec(location.search)?.[1] ?? null

  of(view: WallsView | undefined) {
    return wallFor(view, { wanted: this.#wanted, device: this.#device })
  }

  /** Ask the hub which device this is. Again after each pairing. */
  async learn(): Promise<void> {
    try {
      const response = await fetch('/api/devices/me')
      if (!response.ok) return
      this.#device = ((await response.json()) as OwnDevice).device.id
      localStorage.setItem(KEY, this.#device)
    } catch {
      // The hub is away: what was remembered stands.
    }
  }
}
