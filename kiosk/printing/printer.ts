// The port to paper. An adapter prints one ticket and says honestly whether it did.
import type { Text } from '#assets/i18n/language.svelte.ts'
import type { EstimateFace } from '#contract/estimates.ts'
import type { CommitteeColour } from '#contract/words.ts'

/** Everything that stands on a ticket, ready to be laid out. */
export interface PrintedTicket {
  id: string
  label: string
  colour: CommitteeColour
  hall: Text
  plaques: Text[]
  address: Text
  phone: string
  matter: Text
  lane: Text
  /** The class and its head start in minutes; null for everybody's. */
  class: { name: Text; headStart: number } | null
  ahead: number
  /** When it is called, as far as that could be said; missing on a number that was taken without the hub. */
  estimate?: EstimateFace
  /** Taken without the hub: nobody knows how many are ahead, and the paper says what it is. */
  alone?: boolean
  /** The rule of the queue in one sentence. */
  rule: Text
  /** Instant, and the hall's zone to write it in. */
  at: string
  zone: string
  /** How the matter goes. */
  steps: Text[]
  bring: Text[]
  /** The other matters of the same visit, each with what to bring for it. */
  more: { matter: Text; bring: Text[] }[]
  /** Who receives today at the windows that serve the lane, as the wall says it; empty: nobody is down for them now. */
  receives: { window: number; name: string }[]
  /** Where the QR code leads, and its picture. */
  link: string
  qr: string
  demo: boolean
}

/** none: there is no printer here. */
export type PrintResult = 'printed' | 'failed' | 'none'

export interface TicketPrinter {
  /** Never throws. */
  print(ticket: PrintedTicket): Promise<PrintResult>
}
