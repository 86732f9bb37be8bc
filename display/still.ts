// What of an old view is still true. Pure. Times that the hub computed stay right without it; numbers of people do not.
import type { BoardView, DutyFace, EventFace, HoursFace } from '#contract/views.ts'

/** The hours at `now`, from a view that may be from before a closing or an opening. */
export function hoursNow(hours: HoursFace, now: number): HoursFace {
  const open = hours.open && Date.parse(hours.open.until) > now ? hours.open : null
  const next = hours.next && Date.parse(hours.next.at) > now ? hours.next : null
  return { ...hours, open, next }
}

/** Who is on duty at `now`. */
export function dutyNow(duty: readonly DutyFace[], now: number): DutyFace[] {
  return duty.filter(({ from, until }) => Date.parse(from) <= now && now < Date.parse(until))
}

/** Today's events that are not over: what is on first, then what is next. */
export function eventsNow(events: readonly EventFace[], now: number): (EventFace & { on: boolean })[] {
  return events
    .filter(({ endsAt }) => Date.parse(endsAt) > now)
    .map((event) => ({ ...event, on: Date.parse(event.startsAt) <= now }))
    .sort((one, other) => Date.parse(one.startsAt) - Date.parse(other.startsAt))
}

/** People who wait in all lanes together. */
export function waitingNow({ lanes }: Pick<BoardView, 'lanes'>): number {
  return lanes.reduce((sum, { waiting }) => sum + waiting, 0)
}

/** Nothing more to call today: the hall is closed, nobody waits, and nobody is at a window. */
export function atRest(view: BoardView, hours: HoursFace): boolean {
  return hours.open === null && waitingNow(view) === 0 && view.calls.every(({ state }) => state === 'past')
}
