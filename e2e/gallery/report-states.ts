// The states of the day's report at the desk: figures that the hub's own code makes of an invented day.
import { HallFile } from '#contract/book.ts'
import type { StepName } from '#contract/intents.ts'
import { dayReport, type ReportBook } from '#domain/day-report.ts'
import type { CallFact, DayFacts, StepFact, TicketFact } from '#domain/day-report-records.ts'
import { iso, plusDays } from '#domain/service-day.ts'
import hallFile from '#db/seed/hall.json'
import mattersFile from '#db/seed/matters.json'
import type { OfficeProps } from '../../desk/office/props.ts'
import ReportPage from '../../desk/office/ReportPage.svelte'
import { NOW } from './facts.ts'
import { officePage } from './office-page.ts'
import type { GalleryState } from './state.ts'

const { lanes, windows, classes } = HallFile.parse(hallFile)
const { matters } = mattersFile
const targets = { wait: 30, lanes: { service: 20 } }
const book = { lanes, windows, classes, matters, targets } as unknown as ReportBook
const TODAY = '2026-11-23'
const DAY = 86_400_000
/** Half past eight today, and eight in the evening. */
const OPEN = Date.parse('2026-11-23T00:30:00.000Z')
const CLOSE = OPEN + 690 * 60_000
const zone = 'Asia/Shanghai'

/** A day with so many numbers, `back` days ago; the last of them is finished after closing where the day is over. */
function dayOf(back: number, many: number): DayFacts {
  const date = plusDays(TODAY, -back)
  const [open, close] = [OPEN - back * DAY, CLOSE - back * DAY]
  const until = back === 0 ? NOW : open + 929 * 60_000
  const tickets: TicketFact[] = []
  const steps: StepFact[] = []
  const calls: CallFact[] = []
  const apart = ((back === 0 ? NOW : close) - open) / Math.max(1, many)
  for (let at = 0; at < many; at += 1) {
    const matter = matters[(at * 7) % 23]!
    const lane = lanes.find(({ id }) => id === matter.lane)!
    const joined = open + Math.floor(at * apart)
    const id = `t${String(at).padStart(3, '0')}`
    tickets.push({
      ...{ id, serviceDate: date, prefix: lane.prefix, number: at + 1, lane: lane.id, matter: matter.id, window: null },
      class: at % 6 === 2 ? 'senior' : at % 17 === 3 ? 'disabled' : 'normal',
      joinedAt: iso(joined),
    })
    const step = (name: StepName, minutes: number, more: Partial<StepFact> = {}) =>
      steps.push({
        ...{ id: `${id}-${String(steps.length).padStart(5, '0')}`, ticket: id, window: `w${(at % 3) + 1}`, step: name },
        ...{ lane: lane.id, sentTo: null, at: iso(joined + minutes * 60_000), undone: false },
        ...more,
      })
    const called = at % 6 === 2 ? 3 : 6 + ((at * 5) % 17)
    if (at % 13 === 5) step('leave', 21)
    else {
      step('call', called)
      calls.push({ reason: at % 19 === 4 ? 'unwell' : at % 23 === 7 ? 'quick' : null, retracted: false })
      if (at % 11 === 6) {
        step('miss', called + 2, { reason: at % 3 === 2 ? 'aloud' : null })
        step('call', called + 5)
      }
      step('start', called + 6)
      step('finish', called + 9 + ((at * 3) % 9))
    }
  }
  return { date, until, spans: [{ from: open, to: close }], tickets, steps, calls }
}
const report = (...days: DayFacts[]) => dayReport(days, { book, zone, now: NOW })
const url = (from: string, to: string) => `/api/report?from=${from}&to=${to}`

const yesterday = plusDays(TODAY, -1)
const weekAgo = plusDays(TODAY, -6)
const clerk = { id: 'chen', name: '示例·陈晓兰', role: 'clerk' as const }
const answers = {
  [url(TODAY, TODAY)]: report(dayOf(0, 74)),
  [url(yesterday, yesterday)]: report(dayOf(1, 0)),
  [url(weekAgo, TODAY)]: report(
    ...[6, 5, 4, 3, 2, 1, 0].map((back) => dayOf(back, [74, 0, 21, 132, 118, 96, 141][back] ?? 0)),
  ),
}
/** Another day than today, or a span. */
const on = (id: string, from: string, to: string) => {
  const more: Partial<OfficeProps> & { days: { from: string; to: string } } = { days: { from, to } }
  return officePage(`desk/report${id}`, ReportPage, 'report', answers, more)
}

export const reportStates: GalleryState[] = [
  officePage('desk/report', ReportPage, 'report', answers),
  officePage('desk/report-clerk', ReportPage, 'report', answers, { me: { staff: clerk, window: null } }),
  on('-empty', yesterday, yesterday),
  on('-week', weekAgo, TODAY),
  officePage('desk/report-loading', ReportPage, 'report'),
]
