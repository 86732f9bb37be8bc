// POST ticket, sixteen at once, durable: requests a second and the slowest percent, beside node:http with prepared statements.
import { join } from 'node:path'
import type { PlainHub } from '../baselines/plain-hub.ts'
import { workOff } from '../demo-hall.ts'
import { beside, ratioAtLeast, ratioAtMost, type Figure } from '../figure.ts'
import { freePort } from '../../hub.ts'
import { Remote } from '../remote.ts'
import { overRounds } from '../statistics.ts'
import type { Load, PostLoad } from '../workers/post-load.ts'

export const AT_ONCE = 16

export const post: Figure = {
  name: 'post',
  area: 'hub',
  about: 'POST ticket, 16 at once: requests/s and p99, beside node:http + better-sqlite3',
  run: async (bench) => {
    const mine = await bench.hall()
    const plain = await bench.hall()
    const hub = await bench.hub(mine)
    const baseline = new Remote<PlainHub>('baselines/plain-hub.ts')
    const load = new Remote<PostLoad>('workers/post-load.ts')
    const port = await freePort()
    await baseline.ask('listen', { port, file: join(plain.folder, 'hall.sqlite') })

    const rounds: { hub: Load; plain: Load }[] = []
    const order = { token: mine.kiosk, matters: mine.matters, connections: AT_ONCE }
    const measure = async (milliseconds: number) => {
      const one = await load.ask('run', { ...order, port: hub.port, milliseconds })
      const other = await load.ask('run', { ...order, port, milliseconds })
      workOff(mine.folder)
      workOff(plain.folder)
      return { hub: one, plain: other }
    }
    // The first round warms both up.
    await measure(bench.quick ? 300 : 1500)
    for (let round = 0; round < (bench.quick ? 2 : 3); round += 1) {
      rounds.push(await measure(bench.quick ? 500 : 2000))
    }
    await Promise.all([hub.stop(), baseline.end(), load.end()])

    const of = (pick: (load: Load) => number) =>
      overRounds(rounds.map((round) => ({ value: pick(round.hub), baseline: pick(round.plain) })))
    return [
      beside(
        ['hub', `POST ticket, durable, ${AT_ONCE} at once`],
        { ...of(({ perSecond }) => perSecond), unit: '/s' },
        (ratio) => ratioAtLeast(ratio, 0.8),
      ),
      beside(['hub', 'the same, p99'], { ...of(({ p99 }) => p99), unit: 'ms' }, (ratio) => ratioAtMost(ratio, 1.5)),
    ]
  },
}
