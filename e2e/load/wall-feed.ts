// Runs inside a wall's page: takes hold of its socket, and feeds it views and hours as the hub would, faster. What it sends are the hub's
// own frames with other numbers in them; the page cannot tell.

interface Feed {
  socket?: WebSocket
  board?: string
  beat?: string
  /** The hub itself is not heard meanwhile. */
  alone: boolean
  ticks: (() => void)[]
}
/** Each function goes into the page by itself: nothing of this file is there but what is on its window. */
type Fed = Window & typeof globalThis & { feed: Feed }

/** Before the page's own scripts: remembers the socket, its newest frames, and what ticks once a second. */
export function install(): void {
  const feed: Feed = { alone: false, ticks: [] }
  Object.assign(window, { feed })
  const Plain = window.WebSocket
  window.WebSocket = class extends Plain {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      feed.socket = this
      this.addEventListener('message', (event) => {
        const data = event.data as string
        if (typeof data !== 'string' || !event.isTrusted) return
        if (data.startsWith('42["view","board",')) feed.board = data
        if (data.startsWith('42["beat",')) feed.beat = data
        if (feed.alone && data.startsWith('42')) event.stopImmediatePropagation()
      })
    }
  }
  const every = window.setInterval
  window.setInterval = ((handler: () => void, wait?: number) => {
    if (wait === 1000) feed.ticks.push(handler)
    return every(handler, wait)
  }) as typeof window.setInterval
}

/** Whether everything that is needed has been heard. */
export const ready = (): boolean => {
  const { socket, board, beat, ticks } = (window as Fed).feed
  return socket !== undefined && board !== undefined && beat !== undefined && ticks.length > 0
}

/** `count` views, each newer than the one before: calls that go on, people who wait, numbers at the windows. A frame is drawn for every twenty-five. */
export async function showViews({ from, count }: { from: number; count: number }): Promise<void> {
  const feed = (window as Fed).feed
  const [, , first] = JSON.parse(feed.board!.slice(2)) as [string, string, Record<string, unknown>]
  const board = first as {
    rev: number
    at: string
    calls: Record<string, unknown>[]
    next: Record<string, unknown>[]
    lanes: { waiting: number }[]
    windows: { label: string | null }[]
  }
  const label = (number: number) => `B${String(number % 1000).padStart(3, '0')}`
  feed.alone = true
  for (let number = from; number < from + count; number += 1) {
    const call = (back: number) => ({
      id: `fed ${number - back}`,
      label: label(number - back),
      window: 1 + ((number - back) % 3),
      colour: 'blue',
      at: board.at,
      again: false,
      state: 'past',
    })
    const view = {
      ...board,
      rev: board.rev + number,
      calls: [0, 1, 2, 3, 4].map(call),
      next: [1, 2, 3].map((ahead) => ({ label: label(number + ahead), colour: 'blue' })),
      lanes: board.lanes.map((lane, index) => ({ ...lane, waiting: (number + index) % 17 })),
      windows: board.windows.map((window, index) => ({ ...window, label: label(number - index) })),
    }
    feed.socket!.dispatchEvent(new MessageEvent('message', { data: `42${JSON.stringify(['view', 'board', view])}` }))
    await new Promise((done) => (number % 25 === 0 ? requestAnimationFrame(done) : queueMicrotask(() => done(null))))
  }
  feed.alone = false
}

/** `seconds` of a wall at rest: its clock ticks each, the hub beats every fifth. A frame is drawn for every twenty. */
export async function passTime(seconds: number): Promise<void> {
  const feed = (window as Fed).feed
  const [, beat] = JSON.parse(feed.beat!.slice(2)) as [string, { at: string }]
  const began = Date.parse(beat.at)
  const real = Date.now
  const device = real()
  feed.alone = true
  for (let second = 1; second <= seconds; second += 1) {
    Date.now = () => device + second * 1000
    if (second % 5 === 0) {
      const frame = ['beat', { ...beat, at: new Date(began + second * 1000).toISOString() }]
      feed.socket!.dispatchEvent(new MessageEvent('message', { data: `42${JSON.stringify(frame)}` }))
    }
    for (const tick of feed.ticks) tick()
    await new Promise((done) => (second % 20 === 0 ? requestAnimationFrame(done) : queueMicrotask(() => done(null))))
  }
  Date.now = real
  feed.alone = false
}
