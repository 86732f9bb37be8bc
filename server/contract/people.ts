// Who to turn to: people with their roles and buildings, who owns a matter, and how they are found.
import { z } from 'zod'
import { Id, Slug, Text } from './text.ts'
import { CommitteeColour } from './words.ts'

/** A person as residents may know them. Nothing is here that the person did not consent to publish. */
export const PersonFace = z
  .object({ id: Id, name: z.string(), title: Text, committee: Slug.nullable(), colour: CommitteeColour })
  .meta({ id: 'PersonFace' })
export type PersonFace = z.infer<typeof PersonFace>
