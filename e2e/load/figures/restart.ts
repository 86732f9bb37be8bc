// The hub is killed under five hundred displays and started again: until all of them show the newest revision, counted from the moment
// at which it listens. Beside bare ws clients that come back at once and get the same bytes.
import type { BoardView } from '#contract/views.ts'
import type { BareWs } from '../baselines/bare-ws.ts'
import { bumpRevision } from '../demo-hall.ts'
import { alone, beside, ratioAtMost, type Figure } from '../figure.ts'
import { freePort } from '../../hub.ts'
import { BenchHub } from '../bench-hub.ts'
import { monotonic, until } from '../monotonic.ts'
import { Remote } from '../remote.ts'
import { overRounds, peak } from '../statistics.ts'
import type { Screens } from '../workers/screens.ts'

/** A herd is counted in stretches of this length. Milliseconds. */
const STRETCH = 100

export const restart: Figure = {
  name: 'restart',
  area: 'hub',
  about: 'hub killed and restarted under 500 displays: until all show the newest revision, beside bare ws',
  run: async (bench) => {
    const hall = await bench.hall()
    const tokens = hall.displays
    let hub = await bench.hub(hall)
    const headers = { authorization: `Bearer ${tokens[0]}` }
    const board = (await (await fetch(`${hub.url}/api/views/board`, { headers })).json()) as BoardView
    const port = await freePort()
    let bare = new Remote<BareWs>('baselines/bare-ws.ts')
    await bare.ask('carry', board)
    await bare.ask('listen', { port })
    const [mine, theirs] = [new Remote<Screens>('workers/screens.ts'), new Remote<Screens>('workers/screens.ts')]

    const all = async (screens: Remote<Screens>, listening: number) => {
      await until('all displays are back', async () => (await screens.ask('shown', null)).length >= tokens.length, {
        every: 50,
      })
      const took = Math.max(...(await screens.ask('shown', null))) - listening
      const joins = (await screens.ask('joins', null)).map((time) => time - listening)
      return { took, most: peak(joins, STRETCH) }
    }
    const hubRound = async () => {
      await mine.ask('open', { kind: 'thin', port: hub.port, tokens })
      await hub.kill()
      // What they show is old when they come back.
      await mine.ask('expect', bumpRevision(hall.folder))
      hub = await BenchHub.start(hall.folder, hub.port)
      const back = await all(mine, hub.listening)
      await mine.ask('close', null)
      return back
    }
    const bareRound = async () => {
      await theirs.ask('open', { kind: 'bare', port, tokens })
      await bare.end()
      board.rev += 1
      await theirs.ask('expect', board.rev)
      bare = new Remote<BareWs>('baselines/bare-ws.ts')
      await bare.ask('carry', board)
      await bare.ask('listen', { port })
      const back = await all(theirs, monotonic())
      await theirs.ask('close', null)
      return back
    }

    const rounds: { hub: Awaited<ReturnType<typeof all>>; bare: Awaited<ReturnType<typeof all>> }[] = []
    for (let round = 0; round < (bench.quick ? 1 : 5); round += 1) {
      rounds.push({ hub: await hubRound(), bare: await bareRound() })
    }
    await Promise.all([mine.end(), theirs.end(), bare.end(), hub.stop()])
    const took = overRounds(rounds.map((round) => ({ value: round.hub.took, baseline: round.bare.took })))
    const most = Math.max(...rounds.map((round) => round.hub.most))
    return [
      beside(['hub', `restart under ${tokens.length} displays, until all are true`], { ...took, unit: 'ms' }, (ratio) =>
        ratioAtMost(ratio, 2.5),
      ),
      alone(['hub', `most that came back within ${STRETCH} ms`], most, 'displays', null),
    ]
  },
}
