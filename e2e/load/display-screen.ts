// A display as the hub sees one: the screens' own socket module, and the report of what was painted at the screens' own pace.
import type { Painted } from '#contract/events.ts'
import { openSocket } from '#assets/hub/socket.ts'
import type { Connection, Notes } from './workers/screens.ts'

const REPORT_EVERY = 700
const REPORT_JITTER = 300

export function openDisplay(
  { port, token, number }: { port: number; token: string; number: number },
  notes: Notes,
): Connection {
  let report: Painted | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const socket = openSocket(
    { screen: 'display', token },
    {
      view: (name, view) => {
        if (name !== 'board' || !('calls' in view)) return
        notes.view(number, view)
        report = { epoch: view.epoch, revs: { board: view.rev }, sound: 'on', size: '1920×1080@1', version: 'bench' }
        timer ??= setTimeout(
          () => {
            timer = undefined
            if (report) socket.painted(report)
          },
          REPORT_EVERY + Math.random() * REPORT_JITTER,
        )
      },
      heard: () => {},
      connected: (up) => {
        if (up) notes.connected(number)
      },
      dismissed: (why) => {
        throw new Error(`display ${number} was dismissed: ${why}`)
      },
    },
    `http://127.0.0.1:${port}`,
  )
  return {
    close: () => {
      clearTimeout(timer)
      socket.close()
    },
  }
}
