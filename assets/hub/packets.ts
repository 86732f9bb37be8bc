// How a screen puts what it says on the line, and reads what the hub says: packets of Socket.IO's protocol 5, as text. It stands in the
// place of socket.io-parser (vite.config.ts), half of which is for binary data, which nothing here sends.
import { Emitter } from '@socket.io/component-emitter'

export const protocol = 5
export const PacketType = {
  CONNECT: 0,
  DISCONNECT: 1,
  EVENT: 2,
  ACK: 3,
  CONNECT_ERROR: 4,
  BINARY_EVENT: 5,
  BINARY_ACK: 6,
}

export interface Packet {
  type: number
  /** Namespace. */
  nsp: string
  /** Of what is to be answered, and of the answer. */
  id?: number
  data?: unknown
}

export class Encoder {
  /** One piece for each packet: binary data would need more. */
  encode({ type, nsp, id, data }: Packet): [string] {
    return [`${type}${nsp === '/' ? '' : `${nsp},`}${id ?? ''}${data === undefined ? '' : JSON.stringify(data)}`]
  }
}

/** Type, namespace, id, data. */
const shape = /^([0-4])(?:(\/[^,]*),?)?(\d*)(.*)$/s

export class Decoder extends Emitter<object, object, { decoded: (packet: Packet) => void }> {
  /** Throws where it is not a packet: the connection is closed then, and comes back. */
  add(said: unknown): void {
    const [, type, nsp = '/', id, data] = shape.exec(String(said)) ?? []
    const packet: Packet = { type: Number(type), nsp }
    if (id) packet.id = Number(id)
    if (data) packet.data = JSON.parse(data)
    const listed = packet.type === PacketType.EVENT || packet.type === PacketType.ACK
    if (!type || listed !== Array.isArray(packet.data)) throw new Error(`not a packet: ${String(said)}`)
    this.emitReserved('decoded', packet)
  }

  destroy(): void {
    // Nothing is ever left half read.
  }
}
