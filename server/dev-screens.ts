// Vite inside the hub while developing: screens are compiled as they are asked for, and change in place as they are edited.
import type { Server } from 'node:http'
import { createServer } from 'vite'
import type { DevScreens } from './http/pages.ts'

export async function devScreens(root: string, http: Server): Promise<DevScreens & { close(): Promise<void> }> {
  const vite = await createServer({ root, server: { middlewareMode: true, hmr: { server: http } } })
  return {
    middlewares: vite.middlewares,
    transformIndexHtml: (url, html) => vite.transformIndexHtml(url, html),
    close: () => vite.close(),
  }
}
