import { describe, expect, it } from 'vitest'
import type { Answer } from './intent.ts'
import { CODE_LIVES, PairingRun, POLL_EVERY } from './pairing.svelte.ts'

const pairing = (code: string): Answer<unknown> => ({
  ok: true,
  value: { code, claim: `claim-of-${code}`, expiresAt: '2026-11-23T06:46:00.000Z' },
})
const waiting: Answer<unknown> = { ok: true, value: { state: 'waiting' } }
const paired: Answer<unknown> = { ok: true, value: { state: 'paired' } }
const offline: Answer<unknown> = { ok: false, code: 'offline', facts: {} }
const unknown: Answer<unknown> = { ok: false, code: 'pairing_unknown', facts: {} }

/** Answers in order, the last one for ever; records what was asked and shown. */
function hall(answers: Answer<unknown>[], wait = 0) {
  let elapsed = 0
  const asked: string[] = []
  const run = new PairingRun({
    ask: (path, body) => {
      asked.push(`${path.split('/').at(-1)} ${Object.values(body as object).join()} ${run.code ?? '-'}`)
      return Promise.resolve(answers.length > 1 ? answers.shift()! : answers[0]!)
    },
    wait: (milliseconds) => {
      elapsed += wait || milliseconds
      return Promise.resolve()
    },
    elapsed: () => elapsed,
  })
  return { run, asked, elapsed: () => elapsed }
}

describe('pairing a screen', () => {
  it('shows the code until it is approved', async () => {
    const { run, asked, elapsed } = hall([pairing('BCDFGHJK'), waiting, waiting, paired])
    expect(await run.run('display')).toBe(true)
    expect(asked).toEqual([
      'pairings display -',
      'claim claim-of-BCDFGHJK BCDFGHJK',
      'claim claim-of-BCDFGHJK BCDFGHJK',
      'claim claim-of-BCDFGHJK BCDFGHJK',
    ])
    expect(elapsed()).toBe(3 * POLL_EVERY)
  })

  it('keeps its code while the hub is away', async () => {
    const { run, asked } = hall([offline, pairing('BCDFGHJK'), offline, offline, paired])
    expect(await run.run('kiosk')).toBe(true)
    expect(asked.filter((line) => line.startsWith('pairings'))).toHaveLength(2)
    expect(asked.at(-1)).toBe('claim claim-of-BCDFGHJK BCDFGHJK')
    expect(run.failure).toBeNull()
  })

  it('takes a new code when the hub no longer knows the old one', async () => {
    const { run, asked } = hall([pairing('BCDFGHJK'), unknown, pairing('LMNPQRST'), paired])
    expect(await run.run('desk')).toBe(true)
    expect(asked).toEqual([
      'pairings desk -',
      'claim claim-of-BCDFGHJK BCDFGHJK',
      'pairings desk -',
      'claim claim-of-LMNPQRST LMNPQRST',
    ])
  })

  it('takes a new code after ten minutes', async () => {
    const { run, asked } = hall([pairing('BCDFGHJK'), waiting, pairing('LMNPQRST'), paired], CODE_LIVES)
    expect(await run.run('display')).toBe(true)
    expect(asked.filter((line) => line.startsWith('pairings'))).toHaveLength(2)
  })

  it('waits as long as the hub asks it to', async () => {
    const { run, elapsed } = hall([
      { ok: false, code: 'too_many_requests', facts: { retryAfter: 30 } },
      pairing('BCDFGHJK'),
      paired,
    ])
    expect(await run.run('display')).toBe(true)
    expect(elapsed()).toBe(30_000 + POLL_EVERY)
  })

  it('ends when it is stopped', async () => {
    const { run } = hall([pairing('BCDFGHJK'), waiting])
    const done = run.run('display')
    run.stop()
    expect(await done).toBe(false)
  })
})
