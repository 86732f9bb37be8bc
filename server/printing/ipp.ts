// The Internet Printing Protocol, as much of it as a card needs: a request as bytes, and an answer read. Pure.
// Source: RFC 8010 (encoding), RFC 8011 (operations, attributes).

export const operation = {
  printJob: 0x0002,
  cancelJob: 0x0008,
  jobAttributes: 0x0009,
  printerAttributes: 0x000b,
} as const

/** Tags of groups and values. */
const group = { operation: 0x01, job: 0x02, end: 0x03 } as const
export const tag = {
  integer: 0x21,
  boolean: 0x22,
  enum: 0x23,
  collection: 0x34,
  endCollection: 0x37,
  text: 0x41,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  language: 0x48,
  mime: 0x49,
  member: 0x4a,
} as const

export type Value =
  | { tag: number; value: string | number | boolean }
  /** A collection: its members. */
  | { members: readonly [name: string, value: Value][] }
export type Attribute = readonly [name: string, ...values: Value[]]

export interface Request {
  operation: number
  id: number
  /** Of the printer: ipp://host:port/path. */
  printer: string
  attributes: readonly Attribute[]
  job?: readonly Attribute[]
}

export function encode({ operation: code, id, printer, attributes, job = [] }: Request): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt16BE(0x0200, 0)
  head.writeUInt16BE(code, 2)
  head.writeUInt32BE(id, 4)
  const first: Attribute[] = [
    ['attributes-charset', { tag: tag.charset, value: 'utf-8' }],
    ['attributes-natural-language', { tag: tag.language, value: 'zh-cn' }],
    ['printer-uri', { tag: tag.uri, value: printer }],
  ]
  return Buffer.concat([
    head,
    Buffer.from([group.operation]),
    ...[...first, ...attributes].flatMap(attribute),
    ...(job.length > 0 ? [Buffer.from([group.job]), ...job.flatMap(attribute)] : []),
    Buffer.from([group.end]),
  ])
}

const attribute = ([name, ...values]: Attribute): Buffer[] =>
  values.flatMap((value, index) => field(value, index === 0 ? name : ''))

function field(value: Value, name: string): Buffer[] {
  if (!('members' in value)) return [part(value.tag, name, bytes(value))]
  return [
    part(tag.collection, name, Buffer.alloc(0)),
    ...value.members.flatMap(([member, one]) => [part(tag.member, '', Buffer.from(member)), ...field(one, '')]),
    part(tag.endCollection, '', Buffer.alloc(0)),
  ]
}

function part(kind: number, name: string, value: Buffer): Buffer {
  const [nameLength, valueLength] = [Buffer.alloc(2), Buffer.alloc(2)]
  nameLength.writeUInt16BE(Buffer.byteLength(name))
  valueLength.writeUInt16BE(value.length)
  return Buffer.concat([Buffer.from([kind]), nameLength, Buffer.from(name), valueLength, value])
}

function bytes({ value }: { value: string | number | boolean }): Buffer {
  if (typeof value === 'string') return Buffer.from(value)
  if (typeof value === 'boolean') return Buffer.from([value ? 1 : 0])
  const number = Buffer.alloc(4)
  number.writeInt32BE(value)
  return number
}

export interface Message {
  /** An operation in a request, a status in an answer. */
  code: number
  id: number
  /** By name, of all groups; collections as null. */
  values: ReadonlyMap<string, readonly (string | number | boolean | null)[]>
  /** What follows the attributes. */
  data: Buffer
}

/** Null where it is no IPP. */
export function decode(message: Buffer): Message | null {
  if (message.length < 9) return null
  const values = new Map<string, (string | number | boolean | null)[]>()
  let at = 8
  let name = ''
  let depth = 0
  while (at < message.length) {
    const kind = message[at] ?? 0
    at += 1
    if (kind === group.end) {
      return { code: message.readUInt16BE(2), id: message.readUInt32BE(4), values, data: message.subarray(at) }
    }
    if (kind < 0x10) continue
    if (at + 2 > message.length) return null
    const nameLength = message.readUInt16BE(at)
    if (at + 4 + nameLength > message.length) return null
    const valueLength = message.readUInt16BE(at + 2 + nameLength)
    const from = at + 4 + nameLength
    if (from + valueLength > message.length) return null
    if (nameLength > 0) name = message.toString('utf8', at + 2, at + 2 + nameLength)
    at = from + valueLength
    if (kind === tag.endCollection) depth -= 1
    if (depth === 0 && kind !== tag.endCollection) {
      const list = values.get(name) ?? []
      list.push(kind === tag.collection ? null : read(kind, message.subarray(from, at)))
      values.set(name, list)
    }
    if (kind === tag.collection) depth += 1
  }
  return null
}

function read(kind: number, value: Buffer): string | number | boolean | null {
  if (kind === tag.boolean) return value[0] === 1
  if (kind === tag.integer || kind === tag.enum) return value.length === 4 ? value.readInt32BE(0) : null
  return kind >= 0x41 ? value.toString('utf8') : null
}
