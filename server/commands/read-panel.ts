// How the hall stands now, for whoever runs it: what the desk's own view does not say. Bounded, however long a lane is.
import type { PanelView } from '#contract/closing.ts'
import { waitTarget } from '#domain/book.ts'
import { iso, serviceDate } from '#domain/service-day.ts'
import { label } from '#domain/ticket.ts'
import { getHall } from '#db/queries/hall.ts'
import { laneWaits, longestWaiting, seatedSince } from '#db/queries/panel.ts'
import { colourOf } from '../views/faces.ts'
import type { Hub } from './run.ts'

const MINUTE = 60_000
const LISTED = 30

export async function readPanel(hub: Hub): Promise<PanelView> {
  const now = hub.clock.now()
  return hub.store.read(async (db) => {
    const { bookRev } = await getHall(db, hub.hall)
    const book = await hub.shelf.book(db, hub.hall, bookRev)
    const date = serviceDate(now, book.hall.zone)
    const before = (lane: string) => iso(now - waitTarget(book, lane) * MINUTE)
    const lanes: PanelView['lanes'] = []
    const over: PanelView['over'] = []
    for (const { id } of book.lanes) {
      const { waiting, late, since } = await laneWaits(db, hub.hall, { date, lane: id, before: before(id) })
      lanes.push({ id, waiting, target: waitTarget(book, id), over: late, since })
      if (late === 0) continue
      for (const one of await longestWaiting(db, hub.hall, { date, lane: id, before: before(id), most: LISTED }))
        over.push({
          label: label(one.prefix, one.number),
          colour: colourOf(book, one.prefix),
          words: book.matterOf.get(one.matter)?.words ?? { zh: '其他', en: 'Other' },
          lane: id,
          joinedAt: one.joinedAt,
        })
    }
    const seated = await seatedSince(db, hub.hall)
    return {
      at: iso(now),
      targets: book.targets,
      provenCalls: book.provenCalls,
      lanes,
      windows: book.windows.map(({ id }) => ({ id, seatedAt: seated.get(id) ?? null })),
      over: over.sort((one, other) => (one.joinedAt < other.joinedAt ? -1 : 1)).slice(0, LISTED),
    }
  })
}
