// How a wall is laid out: which panels stand where at which time of day, and from how far they are read.
import { z } from 'zod'
import { Slug, Text } from './text.ts'

export const WallFace = z.object({ id: Slug, name: Text }).meta({ id: 'WallFace' })
export type WallFace = z.infer<typeof WallFace>
