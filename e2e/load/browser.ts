// The browser of the bench: Playwright's own where it is installed, else Debian's chromium.
import { chromium, type Browser } from '@playwright/test'
import { existsSync } from 'node:fs'

const DEBIAN = '/usr/bin/chromium'

export function launchBrowser(): Promise<Browser> {
  const own = existsSync(chromium.executablePath())
  return chromium.launch({
    ...(!own && { executablePath: DEBIAN }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--autoplay-policy=no-user-gesture-required',
    ],
  })
}
