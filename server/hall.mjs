// `npm run hall -- …`: builds if needed, then runs the administrator's command.
import { build } from './start.mjs'

build()
await import(new URL('../dist/server/admin/hall.js', import.meta.url).href)
