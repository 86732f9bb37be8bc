// `npm start`: builds what is older than its sources, then runs the hub in this process. Plain JavaScript, so that it runs before any build.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const stampFile = join(root, 'dist/stamp')
const sources = [
  'assets',
  'db',
  'desk',
  'display',
  'e2e/gallery',
  'kiosk',
  'phone',
  'server',
  'package-lock.json',
  'vite.config.ts',
  'svelte.config.js',
]

/** Name, size and time of every source: cheap, and different after any change. */
function stamp() {
  const hash = createHash('sha256')
  const walk = (path) => {
    const stat = statSync(join(root, path), { throwIfNoEntry: false })
    if (stat?.isDirectory()) for (const name of readdirSync(join(root, path)).sort()) walk(join(path, name))
    else if (stat) hash.update(`${path} ${stat.size} ${stat.mtimeMs}\n`)
  }
  sources.forEach(walk)
  return hash.digest('hex')
}

export function build() {
  const now = stamp()
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === now) return
  if (!existsSync(join(root, 'node_modules/vite'))) {
    // Without the tools (npm ci --omit=dev) what was built is what runs.
    if (existsSync(join(root, 'dist/server/main.js'))) return
    throw new Error(
      'Nothing is built, and the tools to build it are not installed. Run `npm ci` (with development packages) and `npm start` once.',
    )
  }
  console.error('Building the screens and the hub (once, about half a minute) …')
  execFileSync(process.execPath, [join(root, 'server/bundle.mjs')], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(stampFile, stamp())
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  build()
  if (!process.argv.includes('--build-only')) await import(new URL('../dist/server/main.js', import.meta.url).href)
}
