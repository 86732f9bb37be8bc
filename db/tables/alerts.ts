// The tables of emergency messages as rows: the messages, their parts, who acknowledged them, what came from outside, prepared words.
import type { AlertStepName, Hazard } from '#contract/words.ts'

interface WordsRow {
  headline_zh: string
  headline_en: string
  instruction_zh: string
  instruction_en: string
  where_zh: string | null
  where_en: string | null
}

export interface AlertsTables {
  alert: { hall_id: string; id: string; hazard: Hazard; drill: 0 | 1; source: string | null }
  alert_part: WordsRow & {
    hall_id: string
    id: string
    alert_id: string
    step: AlertStepName
    sent_at: string
    expires_at: string
    staff_id: string | null
    /** The CAP message from outside that it carries out: sender,identifier,sent. */
    reference: string | null
  }
  alert_ack: { hall_id: string; part_id: string; staff_id: string; at: string }
  alert_draft: WordsRow & {
    hall_id: string
    id: string
    step: AlertStepName
    alert_id: string | null
    hazard: Hazard
    drill: 0 | 1
    expires_at: string | null
    reference: string
    sender: string
    lacks: 'zh' | 'en' | null
    cut: 0 | 1
    received_at: string
    settled_at: string | null
  }
  alert_plan: WordsRow & { hall_id: string; hazard: Hazard }
}
