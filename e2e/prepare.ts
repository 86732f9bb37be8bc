// Before the browser tests: everything is built, and a data folder with the demonstration hall is ready to be copied.
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { makeDataFolder } from './hub.ts'

export default async function prepare(): Promise<() => void> {
  const start = fileURLToPath(new URL('../server/start.mjs', import.meta.url))
  execFileSync(process.execPath, [start, '--build-only'], { stdio: 'inherit' })
  const template = await makeDataFolder()
  process.env.HALL_TEMPLATE = template
  return () => rmSync(template, { recursive: true, force: true })
}
