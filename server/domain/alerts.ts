// Emergency messages: which one is over everything now, until when, and what may become of it. Pure.
import type { AlertWords, StepAlert } from '#contract/alerts.ts'
import { refuse, type Refusal } from '#contract/errors.ts'
import type { Instant } from '#contract/text.ts'
import type { AlertFace } from '#contract/views.ts'
import type { AlertPhase, AlertStepName, Hazard } from '#contract/words.ts'
import { afterwards, marked } from './alerts-words.ts'

/** One part of a message: the first, and every renewal, change and end that followed. It is never changed itself. */
export interface AlertPart {
  id: string
  step: AlertStepName
  words: AlertWords
  sentAt: Instant
  /** Instant from which it is not shown any more. */
  expiresAt: Instant
}

export interface Alert {
  id: string
  hazard: Hazard
  /** For good: no step changes it. */
  drill: boolean
  /** Oldest first; at least one. */
  parts: readonly AlertPart[]
}

/** Those that may still be shown, and perhaps some that have ended. */
export type Alerts = readonly Alert[]

/** How long a message lasts unless it is renewed. Minutes. */
export const LASTS = { real: 30, drill: 10 } as const
/** How long all-clear, or the word that it was a mistake, is shown. Minutes. */
export const AFTERWARDS = 5
/** Whoever is in the house leaves it: no numbers are given. */
const LEAVE_THE_HOUSE: readonly Hazard[] = ['fire', 'gas']

const MINUTE = 60_000
const phases: Record<AlertStepName, AlertPhase> = {
  alert: 'active',
  update: 'active',
  renew: 'active',
  clear: 'over',
  cancel: 'mistake',
}

export const newest = ({ parts }: Alert): AlertPart => parts.at(-1)!

/** The part whose words are shown: a renewal repeats them. */
export const contentOf = ({ parts }: Alert): AlertPart => parts.findLast(({ step }) => step !== 'renew') ?? parts[0]!

/** Null: it has ended, and no screen shows it. `now`: epoch milliseconds. */
export function phaseOf(alert: Alert, now: number): AlertPhase | null {
  const last = newest(alert)
  return now < Date.parse(last.expiresAt) ? phases[last.step] : null
}

/** Danger before its end, what is real before a drill; among equals the newest words. */
function rank(alert: Alert, now: number): number {
  const phase = phaseOf(alert, now)
  if (phase === null) return 0
  return (alert.drill ? 1 : 3) + (phase === 'active' ? 1 : 0)
}

/** The one message that every screen shows; null where there is none. */
export function overEverything(alerts: Alerts, now: number): Alert | null {
  return alerts.reduce<Alert | null>((best, alert) => {
    const here = rank(alert, now)
    if (here === 0) return best
    if (!best) return alert
    const there = rank(best, now)
    if (here !== there) return here > there ? alert : best
    return orderOf(alert) > orderOf(best) ? alert : best
  }, null)
}

const orderOf = (alert: Alert): string => `${contentOf(alert).sentAt} ${contentOf(alert).id}`

/** The hazard for which no numbers are given now; null while they are. Whatever is shown above it. */
export function stopsTickets(alerts: Alerts, now: number): Hazard | null {
  return alerts.find((alert) => stops(alert) && phaseOf(alert, now) === 'active')?.hazard ?? null
}

const stops = ({ drill, hazard }: Alert): boolean => !drill && LEAVE_THE_HOUSE.includes(hazard)

/** What the screens are told of it. A drill comes out with its marks, whatever its words are. */
export function faceOf(alert: Alert): AlertFace {
  const last = newest(alert)
  const phase = phases[last.step]
  const content = contentOf(alert)
  return {
    id: alert.id,
    hazard: alert.hazard,
    drill: alert.drill,
    phase,
    ...shownWords(alert),
    stops: phase === 'active' && stops(alert),
    sentAt: content.sentAt,
    expiresAt: last.expiresAt,
    content: content.id,
    spoken: last.id,
  }
}

/** The words as they leave the hub, on a screen or in a file. */
export function shownWords(alert: Alert, part = newest(alert)): AlertWords {
  const phase = phases[part.step]
  const words = phase === 'active' ? part.words : afterwards(alert.hazard, { drill: alert.drill, phase })
  return alert.drill ? marked(words) : words
}

/** The next instant after `now` at which time alone ends what is shown; Infinity where nothing is. */
export function nextAlertEdge(alerts: Alerts, now: number): number {
  const ends = alerts.map((alert) => Date.parse(newest(alert).expiresAt)).filter((end) => end > now)
  return Math.min(Number.POSITIVE_INFINITY, ...ends)
}

const iso = (milliseconds: number): Instant => new Date(milliseconds).toISOString()

/** The first part of a new message. */
export function firstPart(
  { drill, words, minutes }: { drill: boolean; words: AlertWords; minutes?: number | undefined },
  { id, now }: { id: string; now: number },
): AlertPart {
  const lasts = minutes ?? LASTS[drill ? 'drill' : 'real']
  return { id, step: 'alert', words, sentAt: iso(now), expiresAt: iso(now + lasts * MINUTE) }
}

/** The part that a step adds, or why it does not. More time never makes it shorter. */
export function nextPart(
  alert: Alert,
  step: StepAlert,
  { id, now }: { id: string; now: number },
): { ok: true; part: AlertPart } | { ok: false; refusal: Refusal } {
  if (phaseOf(alert, now) !== 'active') return refuse('alert_over')
  const last = newest(alert)
  if (last.id !== step.after) return refuse('alert_changed')
  const at = { id, step: step.step, sentAt: iso(now) }
  if (step.step === 'clear' || step.step === 'cancel')
    return { ok: true, part: { ...at, words: last.words, expiresAt: iso(now + AFTERWARDS * MINUTE) } }
  const lasts = step.minutes ?? LASTS[alert.drill ? 'drill' : 'real']
  const expiresAt = iso(Math.max(now + lasts * MINUTE, Date.parse(last.expiresAt)))
  return { ok: true, part: { ...at, words: step.step === 'update' ? step.words : last.words, expiresAt } }
}
