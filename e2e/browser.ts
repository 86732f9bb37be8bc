// Which Chromium the tests drive, and how it is started: the one of CHROMIUM_PATH (npm test sets it to one that was seen to start),
// else Playwright's own where it is installed, else the one of the system.
import { existsSync } from 'node:fs'
import { chromium, type Browser, type LaunchOptions } from '@playwright/test'

/** Where distributions put it. */
const ELSEWHERE = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** `sound`: whether a page may speak without being touched, as on a wall that was set up by the guide. */
export function browserOptions({ sound = true } = {}): LaunchOptions {
  const found = process.env.CHROMIUM_PATH ?? [chromium.executablePath(), ...ELSEWHERE].find((path) => existsSync(path))
  return {
    ...(found !== undefined && { executablePath: found }),
    args: [...flags, ...(sound ? ['--autoplay-policy=no-user-gesture-required'] : [])],
  }
}

export function launchBrowser(options?: { sound?: boolean }): Promise<Browser> {
  return chromium.launch(browserOptions(options))
}
