// Who receives, as rows: each window in order with whoever is at it, then the others who can be found in the house. Pure.
import type { BoardView, DutyFace } from '#contract/views.ts'
import type { Text } from '#assets/i18n/language.svelte.ts'

export interface ReceptionRow {
  window: number | null
  /** The window's own name. */
  name: Text | null
  person: DutyFace | null
  /** A pause of this window: its end. */
  back: string | null
}

/** A window where nobody is has its row too, as long as somebody is at another one: else nothing is promised. */
export function receptionRows(
  duty: readonly DutyFace[],
  windows: readonly Pick<BoardView['windows'][number], 'number' | 'name' | 'away'>[],
): ReceptionRow[] {
  const nameOf = (number: number) => windows.find((one) => one.number === number)?.name ?? null
  const backOf = (number: number | null) => windows.find((one) => one.number === number)?.away?.until ?? null
  const at = duty.filter(({ window }) => window !== null)
  const taken = at.map((person): ReceptionRow => {
    return { window: person.window, name: nameOf(person.window ?? 0), person, back: backOf(person.window) }
  })
  const empty = windows
    .filter(({ number }) => at.length > 0 && !at.some(({ window }) => window === number))
    .map(({ number, name }): ReceptionRow => ({ window: number, name, person: null, back: backOf(number) }))
  const rows = [...taken, ...empty].sort((a, b) => (a.window ?? 0) - (b.window ?? 0))
  // Who is on call by telephone does not receive anybody here.
  const others = duty.filter(({ window, kind }) => window === null && kind !== 'standby')
  return [...rows, ...others.map((person): ReceptionRow => ({ window: null, name: null, person, back: null }))]
}
