// The tables of published hours, holidays, proposals and the residents' voices, as rows.

interface OfHall {
  hall_id: string
}

export interface HoursTables {
  /** Goes up with every edit of hours, holidays or proposals: who edits names the one that they saw. */
  hours_edit: OfHall & { version: number }
  /** `weekly`: seven lists of spans from Monday on; `holiday`: the spans of a public holiday. Both JSON. */
  hours_pattern: OfHall & { valid_from: string; weekly: string; holiday: string; source: string | null }
  holiday_year: OfHall & { year: number; source: string }
  /** `same_as`: the weekday whose hours a make-up workday keeps. */
  holiday_day: OfHall & {
    date: string
    year: number
    name_zh: string
    name_en: string
    kind: 'rest' | 'work'
    same_as: number | null
  }
  /** `options`: JSON. What the residents' meeting decided stands in the last three. */
  proposal: OfHall & {
    id: string
    question_zh: string
    question_en: string
    options: string
    from_date: string
    until_date: string
    withdrawn_at: string | null
    decided_on: string | null
    decided_option: string | null
    decision: string | null
  }
  /** One a ticket. */
  voice: OfHall & { proposal_id: string; ticket_id: string; option_id: string; at: string }
}
