// The one way in which screens speak with the hub, in the place of all that engine.io-client knows (vite.config.ts).
import { WebSocket } from 'engine.io-client'

export const transports = {
  // Read when it is used: the two files import each other.
  get websocket() {
    return WebSocket
  },
}
