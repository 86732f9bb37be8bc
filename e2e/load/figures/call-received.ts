// From the clerk's press to the call on each of a hundred and of five hundred displays, beside a bare ws broadcast of the same bytes.
import type { BoardView } from '#contract/views.ts'
import type { Bench } from '../bench-hall.ts'
import type { BareWs } from '../baselines/bare-ws.ts'
import { Clerk, takeTickets } from '../clerk.ts'
import { WINDOWS } from '../demo-hall.ts'
import { beside, ratioAtMost, type Figure, type Row } from '../figure.ts'
import { freePort } from '../../hub.ts'
import { Line } from '../line.ts'
import { pause, until } from '../monotonic.ts'
import { Remote } from '../remote.ts'
import { overRounds, percentile } from '../statistics.ts'
import type { Screens } from '../workers/screens.ts'

/** Calls are further apart than the hub's longest pause between two pushes: none is merged with the one before. Milliseconds. */
const APART = 100

export const callReceived: Figure = {
  name: 'call',
  area: 'hub',
  about: 'call → received by 100 and by 500 displays, p50 and p99, beside a bare ws broadcast',
  run: async (bench) => {
    const stage = await openStage(bench)
    const rows: Row[] = []
    for (const displays of bench.quick ? [500] : [100, 500]) rows.push(...(await measure(stage, displays)))
    await stage.end()
    return rows
  },
}

type Stage = Awaited<ReturnType<typeof openStage>>

/** A hub with three clerks, and a bare server; nobody watches yet. */
async function openStage(bench: Bench) {
  const hall = await bench.hall()
  const hub = await bench.hub(hall)
  const bare = new Remote<BareWs>('baselines/bare-ws.ts')
  const [mine, theirs] = [new Remote<Screens>('workers/screens.ts'), new Remote<Screens>('workers/screens.ts')]
  const clerks = await Promise.all(
    WINDOWS.slice(0, 3).map((window, number) => Clerk.signIn(hub, hall, { number, window })),
  )
  const [rounds, perRound] = bench.quick ? [1, 4] : [3, 6]
  await takeTickets(hub, hall, 2 * (rounds + 1) * perRound + 24)

  const headers = { authorization: `Bearer ${hall.displays[0]}` }
  const carryNewest = async () => {
    const view = await fetch(`${hub.url}/api/views/board`, { headers })
    await bare.ask('carry', (await view.json()) as BoardView)
  }
  await carryNewest()
  const port = await freePort()
  await bare.ask('listen', { port })
  const line = await Line.open(port)
  let watching = 0
  return {
    mine,
    theirs,
    clerks,
    line,
    rounds,
    perRound,
    carryNewest,
    /** So many displays watch from now on. */
    watch: async (displays: number) => {
      const tokens = hall.displays.slice(watching, displays)
      watching = displays
      await mine.ask('open', { kind: 'thin', port: hub.port, tokens })
      await theirs.ask('open', { kind: 'bare', port, tokens })
    },
    end: async () => {
      line.close()
      for (const clerk of clerks) clerk.close()
      await Promise.all([mine.end(), theirs.end(), bare.end(), hub.stop()])
    },
  }
}

async function measure(stage: Stage, displays: number): Promise<Row[]> {
  const { mine, theirs, clerks, line, carryNewest } = stage
  await stage.watch(displays)

  const delays = async (screens: Remote<Screens>, mark: string, sent: number) => {
    await pause(APART)
    let times = await screens.ask('take', mark)
    await until('everybody received it', async () => {
      if (!times.some(Number.isNaN)) return true
      const more = await screens.ask('take', mark)
      times = times.map((time, number) => (Number.isNaN(time) ? (more[number] ?? Number.NaN) : time))
      return false
    })
    return [...times].map((time) => time - sent)
  }
  const calls = async (count: number) => {
    const all: number[] = []
    for (let call = 0; call < count; call += 1) {
      const clerk = clerks[call % clerks.length]!
      if (call >= clerks.length) {
        await clerk.finish()
        await pause(APART)
      }
      const { label, sent } = await clerk.next()
      all.push(...(await delays(mine, label, sent)))
    }
    for (const clerk of clerks) await clerk.finish()
    return all
  }
  const broadcasts = async (count: number) => {
    const all: number[] = []
    // The calls of a round made the view larger.
    await carryNewest()
    for (let call = 0; call < count; call += 1) {
      const { body, sent } = await line.post({ path: '/send' })
      all.push(...(await delays(theirs, `rev ${(JSON.parse(body) as { rev: number }).rev}`, sent)))
    }
    return all
  }

  // Both are warmed up first.
  await calls(stage.perRound)
  await broadcasts(stage.perRound)
  const rounds: { hub: number[]; bare: number[] }[] = []
  for (let round = 0; round < stage.rounds; round += 1) {
    const hub = await calls(stage.perRound)
    // The screens' reports of what they painted are not to fall into the baseline's time.
    await pause(1100)
    rounds.push({ hub, bare: await broadcasts(stage.perRound) })
  }

  return [
    ['p50', 0.5, 1.5],
    ['p99', 0.99, 2],
  ].map(([name, share, most]) => {
    const at = (times: number[]) => percentile(times, share as number)
    const over = overRounds(rounds.map((round) => ({ value: at(round.hub), baseline: at(round.bare) })))
    return beside(['hub', `call → received by ${displays}, ${name}`], { ...over, unit: 'ms' }, (ratio) =>
      ratioAtMost(ratio, most as number),
    )
  })
}
