import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NoticeState } from '#contract/words.ts'
import { lawful, shownOn, standing, take, type Command, type VersionState } from './notices.ts'

const steps = Object.keys(lawful) as (keyof typeof lawful)[]
const states: NoticeState[] = ['draft', 'submitted', 'refused', 'admitted', 'taken_down', 'discarded']

describe('the way of a version', () => {
  it.each(steps.flatMap((step) => states.map((state) => [step, state] as const)))('%s from %s', (step, state) => {
    const taken = take([{ version: 1, state }], { step, version: 1 })
    expect(taken.ok).toBe(lawful[step].from.includes(state))
    if (taken.ok) expect(taken.versions).toEqual([{ version: 1, state: lawful[step].to }])
    else expect(taken.now).toEqual({ version: 1, state })
  })

  it('lets nobody but a manager admit, refuse or take down', () => {
    expect(steps.filter((step) => lawful[step].manager).sort()).toEqual(['admit', 'refuse', 'take_down'])
  })

  it('saves only after the newest version that there is, and not while the office has it', () => {
    expect(take([], { step: 'save', after: 0 })).toMatchObject({ ok: true, version: 1 })
    expect(take([{ version: 1, state: 'draft' }], { step: 'save', after: 0 })).toMatchObject({ ok: false })
    expect(take([{ version: 1, state: 'submitted' }], { step: 'save', after: 1 })).toMatchObject({ ok: false })
  })

  it('goes on showing what was admitted while a change waits, and takes both down', () => {
    const admitted: VersionState[] = [{ version: 1, state: 'admitted' }]
    const saved = take(admitted, { step: 'save', after: 1 })
    expect(saved).toMatchObject({ ok: true, versions: [{ state: 'admitted' }, { version: 2, state: 'draft' }] })
    const both: VersionState[] = [...admitted, { version: 2, state: 'admitted' }]
    const down = take(both, { step: 'take_down', version: 2 })
    expect(down).toMatchObject({ ok: true, versions: [{ state: 'taken_down' }, { state: 'taken_down' }] })
  })
})

const date = fc.integer({ min: 1, max: 28 }).map((day) => `2026-11-${String(day).padStart(2, '0')}`)
const version = fc.integer({ min: 0, max: 8 })
const command: fc.Arbitrary<Command> = fc.oneof(
  version.map((after): Command => ({ step: 'save', after })),
  fc.record({ step: fc.constantFrom(...steps), version }),
)
/** Half of the commands fit what stands there: a random one seldom would. */
const wish = fc.record({ command, fitting: fc.boolean(), pick: fc.nat(), from: date, until: fc.option(date) })

interface Dated extends VersionState {
  from: string
  until: string | null
  content: string
}

describe('whatever anybody does, in whatever order', () => {
  it('shows nothing but what the office admitted, in exactly that version, within its days', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 40 }), date, (wishes, today) => {
        let versions: Dated[] = []
        const submitted = new Map<number, string>()
        const admitted = new Map<number, string>()
        const down = new Set<number>()
        for (const { command: random, fitting, pick, from, until } of wishes) {
          const newest = versions.at(-1)
          const lawfulNow = steps.filter((step) => newest && lawful[step].from.includes(newest.state))
          const step = lawfulNow[pick % Math.max(1, lawfulNow.length)]
          const asked: Command =
            fitting && newest && step
              ? { step, version: newest.version }
              : fitting
                ? { step: 'save', after: newest?.version ?? 0 }
                : random
          const taken = take(versions, asked)
          if (!taken.ok) continue
          const before = versions
          versions = taken.versions.map((one) => {
            const known = before.find((other) => other.version === one.version)
            return { from, until, content: `text ${one.version} ${from}`, ...known, ...one }
          })
          const meant = versions.find((one) => one.version === taken.version)!
          if (asked.step === 'submit') submitted.set(meant.version, meant.content)
          if (asked.step === 'admit') {
            expect(submitted.get(meant.version)).toBe(meant.content)
            admitted.set(meant.version, meant.content)
          }
          if (asked.step === 'take_down') for (const one of before) if (one.state === 'admitted') down.add(one.version)
        }
        // At most one version is open, and numbers run without gaps.
        expect(versions.filter(({ state }) => state === 'draft' || state === 'submitted').length).toBeLessThan(2)
        expect(versions.map((one) => one.version)).toEqual(versions.map((_, index) => index + 1))
        const standings = versions.map((one) => standing(one, versions, today))
        const shown = shownOn(
          versions.filter(({ state }) => state === 'admitted').map((one) => ({ id: 'n', ...one })),
          today,
        )
        expect(shown.length).toBeLessThan(2)
        expect(shown.map((one) => one.version)).toEqual(
          versions.filter((_, index) => standings[index] === 'shown').map((one) => one.version),
        )
        for (const one of shown) {
          expect(admitted.get(one.version)).toBe(one.content)
          expect(down.has(one.version)).toBe(false)
          expect(one.from <= today && (one.until === null || today <= one.until)).toBe(true)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('what is put away never comes back', () => {
    fc.assert(
      fc.property(fc.constantFrom(...steps), fc.constantFrom('taken_down', 'discarded'), (step, state) => {
        expect(take([{ version: 1, state: state }], { step, version: 1 }).ok).toBe(false)
      }),
    )
  })
})

describe('the days', () => {
  const one = (version: number, from: string, until: string | null = null) => ({ id: 'a', version, from, until })
  it('a later version that has not begun leaves the older one up', () => {
    const both = [one(1, '2026-11-01'), one(2, '2026-12-01')]
    expect(shownOn(both, '2026-11-30')).toEqual([both[0]])
    expect(shownOn(both, '2026-12-01')).toEqual([both[1]])
  })
  it('its last day is a whole day, and an ended version does not give way to an older one', () => {
    expect(shownOn([one(1, '2026-11-01', '2026-11-23')], '2026-11-23')).toHaveLength(1)
    expect(shownOn([one(1, '2026-11-01', '2026-11-23')], '2026-11-24')).toHaveLength(0)
    expect(shownOn([one(1, '2026-11-01'), one(2, '2026-11-02', '2026-11-05')], '2026-11-06')).toHaveLength(0)
  })
})
