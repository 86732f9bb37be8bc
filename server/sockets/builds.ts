// Which build of its page each audience is served. A build's name is its entry script, whose own name changes with any file of the page.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Audience } from '#contract/events.ts'

export type Builds = Partial<Record<Audience, string>>

/** `folder`: the built screens. Empty while developing: sources have no build, and Vite renews the pages itself. */
export function readBuilds(folder: string): Builds {
  const builds: Builds = {}
  for (const kind of ['kiosk', 'display', 'desk'] as const) {
    const build = entryScript(page(join(folder, kind, 'index.html')))
    if (build !== undefined) builds[kind] = build
  }
  return builds
}

/** The path of the module that a built page starts with. */
export function entryScript(html: string): string | undefined {
  return /<script type="module"[^>]* src="(\/static\/[^"]+)"/.exec(html)?.[1]
}

function page(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
