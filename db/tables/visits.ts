// What visits of several matters, pauses and orders of preference add to the rows of older tables.
import type { Generated } from 'kysely'
import type { AwayReason } from '#contract/visits.ts'

export interface TicketVisitColumns {
  /** JSON: VisitMatter[] of server/domain/visit.ts; null where there is one matter. */
  matters: string | null
  /** JSON: MissingThings[] of server/domain/visit.ts; null where nothing is missing. */
  checklist: string | null
}

export interface WindowAwayColumns {
  away_reason: Generated<AwayReason | null>
  away_since: Generated<string | null>
  away_until: Generated<string | null>
}

export interface WindowLaneColumns {
  sort: Generated<number>
}

export interface LaneColumns {
  removed_at: Generated<string | null>
}
