// The cable between a screen and the hub: a small TCP proxy that can be pulled. Pulled, it is silent: nothing is refused and nothing
// is closed, as on a real network; what was on its way arrives when it is plugged in again, or not at all.
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'

/** whole: all goes through; pulled: nothing does; deaf: the screen's words reach the hub, the hub's never come back. */
export type CableState = 'whole' | 'pulled' | 'deaf'

export class Cable {
  /** The origin under which a screen behind this cable knows the hub. */
  readonly url: string
  /** Where the hub listens, or will. */
  readonly port: number
  #state: CableState = 'whole'
  readonly #server: Server
  readonly #pairs = new Set<{ screen: Socket; hub: Socket }>()

  private constructor(server: Server, port: number) {
    this.#server = server
    this.port = port
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }

  static async to(port: number): Promise<Cable> {
    const server = createServer()
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const cable = new Cable(server, port)
    server.on('connection', (screen) => cable.#join(screen))
    return cable
  }

  pull(): void {
    this.#become('pulled')
  }

  deafen(): void {
    this.#become('deaf')
  }

  plug(): void {
    this.#become('whole')
  }

  /** Another cable: what was on its way in the old one is lost, and every connection with it. */
  replace(): void {
    this.#cut()
    this.plug()
  }

  async close(): Promise<void> {
    const closed = new Promise((done) => this.#server.close(done))
    this.#cut()
    await closed
  }

  #cut(): void {
    for (const { screen, hub } of this.#pairs) {
      screen.destroy()
      hub.destroy()
    }
  }

  #join(screen: Socket): void {
    const hub = connect(this.port, '127.0.0.1')
    const pair = { screen, hub }
    this.#pairs.add(pair)
    for (const [from, to] of [
      [screen, hub],
      [hub, screen],
    ] as const) {
      from.on('data', (chunk) => void to.write(chunk))
      from.on('error', () => from.destroy())
      // A hub that ended is noticed at once where the cable is whole; `pulled` sockets are paused and hear of it later.
      from.on('close', () => {
        this.#pairs.delete(pair)
        to.destroy()
      })
    }
    this.#hold(pair)
  }

  #become(state: CableState): void {
    this.#state = state
    for (const pair of this.#pairs) this.#hold(pair)
  }

  #hold({ screen, hub }: { screen: Socket; hub: Socket }): void {
    const flow = (socket: Socket, flows: boolean) => (flows ? socket.resume() : socket.pause())
    flow(screen, this.#state !== 'pulled')
    flow(hub, this.#state === 'whole')
  }
}
