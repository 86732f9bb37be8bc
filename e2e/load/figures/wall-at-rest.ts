// What a wall at rest costs its computer: the processor time of its tab, beside a static page's in the same browser at the same time.
import { createServer } from 'node:http'
import { takeTickets } from '../clerk.ts'
import type { Figure } from '../figure.ts'
import { freePort } from '../../hub.ts'
import { atRest, watch } from '../processor-time.ts'

/** Percent of a core that the wall may cost more. */
const MOST = 1

const STATIC = `<!doctype html><meta charset="utf-8"><title>static</title>
<h1 style="font-size: 20vh">A012 → 2</h1><p style="font-size: 5vh">社区事务服务大厅</p>`

export const wallAtRest: Figure = {
  name: 'wall-at-rest',
  area: 'hub',
  about: 'processor time of the tab of a wall at rest, beside a static page',
  run: async (bench) => {
    const hall = await bench.hall()
    const hub = await bench.hub(hall)
    await takeTickets(hub, hall, 12)
    const port = await freePort()
    const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(STATIC))
    await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))

    const wall = await bench.screen(hub, 'display')
    await wall.locator('[data-rev]').waitFor()
    // Its own profile, hence its own process.
    const plain = await (
      await (await bench.browser()).newContext({ viewport: { width: 1920, height: 1080 } })
    ).newPage()
    await plain.goto(`http://127.0.0.1:${port}/`)
    const sessions = [await watch(wall), await watch(plain)]
    const { percent } = await atRest(sessions, bench.quick ? 3000 : 15_000)
    const [value = Number.NaN, baseline = Number.NaN] = percent

    await Promise.all([wall.context().close(), plain.context().close()])
    server.closeAllConnections()
    server.close()
    await hub.stop()
    return [
      {
        area: 'hub',
        what: 'wall at rest: processor time of its tab',
        value,
        unit: '% of a core',
        baseline,
        ratio: null,
        goal: `≤ ${MOST} more`,
        met: value - baseline <= MOST,
      },
    ]
  },
}
