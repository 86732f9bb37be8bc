// One clock for all processes of this machine: milliseconds that no setting of the wall clock moves.
export const monotonic = (): number => Number(process.hrtime.bigint()) / 1e6

export const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds))

/** Looks every `every` ms until `good` holds; throws after `within` ms. */
export async function until(
  what: string,
  good: () => Promise<boolean> | boolean,
  { within = 20_000, every = 10 }: { within?: number; every?: number } = {},
): Promise<void> {
  const end = monotonic() + within
  while (!(await good())) {
    if (monotonic() > end) throw new Error(`Waited ${within / 1000} s in vain: ${what}`)
    await pause(every)
  }
}
