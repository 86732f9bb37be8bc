// Bundles the hub and the administrator's command into dist/server; packages stay in node_modules.
import { build } from 'esbuild'
import { fileURLToPath } from 'node:url'

await build({
  absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
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
