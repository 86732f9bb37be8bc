// Calendars from outside: taken in by a manager, looked at again once a day. A source that fails keeps its last good copy and says
// since when it fails.
import { refuse } from '#contract/errors.ts'
import type { Text } from '#contract/text.ts'
import type { EventKind } from '#contract/words.ts'
import { readIcs, type OutsideCalendar } from '#domain/calendar-import.ts'
import { iso } from '#domain/service-day.ts'
import { deleteFeed, insertFeed, keepCopy, keepFailure, listFeeds, type Feed } from '#db/queries/feeds.ts'
import { hash, newId } from '../ids.ts'
import type { Log } from '../log.ts'
import { fetchFeed } from './fetch-feed.ts'
import { run, type Actor, type Answer, type Hub, type Outcome, type Room } from './run.ts'

const DAY = 86_400_000
/** Events of the last month and of the next year are kept. */
const BEHIND = 31 * DAY
const AHEAD = 400 * DAY

type Got =
  { ok: true; calendar: OutsideCalendar } | { ok: false; why: 'feed_unreachable' | 'feed_unreadable'; what: string }

async function look(hub: Hub, url: string): Promise<Got> {
  try {
    const calendar = read(hub, await fetchFeed(url))
    return calendar ? { ok: true, calendar } : { ok: false, why: 'feed_unreadable', what: 'no calendar' }
  } catch (error) {
    return { ok: false, why: 'feed_unreachable', what: error instanceof Error ? error.message : String(error) }
  }
}

const read = (hub: Hub, text: string) => {
  const now = hub.clock.now()
  return readIcs(text, { from: now - BEHIND, to: now + AHEAD, zone: 'Asia/Shanghai' })
}

async function keep({ trx, hall, now }: Room, feed: string, { events }: OutsideCalendar): Promise<void> {
  const rows = new Map(
    events.map(({ uid, title, ...event }) => {
      // The same event of the same source has the same id at every look.
      const id = `x${hash(`${feed} ${uid} ${event.startsAt}`).slice(0, 24)}`
      return [id, { ...event, id, title: { zh: title, en: title } }]
    }),
  )
  await keepCopy(trx, hall, { feed, at: iso(now), events: [...rows.values()] })
}

const added = async (
  room: Room,
  feed: Pick<Feed, 'id' | 'name' | 'url' | 'kind'>,
  calendar: OutsideCalendar,
): Promise<Outcome> => {
  await insertFeed(room.trx, room.hall, feed)
  await keep(room, feed.id, calendar)
  const act = { act: 'feed-add', about: feed.name.zh, detail: feed.url ?? '' }
  return { ok: true, status: 201, reply: { feed: feed.id, events: calendar.events.length }, act, book: true }
}

/** From an address: fetched before anything is written, so that a mistyped one is refused. */
export async function addFeed(
  hub: Hub,
  actor: Actor,
  { name, url, kind }: { name: string; url: string; kind: EventKind },
): Promise<Answer> {
  const got = await look(hub, url)
  return run(hub, { actor, name: 'feed-add', body: null, key: null }, async (room) => {
    if (!got.ok) return refuse(got.why)
    return added(room, { id: newId(room.now), name: { zh: name, en: name }, url, kind }, got.calendar)
  })
}

/** From a file that was given once. */
export async function importFile(
  hub: Hub,
  actor: Actor,
  { text, kind }: { text: string; kind: EventKind },
): Promise<Answer> {
  const calendar = read(hub, text)
  return run(hub, { actor, name: 'feed-file', body: null, key: null }, async (room) => {
    if (!calendar) return refuse('feed_unreadable')
    const name: Text = calendar.name
      ? { zh: calendar.name, en: calendar.name }
      : { zh: '日历文件', en: 'Calendar file' }
    return added(room, { id: newId(room.now), name, url: null, kind }, calendar)
  })
}

export async function refreshFeed(hub: Hub, actor: Actor, id: string): Promise<Answer> {
  const feed = (await listFeeds(hub.store.db, hub.hall)).find((one) => one.id === id)
  const got = feed?.url ? await look(hub, feed.url) : null
  return run(hub, { actor, name: 'feed-refresh', body: null, key: null }, async (room) => {
    if (!feed || !got) return refuse('feed_unknown')
    if (got.ok) await keep(room, id, got.calendar)
    else await keepFailure(room.trx, room.hall, { feed: id, at: iso(room.now), failure: got.what.slice(0, 200) })
    // A source that fails is no refusal: what was tried is kept, and the office shows since when it fails.
    return { ok: true, reply: { feed: id, events: got.ok ? got.calendar.events.length : feed.events }, book: true }
  })
}

export async function removeFeed({ trx, hall }: Room, id: string): Promise<Outcome> {
  const feed = (await listFeeds(trx, hall)).find((one) => one.id === id)
  if (!feed) return refuse('feed_unknown')
  await deleteFeed(trx, hall, id)
  return { ok: true, reply: {}, act: { act: 'feed-remove', about: feed.name.zh, detail: feed.url ?? '' }, book: true }
}

const nobody: Actor = { device: null, staff: null, session: null, window: null }
/** How often the clock is looked at, and how long a good and a failing source are left alone. Milliseconds. */
const LOOK_EVERY = 10 * 60_000
const FAILING_REST = 3_600_000

/** Those that should be looked at again. */
export function dueFeeds(feeds: readonly Feed[], now: number): Feed[] {
  return feeds.filter(({ url, triedAt, failingSince }) => {
    const rest = failingSince === null ? DAY : FAILING_REST
    return url !== null && (triedAt === null || Date.parse(triedAt) + rest <= now)
  })
}

/** Looks at each source again when it is due. Returns how to stop. */
export function watchFeeds(hub: Hub, log: Log): () => void {
  const once = async () => {
    for (const feed of dueFeeds(await listFeeds(hub.store.db, hub.hall), hub.clock.now()))
      await refreshFeed(hub, nobody, feed.id)
  }
  const timer = setInterval(() => void once().catch((err: unknown) => log.error({ err }, 'a feed')), LOOK_EVERY)
  timer.unref()
  return () => clearInterval(timer)
}
