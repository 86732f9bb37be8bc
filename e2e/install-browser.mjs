// Finds a Chromium for the tests, or gets one: Playwright's own, the system's, Playwright's by download, Debian's by apt.
// What is there already is used, so that a machine without a network loses no time. `node e2e/install-browser.mjs` does it alone.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const STARTS_WITHIN = 30_000
const DOWNLOAD_WITHIN = 120_000
const APT_WITHIN = 300_000

/** Runs a command quietly. */
function attempt(command, args, timeout) {
  const { status } = spawnSync(command, args, {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    stdio: 'ignore',
    timeout,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return status === 0
}

/** A browser whose libraries are missing is there and does not start. */
const starts = (path) => existsSync(path) && attempt(path, ['--version'], STARTS_WITHIN)
const find = () =>
  [process.env.CHROMIUM_PATH, chromium.executablePath(), ...SYSTEM].find((path) => path && starts(path))

/** The path of a browser that starts, or null, after which `advice` says what to do. */
export function installBrowser(say = console.error) {
  const found = find()
  if (found) return found
  say('No Chromium is installed: fetching Playwright’s own …')
  attempt('npx', ['playwright', 'install', 'chromium'], DOWNLOAD_WITHIN)
  const own = find()
  if (own) return own
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('That could not be had, or does not start here: installing Debian’s …')
    attempt('apt-get', ['update'], APT_WITHIN)
    attempt('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], APT_WITHIN)
  }
  return find() ?? null
}

export const advice = `There is no Chromium for the browser tests. Do one of these and run the tests again:
  npx playwright install --with-deps chromium
  apt-get install chromium                      (Debian; as root)
  CHROMIUM_PATH=/path/to/chromium npm test      (any other)`

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = installBrowser()
  console.log(path ?? advice)
  process.exit(path ? 0 : 1)
}
