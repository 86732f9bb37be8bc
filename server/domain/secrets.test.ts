// Pairing codes and sessions: the alphabet, the chance of each letter, and when a session ends.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PAIRING_LENGTH, PAIRING_LETTERS, pairingCode, sessionAlive, SESSION_IDLE, SESSION_MOST } from './secrets.ts'

const MINUTE = 60_000

describe('a pairing code', () => {
  it('has twenty different consonants to choose from, none like a digit or another letter', () => {
    expect(new Set(PAIRING_LETTERS).size).toBe(20)
    expect(PAIRING_LETTERS).not.toMatch(/[AEIOUY0-9]/)
  })

  it('is eight of them, or null where there are too few bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 24 }), (bytes) => {
        const usable = bytes.filter((byte) => byte < 240).length
        const code = pairingCode(bytes)
        if (usable < PAIRING_LENGTH) expect(code).toBeNull()
        else expect(code).toMatch(new RegExp(`^[${PAIRING_LETTERS}]{8}$`))
      }),
    )
  })

  it('takes each letter for as many bytes as any other', () => {
    const counts = new Map<string, number>()
    for (let byte = 0; byte < 256; byte += 1) {
      const letter = pairingCode(new Uint8Array([byte, 0, 0, 0, 0, 0, 0, 0]))?.[0]
      if (letter) counts.set(letter, (counts.get(letter) ?? 0) + 1)
    }
    expect(counts.size).toBe(20)
    expect(new Set(counts.values())).toEqual(new Set([12]))
  })
})

describe('a session', () => {
  it('ends after 15 minutes without a touch and after 12 hours at the latest', () => {
    const alive = (created: number, seen: number, now: number) =>
      sessionAlive({ createdAt: created * MINUTE, seenAt: seen * MINUTE }, now * MINUTE)
    expect([alive(0, 0, 14.99), alive(0, 0, 15)]).toEqual([true, false])
    expect([alive(0, 710, 719.99), alive(0, 719, 720)]).toEqual([true, false])
  })

  it('once ended, stays ended while nobody touches it', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), fc.nat(), (createdAt, seen, later, more) => {
        const session = { createdAt, seenAt: createdAt + seen }
        const now = session.seenAt + later
        if (!sessionAlive(session, now)) expect(sessionAlive(session, now + more)).toBe(false)
        if (sessionAlive(session, now)) expect(later < SESSION_IDLE && seen + later < SESSION_MOST).toBe(true)
      }),
    )
  })
})
