// From a keystroke to the painted list, over a subdistrict's people and matters: the kiosk's own screen in a real browser.
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sirv from 'sirv'
import { build } from 'vite'
import { freePort } from '../../hub.ts'
import { root } from '../bench-hub.ts'
import { alone, type Figure } from '../figure.ts'
import { MATTERS, PEOPLE, subdistrict } from '../find/subdistrict.ts'
import { percentile } from '../statistics.ts'

/** Milliseconds. */
const MOST = 50

/** What residents type: what happened, and whom they look for, whole and by initials, with slips. */
const WORDS =
  'loushui tingdian chaojia diuyaoshi dujulaoren weixiujijin zhengming dianti tingche laji shanguodong chenxl zengmeizhen qzm lousui dianit wuye shuji'.split(
    ' ',
  )

export const findSpeed: Figure = {
  name: 'find-speed',
  area: 'cards',
  about: 'keystroke to painted list over 20,000 people and 2,000 matters, in the browser',
  unhurried: true,
  run: async (bench) => {
    const folder = mkdtempSync(join(root, 'data/find-'))
    const page = fileURLToPath(new URL('../find/', import.meta.url))
    const view = JSON.stringify(await subdistrict())
    await build({
      configFile: false,
      root: page,
      logLevel: 'error',
      plugins: [svelte({ configFile: join(root, 'svelte.config.js') })],
      build: { outDir: folder, emptyOutDir: true, target: 'es2022' },
    })
    const port = await freePort()
    const files = sirv(folder)
    const server = createServer((request, response) => {
      if (request.url === '/view.json') response.setHeader('content-type', 'application/json').end(view)
      else files(request, response)
    })
    await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
    try {
      const tab = await (await bench.browser()).newPage({ viewport: { width: 1080, height: 1920 } })
      await tab.goto(`http://127.0.0.1:${port}/`)
      await tab.getByRole('button', { name: 'Q', exact: true }).waitFor()
      const type = (words: string[]) => tab.evaluate((list) => window.typeWords(list), words)
      await type(WORDS.slice(0, 3))
      const took = await type([...WORDS, ...WORDS])
      await tab.close()
      const what = `search over ${PEOPLE.toLocaleString('en')} people and ${MATTERS.toLocaleString('en')} matters: keystroke to list, p95 of ${took.length}`
      const value = percentile(took, 0.95)
      return [alone(['cards', what], value, 'ms', { text: `≤ ${MOST}`, met: value <= MOST })]
    } finally {
      server.closeAllConnections()
      server.close()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
