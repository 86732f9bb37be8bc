import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Painting } from './on-glass.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function glass() {
  const shows = new Set<string>()
  const painted: string[] = []
  let draw: (() => void)[] = []
  const painting = new Painting(
    (call) => painted.push(call),
    () => new Promise((drawn) => draw.push(drawn)),
    (call) => shows.has(call),
  )
  /** The browser draws a frame. */
  const frame = async () => {
    const now = draw
    draw = []
    for (const one of now) one()
    await vi.advanceTimersByTimeAsync(2000)
  }
  return { shows, painted, painting, frame }
}

describe('a call', () => {
  it('is painted once a frame was drawn that shows it, not before', async () => {
    const { shows, painted, painting, frame } = glass()
    shows.add('c1')
    painting.look(['c1'])
    await vi.advanceTimersByTimeAsync(60_000)
    expect(painted).toEqual([])
    await frame()
    expect(painted).toEqual(['c1'])
  })

  it('is looked for until its number is there', async () => {
    const { shows, painted, painting, frame } = glass()
    painting.look(['c1', 'c2'])
    await frame()
    expect(painted).toEqual([])
    shows.add('c2')
    await frame()
    expect(painted).toEqual(['c2'])
    shows.add('c1')
    await frame()
    expect(painted).toEqual(['c2', 'c1'])
    painting.look(['c1', 'c2'])
    await frame()
    expect(painted).toEqual(['c2', 'c1'])
  })

  it('that is over is not looked for any more', async () => {
    const { shows, painted, painting, frame } = glass()
    painting.look(['c1'])
    await frame()
    painting.look([])
    shows.add('c1')
    await frame()
    await frame()
    expect(painted).toEqual([])
    painting.look(['c1'])
    await frame()
    expect(painted).toEqual(['c1'])
  })
})
