// How often one device, or one address without a device, may ask. Generous to people, narrow for guessing.
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import { Refused } from '../errors.ts'
import type { LimitName } from './route.ts'

/** Points in a number of seconds. */
const rules: Record<LimitName, { points: number; duration: number }> = {
  read: { points: 300, duration: 60 },
  write: { points: 240, duration: 60 },
  // One phone, which nobody can guess the codes of others from.
  follow: { points: 40, duration: 60 },
  pairing: { points: 60, duration: 60 },
  'sign-in': { points: 20, duration: 60 },
}

/** Counts one request of `who` (a device's id or an address); throws Refused too_many_requests. */
export type Limit = (name: LimitName, who: string) => Promise<void>

export function createLimit(on: boolean): Limit {
  if (!on) return async () => {}
  const limiters = new Map(
    Object.entries(rules).map(([name, rule]) => [name, new RateLimiterMemory({ keyPrefix: name, ...rule })]),
  )
  return async (name, who) => {
    try {
      await limiters.get(name)?.consume(who)
    } catch (spent) {
      const { msBeforeNext } = spent as RateLimiterRes
      throw new Refused({ code: 'too_many_requests', facts: { retryAfter: Math.ceil(msBeforeNext / 1000) } })
    }
  }
}
