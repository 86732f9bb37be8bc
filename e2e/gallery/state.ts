// One state of one screen or part: enough to render it without a hub.
import type { Component } from 'svelte'

export interface GalleryState {
  /** kiosk/home-open: the app, and what the visitor or clerk has in front of them. */
  id: string
  app: 'kiosk' | 'display' | 'desk' | 'phone'
  /** Pixels of the reference screen. */
  size: readonly [width: number, height: number]
  component: Component<Record<string, unknown>>
  props: Record<string, unknown>
}

/** Checks the props against the component, then forgets its type. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- an interface of props has no index signature, as Record<string, unknown> asks for
export function state<P extends Record<string, any>>(
  id: string,
  size: readonly [number, number],
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a component's exports do not matter here
  component: Component<P, any, any>,
  props: NoInfer<P>,
): GalleryState {
  const app = id.split('/')[0] as GalleryState['app']
  return { id, app, size, component: component as unknown as GalleryState['component'], props }
}

export const PORTRAIT = [1080, 1920] as const
export const LANDSCAPE = [1920, 1080] as const
export const OLD_MONITOR = [1366, 768] as const
export const PHONE = [390, 844] as const
