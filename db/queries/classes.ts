// The classes of tickets, one at a time: the book reads them whole.
import type { ClassPlan } from '#contract/classes.ts'
import type { Trx } from '../database.ts'

const columns = ({ name, headStart, offered }: ClassPlan) => ({
  name_zh: name.zh,
  name_en: name.en,
  head_start: headStart,
  choice: offered ? (1 as const) : (0 as const),
})

export async function updateClass(
  trx: Trx,
  hall: string,
  { id, plan }: { id: string; plan: ClassPlan },
): Promise<void> {
  await trx.updateTable('ticket_class').set(columns(plan)).where('hall_id', '=', hall).where('id', '=', id).execute()
}

/** Behind all others. */
export async function insertClass(
  trx: Trx,
  hall: string,
  { id, plan }: { id: string; plan: ClassPlan },
): Promise<void> {
  const { last } = await trx
    .selectFrom('ticket_class')
    .select(({ fn }) => fn.max<number | null>('sort').as('last'))
    .where('hall_id', '=', hall)
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('ticket_class')
    .values({ hall_id: hall, id, ...columns(plan), sort: (last ?? 0) + 1 })
    .execute()
}
