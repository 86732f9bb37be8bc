// Baseline of the fan-out: `ws` and nothing else. POST /send sends the frame to everybody; who joins gets it at once.
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'
import type { BoardView } from '#contract/views.ts'
import { PREFIX } from '../bare-screen.ts'
import { offer } from '../remote.ts'

let board: BoardView

const functions = {
  /** Sends from now on what the hub really sent: as many bytes as the hub sends at this hour of its day. */
  carry: (view: BoardView): void => void (board = view),
  /** Listens once it is asked. */
  listen: ({ port }: { port: number }): Promise<void> => {
    const frame = () => Buffer.from(`${PREFIX}${JSON.stringify(board)}]`)
    const http = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
      request.resume()
      request.on('end', () => {
        board.rev += 1
        const bytes = frame()
        for (const client of sockets.clients) client.send(bytes, { binary: false })
        const body = JSON.stringify({ rev: board.rev })
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body)
      })
    })
    const sockets = new WebSocketServer({ server: http, perMessageDeflate: false })
    sockets.on('connection', (socket) => socket.send(frame(), { binary: false }))
    return new Promise((done) => http.listen(port, '127.0.0.1', done))
  },
}
export type BareWs = typeof functions
offer(functions)
