import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Newcomers } from './newcomers.ts'

describe('those who just joined', () => {
  let sent: [kind: string, sockets: string[]][]
  let newcomers: Newcomers
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    sent = []
    newcomers = new Newcomers({ moment: 150, longest: 1500 }, (kind, sockets) => sent.push([kind, sockets]))
  })
  afterEach(() => {
    newcomers.stop()
    vi.useRealTimers()
  })

  it('are told together, a moment after the last of them', () => {
    newcomers.add('display', 'a')
    vi.advanceTimersByTime(140)
    newcomers.add('display', 'b')
    newcomers.add('kiosk', 'c')
    newcomers.add('display', 'b')
    vi.advanceTimersByTime(149)
    expect(sent).toEqual([])
    vi.advanceTimersByTime(1)
    expect(sent).toEqual([
      ['display', ['a', 'b']],
      ['kiosk', ['c']],
    ])
  })

  it('do not wait for ever where others keep coming', () => {
    for (let number = 0; number < 80; number += 1) {
      newcomers.add('display', String(number))
      vi.advanceTimersByTime(20)
    }
    expect(sent[0]?.[1]).toHaveLength(75)
    vi.advanceTimersByTime(150)
    expect(sent.flatMap(([, sockets]) => sockets)).toEqual(Array.from({ length: 80 }, (_, number) => String(number)))
  })

  it('are forgotten when the hub ends', () => {
    newcomers.add('display', 'a')
    newcomers.stop()
    vi.advanceTimersByTime(5000)
    expect(sent).toEqual([])
  })
})
