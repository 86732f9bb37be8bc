// How the screens are compiled: by server/bundle.mjs into dist/screens, or by the hub's own Vite while developing.
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Package version and commit, so that the desk sees which version each screen runs. */
function version(): string {
  const { version } = JSON.parse(readFileSync(here('package.json'), 'utf8')) as { version: string }
  try {
    return `${version}+${execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()}`
  } catch {
    return version
  }
}

/** In the place of parts of libraries that do more than a screen uses: an icon drawn without spreading, a connection without polling. */
const lean: Plugin = {
  name: 'lean',
  enforce: 'pre',
  resolveId: (source, importer) => {
    if (source === '../Icon.svelte' && importer?.includes('@lucide/svelte/')) return here('assets/ui/Icon.svelte')
    if (source === './transports/index.js' && importer?.includes('engine.io-client/'))
      return here('assets/hub/transports.ts')
    return null
  },
}

export default defineConfig({
  appType: 'mpa',
  publicDir: 'assets/public',
  plugins: [lean, svelte({ configFile: here('svelte.config.js') })],
  define: { __VERSION__: JSON.stringify(version()) },
  build: {
    outDir: 'dist/screens',
    // Not "assets": that is a folder of the sources.
    assetsDir: 'static',
    emptyOutDir: false,
    target: 'es2022',
    modulePreload: {
      // A browser that does not load modules ahead loads them all the same.
      polyfill: false,
      // A part that comes later is one small file and its style: a list of all that each needs would be most of what names them.
      resolveDependencies: (_, files, { hostType }) =>
        hostType === 'html' ? files : files.filter((file) => file.endsWith('.css')),
    },
    // Polling is not among the transports: what it does when its file is loaded is not needed either.
    rolldownOptions: {
      treeshake: { moduleSideEffects: [{ test: /engine\.io-client.*(polling|webtransport)/, sideEffects: false }] },
    },
    // Small font subsets stay files: the content security policy has no data: for fonts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 300,
  },
  test: {
    include: ['{server,db,assets,kiosk,display,desk,phone,e2e}/**/*.test.ts'],
    // A hub in a test is a real one: its own folder, its own port.
    testTimeout: 20_000,
  },
})
