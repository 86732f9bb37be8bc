// Fetches a calendar from an address that a manager typed. Only the hub goes there, only by http, never to its own machine or network
// unless the hall says so, not for long, and not for much.
import { lookup } from 'node:dns'
import { get as getHttp, type IncomingMessage } from 'node:http'
import { get as getHttps } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

export interface FetchRules {
  /** Addresses of the hall's own network are fine: a calendar server beside the hub. */
  own: boolean
  /** Milliseconds for the whole fetch. */
  patience: number
  /** Bytes. */
  most: number
}

/** FEEDS_OWN_NETWORK=on lets the hub fetch from private addresses. */
export const fetchRules = (): FetchRules => ({
  own: process.env.FEEDS_OWN_NETWORK === 'on',
  patience: 10_000,
  most: 2_000_000,
})

const REDIRECTS = 3

const closed = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  closed.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  closed.addSubnet(net, bits, 'ipv6')

/** Whether an address belongs to this machine or a private network. IPv4 inside IPv6 is looked at as IPv4. */
export function isOwnNetwork(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  const bare = mapped ?? address
  // An IPv4 address that is written in hex inside IPv6 is nobody's honest calendar.
  if (/^::ffff:/i.test(bare)) return true
  return closed.check(bare, isIP(bare) === 6 ? 'ipv6' : 'ipv4')
}

/** The text at `url`. Throws where it cannot be had, with what went wrong in a word or two. */
export async function fetchFeed(url: string, rules: FetchRules = fetchRules()): Promise<string> {
  const signal = AbortSignal.timeout(rules.patience)
  let at = new URL(url)
  for (let hops = 0; hops <= REDIRECTS; hops += 1) {
    const reply = await ask(at, rules, signal)
    const status = reply.statusCode ?? 0
    if (status >= 300 && status < 400 && reply.headers.location !== undefined) {
      reply.destroy()
      at = new URL(reply.headers.location, at)
      continue
    }
    if (status !== 200) {
      reply.destroy()
      throw new Error(`status ${status}`)
    }
    return read(reply, rules.most)
  }
  throw new Error('too many redirects')
}

function ask(url: URL, { own }: FetchRules, signal: AbortSignal): Promise<IncomingMessage> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new Error('not http')
  if (url.username !== '' || url.password !== '') throw new Error('a password in the address')
  const host = url.hostname.replaceAll(/[[\]]/g, '')
  if (!own && isIP(host) !== 0 && isOwnNetwork(host)) throw new Error('an address of the own network')
  const get = url.protocol === 'http:' ? getHttp : getHttps
  const headers = { accept: 'text/calendar', 'user-agent': 'community-hall' }
  return new Promise((resolve, reject) => {
    // The name is looked up once, and the connection goes to what was checked.
    get(url, { signal, headers, lookup: own ? lookup : publicLookup }, resolve).once('error', reject)
  })
}

const publicLookup: LookupFunction = (host, options, answer) => {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    if (error) return answer(error, '', 0)
    const bad = addresses.find(({ address }) => isOwnNetwork(address))
    const first = addresses[0]
    if (bad || !first) return answer(new Error('an address of the own network'), '', 0)
    if (options.all) return answer(null, addresses)
    answer(null, first.address, first.family)
  })
}

async function read(reply: IncomingMessage, most: number): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of reply as AsyncIterable<Buffer>) {
    size += part.length
    if (size > most) {
      reply.destroy()
      throw new Error('too large')
    }
    parts.push(part)
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts))
}
