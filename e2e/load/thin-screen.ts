// A display that reads as the baseline's does, and speaks just enough of Engine.IO and Socket.IO to be one for the hub. Real displays
// have a computer each; hundreds of whole clients in one process would measure that process, on one side only. It comes back
// when a screen would: by the screens' own settings, and by the arithmetic of their client.
import { Manager } from 'socket.io-client'
import { WebSocket } from 'ws'
import { comingBack } from '#assets/hub/socket.ts'
import type { AlertView, BoardView, NoticesView } from '#contract/views.ts'
import { PREFIX } from './bare-screen.ts'
import { PaintedReports } from './painted-reports.ts'
import type { Connection, Notes, Place } from './workers/screens.ts'

const ALERT = '42["view","alert",'
const NOTICES = '42["view","notices",'

/** The delays after which a screen's client tries again. */
function delays(): { duration(): number; reset(): void } {
  const manager = new Manager('', { autoConnect: false, ...comingBack })
  return (manager as unknown as { backoff: { duration(): number; reset(): void } }).backoff
}

export function openThin({ port, token, number }: Place, notes: Notes): Connection {
  const url = `ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`
  const waits = delays()
  let closed = false
  let socket: WebSocket
  const reports = new PaintedReports((report) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(`42${JSON.stringify(['painted', report])}`)
  })
  const heard = (data: Buffer): void => {
    const frame = data.toString('utf8')
    if (frame.startsWith(PREFIX)) {
      const board = JSON.parse(frame.slice(PREFIX.length, -1)) as BoardView
      notes.view(number, board)
      reports.painted(board)
    } else if (frame.startsWith(ALERT)) {
      notes.alert(number, JSON.parse(frame.slice(ALERT.length, -1)) as AlertView)
    } else if (frame.startsWith(NOTICES)) {
      notes.notices(number, JSON.parse(frame.slice(NOTICES.length, -1)) as NoticesView)
    } else if (frame === '2') socket.send('3')
    else if (frame.startsWith('0')) socket.send(`40${JSON.stringify({ screen: 'display', token })}`)
    else if (frame.startsWith('40')) {
      waits.reset()
      notes.connected(number)
    } else if (frame.startsWith('44')) throw new Error(`display ${number} was refused: ${frame}`)
  }
  const join = (): void => {
    if (closed) return
    socket = new WebSocket(url, { perMessageDeflate: false })
    socket.on('message', heard)
    socket.on('error', () => {})
    socket.on('close', () => void setTimeout(join, waits.duration()))
  }
  join()
  return {
    close: () => {
      closed = true
      reports.stop()
      socket.terminate()
    },
  }
}
