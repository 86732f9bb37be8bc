// What was looked up is counted: words and things, by day, and nothing of who asked. The manager reads what residents ask for.
import { refuse } from '#contract/errors.ts'
import type { Lookup, LookupList } from '#contract/people.ts'
import { isKnown } from '#domain/people.ts'
import { plusDays, serviceDate } from '#domain/service-day.ts'
import { countLookup, forgetLookups, listLookups, lookupsOn } from '#db/queries/lookups.ts'
import { presentBook } from './hours-office.ts'
import type { Hub, Outcome, Room } from './run.ts'

/** Different things a day: beyond it, somebody writes nonsense, and nothing more is learned from new words. */
const MOST_KINDS = 2000
/** Days for which counts are kept. */
const KEPT = 400
/** Words that were looked up only once may be somebody's own story. */
const TOLD_FROM = 2
const LISTED = 300

export async function count({ trx, hall, book, now }: Room, lookup: Lookup): Promise<Outcome> {
  const date = serviceDate(now, book.hall.zone)
  if (lookup.kind !== 'words') {
    const { kind, what } = lookup
    const about = kind === 'matter' ? { matter: what } : kind === 'answer' ? { answer: what } : { post: what as never }
    if (!isKnown(book, about, date)) return refuse('not_found')
  }
  const { kinds } = await lookupsOn(trx, hall, date)
  if (kinds === 0) await forgetLookups(trx, hall, plusDays(date, -KEPT))
  if (kinds < MOST_KINDS)
    await countLookup(trx, hall, {
      date,
      kind: lookup.kind,
      what: lookup.kind === 'words' ? lookup.what.toLowerCase() : lookup.what,
      found: lookup.kind !== 'words' || lookup.found,
    })
  return { ok: true, quiet: true, reply: {} }
}

export async function readLookups(hub: Hub, days: number): Promise<LookupList> {
  const { today } = await presentBook(hub)
  const from = plusDays(today, 1 - days)
  const all = await listLookups(hub.store.db, hub.hall, { from, most: LISTED * 2 })
  return {
    from,
    lookups: all
      .filter(({ kind, count: times }) => kind !== 'words' || times >= TOLD_FROM)
      .slice(0, LISTED)
      .map(({ kind, what, found, count: times }) => ({ kind, what, found, count: times })),
  }
}
