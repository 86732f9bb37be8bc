import { existsSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AGAIN_AFTER, alertBank, AlertVoice, clipsOfAlert, isDue } from './alert-voice.ts'

const NOW = Date.parse('2026-11-23T06:36:00.000Z')
const fire = { hazard: 'fire', drill: false, phase: 'active', spoken: 'm1' } as const
const phases = ['active', 'over', 'mistake'] as const
const hazards = ['flood', 'typhoon', 'fire', 'gas', 'heat', 'missing', 'other'] as const

describe('an emergency in clips', () => {
  it('begins and ends a drill by saying so, with a chime of its own; what is real never says it', () => {
    for (const hazard of hazards)
      for (const phase of phases) {
        const drill = clipsOfAlert({ ...fire, hazard, phase, drill: true })
        expect([drill[0], drill[1], drill.at(-1)]).toEqual(['drill-chime', 'alert-drill', 'alert-drill'])
        const real = clipsOfAlert({ ...fire, hazard, phase })
        expect(real.filter((clip) => clip.includes('drill'))).toEqual([])
        for (const clip of [...drill, ...real]) expect(alertBank).toContain(clip)
      }
  })

  it('has every clip on disk, under a name that a report can carry', () => {
    for (const clip of alertBank) {
      expect(existsSync(new URL(`../../assets/sounds/voice/${clip}.wav`, import.meta.url)), clip).toBe(true)
      expect(clip.length).toBeLessThanOrEqual(20)
    }
  })
})

describe('when it is spoken', () => {
  it('at once, then every minute; its end once', () => {
    expect(isDue(fire, null, NOW)).toBe(true)
    expect(isDue(fire, { spoken: 'm0', at: NOW }, NOW)).toBe(true)
    expect(isDue(fire, { spoken: 'm1', at: NOW }, NOW + AGAIN_AFTER - 1)).toBe(false)
    expect(isDue(fire, { spoken: 'm1', at: NOW }, NOW + AGAIN_AFTER)).toBe(true)
    expect(isDue({ ...fire, phase: 'over' }, { spoken: 'm1', at: NOW }, NOW + AGAIN_AFTER)).toBe(false)
  })

  it('never twice within a minute, however often it is looked at', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40_000), { maxLength: 30 }), (pauses) => {
        let [now, last] = [NOW, -Infinity]
        for (const pause of pauses) {
          now += pause
          if (!isDue(fire, last === -Infinity ? null : { spoken: 'm1', at: last }, now)) continue
          expect(now - last).toBeGreaterThanOrEqual(AGAIN_AFTER)
          last = now
        }
      }),
    )
  })
})

/** A speaker whose sentences end when the test says so. */
function wall() {
  const said: string[] = []
  const told: string[] = []
  const kept = new Map<string, string>()
  let end: ((heard: string[] | undefined) => void) | undefined
  let saying: string[] = []
  const rest = () => new Promise((done) => setImmediate(done))
  const speaker = {
    ready: true,
    say: (clips: readonly string[]) => {
      if (end) throw new Error('two voices at once')
      said.push(clips[1] ?? '')
      saying = [...clips]
      return new Promise<string[] | undefined>((done) => (end = done))
    },
    hush: () => finish(undefined),
  }
  function finish(heard: string[] | undefined): void {
    const done = end
    end = undefined
    done?.(heard)
  }
  const memory = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
  const make = () => new AlertVoice(speaker, memory, ({ spoken }) => told.push(spoken))
  return { speaker, make, said, told, rest, end: () => (finish(saying), rest()) }
}

describe('the voice', () => {
  it('cuts a call off, and the call is spoken again from its beginning', async () => {
    const { make, said, told, end, rest } = wall()
    const voice = make()
    const call = voice.calls.say(['chime', 'A012'])
    await rest()
    voice.hear(fire, NOW)
    await rest()
    expect(said).toEqual(['A012', 'alert-fire'])
    voice.hear(fire, NOW + 1000)
    await end()
    await rest()
    expect(told).toEqual(['m1'])
    expect(said).toEqual(['A012', 'alert-fire', 'A012'])
    await end()
    expect(await call).toEqual(['chime', 'A012'])
  })

  it('lets calls wait until it has been spoken', async () => {
    const { make, said, end, rest } = wall()
    const voice = make()
    voice.hear(fire, NOW)
    const call = voice.calls.say(['chime', 'A012'])
    await rest()
    expect(said).toEqual(['alert-fire'])
    await end()
    await rest()
    expect(said).toEqual(['alert-fire', 'A012'])
    await end()
    await call
  })

  it('gives way to what is newer', async () => {
    const { make, said, told, end, rest } = wall()
    const voice = make()
    voice.hear(fire, NOW)
    await rest()
    voice.hear({ ...fire, phase: 'over', spoken: 'm2' }, NOW + 3000)
    await rest()
    await rest()
    expect(said).toEqual(['alert-fire', 'alert-clear'])
    await end()
    expect(told).toEqual(['m2'])
  })

  it('keeps its pace over a reload, and speaks when it was silent before', async () => {
    const { make, said, end, rest, speaker } = wall()
    speaker.ready = false
    make().hear(fire, NOW)
    speaker.ready = true
    make().hear(fire, NOW)
    await end()
    make().hear(fire, NOW + 5000)
    expect(said).toEqual(['alert-fire'])
    make().hear(fire, NOW + AGAIN_AFTER)
    await rest()
    expect(said).toEqual(['alert-fire', 'alert-fire'])
  })
})
