// The power goes, again and again, while sixteen people take numbers: nothing that was answered is lost, doubled or changed.
// The second half turns the safeguard off, in the clients, and must see the damage: else the first half would prove nothing.
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startHub, type HubProcess } from '../hub.ts'
import { checkCrash } from './crash-check.ts'
import { startClients, type Clients } from './crash-clients.ts'
import { readKept } from './crash-rows.ts'

const CLIENTS = 16
const KILLS = 50
/** A careless client is caught after a few kills; after so many, something else is wrong. */
const CARELESS_KILLS = 40
/** Numbers given before each kill: none up to this many, so that a slow machine sees as much traffic as a fast one. */
const MOST_NUMBERS = 40
/** And then a moment more, milliseconds. */
const MOMENT = 60
const MINUTES = 60_000

let hub: HubProcess
let clients: Clients | undefined

beforeAll(() => {
  const start = fileURLToPath(new URL('../../server/start.mjs', import.meta.url))
  execFileSync(process.execPath, [start, '--build-only'], { stdio: 'inherit' })
}, 10 * MINUTES)

afterEach(async () => {
  await clients?.stop().catch(() => {})
  await hub.kill()
  hub.remove()
})

async function begin(careless: boolean): Promise<Clients> {
  hub = await startHub()
  const token = await hub.pair('kiosk')
  return (clients = startClients({ url: hub.url, token, count: CLIENTS, careless }))
}

/** Resolves at a random instant of a busy hall. */
async function busy(running: Clients): Promise<void> {
  const enough = running.answered + Math.floor(Math.random() * MOST_NUMBERS)
  const late = performance.now() + MINUTES
  while (running.answered < enough) {
    if (performance.now() > late) throw new Error(`The hub gives no numbers.\n${hub.said}`)
    await new Promise((next) => setTimeout(next, 5))
  }
  await new Promise((over) => setTimeout(over, Math.random() * MOMENT))
}

describe('a hub that is killed at random instants', () => {
  it(
    `${KILLS} times keeps every answer, and gives each visitor one number`,
    async () => {
      const running = await begin(false)
      for (let kill = 1; kill <= KILLS; kill += 1) {
        await busy(running)
        await hub.kill()
        if (kill < KILLS) await hub.start()
      }
      // Dead for the last time: the file alone, against what the visitors wrote down.
      expect(checkCrash(running.visits, readKept(hub.dataDir))).toEqual([])

      await hub.start()
      await running.finish()
      await hub.kill()
      const kept = readKept(hub.dataDir)
      expect(checkCrash(running.visits, kept)).toEqual([])
      expect(running.visits.every(({ answers }) => answers.length > 0)).toBe(true)
      expect(kept).toHaveLength(running.visits.length)
      // It was no quiet hall: many were answered, and many had to ask again.
      expect(kept.length).toBeGreaterThan((KILLS * MOST_NUMBERS) / 4)
      expect(running.retries).toBeGreaterThan(KILLS)
      expect(running.rescued).toBeGreaterThan(0)
      console.log(
        `${KILLS} kills: ${kept.length} numbers, ${running.retries} requests sent again, ` +
          `${running.rescued} answers given again, none lost, none doubled`,
      )
    },
    20 * MINUTES,
  )

  it(
    'is seen to double numbers when each try comes with a key of its own',
    async () => {
      const running = await begin(true)
      let problems: string[] = []
      for (let kill = 1; kill <= CARELESS_KILLS && problems.length === 0; kill += 1) {
        await busy(running)
        await hub.kill()
        await hub.start()
        if (kill % 4 > 0) continue
        await busy(running)
        await hub.kill()
        problems = checkCrash(running.visits, readKept(hub.dataDir)).filter((problem) => problem.startsWith('doubled'))
        await hub.start()
      }
      expect(problems[0]).toMatch(/^doubled: one visit has [A-D]\d{3,}, [A-D]\d{3,}/)
    },
    20 * MINUTES,
  )
})
