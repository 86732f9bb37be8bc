import { Decoder as TheirDecoder, Encoder as TheirEncoder } from 'socket.io-parser'
import { describe, expect, it } from 'vitest'
import { Decoder, Encoder, PacketType, type Packet } from './packets.ts'

const packets: Record<string, Packet> = {
  'a handshake': { type: PacketType.CONNECT, nsp: '/', data: { screen: 'display', token: 'a,b/c' } },
  'an answer to a handshake': { type: PacketType.CONNECT, nsp: '/', data: { sid: '12/3,4' } },
  'a handshake without more': { type: PacketType.CONNECT, nsp: '/' },
  'a goodbye': { type: PacketType.DISCONNECT, nsp: '/' },
  'a view': {
    type: PacketType.EVENT,
    nsp: '/',
    data: ['view', 'board', { rev: 3, name: '居委会 “一号”\n\u2028', calls: [] }],
  },
  'a proof that is to be answered': { type: PacketType.EVENT, nsp: '/', id: 12, data: ['proof', [{ call: '7' }]] },
  'an answer': { type: PacketType.ACK, nsp: '/', id: 0, data: [] },
  'a refusal': { type: PacketType.CONNECT_ERROR, nsp: '/', data: { message: 'no', data: { code: 'device_required' } } },
  'another namespace': { type: PacketType.EVENT, nsp: '/other', id: 4, data: ['ask'] },
  'nothing in another namespace': { type: PacketType.DISCONNECT, nsp: '/other' },
}

function read(
  decoder: { add(said: string): void; on(event: 'decoded', told: (packet: Packet) => void): unknown },
  said: string,
) {
  const got: Packet[] = []
  decoder.on('decoded', (packet) => got.push(packet))
  decoder.add(said)
  return got
}

describe('words on the line', () => {
  it.each(Object.entries(packets))('%s is said and read as socket.io-parser does', (_, packet) => {
    const said = new Encoder().encode(packet)
    expect(said).toEqual(new TheirEncoder().encode(packet as never))
    expect(read(new Decoder(), said[0])).toEqual([packet])
    expect(read(new TheirDecoder(), said[0])).toEqual([packet])
  })

  it.each(['x', '7', '2{}', '2["view"', '3"a"', '0[]'])('what is no packet is refused by both: %s', (said) => {
    expect(() => read(new Decoder(), said)).toThrow()
    expect(() => read(new TheirDecoder(), said)).toThrow()
  })

  it.each(['', '2', '51-["view",{"_placeholder":true,"num":0}]'])('half a packet is refused: %s', (said) => {
    expect(() => read(new Decoder(), said)).toThrow()
  })
})
