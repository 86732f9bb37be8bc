// The socket's events, both ways, on one screen. Types only: screens import this file and nothing of it reaches their bundles.
import type { CallDeed, DeviceKind, SoundState } from './words.ts'
import type { Stamp, ViewName, ViewOf } from './views.ts'

/** Who looks: a paired device, whoever holds a ticket's code, or anybody who opened the hall's own page. */
export type Audience = DeviceKind | 'phone' | 'guest'

/** The part of the handshake that a program sends instead of a cookie, and which page it is. */
export interface Handshake {
  screen: Audience
  /** A device's token, or a desk session's. Browsers send a cookie instead. */
  token?: string
  /** phone only: the ticket's code. */
  code?: string
}

/** Sent every five seconds: the hub is alive, and this is the newest revision of each view that this socket is given. */
export interface Beat {
  epoch: string
  at: string
  revs: Partial<Record<ViewName, number>>
  /** The entry script of this audience's page: a screen that runs another one is of an older version. */
  build?: string
}

/** What a screen has on its glass. Sent after painting, at most once a second. */
export interface Painted {
  epoch: string
  revs: Partial<Record<ViewName, number>>
  sound?: SoundState
  /** The last call that was spoken to its end, and the clips it was made of. */
  spoken?: { call: string; clips: string[] }
  /** 1080×1920@1 */
  size: string
  version: string
  /** The entry script that the page runs. */
  build?: string
  /** The wall that a display paints. */
  wall?: string
  /** When this page was opened, and how often a page was opened on this device today. */
  openedAt?: string
  starts?: number
  /** What last broke in the page, today: the error's own words and place, nothing of a person. */
  fault?: Fault
}

export interface Fault {
  at: string
  /** 200 characters at most. */
  what: string
}

/** What a wall, or the phone that follows a number, did with one call. Repeating it changes nothing. */
export interface CallDone {
  call: string
  deed: CallDeed
}

export interface ServerEvents {
  view: <N extends ViewName>(name: N, view: ViewOf[N]) => void
  beat: (beat: Beat) => void
  /** This device or session is no longer welcome: go back to pairing or sign-in. */
  dismissed: (why: 'device_revoked' | 'session_ended') => void
}

export interface ClientEvents {
  /** Send the newest of every view once more. */
  ask: () => void
  painted: (report: Painted) => void
  /** 16 at most; sent again until the hub answers that it keeps them. */
  proof: (done: CallDone[], heard: () => void) => void
  /** Desk: a person touched this screen; the session stays awake. */
  active: () => void
}

export type { Stamp }
