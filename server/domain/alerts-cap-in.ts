// A CAP 1.2 message from outside, read with suspicion: no entities, no document type, every rule that matters checked. Pure.
// What comes out is a draft for a manager. Source: OASIS Common Alerting Protocol Version 1.2, chapter 3.2.
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { ALERT_LIMITS, type AlertWords } from '#contract/alerts.ts'
import type { Instant, Text } from '#contract/text.ts'
import type { AlertStepName, CapFault, Hazard } from '#contract/words.ts'
import { CAP_NAMESPACE, HAZARD_CODE, WHERE_PARAMETER } from './alerts-cap.ts'
import { unmarked } from './alerts-words.ts'

export interface CapMessage {
  /** sender,identifier,sent: how other messages name it. */
  reference: string
  /** What it says of its sender: a name, or the sender's id. */
  sender: string
  drill: boolean
  step: Exclude<AlertStepName, 'renew'>
  /** The messages that it changes or ends. */
  references: string[]
  hazard: Hazard
  /** Null where it only ends another one. */
  words: AlertWords | null
  expiresAt: Instant | null
  lacks: 'zh' | 'en' | null
  cut: boolean
}

type Read = { ok: true; message: CapMessage } | { ok: false; fault: CapFault; element: string }

class Fault extends Error {
  readonly fault: CapFault
  readonly element: string

  constructor(fault: CapFault, element = '') {
    super(fault)
    this.fault = fault
    this.element = element
  }
}

/** Without an end of its own, a message is old news after this. Milliseconds. */
const A_DAY = 86_400_000
const many = ['info', 'area', 'category', 'responseType', 'parameter', 'eventCode']
const parser = new XMLParser({
  removeNSPrefix: true,
  parseTagValue: false,
  // Entities are decoded here, the five of XML and numbers, and no others.
  processEntities: false,
  isArray: (name) => many.includes(name),
})

/** `now`: epoch milliseconds. */
export function readCap(xml: string, now: number): Read {
  try {
    return { ok: true, message: read(xml, now) }
  } catch (error) {
    if (error instanceof Fault) return { ok: false, fault: error.fault, element: error.element }
    // Nested without end, or whatever else the parser does not take.
    return { ok: false, fault: 'not_xml', element: '' }
  }
}

type Node = Record<string, unknown>

function read(xml: string, now: number): CapMessage {
  if (/<!(doctype|entity)/i.test(xml)) throw new Fault('doctype')
  const text = xml.replace(/^\uFEFF/, '').trim()
  if (XMLValidator.validate(text) !== true) throw new Fault('not_xml')
  const { alert } = parser.parse(text) as { alert?: Node }
  const root = /<(?:[\w.-]+:)?alert\b[^>]*>/.exec(text)?.[0] ?? ''
  if (typeof alert !== 'object' || !root.includes(CAP_NAMESPACE)) throw new Fault('not_cap')

  const [identifier, sender] = [name(alert, 'identifier'), name(alert, 'sender')]
  const sent = required(alert, 'sent')
  const sentAt = time(sent, 'sent')
  const drill = statusOf(required(alert, 'status'))
  const type = required(alert, 'msgType')
  if (!['Alert', 'Update', 'Cancel'].includes(type)) throw new Fault('type', 'msgType')
  if (required(alert, 'scope') !== 'Public') throw new Fault('not_public', 'scope')
  const references = valueOf(alert, 'references').split(/\s+/).filter(Boolean)
  const infos = ((alert.info as unknown[] | undefined) ?? []).map(checkInfo)
  const clear = infos.some(({ info }) => list(info, 'responseType').includes('AllClear'))
  if ((type !== 'Alert' || clear) && references.length === 0) throw new Fault('missing', 'references')
  if (infos.length === 0 && type !== 'Cancel') throw new Fault('missing', 'info')
  const expires = infos.map(({ expires }) => expires).filter((at) => at !== null)
  const expiresAt = expires.length > 0 ? Math.min(...expires) : null
  if ((expiresAt ?? sentAt + A_DAY) <= now) throw new Fault('expired', 'expires')
  return {
    reference: `${sender},${identifier},${sent}`,
    sender: trimmed(infos.map(({ info }) => valueOf(info, 'senderName')).find(Boolean) ?? sender, 60).text,
    drill,
    step: type === 'Cancel' ? 'cancel' : clear ? 'clear' : type === 'Update' ? 'update' : 'alert',
    references,
    hazard: hazardOf(infos.map(({ info }) => info)),
    expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString(),
    ...wordsOf(infos.map(({ info }) => info)),
  }
}

/** True for what is not meant: an exercise, a test. */
function statusOf(status: string): boolean {
  if (status === 'Exercise' || status === 'Test') return true
  if (status === 'Actual') return false
  throw new Fault('status', 'status')
}

function checkInfo(info: unknown): { info: Node; expires: number | null } {
  if (typeof info !== 'object' || info === null) throw new Fault('missing', 'event')
  const node = info as Node
  for (const must of ['event', 'urgency', 'severity', 'certainty']) required(node, must)
  if (list(node, 'category').length === 0) throw new Fault('missing', 'category')
  const expires = valueOf(node, 'expires')
  return { info: node, expires: expires === '' ? null : time(expires, 'expires') }
}

/** The first text of an element, decoded; '' where there is none. */
function valueOf(node: Node, element: string): string {
  const found = node[element]
  const one: unknown = Array.isArray(found) ? (found as unknown[])[0] : found
  return typeof one === 'string' ? decode(one).trim() : ''
}

const list = (node: Node, element: string): string[] => {
  const found = node[element]
  return Array.isArray(found) ? found.filter((one) => typeof one === 'string').map((one) => decode(one).trim()) : []
}

function required(node: Node, element: string): string {
  const value = valueOf(node, element)
  if (value === '') throw new Fault('missing', element)
  return value
}

/** An identifier or a sender: no spaces, commas, < or &. */
function name(node: Node, element: string): string {
  const value = required(node, element)
  if (/[\s,<&]/.test(value) || value.length > 200) throw new Fault('malformed', element)
  return value
}

/** A time with a numeric offset; letters such as Z are not allowed. */
function time(value: string, element: string): number {
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/.test(value) ? Date.parse(value) : Number.NaN
  if (Number.isNaN(at)) throw new Fault('malformed', element)
  return at
}

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi, (whole, hex, decimal, word) => {
    if (word) return named[String(word).toLowerCase()] ?? whole
    const point = hex ? Number.parseInt(String(hex), 16) : Number(decimal)
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })
}

/** In the order in which they are tried: the first that fits the event's own words. */
const signs: [Hazard, RegExp][] = [
  ['gas', /燃气|煤气|天然气|\bgas\b/i],
  ['fire', /火灾|火警|着火|\bfire\b/i],
  ['typhoon', /台风|飓风|typhoon|hurricane|tropical (storm|cyclone)/i],
  ['flood', /防汛|洪|涝|积水|暴雨|大雨|flood|rainstorm|heavy rain/i],
  ['heat', /高温|热浪|中暑|\bheat\b/i],
  ['missing', /走失|失踪|寻人|missing|abduct/i],
]

function hazardOf(infos: Node[]): Hazard {
  for (const info of infos) {
    const own = pairs(info, 'eventCode').get(HAZARD_CODE)
    const known = [...signs.map(([hazard]) => hazard), 'other' as const].find((hazard) => hazard === own)
    if (known) return known
  }
  const said = infos.map((info) => `${valueOf(info, 'event')} ${valueOf(info, 'headline')}`).join(' ')
  return signs.find(([, sign]) => sign.test(said))?.[0] ?? 'other'
}

function pairs(info: Node, element: string): Map<string, string> {
  const found = (info[element] as unknown[] | undefined) ?? []
  const nodes = found.filter((one): one is Node => typeof one === 'object' && one !== null)
  return new Map(nodes.map((one) => [valueOf(one, 'valueName'), valueOf(one, 'value')]))
}

/** Both languages where both were sent; else the one that was, twice. Cut to what a wall can hold. */
function wordsOf(infos: Node[]): Pick<CapMessage, 'words' | 'lacks' | 'cut'> {
  const language = (info: Node) => valueOf(info, 'language').toLowerCase() || 'en-us'
  const zh = infos.find((info) => language(info).startsWith('zh'))
  const en = infos.find((info) => language(info).startsWith('en')) ?? (zh ? undefined : infos[0])
  const any = zh ?? en
  if (!any) return { words: null, lacks: null, cut: false }
  let cut = false
  const fit = (most: { zh: number; en: number }, of: (info: Node) => string): Text => {
    const side = (lang: 'zh' | 'en') => {
      const said = of({ zh, en }[lang] ?? any)
      const fitted = trimmed(said, most[lang])
      cut ||= fitted.cut
      return fitted.text
    }
    return { zh: side('zh'), en: side('en') }
  }
  const words = unmarked({
    headline: fit({ zh: 40, en: 70 }, (info) => valueOf(info, 'headline') || valueOf(info, 'event')),
    instruction: fit(
      { zh: 80, en: 240 },
      (info) => valueOf(info, 'instruction') || valueOf(info, 'description') || valueOf(info, 'event'),
    ),
    where: fit(ALERT_LIMITS.where, (info) => {
      const first = (info.area as Node[] | undefined)?.[0]
      return pairs(info, 'parameter').get(WHERE_PARAMETER) ?? (first ? valueOf(first, 'areaDesc') : '')
    }),
  })
  const short = (text: Text, most: { zh: number; en: number }): Text => {
    const sides = { zh: trimmed(text.zh, most.zh), en: trimmed(text.en, most.en) }
    cut ||= sides.zh.cut || sides.en.cut
    return { zh: sides.zh.text || '—', en: sides.en.text || '—' }
  }
  const where = words.where?.zh && words.where.en ? words.where : null
  return {
    words: {
      headline: short(words.headline, ALERT_LIMITS.headline),
      instruction: short(words.instruction, ALERT_LIMITS.instruction),
      where,
    },
    lacks: zh ? (en ? null : 'en') : 'zh',
    cut,
  }
}

/** One line of at most `most` characters, without what is no text. */
function trimmed(said: string, most: number): { text: string; cut: boolean } {
  const line = said
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069\ufffe\uffff]/gu, '')
    .trim()
  const characters = [...new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(line)].map((one) => one.segment)
  if (characters.length <= most) return { text: line, cut: false }
  return {
    text: `${characters
      .slice(0, most - 1)
      .join('')
      .trim()}…`,
    cut: true,
  }
}
