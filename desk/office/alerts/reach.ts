// Which screens a message reaches now, by name: from what is paired and what each screen last said. Pure.
import type { AlertOffice } from '#contract/alerts.ts'
import type { ScreensView } from '#contract/views.ts'

type Device = AlertOffice['devices'][number]

export interface Reach {
  /** Connected: they show it at once. */
  reached: Device[]
  /** Not connected, or never heard of. */
  away: Device[]
  /** Displays that show it and cannot be heard. */
  silent: Device[]
  /** Connected, but have not painted the newest yet. */
  behind: Device[]
}

/** `screens`: undefined until the hub sent it; then nothing is known to be reached. */
export function reachOf(devices: readonly Device[], screens: ScreensView | undefined): Reach {
  const faces = new Map(screens?.screens.map((screen) => [screen.device, screen]))
  const here = devices.filter(({ id }) => faces.get(id)?.connected)
  return {
    reached: here,
    away: devices.filter((device) => !here.includes(device)),
    silent: here.filter(({ id, kind }) => kind === 'display' && faces.get(id)?.sound !== 'on'),
    behind: here.filter(({ id }) => !faces.get(id)?.current),
  }
}
