// Builds everything that runs: the screens into dist/screens, the hub and the administrator's command into dist/server.
import { build as bundle } from 'esbuild'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build as compile } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const pages = [
  'kiosk/index.html',
  'display/index.html',
  'desk/index.html',
  'desk/pair.html',
  'phone/index.html',
  'e2e/gallery/index.html',
]

rmSync(join(root, 'dist/screens'), { recursive: true, force: true })
// One page at a time: a device shows one page only, and what another page needs of a shared library is not in its script then.
for (const page of pages) {
  await compile({
    root,
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'error',
    build: { rolldownOptions: { input: join(root, page) } },
  })
}

// Packages stay in node_modules.
await bundle({
  absWorkingDir: root,
  entryPoints: ['server/main.ts', 'server/admin/hall.ts'],
  outdir: 'dist/server',
  outbase: 'server',
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: true,
  external: ['./dev-screens.ts'],
  logLevel: 'warning',
})
