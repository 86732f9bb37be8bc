// What the window screen is asking the clerk, if anything. The ticket is the one that was on the glass when it was asked.
import type { DeskTicket } from '#contract/views.ts'

export type Question = { ask: 'reason' | 'transfer' | 'miss' | 'add'; ticket: DeskTicket }
