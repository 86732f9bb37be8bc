// A number that was taken without the hub, as the visit knows it. Types only.
import type { Failure } from '#assets/i18n/errors.ts'
import type { TicketFace } from '#contract/intents.ts'
import type { LeaseRefusal } from '#domain/lease.ts'

export interface Slip {
  id: string
  /** The picture of its QR code; empty where none could be drawn. */
  qr: string
  /** Whether this kiosk can print by itself. */
  prints: boolean
  /** The number that is called; another than the ticket's where the hub had to change it, null where it is called no more. */
  now: string | null
  /** The hub has it. */
  returned?: boolean
}

/** Why no number can be given without the hub. */
export type SlipWhy = LeaseRefusal | 'hours_unknown' | 'no_storage' | 'unknown'

/** `why`: nothing was issued, and whether the hub has the wish is not known. Without it the kept hours or an emergency say no. */
export type TakenAlone = { ok: true; ticket: TicketFace; slip: Slip } | { ok: false; failure: Failure; why?: SlipWhy }
