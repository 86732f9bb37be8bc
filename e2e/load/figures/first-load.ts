// How much script a kiosk and a display load before they show anything, gzip, beside Svelte's runtime and socket.io-client alone.
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import type { Bench } from '../bench-hall.ts'
import { beside, ratioAtMost, type Figure } from '../figure.ts'
import type { BenchHub } from '../bench-hub.ts'

const kilobytes = (script: string | Buffer) => gzipSync(script, { level: 9 }).length / 1000

/** The same tools and the same target as the screens. */
async function baseline(): Promise<number> {
  const entry = fileURLToPath(new URL('../baselines/first-load/main.ts', import.meta.url))
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [svelte({ configFile: false })],
    build: { write: false, target: 'es2022', rolldownOptions: { input: entry } },
  })
  const outputs = Array.isArray(built) ? built : 'output' in built ? [built] : []
  const chunks = outputs.flatMap(({ output }) => output.flatMap((one) => (one.type === 'chunk' ? [one.code] : [])))
  return chunks.reduce((sum, code) => sum + kilobytes(code), 0)
}

/** Every script that the page asks for until it is quiet. */
async function loaded(bench: Bench, hub: BenchHub, kind: 'kiosk' | 'display'): Promise<number> {
  const paired = await bench.screen(hub, kind)
  const page = await paired.context().newPage()
  const scripts = new Map<string, Promise<Buffer>>()
  page.on('response', (response) => {
    if (/javascript/.test(response.headers()['content-type'] ?? '')) scripts.set(response.url(), response.body())
  })
  await page.goto(`${hub.url}/${kind}/`, { waitUntil: 'load' })
  await page.locator('h1, h2, [data-rev]').first().waitFor()
  await page.waitForTimeout(500)
  const bodies = await Promise.all(scripts.values())
  await paired.context().close()
  return bodies.reduce((sum, body) => sum + kilobytes(body), 0)
}

export const firstLoad: Figure = {
  name: 'first-load',
  area: 'hub',
  about: 'script that kiosk and display load at first, gzip, beside Svelte + socket.io-client alone',
  shares: 'quick',
  seconds: 6,
  run: async (bench) => {
    const hall = await bench.hall()
    const hub = await bench.hub(hall)
    const plain = await baseline()
    const display = await loaded(bench, hub, 'display')
    const kiosk = await loaded(bench, hub, 'kiosk')
    await hub.stop()
    const row = (what: string, value: number, most: number) =>
      beside(['hub', `first load of the ${what}: script, gzip`], { value, unit: 'kB', baseline: plain }, (ratio) =>
        ratioAtMost(ratio, most),
      )
    return [row('display', display, 1.6), row('kiosk', kiosk, 2)]
  },
}
