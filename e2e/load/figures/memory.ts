// The hub's memory after a thousand tickets and after a hundred thousand, taken in one run, as fast as it goes.
import { workOff } from '../demo-hall.ts'
import { beside, ratioAtMost, type Figure } from '../figure.ts'
import { monotonic } from '../monotonic.ts'
import { Remote } from '../remote.ts'
import type { PostLoad } from '../workers/post-load.ts'

const FIRST = 1000
/** More at once than a hall will see: the count matters, not the time. */
const AT_ONCE = 64
/** The queue is worked off each time so many wait: a hall's queue is never ten thousand long. */
const QUEUE = 2000
/** On a slow machine the run ends here and says how far it came. Milliseconds. */
const LONGEST = 115_000

export const memory: Figure = {
  name: 'memory',
  area: 'hub',
  about: 'memory of the hub after 100,000 tickets, beside 1,000',
  shares: 'always',
  seconds: 70,
  run: async (bench) => {
    const wanted = bench.quick ? 2000 : 100_000
    const hall = await bench.hall()
    const hub = await bench.hub(hall)
    const load = new Remote<PostLoad>('workers/post-load.ts')
    const end = monotonic() + LONGEST
    const order = { port: hub.port, token: hall.kiosk, matters: hall.matters, connections: AT_ONCE }
    const take = async (requests: number) => {
      const milliseconds = Math.max(0, end - monotonic())
      const { requests: taken } = await load.ask('run', { ...order, milliseconds, requests })
      workOff(hall.folder)
      return taken
    }
    let tickets = await take(FIRST)
    const baseline = await hub.settledMemory()
    while (tickets < wanted && monotonic() < end) tickets += await take(Math.min(QUEUE, wanted - tickets))
    const value = await hub.settledMemory()
    await Promise.all([load.end(), hub.stop()])
    const what = `memory of the hub after ${tickets.toLocaleString('en')} tickets (baseline: ${FIRST.toLocaleString('en')})`
    return [beside(['hub', what], { value, unit: 'MiB', baseline }, (ratio) => ratioAtMost(ratio, 1.3))]
  },
}
