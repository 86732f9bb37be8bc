// How long a ticket was at which window and with which of its matters, read from its steps. Pure.
import type { StepName } from '#contract/intents.ts'
import type { StepFact } from './day-report-records.ts'

/** From a call to when the ticket left the window; `how` is null while it is there. */
export interface Visit {
  window: string
  from: number
  to: number
  how: StepName | null
  /** Milliseconds; null where nobody was attended to. */
  service: number | null
  /** Matter after matter, where several were settled without leaving the window. */
  parts: VisitPart[]
}

/** One matter at a window. `settled`: it was done with when this ended. */
export interface VisitPart {
  matter: string
  from: number
  to: number
  service: number | null
  settled: boolean
}

const leavesWindow: readonly StepName[] = ['hold', 'miss', 'requeue', 'transfer', 'finish', 'leave']
/** Where no start was pressed, these say that somebody was attended to all the same. */
const attended: readonly StepName[] = ['hold', 'transfer', 'finish']
interface Here {
  window: string
  from: number
  /** Of the matter that is on now. */
  began: number
  called: number
  started: number | null
  parts: VisitPart[]
}

/** `matter`: the one that the ticket is about now. */
export function visitsOf(steps: readonly StepFact[], { until, matter }: { until: number; matter: string }): Visit[] {
  const visits: Visit[] = []
  let here: Here | null = null
  for (const [index, { step, window, at: instant, ...fact }] of steps.entries()) {
    const at = Date.parse(instant)
    const of = fact.matter ?? matter
    if (step === 'call') here = { window, from: at, began: at, called: at, started: null, parts: [] }
    else if (!here) continue
    else if (step === 'again') here.called = at
    else if (step === 'start') here.started = at
    else if (step === 'onward') {
      here.parts.push(partOf(here, { to: at, matter: of, attended: true, settled: true }))
      Object.assign(here, { began: at, called: at, started: at })
    } else if (leavesWindow.includes(step)) {
      // Handed on for its next matter, it is done with this one.
      const next = steps.slice(index + 1).find((one) => one.matter !== undefined)?.matter ?? matter
      const settled = step === 'finish' || (step === 'transfer' && next !== of)
      here.parts.push(partOf(here, { to: at, matter: of, attended: attended.includes(step), settled }))
      visits.push(visitOf(here, { to: at, how: step }))
      here = null
    }
  }
  if (here) {
    const there = partOf({ ...here, started: null }, { to: until, matter, attended: false, settled: false })
    visits.push(visitOf({ ...here, parts: [...here.parts, there] }, { to: until, how: null }))
  }
  return visits
}

function partOf(
  { began: from, called, started }: Here,
  { attended: some, ...part }: { to: number; matter: string; attended: boolean; settled: boolean },
): VisitPart {
  const since = started ?? (some ? called : null)
  return { ...part, from, service: since === null ? null : Math.max(0, part.to - since) }
}

const visitOf = ({ window, from, parts }: Here, { to, how }: { to: number; how: StepName | null }): Visit => ({
  ...{ window, from, to, how, parts, service: together(parts) },
})

/** Null where nobody was attended to. */
export function together(parts: readonly VisitPart[]): number | null {
  const services = parts.flatMap(({ service }) => (service === null ? [] : [service]))
  return services.length > 0 ? services.reduce((all, one) => all + one, 0) : null
}
