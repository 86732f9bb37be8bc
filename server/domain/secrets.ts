// Codes that people type and tokens that programs keep. Randomness is an argument. Pure.

/** 20 consonants that are not mistaken for one another or for digits; 8 of them are 34.5 bits. */
export const PAIRING_LETTERS = 'BCDFGHJKLMNPQRSTVWXZ'
export const PAIRING_LENGTH = 8
export const PAIRING_MINUTES = 10
export const PAIRING_GUESSES = 5

/** An eight-letter code from random bytes; bytes of 240 and more are skipped so that each letter is as likely. Null: too few bytes. */
export function pairingCode(bytes: Uint8Array): string | null {
  const letters = [...bytes].filter((byte) => byte < 240).map((byte) => PAIRING_LETTERS[byte % 20])
  return letters.length < PAIRING_LENGTH ? null : letters.slice(0, PAIRING_LENGTH).join('')
}

export const PIN_FAILURES = 10
/** A desk session ends after 15 minutes without a touch, and after 12 hours at the latest. Milliseconds. */
export const SESSION_IDLE = 15 * 60_000
export const SESSION_MOST = 12 * 3_600_000

/** Whether a session is still good. Times are epoch milliseconds. */
export function sessionAlive(session: { createdAt: number; seenAt: number }, now: number): boolean {
  return now - session.seenAt < SESSION_IDLE && now - session.createdAt < SESSION_MOST
}
