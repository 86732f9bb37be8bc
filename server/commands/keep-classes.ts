// The manager's classes and head starts. A change is for new tickets: whoever holds a number keeps the place that stands on it.
import { MOST_OFFERED, type ClassEntry, type ClassKind, type ClassList, type ClassPlan } from '#contract/classes.ts'
import { refuse } from '#contract/errors.ts'
import type { Book, TicketClass } from '#domain/book.ts'
import { classRule } from '#domain/class-rule.ts'
import { insertClass, updateClass } from '#db/queries/classes.ts'
import { newId } from '../ids.ts'
import type { Outcome, Room } from './run.ts'

/** Classes that the hall gives by itself: they are never offered. */
const OWN = ['return', 'appointment']

function kindOf(id: string, { classes }: Book): ClassKind {
  if (OWN.includes(id)) return 'own'
  return classes[0]?.id === id ? 'everybody' : 'chosen'
}

const entryOf = (book: Book, { id, name, headStart, choice }: TicketClass): ClassEntry => ({
  id,
  name,
  headStart,
  offered: choice,
  kind: kindOf(id, book),
})

export const classList = (book: Book): ClassList => ({
  classes: book.classes.map((one) => entryOf(book, one)),
  rule: classRule(book.classes),
})

/** `id` null: a new one. */
export async function keepClass(room: Room, id: string | null, plan: ClassPlan): Promise<Outcome<ClassList>> {
  const { trx, hall, book, now } = room
  const before = book.classes.find((one) => one.id === id)
  if (id !== null && !before) return refuse('class_unknown')
  const kind = id === null ? 'chosen' : kindOf(id, book)
  if (kind === 'everybody' && (plan.headStart !== 0 || !plan.offered)) return refuse('class_fixed')
  if (kind === 'own' && plan.offered) return refuse('class_fixed')
  const offered = book.classes.filter((one) => one.choice && one.id !== id && kindOf(one.id, book) === 'chosen')
  if (kind === 'chosen' && plan.offered && offered.length >= MOST_OFFERED)
    return refuse('classes_full', { most: MOST_OFFERED })
  const own = id ?? `class-${newId(now)}`
  await (before ? updateClass : insertClass)(trx, hall, { id: own, plan })
  const after: TicketClass = { id: own, name: plan.name, headStart: plan.headStart, choice: plan.offered }
  const classes = before ? book.classes.map((one) => (one.id === own ? after : one)) : [...book.classes, after]
  const detail = `${before ? `${before.headStart} → ` : ''}${plan.headStart} min${plan.offered ? '' : ' ×'}`
  return {
    ok: true,
    book: true,
    status: before ? 200 : 201,
    reply: classList({ ...book, classes }),
    act: { act: before ? 'class-edit' : 'class-add', about: plan.name.zh, detail },
  }
}
