// The day's fairness in four figures, as it stands on the wall: how many were served, how long the longest wait is, by how much anybody was
// overtaken. The same rules as the report's, over those who stayed in the lane that gave them their number. Pure.

/** One ticket of the day; instants as ISO text. */
export interface LedgerFact {
  lane: string
  joinedAt: string
  /** Its first call that stands. */
  calledAt: string | null
  endedAt: string | null
  state: string
  /** It waits for one window, and is compared with nobody. */
  sent: boolean
  /** It was moved to another lane. */
  moved: boolean
}

export interface DayLedger {
  served: number
  /** Minutes; null of nobody. */
  longest: number | null
  overtaken: number
}

const MINUTE = 60_000

export function dayLedger(facts: readonly LedgerFact[], now: number): DayLedger {
  const records = facts.map((one) => {
    const joined = Date.parse(one.joinedAt)
    const called = one.calledAt === null ? null : Math.max(joined, Date.parse(one.calledAt))
    const until = called ?? (one.endedAt === null ? now : Date.parse(one.endedAt))
    return { ...one, joined, called, until }
  })
  const lanes = new Map<string, typeof records>()
  for (const one of records) {
    if (one.sent || one.moved) continue
    const lane = lanes.get(one.lane)
    if (lane) lane.push(one)
    else lanes.set(one.lane, [one])
  }
  let overtaken = 0
  for (const lane of lanes.values()) {
    const line = lane.toSorted((one, other) => one.joined - other.joined)
    for (const [at, one] of line.entries())
      for (let next = at + 1; next < line.length; next += 1) {
        const other = line[next]
        if (!other || other.joined >= one.until) break
        if (other.called !== null && other.called < one.until)
          overtaken = Math.max(overtaken, other.joined - one.joined)
      }
  }
  const longest = records.reduce((most, { joined, until }) => Math.max(most, until - joined), -1)
  return {
    served: records.filter(({ state }) => state === 'done').length,
    longest: longest < 0 ? null : Math.floor(longest / MINUTE),
    overtaken: Math.floor(overtaken / MINUTE),
  }
}
