// The hub as a process: environment → data folder → app → listen → SIGTERM. The only file with side effects at import.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DataFolderError, lockFolder, openFolder, writeMarker } from '#db/data-folder.ts'
import { readBook } from '#db/seed/book.ts'
import { createApp } from './app.ts'
import { beginHall } from './begin-hall.ts'
import { systemClock } from './clock.ts'
import { ConfigError, readConfig } from './config.ts'
import { createLog } from './log.ts'
import { welcome } from './welcome.ts'

/** The project's folder: this file runs as server/main.ts or, built, as dist/server/main.js. */
let root = dirname(fileURLToPath(import.meta.url))
while (!existsSync(join(root, 'package.json'))) root = dirname(root)

const say = (...lines: string[]) => process.stdout.write(`${lines.join('\n')}\n`)

async function main(): Promise<void> {
  const config = readConfig(process.env)
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const log = createLog(config.logLevel)
  const lock = lockFolder(config.dataDir)
  const {
    store,
    hall: found,
    notes,
  } = await openFolder(config.dataDir, new Date().toISOString().replaceAll(/[:.]/g, '-'))
  let hall = found
  if (hall === null) {
    const book = readBook()
    hall = await beginHall(store, book, systemClock.now())
    writeMarker(config.dataDir, hall)
    notes.push(
      `${config.dataDir} was empty: it now holds the demonstration hall 示例 "${book.hall.name.zh}".`,
      'To begin with a hall of your own instead: stop, delete the folder, and run `npm run hall -- init --help`.',
    )
  }
  const dev = process.argv.includes('--dev')
  const app = await createApp({
    config,
    store,
    hall,
    clock: systemClock,
    log,
    version,
    folders: { screens: dev ? root : join(root, 'dist/screens'), sounds: join(root, 'assets/sounds') },
    gallery: dev || process.env.GALLERY === 'on',
    ...(dev && { dev: async (http) => (await import('./dev-screens.ts')).devScreens(root, http) }),
  })
  const { demo } = app.broadcast.cache.facts?.book.hall ?? { demo: false }
  const lines = await welcome({ store, hall, demo, url: app.publicUrl, now: systemClock.now() })
  say(
    '',
    ...notes,
    ...(notes.length > 0 ? [''] : []),
    `社区大厅 Community hall is open at ${app.publicUrl}`,
    ...lines,
    ...(dev ? [`  样张 gallery     ${app.publicUrl}/gallery/`] : []),
    '',
  )
  log.info({ version, port: app.port }, 'listening')

  let ending = false
  const end = (signal: string) => {
    if (ending) return
    ending = true
    log.info({ signal }, 'stopping')
    // Whatever hangs, the process is gone within five seconds; the database is safe at every moment.
    setTimeout(() => process.exit(1), 4500).unref()
    void app.stop().then(
      () => {
        lock.release()
        log.info('stopped')
        process.exit(0)
      },
      (err: unknown) => {
        log.error({ err }, 'could not stop cleanly')
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', () => end('SIGTERM'))
  process.on('SIGINT', () => end('SIGINT'))
}

main().catch((error: unknown) => {
  const known = error instanceof DataFolderError || error instanceof ConfigError
  const busy = (error as { code?: string }).code === 'EADDRINUSE'
  const text = busy
    ? 'The port is taken: another program listens there. Set PORT to another one.'
    : known
      ? error.message
      : error
  process.stderr.write(`\n${text instanceof Error ? (text.stack ?? text.message) : String(text)}\n`)
  process.exit(1)
})
