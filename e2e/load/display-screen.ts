// A display as it is: the screens' own socket module, with its own way of coming back.
import { openSocket } from '#assets/hub/socket.ts'
import { PaintedReports } from './painted-reports.ts'
import type { Connection, Notes, Place } from './workers/screens.ts'

export function openDisplay({ port, token, number }: Place, notes: Notes): Connection {
  const reports = new PaintedReports((report) => socket.painted(report))
  const socket = openSocket(
    { screen: 'display', token },
    {
      view: (name, view) => {
        if (name !== 'board' || !('calls' in view)) return
        notes.view(number, view)
        reports.painted(view)
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
      reports.stop()
      socket.close()
    },
  }
}
