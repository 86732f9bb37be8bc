// Who was on duty on a day of the log: one line for each person and place. Pure.
import type { DutyLogReply } from '#contract/duty-log.ts'
import type { DutyKind } from '#contract/words.ts'
import type { Text } from '#assets/i18n/language.svelte.ts'
import { placeName } from './text.ts'

export interface DutyLine {
  id: string
  name: string
  place: Text
  hours: string[]
}

export function linesOfDuty(duty: DutyLogReply['duty']): DutyLine[] {
  const lines = new Map<string, DutyLine>()
  for (const { name, kind, window, hours } of duty) {
    const id = `${name} ${kind} ${window}`
    const line = lines.get(id) ?? { id, name, place: placeName(kind as DutyKind, window), hours: [] }
    lines.set(id, line)
    line.hours.push(hours)
  }
  return [...lines.values()]
}
