import { describe, expect, it } from 'vitest'
import type { AlertDraftFace, AlertOffice } from '#contract/alerts.ts'
import { ALERT_LIMITS, AlertWords } from '#contract/alerts.ts'
import type { ScreenFace } from '#contract/views.ts'
import { preparedWords } from '#domain/alerts-words.ts'
import { begin, choose, fromDraft, isReady, wordsOf, wrongWith } from './compose.ts'
import { reachOf } from './reach.ts'

const hall = { phone: '021-0000 0100', address: { zh: '示例路 1 号', en: '1 Shili Road' } }
const prepared: AlertOffice['prepared'] = [{ hazard: 'fire', ...preparedWords('fire', hall), own: false }]
const NOW = Date.parse('2026-11-23T02:00:00.000Z')

describe('which screens are reached', () => {
  const devices: AlertOffice['devices'] = [
    { id: 'k', kind: 'kiosk', name: '取号机' },
    { id: 'd', kind: 'display', name: '大屏' },
    { id: 'm', kind: 'display', name: '走廊屏' },
    { id: 'x', kind: 'display', name: '门口屏' },
  ]
  const face = (device: string, more: Partial<ScreenFace>): ScreenFace => ({
    device,
    name: device,
    kind: 'display',
    connected: true,
    current: true,
    behind: [],
    paintedAt: null,
    paintedRev: null,
    wall: null,
    sound: 'on',
    size: null,
    version: null,
    outdated: false,
    since: null,
    openedAt: null,
    starts: null,
    fault: null,
    ...more,
  })
  const view = (screens: ScreenFace[]) => ({ epoch: 'e', rev: 1, at: '2026-11-23T02:00:00.000Z', screens })
  const ids = (list: { id: string }[]) => list.map(({ id }) => id).join('')

  it('tells those that are away, never heard of, silent and slow by name', () => {
    const reach = reachOf(
      devices,
      view([
        face('k', { kind: 'kiosk', sound: null }),
        face('d', { sound: 'blocked', current: false }),
        face('m', { connected: false, current: false }),
      ]),
    )
    expect([reach.reached, reach.away, reach.silent, reach.behind].map(ids)).toEqual(['kd', 'mx', 'd', 'd'])
  })

  it('counts nothing as reached while nothing is known', () => {
    expect(ids(reachOf(devices, undefined).away)).toBe('kdmx')
  })
})

describe('a message while it is written', () => {
  it('is ready as soon as the hazard is chosen, and what is sent is what the hub takes', () => {
    const writing = choose(begin(false), 'fire', prepared)
    expect(isReady(begin(false), ALERT_LIMITS)).toBe(false)
    expect(isReady(writing, ALERT_LIMITS)).toBe(true)
    expect(AlertWords.parse(wordsOf(writing))).toEqual(preparedWords('fire', hall))
  })

  it('says what is wrong beside it', () => {
    const long = '字'.repeat(19)
    expect(wrongWith('headline', { zh: long, en: '' }, ALERT_LIMITS)).toEqual({ zh: 'long', en: 'empty' })
    expect(wrongWith('where', { zh: '', en: ' ' }, ALERT_LIMITS)).toEqual({ zh: null, en: null })
    expect(wrongWith('where', { zh: '北门', en: '' }, ALERT_LIMITS)).toEqual({ zh: null, en: 'pair' })
  })

  it('from outside lasts no longer than its sender means, and keeps a drill’s words without their marks', () => {
    const draft: AlertDraftFace = {
      id: 'x',
      hazard: 'fire',
      drill: true,
      step: 'alert',
      alert: null,
      headline: { zh: '【演练】火灾', en: 'DRILL: Fire' },
      instruction: { zh: '这是演练。走。这是演练。', en: 'This is a drill. Go. This is a drill.' },
      where: null,
      expiresAt: new Date(NOW + 20 * 60_000).toISOString(),
      from: '上级',
      receivedAt: new Date(NOW).toISOString(),
      lacks: null,
      cut: false,
    }
    const writing = fromDraft(draft, null, NOW)
    expect(writing).toMatchObject({
      minutes: 15,
      of: null,
      words: { headline: { zh: '火灾' }, instruction: { en: 'Go.' } },
    })
    expect(wordsOf(writing).where).toBeNull()
    expect(fromDraft({ ...draft, drill: false, alert: 'a', expiresAt: null }, 'p', NOW)).toMatchObject({
      minutes: 30,
      of: { id: 'a', after: 'p' },
    })
  })
})
