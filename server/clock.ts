// The hub's clock. Time is an argument everywhere else; tests bring a clock of their own.
export interface Clock {
  /** Epoch milliseconds. */
  now(): number
}

export const systemClock: Clock = { now: () => Date.now() }
