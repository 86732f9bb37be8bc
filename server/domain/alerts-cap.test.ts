// CAP 1.2 both ways: our own documents read back, the shapes of the published examples, and what must be refused.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AlertWords } from '#contract/alerts.ts'
import { Hazard } from '#contract/words.ts'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { firstPart, nextPart, newest, shownWords, type Alert } from './alerts.ts'
import { atomOf, capOf, capTime, referenceTo, type Issuer } from './alerts-cap.ts'
import { readCap } from './alerts-cap-in.ts'
import { preparedWords, unmarked } from './alerts-words.ts'

const NOON = Date.parse('2026-11-23T04:00:00.000Z')
const issuer: Issuer = {
  hall: 'linyuan',
  name: { zh: '林苑居民区社区事务服务大厅', en: 'Linyuan Community Service Hall' },
  address: { zh: '示例路 100 弄 1 号', en: '1, Lane 100, Shili Road' },
  phone: '021-0000 0100',
  zone: 'Asia/Shanghai',
  url: 'http://192.168.1.20:8080',
}
const sent = (drill: boolean, hazard: Hazard = 'fire', words: AlertWords = preparedWords(hazard, issuer)): Alert => ({
  id: 'a1',
  hazard,
  drill,
  parts: [firstPart({ drill, words }, { id: 'p1', now: NOON })],
})
const after = (alert: Alert, step: 'renew' | 'clear' | 'cancel', id: string, minutes: number): Alert => {
  const next = nextPart(alert, { step, after: newest(alert).id }, { id, now: NOON + minutes * 60_000 })
  return next.ok ? { ...alert, parts: [...alert.parts, next.part] } : alert
}
const heard = (xml: string, now = NOON) => {
  const read = readCap(xml, now)
  if (!read.ok) throw new Error(`${read.fault} ${read.element}`)
  return read.message
}

describe('what goes out', () => {
  it('has every element in the order of the schema, with the hall’s own offset', () => {
    const xml = capOf(sent(false), sent(false).parts[0]!, issuer)
    expect(XMLValidator.validate(xml)).toBe(true)
    const { alert } = new XMLParser().parse(xml) as { alert: { sent: string; info: object[] } }
    expect(Object.keys(alert)).toEqual(['identifier', 'sender', 'sent', 'status', 'msgType', 'scope', 'info'])
    expect(alert.sent).toBe('2026-11-23T12:00:00+08:00')
    const order =
      'language category event responseType urgency severity certainty eventCode expires senderName headline description instruction contact parameter area'
    for (const info of alert.info) expect(Object.keys(info)).toEqual(order.split(' '))
  })

  it('says Exercise in a drill, with its marks in every text that people read', () => {
    const xml = capOf(sent(true), sent(true).parts[0]!, issuer)
    expect(xml).toContain('<status>Exercise</status>')
    expect(xml).toContain('<note>这是演练。 This is a drill.</note>')
    for (const name of ['event', 'headline', 'description']) {
      const said = [...xml.matchAll(new RegExp(`<${name}>([^<]*)`, 'g'))].map(([, text]) => text)
      expect(said).toHaveLength(2)
      expect(said[0]).toMatch(/^【演练】/)
      expect(said[1]).toMatch(/^DRILL: /)
    }
  })

  it('refers to everything that came before; all-clear is an update, a mistake is a cancel', () => {
    const renewed = after(sent(false), 'renew', 'p2', 20)
    const clear = after(renewed, 'clear', 'p3', 30)
    const xml = capOf(clear, newest(clear), issuer)
    expect(xml).toContain('<msgType>Update</msgType>')
    expect(xml).toContain('<responseType>AllClear</responseType>')
    expect(xml).toContain(
      '<references>linyuan@192.168.1.20,linyuan-p1,2026-11-23T12:00:00+08:00 linyuan@192.168.1.20,linyuan-p2,2026-11-23T12:20:00+08:00</references>',
    )
    const mistake = after(renewed, 'cancel', 'p3', 30)
    expect(capOf(mistake, newest(mistake), issuer)).toContain('<msgType>Cancel</msgType>')
  })

  it('is a feed of every part, newest first', () => {
    const xml = atomOf([after(sent(false), 'clear', 'p2', 5)], issuer)
    expect(XMLValidator.validate(xml)).toBe(true)
    const { feed } = new XMLParser({ ignoreAttributes: false }).parse(xml) as { feed: { entry: { id: string }[] } }
    expect(feed.entry.map(({ id }) => id)).toEqual(['urn:community-hall:linyuan-p2', 'urn:community-hall:linyuan-p1'])
    expect(XMLValidator.validate(atomOf([], issuer))).toBe(true)
  })
})

describe('our own messages read back', () => {
  const piece = fc.constantFrom('a', '火', '&', '<', '>', '"', "'", ' ', '。', ']]>', '&amp;', '&#65;', '😀', 'é')
  const text = fc.array(piece, { minLength: 1, maxLength: 10 }).map((all) => `x${all.join('').replaceAll(/ +/g, ' ')}x`)
  const both = fc.record({ zh: text, en: text })
  const words = fc.record({ headline: both, instruction: both, where: fc.option(both) })

  it('say the same: hazard, drill, words, end and references', () => {
    fc.assert(
      fc.property(words, fc.boolean(), fc.constantFrom(...Hazard.options), (own, drill, hazard) => {
        const headline = { zh: [...own.headline.zh].slice(0, 16).join(''), en: own.headline.en }
        const said = { ...own, headline: { ...headline, zh: headline.zh.trim() } }
        const alert = after(sent(drill, hazard, said), 'renew', 'p2', 9)
        for (const part of alert.parts) {
          const message = heard(capOf(alert, part, issuer))
          expect(message.drill).toBe(drill)
          expect(message.hazard).toBe(hazard)
          expect(message.step).toBe(part.step === 'renew' ? 'update' : 'alert')
          expect(message.expiresAt).toBe(part.expiresAt)
          expect(message.reference).toBe(referenceTo(issuer, part))
          expect(message.lacks).toBeNull()
          const meant = unmarked(shownWords(alert, part))
          expect(message.words?.headline).toEqual(meant.headline)
          expect(message.words?.instruction).toEqual(meant.instruction)
          if (said.where) expect(message.words?.where).toEqual(said.where)
        }
      }),
    )
  })

  it('end as they ended', () => {
    const [clear, cancel] = [after(sent(false), 'clear', 'p2', 1), after(sent(true), 'cancel', 'p2', 1)]
    expect(heard(capOf(clear, newest(clear), issuer))).toMatchObject({ step: 'clear', drill: false })
    expect(heard(capOf(cancel, newest(cancel), issuer))).toMatchObject({ step: 'cancel', drill: true })
    expect(heard(capOf(clear, newest(clear), issuer)).references).toEqual([referenceTo(issuer, clear.parts[0]!)])
  })
})

/** The shape of the standard's appendix A.2, a severe thunderstorm warning, shortened. */
const thunderstorm = `<?xml version = "1.0" encoding = "UTF-8"?>
<alert xmlns = "urn:oasis:names:tc:emergency:cap:1.2">
  <identifier>KSTO1055887203</identifier>
  <sender>KSTO@NWS.NOAA.GOV</sender>
  <sent>2003-06-17T14:57:00-07:00</sent>
  <status>Actual</status>
  <msgType>Alert</msgType>
  <scope>Public</scope>
  <info>
    <category>Met</category>
    <event>SEVERE THUNDERSTORM</event>
    <responseType>Shelter</responseType>
    <urgency>Immediate</urgency>
    <severity>Severe</severity>
    <certainty>Observed</certainty>
    <eventCode><valueName>SAME</valueName><value>SVR</value></eventCode>
    <expires>2003-06-17T16:00:00-07:00</expires>
    <senderName>NATIONAL WEATHER SERVICE SACRAMENTO CA</senderName>
    <headline>SEVERE THUNDERSTORM WARNING</headline>
    <description> AT 254 PM PDT...RADAR INDICATED A SEVERE THUNDERSTORM OVER SOUTH CENTRAL ALPINE COUNTY.</description>
    <instruction>TAKE COVER IN A SUBSTANTIAL SHELTER UNTIL THE STORM PASSES.</instruction>
    <contact>BARUFFALDI/JUSKIE</contact>
    <area>
      <areaDesc>EXTREME NORTH CENTRAL TUOLUMNE COUNTY IN CALIFORNIA</areaDesc>
      <polygon>38.47,-120.14 38.34,-119.95 38.52,-119.74 38.62,-119.89 38.47,-120.14</polygon>
    </area>
  </info>
</alert>`
/** Of A.3, an earthquake report: an update without an end of its own. */
const earthquake = `<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
  <identifier>TRI13970876.2</identifier><sender>trinet@caltech.edu</sender><sent>2003-06-11T20:56:00-07:00</sent>
  <status>Actual</status><msgType>Update</msgType><scope>Public</scope>
  <references>trinet@caltech.edu,TRI13970876.1,2003-06-11T20:30:00-07:00</references>
  <info><category>Geo</category><event>Earthquake</event><urgency>Past</urgency><severity>Minor</severity>
    <certainty>Observed</certainty><headline>EQ 3.4 Imperial County CA</headline>
    <description>A minor earthquake measuring 3.4 on the Richter scale occurred near Brawley.</description>
    <area><areaDesc>1 mi. WSW of Brawley, CA</areaDesc><circle>32.9525,-115.5527 0</circle></area>
  </info></alert>`
/** Of A.4, an AMBER alert in two languages, with prefixed names. */
const amber = `<c:alert xmlns:c="urn:oasis:names:tc:emergency:cap:1.2"><c:identifier>KAR0-0306112239-SW</c:identifier>
  <c:sender>KARO@CLETS.DOJ.CA.GOV</c:sender><c:sent>2003-06-11T22:39:00-07:00</c:sent><c:status>Actual</c:status>
  <c:msgType>Alert</c:msgType><c:scope>Public</c:scope>
  <c:info><c:language>en-US</c:language><c:category>Rescue</c:category><c:event>Child Abduction</c:event><c:urgency>Immediate</c:urgency>
  <c:severity>Severe</c:severity><c:certainty>Likely</c:certainty><c:headline>Amber Alert in Los Angeles County</c:headline></c:info>
  <c:info><c:language>es-US</c:language><c:category>Rescue</c:category><c:event>Abducción de Niño</c:event><c:urgency>Immediate</c:urgency>
  <c:severity>Severe</c:severity><c:certainty>Likely</c:certainty><c:headline>Alerta Amber</c:headline></c:info></c:alert>`
const JUNE_17 = Date.parse('2003-06-17T22:00:00.000Z')
const JUNE_12 = Date.parse('2003-06-12T06:00:00.000Z')

describe('published shapes', () => {
  it('a warning in one language, its end, its sender', () => {
    expect(heard(thunderstorm, JUNE_17)).toMatchObject({
      reference: 'KSTO@NWS.NOAA.GOV,KSTO1055887203,2003-06-17T14:57:00-07:00',
      sender: 'NATIONAL WEATHER SERVICE SACRAMENTO CA',
      drill: false,
      step: 'alert',
      lacks: 'zh',
      expiresAt: '2003-06-17T23:00:00.000Z',
      words: {
        headline: { en: 'SEVERE THUNDERSTORM WARNING' },
        instruction: { en: 'TAKE COVER IN A SUBSTANTIAL SHELTER UNTIL THE STORM PASSES.' },
        where: { en: 'EXTREME NORTH CENTRAL TUOLUMNE COUNTY IN CALIFORNIA' },
      },
    })
  })

  it('an update that refers to what came before', () => {
    expect(heard(earthquake, JUNE_12)).toMatchObject({
      step: 'update',
      references: ['trinet@caltech.edu,TRI13970876.1,2003-06-11T20:30:00-07:00'],
    })
  })

  it('prefixed names, and a language that the hall does not speak', () => {
    expect(heard(amber, JUNE_12)).toMatchObject({
      hazard: 'missing',
      words: { headline: { en: 'Amber Alert in Los Angeles County' } },
    })
  })

  it.each(['Exercise', 'Test'])('%s is a drill', (status) => {
    expect(heard(thunderstorm.replace('Actual', status), JUNE_17).drill).toBe(true)
  })

  it('finds the hazard in the sender’s own words', () => {
    const of = (event: string) =>
      heard(thunderstorm.replaceAll(/SEVERE THUNDERSTORM( WARNING)?/g, event), JUNE_17).hazard
    expect(['暴雨红色预警', '台风黄色预警', 'Building Fire', '燃气泄漏', '高温橙色预警', '地震'].map(of)).toEqual([
      'flood',
      'typhoon',
      'fire',
      'gas',
      'heat',
      'other',
    ])
  })
})

describe('what is refused, and why', () => {
  const without = (name: string) => thunderstorm.replace(new RegExp(`<${name}>[^<]*</${name}>`), '')
  it.each([
    ['not_xml', '', '<alert'],
    ['not_xml', '', 'hello'],
    ['not_cap', '', '<rss><channel/></rss>'],
    ['not_cap', '', thunderstorm.replace('cap:1.2', 'cap:1.1')],
    ['doctype', '', `<!DOCTYPE x [<!ENTITY a "b">]>${thunderstorm}`],
    ['missing', 'identifier', without('identifier')],
    ['missing', 'sender', without('sender')],
    ['missing', 'event', without('event')],
    ['missing', 'urgency', without('urgency')],
    ['missing', 'category', without('category')],
    ['missing', 'references', thunderstorm.replace('>Alert<', '>Update<')],
    ['missing', 'references', thunderstorm.replace('>Shelter<', '>AllClear<')],
    ['missing', 'info', thunderstorm.replace(/<info>[\s\S]*<\/info>/, '')],
    ['malformed', 'identifier', thunderstorm.replace('KSTO1055887203', 'K STO')],
    ['malformed', 'sent', thunderstorm.replace('14:57:00-07:00', '21:57:00Z')],
    ['malformed', 'sent', thunderstorm.replace('2003-06-17T14:57', '2003-13-45T14:57')],
    ['malformed', 'expires', thunderstorm.replace('2003-06-17T16:00:00-07:00', 'soon')],
    ['status', 'status', thunderstorm.replace('Actual', 'System')],
    ['status', 'status', thunderstorm.replace('Actual', 'Draft')],
    ['type', 'msgType', thunderstorm.replace('>Alert<', '>Ack<')],
    ['not_public', 'scope', thunderstorm.replace('Public', 'Private')],
  ])('%s %s', (fault, element, xml) => {
    expect(readCap(xml, JUNE_17)).toEqual({ ok: false, fault, element })
  })

  it('an end that has passed, and yesterday’s news without one', () => {
    expect(readCap(thunderstorm, JUNE_17 + 3_600_000)).toMatchObject({ fault: 'expired' })
    expect(readCap(earthquake, JUNE_12 + 86_400_000)).toMatchObject({ fault: 'expired' })
  })

  it('nests without end, and anything else, without breaking', () => {
    expect(readCap('<a>'.repeat(6000) + '</a>'.repeat(6000), NOON).ok).toBe(false)
    fc.assert(fc.property(fc.string({ maxLength: 300 }), (xml) => void readCap(xml, NOON)))
    const broken = fc.tuple(fc.nat(thunderstorm.length), fc.string({ maxLength: 12 }))
    fc.assert(
      fc.property(
        broken,
        ([at, noise]) => void readCap(thunderstorm.slice(0, at) + noise + thunderstorm.slice(at), JUNE_17),
      ),
    )
  })

  it('decodes five entities and numbers, and no others', () => {
    const said = (headline: string) =>
      heard(thunderstorm.replace('SEVERE THUNDERSTORM WARNING', headline), JUNE_17).words?.headline.en
    expect(said('A &amp; B &lt;C&gt; &#28779;&#x706b;')).toBe('A & B <C> 火火')
    expect(said('&copy; &amp;lt;')).toBe('&copy; &lt;')
  })

  it('cuts what no wall can hold, and says so', () => {
    const message = heard(thunderstorm.replace('SEVERE THUNDERSTORM WARNING', 'WARNING '.repeat(30)), JUNE_17)
    expect(message.cut).toBe(true)
    expect(message.words?.headline.en.length).toBeLessThanOrEqual(60)
  })
})

describe('times', () => {
  it('are the hall’s, whatever day it is in Greenwich', () => {
    expect(capTime('2026-11-22T16:00:00.000Z', 'Asia/Shanghai')).toBe('2026-11-23T00:00:00+08:00')
  })
})
