// The life cycle as properties: whatever is pressed, a ticket is in one state, its identity stays, and an end is an end.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TicketState } from '#contract/words.ts'
import { fresh, press, START, STEPS, WINDOWS, type Press } from './ticket-samples.ts'
import { atWindow, ended, label, stepsFrom, takeStep, undoStep, type Ticket } from './ticket.ts'
import { mattersOf, toCome } from './visit.ts'

/** Carries out the presses that are possible; `seen` is told of each, possible or not. */
function walk(presses: readonly Press[], seen: (before: Ticket, after: Ticket | null, how: Press) => void): Ticket {
  let ticket = fresh()
  let now = START
  for (const how of presses) {
    now += how.after
    const frozen = Object.freeze({ ...ticket })
    const [following] = toCome(frozen)
    const next = following === undefined ? {} : { next: { matter: following, lane: 'b', here: how.here } }
    const after = takeStep(frozen, { ...how, ...next, now, returnHeadStart: 10 })
    seen(frozen, after, how)
    if (after) ticket = after
  }
  return ticket
}

const presses = fc.array(press, { maxLength: 40 })

describe('a ticket under any presses', () => {
  it('is always in exactly one state, and has a window whenever it is called or served', () => {
    fc.assert(
      fc.property(presses, (list) => {
        walk(list, (_, after) => {
          if (!after) return
          expect(TicketState.options).toContain(after.state)
          if (atWindow.includes(after.state)) expect(WINDOWS).toContain(after.window)
          expect(after.endedAt !== null).toBe(ended.includes(after.state))
          if (after.state === 'serving') expect(after.startedAt).not.toBeNull()
          if (after.state === 'called') expect(after.calledAt).not.toBeNull()
          if (after.state === 'waiting') expect([after.calledAt, after.startedAt]).toEqual([null, null])
        })
      }),
      { numRuns: 500 },
    )
  })

  it('moves only along the table of steps, and a version goes up by one with each', () => {
    fc.assert(
      fc.property(presses, (list) => {
        walk(list, (before, after, { step, window }) => {
          const allowed =
            stepsFrom[step].includes(before.state) && (!atWindow.includes(before.state) || before.window === window)
          // Of matters there may be too many, or none that is meant.
          if (!['add', 'drop', 'onward'].includes(step)) expect(after !== null).toBe(allowed)
          if (after) expect(allowed).toBe(true)
          if (after) expect(after.version).toBe(before.version + 1)
        })
      }),
      { numRuns: 500 },
    )
  })

  it('never moves again after its end', () => {
    fc.assert(
      fc.property(presses, (list) => {
        walk(list, (before, after) => {
          if (ended.includes(before.state)) expect(after).toBeNull()
        })
      }),
    )
    expect(ended.flatMap((state) => STEPS.filter((step) => stepsFrom[step].includes(state)))).toEqual([])
  })

  it('keeps its number, its code, its letter and the time at which it joined', () => {
    fc.assert(
      fc.property(presses, (list) => {
        const { id, code, prefix, number, class: kind, serviceDate, joinedAt, printed } = fresh()
        const identity = { id, code, prefix, number, class: kind, serviceDate, joinedAt, printed }
        expect(walk(list, () => {})).toMatchObject(identity)
      }),
    )
  })

  it('changes its rank only when it comes back after a missed call, and then never forward', () => {
    fc.assert(
      fc.property(presses, (list) => {
        walk(list, (before, after) => {
          if (!after) return
          expect(after.rankAt >= before.rankAt).toBe(true)
          if (before.state !== 'missed') expect(after.rankAt).toBe(before.rankAt)
        })
      }),
    )
  })

  it('counts each call, and nothing else as one', () => {
    fc.assert(
      fc.property(presses, (list) => {
        walk(list, (before, after, { step }) => {
          if (after) expect(after.calls - before.calls).toBe(step === 'call' || step === 'again' ? 1 : 0)
        })
      }),
    )
  })
})

describe('the matters of a ticket', () => {
  it('are each there once, four at most, the current one among them; what is settled stays settled', () => {
    fc.assert(
      fc.property(presses, (list) => {
        walk(list, (before, after, { step }) => {
          if (!after) return
          const matters = mattersOf(after).map(({ matter }) => matter)
          expect(new Set(matters).size).toBe(matters.length)
          expect(matters.length).toBeLessThanOrEqual(4)
          expect(matters).toContain(after.matter)
          const settled = (ticket: Ticket) => mattersOf(ticket).filter(({ done }) => done)
          expect(settled(after)).toEqual(expect.arrayContaining(settled(before)))
          if (after.matter !== before.matter) expect(step).toBe('onward')
        })
      }),
      { numRuns: 500 },
    )
  })

  it('are served one after another at the window that can, and else at the old place in their own lane', () => {
    const serving: Ticket = { ...fresh(), state: 'serving', window: 'w1', startedAt: fresh().joinedAt, matter: 'm1' }
    const matters = [
      { matter: 'm1', done: false },
      { matter: 'm2', done: false },
    ]
    const input = { step: 'onward', window: 'w1', now: START + 60_000, returnHeadStart: 10 } as const
    const next = { matter: 'm2', lane: 'b' }
    const there = takeStep({ ...serving, matters }, { ...input, next: { ...next, here: false } })
    expect(there).toMatchObject({ state: 'waiting', lane: 'b', window: null, matter: 'm2', rankAt: serving.rankAt })
    expect(there?.matters?.map(({ done }) => done)).toEqual([true, false])
    const here = takeStep({ ...serving, matters }, { ...input, next: { ...next, here: true } })
    expect(here).toMatchObject({ state: 'serving', lane: 'b', window: 'w1', matter: 'm2' })
    expect(here?.startedAt).not.toBe(serving.startedAt)
    const aside = takeStep({ ...serving, state: 'held', matters }, { ...input, next: { ...next, here: true } })
    expect(aside?.state).toBe('waiting')
    expect(takeStep(serving, input)).toBeNull()
  })
})

describe('the table of steps', () => {
  it('reaches every state from waiting, and an end from every open state', () => {
    const all: Ticket[] = TicketState.options.map((state) => ({ ...fresh(), state, window: 'w1' }))
    const input = { window: 'w1', now: START, returnHeadStart: 0 }
    const reach = (ticket: Ticket) => STEPS.flatMap((step) => takeStep(ticket, { ...input, step })?.state ?? [])
    expect(new Set(all.flatMap(reach))).toEqual(new Set(TicketState.options))
    for (const ticket of all.filter(({ state }) => !ended.includes(state)))
      expect(reach(ticket), ticket.state).toEqual(expect.arrayContaining([expect.stringMatching(/^(done|left)$/)]))
  })

  it('refuses a step at another window than the one that has the ticket', () => {
    for (const state of atWindow)
      for (const step of STEPS) {
        const ticket: Ticket = { ...fresh(), state, window: 'w1' }
        expect(takeStep(ticket, { step, window: 'w2', now: START, returnHeadStart: 0 })).toBeNull()
      }
  })
})

describe('undo', () => {
  it('leaves what was found missing, as it leaves the paper', () => {
    const checklist = [
      { matter: 'm1', missing: [{ zh: '户口本', en: 'Household book' }], note: '', at: fresh().joinedAt },
    ]
    const before = fresh()
    expect(undoStep({ ...before, version: 2, checklist }, before).checklist).toBe(checklist)
    expect('checklist' in undoStep({ ...before, version: 2 }, { ...before, checklist })).toBe(false)
  })

  it('after n steps, n times, is exactly as before, apart from the version and the paper', () => {
    fc.assert(
      fc.property(presses, fc.constantFrom('unprinted', 'printed', 'failed'), (list, printed) => {
        const befores: Ticket[] = []
        const start = fresh()
        let ticket = { ...walk(list, (before, after) => after && befores.push(before)), printed }
        for (const before of befores.reverse()) {
          const undone = undoStep(ticket, before)
          expect(undone).toEqual({ ...before, version: ticket.version + 1, printed })
          ticket = undone
        }
        expect(ticket).toEqual({ ...start, version: 1 + 2 * befores.length, printed })
      }),
    )
  })
})

describe('a label', () => {
  it('is the letter and at least three digits, and two numbers never share one', () => {
    expect([label('A', 1), label('A', 12), label('B', 999), label('B', 1000)]).toEqual([
      'A001',
      'A012',
      'B999',
      'B1000',
    ])
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 1, max: 99_999 }), (one, other) => {
        expect(label('A', one) === label('A', other)).toBe(one === other)
        expect(label('A', one)).toMatch(/^[A-Z]\d{3,6}$/)
      }),
    )
  })
})
