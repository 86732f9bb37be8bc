// Emergency messages as other programs read them: one CAP 1.2 message for each part, and an Atom feed of them. Pure.
// Source: OASIS Common Alerting Protocol Version 1.2, 1 July 2010.
import { Temporal } from 'temporal-polyfill'
import type { Instant, Text } from '#contract/text.ts'
import type { AlertStepName, Hazard } from '#contract/words.ts'
import { DRILL, THIS_IS_A_DRILL } from './alerts-words.ts'
import { shownWords, type Alert, type AlertPart } from './alerts.ts'

export const CAP_NAMESPACE = 'urn:oasis:names:tc:emergency:cap:1.2'
/** How a program of this kind finds the hazard and the place again. */
export const HAZARD_CODE = 'community-hall:hazard'
export const WHERE_PARAMETER = 'community-hall:where'

/** The hall as the sender of messages. */
export interface Issuer {
  /** The hall's id: identifiers begin with it. */
  hall: string
  name: Text
  address: Text
  phone: string
  zone: string
  /** Where the hub is reached. */
  url: string
}

interface Kind {
  event: Text
  category: 'Met' | 'Fire' | 'Safety' | 'Rescue' | 'Other'
  response: 'Evacuate' | 'Shelter' | 'Prepare' | 'Monitor' | 'Avoid'
  severity: 'Extreme' | 'Severe' | 'Moderate' | 'Unknown'
}

export const capKinds: Record<Hazard, Kind> = {
  flood: { event: { zh: '防汛', en: 'Flood' }, category: 'Met', response: 'Avoid', severity: 'Severe' },
  typhoon: { event: { zh: '台风', en: 'Typhoon' }, category: 'Met', response: 'Shelter', severity: 'Severe' },
  fire: { event: { zh: '火灾', en: 'Fire' }, category: 'Fire', response: 'Evacuate', severity: 'Extreme' },
  gas: { event: { zh: '燃气泄漏', en: 'Gas leak' }, category: 'Safety', response: 'Evacuate', severity: 'Extreme' },
  heat: { event: { zh: '高温', en: 'Heat' }, category: 'Met', response: 'Shelter', severity: 'Moderate' },
  missing: { event: { zh: '走失', en: 'Missing person' }, category: 'Rescue', response: 'Monitor', severity: 'Severe' },
  other: { event: { zh: '紧急情况', en: 'Emergency' }, category: 'Other', response: 'Prepare', severity: 'Unknown' },
}

const types: Record<AlertStepName, 'Alert' | 'Update' | 'Cancel'> = {
  alert: 'Alert',
  update: 'Update',
  renew: 'Update',
  clear: 'Update',
  cancel: 'Cancel',
}

/** With the hall's own offset, never Z: 2026-11-23T10:00:00+08:00. */
export function capTime(at: Instant, zone: string): string {
  return Temporal.Instant.from(at)
    .toZonedDateTimeISO(zone)
    .toString({ smallestUnit: 'second', timeZoneName: 'never', calendarName: 'never' })
}

const senderOf = ({ hall, url }: Issuer): string => `${hall}@${new URL(url).hostname}`
const identifierOf = ({ hall }: Issuer, part: AlertPart): string => `${hall}-${part.id}`

/** How a later message refers to an earlier one: sender,identifier,sent. */
export function referenceTo(issuer: Issuer, part: AlertPart): string {
  return [senderOf(issuer), identifierOf(issuer, part), capTime(part.sentAt, issuer.zone)].join(',')
}

/** What XML does not take as it is; control characters never get this far. */
const escape = (text: string): string =>
  text.replace(
    /[&<>"']/g,
    (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' })[one] ?? '',
  )

const element = (name: string, text: string): string => `<${name}>${escape(text)}</${name}>`
const pair = (name: string, key: string, value: string): string =>
  `<${name}>${element('valueName', key)}${element('value', value)}</${name}>`

/** One part of a message as a CAP 1.2 document, in both languages. The order of the elements is the schema's. */
export function capOf(alert: Alert, part: AlertPart, issuer: Issuer): string {
  const before = alert.parts.slice(0, alert.parts.indexOf(part))
  const head = [
    element('identifier', identifierOf(issuer, part)),
    element('sender', senderOf(issuer)),
    element('sent', capTime(part.sentAt, issuer.zone)),
    element('status', alert.drill ? 'Exercise' : 'Actual'),
    element('msgType', types[part.step]),
    element('scope', 'Public'),
    ...(alert.drill ? [element('note', `${THIS_IS_A_DRILL.zh} ${THIS_IS_A_DRILL.en}`)] : []),
    ...(before.length > 0 ? [element('references', before.map((one) => referenceTo(issuer, one)).join(' '))] : []),
  ]
  const infos = (['zh', 'en'] as const).map((lang) => infoOf(alert, { part, issuer, lang }))
  return `<?xml version="1.0" encoding="UTF-8"?>\n<alert xmlns="${CAP_NAMESPACE}">\n${[...head, ...infos].join('\n')}\n</alert>\n`
}

function infoOf(alert: Alert, { part, issuer, lang }: { part: AlertPart; issuer: Issuer; lang: 'zh' | 'en' }): string {
  const kind = capKinds[alert.hazard]
  const words = shownWords(alert, part)
  const ended = part.step === 'clear' || part.step === 'cancel'
  const event = (alert.drill ? DRILL[lang] : '') + kind.event[lang]
  const lines = [
    element('language', lang === 'zh' ? 'zh-CN' : 'en-US'),
    element('category', kind.category),
    element('event', event),
    element('responseType', part.step === 'clear' ? 'AllClear' : part.step === 'cancel' ? 'None' : kind.response),
    element('urgency', ended ? 'Past' : 'Immediate'),
    element('severity', ended ? 'Minor' : kind.severity),
    element('certainty', part.step === 'cancel' ? 'Unlikely' : 'Observed'),
    pair('eventCode', HAZARD_CODE, alert.hazard),
    element('expires', capTime(part.expiresAt, issuer.zone)),
    element('senderName', issuer.name[lang]),
    element('headline', words.headline[lang]),
    element(
      'description',
      [words.headline[lang], words.where?.[lang]].filter(Boolean).join(lang === 'zh' ? '。' : '. '),
    ),
    element('instruction', words.instruction[lang]),
    element('contact', issuer.phone),
    ...(words.where ? [pair('parameter', WHERE_PARAMETER, words.where[lang])] : []),
    `<area>${element('areaDesc', `${issuer.name[lang]} · ${issuer.address[lang]}`)}</area>`,
  ]
  return `<info>\n${lines.join('\n')}\n</info>`
}

/** The newest parts first, each with the address of its CAP document. RFC 4287. */
export function atomOf(alerts: readonly Alert[], issuer: Issuer): string {
  const { url, name, zone } = issuer
  const parts = alerts.flatMap((alert) => alert.parts.map((part) => ({ alert, part })))
  parts.sort((a, b) => (a.part.id < b.part.id ? 1 : -1))
  const entries = parts.map(({ alert, part }) => {
    const { headline, instruction } = shownWords(alert, part)
    const href = escape(`${url}/api/alerts/${part.id}.cap.xml`)
    return [
      '<entry>',
      element('id', `urn:community-hall:${identifierOf(issuer, part)}`),
      element('title', `${headline.zh} · ${headline.en}`),
      element('updated', capTime(part.sentAt, zone)),
      element('summary', `${instruction.zh} · ${instruction.en}`),
      `<category term="${alert.drill ? 'Exercise' : 'Actual'}"/>`,
      `<link rel="alternate" type="application/cap+xml" href="${href}"/>`,
      '</entry>',
    ].join('\n')
  })
  const updated = parts[0]?.part.sentAt ?? '2026-01-01T00:00:00.000Z'
  const head = [
    element('id', `urn:community-hall:${issuer.hall}:alerts`),
    element('title', `${name.zh} · ${name.en}`),
    element('updated', capTime(updated, zone)),
    `<author>${element('name', name.zh)}</author>`,
    `<link rel="self" type="application/atom+xml" href="${escape(`${url}/api/alerts.atom`)}"/>`,
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n${[...head, ...entries].join('\n')}\n</feed>\n`
}
