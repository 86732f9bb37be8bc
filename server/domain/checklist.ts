// The one-time checklist (一次性告知单): what its sheet says for each matter of a ticket. Pure. Nothing of a person stands on it.
import type { Text } from '#contract/text.ts'
import type { HoursFace } from '#contract/views.ts'
import type { ChecklistSheet, VisitFace } from '#contract/visits.ts'
import type { Book } from './book.ts'
import { serviceDate } from './service-day.ts'
import { label, type Ticket } from './ticket.ts'
import { standOf } from './visit.ts'

const DAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const
const DAYS_EN = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const

/** All matters of a ticket with what its holder needs to know of each. */
export function visitFaces({ matterOf }: Pick<Book, 'matterOf'>, ticket: Ticket): VisitFace[] {
  return standOf(ticket).flatMap(({ matter: id, stand }) => {
    const matter = matterOf.get(id)
    const found = ticket.checklist?.find((one) => one.matter === id)
    if (!matter) return []
    const { words, steps, bring } = matter
    return [{ words, stand, steps, bring, missing: [...(found?.missing ?? [])], note: found?.note ?? '' }]
  })
}

/** A sheet for each matter of the ticket for which something is missing; where nothing is, one for the current matter. */
export function checklistSheets(
  book: Pick<Book, 'matterOf' | 'hall'>,
  ticket: Ticket,
  { hours, now }: { hours: HoursFace; now: number },
): ChecklistSheet[] {
  const found = standOf(ticket).filter(({ matter }) => ticket.checklist?.some((one) => one.matter === matter))
  const ids = found.length > 0 ? found.map(({ matter }) => matter) : [ticket.matter]
  return ids.flatMap((id) => {
    const matter = book.matterOf.get(id)
    const { missing = [], note = '' } = ticket.checklist?.find((one) => one.matter === id) ?? {}
    if (!matter) return []
    // What is missing stays on the sheet although the book may ask for other things by now.
    const gone = missing.filter(({ zh }) => !matter.bring.some((thing) => thing.zh === zh))
    return [
      {
        hall: book.hall.name,
        phone: book.hall.phone,
        date: serviceDate(now, book.hall.zone),
        label: label(ticket.prefix, ticket.number),
        matter: matter.words,
        name: matter.name,
        steps: matter.steps,
        bring: [...matter.bring, ...gone].map((thing) => ({
          thing,
          missing: missing.some(({ zh }) => zh === thing.zh),
        })),
        note,
        hours: weekLines(hours.week),
      },
    ]
  })
}

/** The coming week, a line for each run of days with the same hours: 周一至周五 8:30–20:00. */
export function weekLines(week: HoursFace['week']): Text[] {
  const lines: { first: number; last: number; times: string }[] = []
  // From Monday on, as people say it, whatever day it is.
  const days = week.map(({ date, spans }) => ({
    day: new Date(`${date}T00:00:00Z`).getUTCDay(),
    times: timesOf(spans),
  }))
  for (const { day, times } of days.sort((one, other) => ((one.day + 6) % 7) - ((other.day + 6) % 7))) {
    const before = lines.at(-1)
    if (before?.times === times) before.last = day
    else lines.push({ first: day, last: day, times })
  }
  return lines.map(({ first, last, times }) => ({
    zh: `${DAYS[first]}${first === last ? '' : `至${DAYS[last]}`} ${times || '不开放'}`,
    en: `${DAYS_EN[first]}${first === last ? '' : `–${DAYS_EN[last]}`} ${times || 'closed'}`,
  }))
}

/** Spans that touch are one. */
function timesOf(spans: HoursFace['week'][number]['spans']): string {
  const joined: { from: string; to: string }[] = []
  for (const { from, to } of spans) {
    const before = joined.at(-1)
    if (before?.to === from) before.to = to
    else joined.push({ from, to })
  }
  return joined.map(({ from, to }) => `${from}–${to}`).join('、')
}
