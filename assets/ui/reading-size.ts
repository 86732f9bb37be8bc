// How large type has to be to be read from afar. Pure. The wall sets its type by it, and the desk tells the manager what comes of it.

/** A wall's glass: CSS pixels, and its diagonal in inches. */
export interface Glass {
  width: number
  height: number
  diagonal: number
}

/** Least type sizes in design pixels, and the distance in metres for which they are enough. */
export interface ReadingSizes {
  /** Ticket numbers, windows, times until when: the capital is as high as EN 301 549, 5.1.4, asks for. */
  number: number
  /** Words that are read from the reading distance: who, where, whether the hall is open. */
  far: number
  /** Second texts: read after a few steps towards the wall. */
  near: number
  /** The reading distance, or less where the glass is too small for it. */
  distance: number
}

/** A capital subtends at least 0.7°: its height is the distance divided by this. EN 301 549 V3.2.1, 5.1.4. */
const CAPITAL = 82
/** Height of a capital or a figure of the hall's typeface, in em. */
const CAP_EM = 0.733
/** A Hanzi fills its square: seven tenths of a capital's height is its type size. */
const HANZI = 0.7
/** Nothing is set smaller, however close it is read. */
const LEAST = 24
/** Width of A012 in em, as NumberPlate draws it on a wall. */
export const LABEL_EM = 2.89
/** Half the margins of a wall and of a panel, in design pixels, that a number cannot use. */
const MARGINS = 150

/** CSS pixels in one design pixel: as assets/styles/base.css sets --u on a display. */
export function unitOf({ width, height }: Pick<Glass, 'width' | 'height'>): number {
  return height >= width ? Math.min(width / 1080, height / 1920) : Math.min(width / 1920, height / 1080)
}

/** Millimetres of one design pixel on the glass. */
function pitch(glass: Glass): number {
  return ((glass.diagonal * 25.4) / Math.hypot(glass.width, glass.height)) * unitOf(glass)
}

/** From where second texts are read: two metres, half the way where one stands closer, a third of it from afar. */
const nearBy = (distance: number) => Math.max(distance / 3, Math.min(2, distance / 2))

/** Height of a capital in millimetres that is read from `distance`, metres. */
const capital = (distance: number) => (distance * 1000) / CAPITAL

/** Up, so that rounding never makes type too small. */
const up = (size: number) => Math.ceil(size * 2) / 2

/** The farthest distance in metres, to a tenth, from which this glass can be read: a number has to fit on it. */
export function farthest(glass: Glass): number {
  const u = unitOf(glass)
  const widest = (Math.min(glass.width, glass.height * 1.6) / u - MARGINS) / LABEL_EM
  const tallest = (glass.height / u) * 0.4
  const metres = (Math.min(widest, tallest) * CAP_EM * pitch(glass) * CAPITAL) / 1000
  return Math.floor(metres * 10) / 10
}

/** The least sizes for a wall that is read from `distance`, metres. */
export function readingSizes(distance: number, glass: Glass): ReadingSizes {
  const reached = Math.min(distance, Math.max(0.1, farthest(glass)))
  const high = capital(reached) / pitch(glass)
  const near = (capital(nearBy(reached)) / pitch(glass)) * HANZI
  return {
    number: Math.max(LEAST, up(high / CAP_EM)),
    far: Math.max(LEAST, up(high * HANZI)),
    near: Math.max(LEAST, up(near)),
    distance: reached,
  }
}

/** The height of a capital of a number in CSS pixels of the glass, as a manager is told. */
export function capitalPixels(distance: number, glass: Glass): number {
  return Math.round(readingSizes(distance, glass).number * CAP_EM * unitOf(glass))
}
