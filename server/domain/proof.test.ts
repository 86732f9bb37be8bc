// What proves a call, as properties: proofs only ever add to it, and nobody is alarmed about a call that was shown and spoken.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { usualWall } from './walls.ts'
import { isProven, mayMiss, noticed, PAINTS_WITHIN, PHONE, provenCalls, showsCalls, SPEAKS_WITHIN } from './proof.ts'
import type { Listening, Proof } from './proof.ts'
import { iso } from './service-day.ts'

const CALLED = Date.parse('2026-11-23T02:00:00.000Z')
const at = iso(CALLED)
const DEVICES = ['hall-left', 'hall-right', 'corridor', PHONE] as const
const deed = (after: number) => iso(CALLED + after)

const proof = fc.record<Proof>({
  screen: fc.constantFrom(...DEVICES),
  paintedAt: fc.option(fc.nat(9000).map(deed)),
  spokenAt: fc.option(fc.nat(90_000).map(deed)),
})
const proofs = fc.uniqueArray(proof, { selector: ({ screen }) => screen })
const listening = fc.uniqueArray(
  fc.record<Listening>({
    device: fc.constantFrom(...DEVICES.filter((device) => device !== PHONE)),
    since: fc.integer({ min: -60_000, max: 60_000 }).map((after) => CALLED + after),
    sound: fc.constantFrom('on' as const, 'blocked' as const, 'broken' as const, null),
  }),
  { selector: ({ device }) => device },
)
const later = fc.nat(180_000).map((after) => CALLED + after)
const wall = (device: string, more: Partial<Listening> = {}): Listening => ({
  device,
  since: CALLED - 60_000,
  sound: 'on',
  ...more,
})
const done = (screen: string, { painted = true, spoken = true } = {}): Proof => ({
  screen,
  paintedAt: painted ? deed(300) : null,
  spokenAt: spoken ? deed(6000) : null,
})

describe('a call', () => {
  it('is proven by what was painted and what was spoken, on one screen or on two', () => {
    expect(isProven([])).toBe(false)
    expect(isProven([done('hall-left', { spoken: false })])).toBe(false)
    expect(isProven([done('hall-left', { painted: false })])).toBe(false)
    expect(isProven([done('hall-left')])).toBe(true)
    expect(isProven([done('hall-left', { spoken: false }), done('corridor', { painted: false })])).toBe(true)
  })

  it('stays proven whatever else comes in', () => {
    fc.assert(
      fc.property(proofs, proofs, (some, more) => {
        if (isProven(some)) expect(isProven([...some, ...more])).toBe(true)
        expect(provenCalls([{ at, proofs: some }])).toBe(isProven(some) ? 1 : 0)
      }),
    )
  })

  it('counts no more walls than there are, and never fewer than proved it', () => {
    fc.assert(
      fc.property(proofs, listening, later, (given, there, now) => {
        const { walls, shown, spoken } = noticed({ at, proofs: given }, there, now)
        expect(shown).toBeLessThanOrEqual(walls)
        expect(spoken).toBeLessThanOrEqual(walls)
        expect(walls).toBeLessThanOrEqual(DEVICES.length - 1)
      }),
    )
  })

  it('gives no alarm once a wall showed it and a wall spoke it, or the phone of its holder showed it', () => {
    fc.assert(
      fc.property(proofs, listening, later, (given, there, now) => {
        const { shown, spoken, phone, trouble } = noticed({ at, proofs: given }, there, now)
        if (phone || (shown > 0 && spoken > 0)) expect(trouble).toBeNull()
      }),
    )
  })

  it('always comes to an end: a minute later it was noticed, or it gives an alarm', () => {
    fc.assert(
      fc.property(proofs, listening, (given, there) => {
        const { shown, phone, trouble } = noticed({ at, proofs: given }, there, CALLED + SPEAKS_WITHIN)
        expect(trouble !== null || phone || (shown > 0 && given.some(({ spokenAt }) => spokenAt !== null))).toBe(true)
      }),
    )
  })

  it('once alarming stays so until something is proven', () => {
    fc.assert(
      fc.property(proofs, listening, later, fc.nat(60_000), (given, there, now, more) => {
        const before = noticed({ at, proofs: given }, there, now).trouble
        if (before !== null) expect(noticed({ at, proofs: given }, there, now + more).trouble).toBe(before)
      }),
    )
  })
})

describe('an alarm', () => {
  const trouble = (given: Proof[], there: Listening[], after: number) =>
    noticed({ at, proofs: given }, there, CALLED + after).trouble

  it('comes at once where no wall is there', () => {
    expect(trouble([], [], 0)).toBe('no_wall')
    expect(trouble([], [wall('corridor', { since: CALLED + PAINTS_WITHIN + 1 })], 20_000)).toBe('no_wall')
  })

  it('comes after five seconds where no wall painted it', () => {
    const there = [wall('hall-left'), wall('corridor')]
    expect(trouble([], there, PAINTS_WITHIN - 1)).toBeNull()
    expect(trouble([], there, PAINTS_WITHIN)).toBe('not_shown')
    expect(trouble([done('corridor')], there, PAINTS_WITHIN)).toBeNull()
  })

  it('comes as soon where every wall is silent, and gives a wall that can speak its minute', () => {
    const painted = [done('hall-left', { spoken: false })]
    const silent = [wall('hall-left', { sound: 'blocked' }), wall('corridor', { sound: 'broken' })]
    expect(trouble(painted, silent, PAINTS_WITHIN)).toBe('not_spoken')
    expect(trouble(painted, [...silent, wall('hall-right')], PAINTS_WITHIN)).toBeNull()
    expect(trouble(painted, [...silent, wall('hall-right')], SPEAKS_WITHIN)).toBe('not_spoken')
  })

  it('does not come back when the wall goes dark after it has proven the call', () => {
    expect(noticed({ at, proofs: [done('hall-left')] }, [], CALLED + 90_000)).toEqual({
      walls: 1,
      shown: 1,
      spoken: 1,
      phone: false,
      trouble: null,
    })
  })
})

describe('missed', () => {
  it('needs enough proven calls, or a reason', () => {
    fc.assert(
      fc.property(fc.nat(5), fc.nat(5), fc.boolean(), (proven, needed, reason) => {
        expect(mayMiss({ proven, needed, reason })).toBe(reason || proven >= needed)
      }),
    )
  })
})

describe('walls that prove', () => {
  const walls = (['hall', 'calls', 'house', 'door'] as const).map((duty) => ({
    ...{ id: `the-${duty}`, name: { zh: duty, en: duty }, duty, room: null },
    ...usualWall(duty),
  }))

  it('are those of the hall and of calls alone', () => {
    const assigned = Object.fromEntries(walls.map(({ id, duty }) => [duty, id]))
    expect(walls.map(({ duty }) => showsCalls({ walls, assigned }, duty, null))).toEqual([true, true, false, false])
  })

  it('are known by what a display says that it paints, else by what it was given, else it shows the first', () => {
    const assigned = { display: 'the-door' }
    expect(showsCalls({ walls, assigned }, 'display', null)).toBe(false)
    expect(showsCalls({ walls, assigned }, 'display', 'the-calls')).toBe(true)
    expect(showsCalls({ walls, assigned }, 'another', null)).toBe(true)
    expect(showsCalls({ walls, assigned: { display: 'gone' } }, 'display', null)).toBe(true)
  })
})
