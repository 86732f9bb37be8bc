// What to call a ticket's class beside its number; nothing for everybody's class. Pure.
import type { CatalogView, DeskTicket } from '#contract/views.ts'
import type { Text } from '#assets/i18n/language.svelte.ts'
import { words } from './text.ts'

/** Classes that no resident chooses (a return after a miss) are not in the catalog: they read "priority". */
export function className(ticket: DeskTicket, catalog: CatalogView): Text | null {
  const found = [...catalog.classes, ...(catalog.appointment ? [catalog.appointment] : [])].find(
    ({ id }) => id === ticket.class,
  )
  if (found) return found.headStart > 0 ? found.name : null
  return ticket.rankAt < ticket.joinedAt ? words.priority : null
}
