// When one is called, as it is shown: a band of minutes, never one figure, or an honest word in its place.
import { z } from 'zod'
import { Instant } from './text.ts'

/**
 * Why there is no band. now: a window is free, or as good as. no_window: nobody is at a window that serves this ticket. closing: it would
 * reach past the time at which the windows stop. unsure: too little is known, or what is known says too little.
 */
export const NoBand = z.enum(['now', 'no_window', 'closing', 'unsure'])
export type NoBand = z.infer<typeof NoBand>

/** Whole minutes from `at`. Four of five are called within it. It is not counted down: it stands until something happens. */
export const BandFace = z.object({ low: z.int(), high: z.int(), at: Instant }).meta({ id: 'BandFace' })
export type BandFace = z.infer<typeof BandFace>

/** Either a band, or why there is none. */
export const EstimateFace = z.object({ band: BandFace.nullable(), why: NoBand.nullable() }).meta({ id: 'EstimateFace' })
export type EstimateFace = z.infer<typeof EstimateFace>
