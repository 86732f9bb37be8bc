// Judges what a hub that was killed has kept, by the record of its clients. Pure: the visits and the rows in, the problems out.

/** What a client was told, word for word. */
export interface Acknowledged {
  id: string
  code: string
  label: string
  number: number
  lane: string
  matter: string
  serviceDate: string
  joinedAt: string
}

/** One person who wants one number. */
export interface Visit {
  /** The idempotency keys under which it was asked for: one, if the client keeps its key until it is answered. */
  keys: string[]
  matter: string
  /** Every answer that arrived, the repeated ones too. Empty: not answered yet. */
  answers: Acknowledged[]
}

/** A ticket as it stands in the database, with the key in whose transaction it was written. */
export interface Kept extends Acknowledged {
  key: string | null
}

const facts = ['id', 'code', 'label', 'number', 'lane', 'matter', 'serviceDate', 'joinedAt'] as const

/** One line for each thing that is wrong: lost, doubled, changed, nobody's, gap. */
export function checkCrash(visits: readonly Visit[], kept: readonly Kept[]): string[] {
  return [...ofVisits(visits, kept), ...ofLabels(visits, kept), ...ofNumbers(kept)]
}

function ofVisits(visits: readonly Visit[], kept: readonly Kept[]): string[] {
  const byId = new Map(kept.map((ticket) => [ticket.id, ticket]))
  const byKey = grouped(kept, ({ key }) => key)
  const asked = new Set(visits.flatMap(({ keys }) => keys))
  const problems = kept
    .filter(({ key }) => key === null || !asked.has(key))
    .map(({ label, key }) => `nobody's: ${label} under the key ${key}`)
  for (const { keys, answers } of visits) {
    const written = keys.flatMap((key) => byKey.get(key) ?? [])
    if (written.length > 1)
      problems.push(`doubled: one visit has ${written.map(({ label }) => label).join(', ')} (${keys.length} keys)`)
    if (new Set(answers.map(({ id }) => id)).size > 1)
      problems.push(`doubled: one visit was told ${answers.map(({ label }) => label).join(', ')}`)
    for (const answer of answers) {
      const ticket = byId.get(answer.id)
      if (!ticket) problems.push(`lost: ${answer.label}`)
      else
        for (const fact of facts)
          if (ticket[fact] !== answer[fact])
            problems.push(`changed: ${answer.label}, ${fact} was ${answer[fact]} and is ${ticket[fact]}`)
    }
  }
  return problems
}

/** No label of a lane and day is in two hands. */
function ofLabels(visits: readonly Visit[], kept: readonly Kept[]): string[] {
  const told = visits.flatMap(({ answers }) => answers.slice(0, 1))
  const twice = (list: readonly Acknowledged[], where: string) =>
    [...grouped(list, ({ serviceDate, label }) => `${serviceDate} ${label}`)]
      .filter(([, same]) => same.length > 1)
      .map(([label]) => `doubled: ${label} ${where}`)
  return [...twice(told, 'was told to two visits'), ...twice(kept, 'stands twice in the database')]
}

/** The numbers of a lane and day count 1, 2, 3 … to the last. */
function ofNumbers(kept: readonly Kept[]): string[] {
  const lanes = grouped(kept, ({ serviceDate, label }) => `${serviceDate} ${label[0]}`)
  return [...lanes].flatMap(([lane, tickets]) => {
    const numbers = new Set(tickets.map(({ number }) => number))
    const last = Math.max(...numbers)
    const missing = Array.from({ length: last }, (_, index) => index + 1).filter((number) => !numbers.has(number))
    return missing.length > 0 ? [`gap: ${lane} has no ${missing.join(', ')}`] : []
  })
}

function grouped<T, K>(list: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const one of list) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}
