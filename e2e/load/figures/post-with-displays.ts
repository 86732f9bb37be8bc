// POST ticket while ten displays are connected, and while five hundred are: the wall must not slow the kiosk down.
import { workOff } from '../demo-hall.ts'
import { beside, ratioAtMost, type Figure } from '../figure.ts'
import { pause } from '../monotonic.ts'
import { Remote } from '../remote.ts'
import { overRounds } from '../statistics.ts'
import type { PostLoad } from '../workers/post-load.ts'
import type { Screens } from '../workers/screens.ts'
import { AT_ONCE } from './post.ts'

const FEW = 10

export const postWithDisplays: Figure = {
  name: 'post-displays',
  area: 'hub',
  about: 'POST ticket, p50, with 500 displays connected, beside 10',
  run: async (bench) => {
    const hall = await bench.hall()
    const hub = await bench.hub(hall)
    const load = new Remote<PostLoad>('workers/post-load.ts')
    const screens = new Remote<Screens>('workers/screens.ts')
    await screens.ask('open', { kind: 'thin', port: hub.port, tokens: hall.displays.slice(0, FEW) })
    const measure = async (milliseconds: number) => {
      const order = { port: hub.port, token: hall.kiosk, matters: hall.matters, connections: AT_ONCE, milliseconds }
      const { p50 } = await load.ask('run', order)
      workOff(hall.folder)
      return p50
    }
    await measure(bench.quick ? 300 : 1500)
    const rounds: { value: number; baseline: number }[] = []
    for (let round = 0; round < (bench.quick ? 2 : 3); round += 1) {
      const baseline = await measure(bench.quick ? 600 : 1500)
      await screens.ask('open', { kind: 'thin', port: hub.port, tokens: hall.displays.slice(FEW) })
      // They are connected once they have everything: their calendars and notices come a moment after their boards.
      await pause(1000)
      const value = await measure(bench.quick ? 600 : 1500)
      await screens.ask('keep', FEW)
      rounds.push({ value, baseline })
    }
    await Promise.all([load.end(), screens.end(), hub.stop()])
    return [
      beside(
        ['hub', `POST ticket, p50, ${hall.displays.length} displays (baseline: ${FEW})`],
        { ...overRounds(rounds), unit: 'ms' },
        (ratio) => ratioAtMost(ratio, 1.3),
      ),
    ]
  },
}
