// The contact card: one person's telephone and code, the ways on which a card can be had on paper, and what is asked of them.
import { z } from 'zod'
import { About, CardReply } from './people.ts'
import { Slug, Text } from './text.ts'

/** What a card is for: a matter, an answer, a post, a person, or everybody of one building. */
export const CardAbout = z.union([...About.options, z.strictObject({ building: Slug })])
export type CardAbout = z.infer<typeof CardAbout>

/** receipt: 80 mm roll. small: 85.6 × 54 mm, two sides. a6: 105 × 148 mm, two sides. a4: eight small ones for handing out. */
export const CardForm = z.enum(['receipt', 'small', 'a6', 'a4'])
export type CardForm = z.infer<typeof CardForm>

/** A QR code that was read back: its modules row by row, 1 is black. */
export const CodeFace = z
  .object({ text: z.string(), size: z.int(), modules: z.string().regex(/^[01]+$/) })
  .meta({ id: 'CodeFace' })
export type CodeFace = z.infer<typeof CodeFace>

/** One person's card, as a card is made of it. Nobody is given them all at once. */
export const PersonCard = CardReply.extend({
  /** When they are found, in words; null where no hours are published. */
  when: Text.nullable(),
  /** The contact as a vCard; null where no code of it can be read. */
  code: CodeFace.nullable(),
}).meta({ id: 'PersonCard' })
export type PersonCard = z.infer<typeof PersonCard>

/** The code that leads a telephone to the card's own page; null where none can be read. */
export const CardLink = z.object({ link: z.string(), code: CodeFace.nullable() }).meta({ id: 'CardLink' })
export type CardLink = z.infer<typeof CardLink>

/** One side of a card: one bit a dot, rows of whole bytes, deflated (raw), base64. */
export const CardSide = z
  .strictObject({
    width: z.int().min(8).max(1240).multipleOf(8),
    height: z.int().min(1).max(5000),
    dots: z.base64().max(120_000),
  })
  .meta({ id: 'CardSide' })
export type CardSide = z.infer<typeof CardSide>

export const AskCard = z
  .strictObject({
    about: CardAbout,
    /** Where the visitor lives, if they said it. */
    building: Slug.nullable(),
    /** Whom it names, whoever is asked first in front. */
    people: z.array(Slug).min(1).max(8),
    form: CardForm,
    /** The digits first, and everything larger. */
    large: z.boolean(),
    /** As the screen drew it; a roll that takes text needs none. */
    sides: z.array(CardSide).min(1).max(2).optional(),
  })
  .meta({ id: 'AskCard' })
export type AskCard = z.infer<typeof AskCard>

/** What the hub can print for who asks. `picture`: it needs the sides. */
export const CardWays = z
  .object({ ways: z.array(z.object({ form: CardForm, picture: z.boolean() })) })
  .meta({ id: 'CardWays' })
export type CardWays = z.infer<typeof CardWays>
