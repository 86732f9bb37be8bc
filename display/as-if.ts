// The wall at another part of the day than it is, for the manager who lays it out: what is true now, with other hours. Pure.
import type { BoardView, CallFace } from '#contract/views.ts'
import type { DayPart } from '#contract/words.ts'

const HOUR = 3_600_000
/** The full hour that is at most `hours` from now. */
const later = (now: number, hours: number) => new Date((Math.floor(now / HOUR) + hours) * HOUR).toISOString()

/** Numbers where nobody has taken one yet: a wall has to be judged with them. */
function sample({ lanes, windows }: BoardView, now: number): Pick<BoardView, 'calls' | 'next'> {
  const labels = [12, 7, 3].map((number, index) => {
    const lane = lanes[index % Math.max(1, lanes.length)]
    return { label: `${lane?.prefix ?? 'A'}${String(number).padStart(3, '0')}`, colour: lane?.colour ?? 'blue' }
  })
  const calls = labels.map((one, index): CallFace => ({
    ...one,
    id: `sample-${index}`,
    window: windows[index % Math.max(1, windows.length)]?.number ?? 1,
    at: new Date(now - (index + 3) * 60_000).toISOString(),
    again: false,
    state: 'serving',
  }))
  const next = labels.map(({ label, colour }) => ({ label: `${label.slice(0, -1)}9`, colour }))
  return { calls, next }
}

/** Nobody is called and nobody waits. */
const rested = (board: BoardView): BoardView => ({
  ...board,
  calls: board.calls.map((call) => ({ ...call, state: 'past' })),
  next: [],
  lanes: board.lanes.map((lane) => ({ ...lane, waiting: 0 })),
  duty: board.duty.filter(({ kind }) => kind === 'standby'),
})

export function asIf(board: BoardView, part: DayPart | null, now: number): BoardView {
  const { hours } = board
  switch (part) {
    case null:
      return board
    case 'open':
    case 'evening': {
      const kind = part === 'open' ? 'regular' : 'extended'
      const queue = board.calls.length > 0 ? board : { ...board, ...sample(board, now) }
      return { ...queue, hours: { ...hours, holiday: null, open: { kind, until: later(now, 3) } } }
    }
    case 'before':
    case 'closed':
      return {
        ...rested(board),
        hours: {
          ...hours,
          holiday: null,
          open: null,
          next: { kind: 'regular', at: later(now, part === 'before' ? 1 : 12) },
        },
      }
    case 'holiday':
      return {
        ...rested(board),
        hours: {
          ...hours,
          open: null,
          holiday: { name: { zh: '节假日', en: 'Public holiday' }, kind: 'rest' },
          reason: { zh: '节假日', en: 'Public holiday' },
        },
      }
  }
}
