// The baseline's display: a bare WebSocket that reads the same frame, and comes back at once when it was cut off.
import { WebSocket } from 'ws'
import type { BoardView } from '#contract/views.ts'
import type { Connection, Notes, Place } from './workers/screens.ts'

/** While nobody listens, a refused connection is tried again this soon. Milliseconds. */
const AGAIN = 50

/** What stands before the view in the frame: the same bytes as on the hub's socket. */
export const PREFIX = '42["view","board",'

export function openBare({ port, number }: Place, notes: Notes): Connection {
  let closed = false
  let socket: WebSocket
  const join = (): void => {
    if (closed) return
    let open = false
    socket = new WebSocket(`ws://127.0.0.1:${port}`, { perMessageDeflate: false })
    socket.on('open', () => {
      open = true
      notes.connected(number)
    })
    // Every screen has to read what it is sent: the baseline's do, too.
    socket.on('message', (data: Buffer) => {
      const frame = data.toString('utf8')
      notes.view(number, JSON.parse(frame.slice(PREFIX.length, -1)) as BoardView)
    })
    socket.on('error', () => {})
    socket.on('close', () => (open ? join() : void setTimeout(join, AGAIN)))
  }
  join()
  return {
    close: () => {
      closed = true
      socket.terminate()
    },
  }
}
