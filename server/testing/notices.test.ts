// Notices against a real hub: the way to admission, what each screen is given, and that what was taken down is gone everywhere.
// Long: one notice goes the whole way, and each screen is asked at each stage.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MediaFile, NoticeContent, NoticeRecord, UploadReply } from '#contract/notices.ts'
import type { NoticesView } from '#contract/views.ts'
import { nextView, openHall, type Reply, type TestHall } from './hall.ts'
import { samplePng } from './pictures.ts'

const TODAY = '2026-11-23'
let hall: TestHall
let clerk: string
let manager: string

beforeAll(async () => {
  hall = await openHall()
  clerk = await hall.clerk(null)
  manager = await hall.clerk(null, 'manager')
}, 60_000)
afterAll(() => hall.stop())

type Error_ = { error: { code: string; facts: Record<string, unknown> } }
type Made = { notice: { id: string; version: number } }

const content = (title: string, more: Partial<NoticeContent> = {}): NoticeContent => ({
  section: 'notice',
  kind: 'text',
  title: { zh: title, en: title },
  body: [{ zh: '正文', en: 'Text' }],
  media: null,
  poster: null,
  original: null,
  alt: null,
  places: ['wall', 'kiosk', 'phone'],
  from: TODAY,
  until: null,
  ...more,
})
const draft = async (of: NoticeContent, token = clerk): Promise<string> => {
  const { status, body } = await hall.api<Made>('POST', '/api/notices', { token, body: of })
  expect(status, JSON.stringify(body)).toBe(201)
  return body.notice.id
}
const step = (token: string, id: string, body: object): Promise<Reply<Made & Error_>> =>
  hall.api('POST', `/api/notices/${id}/steps`, { token, body })
const filing = { office: '示例街道自治办', reference: '示例自治备〔2026〕99号' }
async function admitted(of: NoticeContent): Promise<string> {
  const id = await draft(of)
  expect((await step(clerk, id, { step: 'submit', version: 1 })).status).toBe(200)
  expect((await step(manager, id, { step: 'admit', version: 1, ...filing })).status).toBe(200)
  return id
}
const view = async (): Promise<NoticesView['notices']> =>
  (await hall.api<NoticesView>('GET', '/api/views/notices', { token: clerk })).body.notices
const shown = async (id: string) => (await view()).find((one) => one.id === id)
const record = async (id: string): Promise<NoticeRecord> => {
  const { body } = await hall.api<{ notices: NoticeRecord[] }>('GET', '/api/notices', { token: clerk })
  return body.notices.find((one) => one.id === id)!
}
async function upload(
  bytes: Uint8Array,
  query = '',
  token = clerk,
): Promise<{ status: number; body: UploadReply & Error_ }> {
  const response = await fetch(`${hall.url}/api/notices/files/u${Math.random().toString(36).slice(2)}${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  })
  return { status: response.status, body: (await response.json()) as UploadReply & Error_ }
}
async function picture(tone: number): Promise<MediaFile> {
  const { status, body } = await upload(samplePng(40, 30, { tone }))
  expect(status, JSON.stringify(body)).toBe(200)
  return body.file!
}

describe('the demonstration', () => {
  it('shows what was admitted and is within its days, the rest only to staff', async () => {
    const notices = await view()
    expect(notices.filter(({ section }) => section === 'rule').length).toBeGreaterThanOrEqual(12)
    const ids = notices.filter(({ section }) => section === 'notice').map(({ id }) => id)
    expect(ids).toEqual(['notice-water', 'notice-lift', 'notice-checkup', 'notice-fire'])
    const { body } = await hall.api<{ notices: NoticeRecord[] }>('GET', '/api/notices', { token: clerk })
    const standings = new Set(body.notices.flatMap(({ versions }) => versions.map(({ standing }) => standing)))
    for (const one of ['draft', 'submitted', 'refused', 'ended', 'shown'] as const) expect(standings).toContain(one)
  })

  it('has its files: what they say they are, and nothing stands for a rule on the wall', async () => {
    for (const { media, section, places } of await view()) {
      if (section === 'rule') expect(places).not.toContain('wall')
      if (!media) continue
      const response = await fetch(hall.url + media.url)
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toBe(media.type)
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      const bytes = Buffer.from(await response.arrayBuffer())
      expect(media.url).toContain(createHash('sha256').update(bytes).digest('hex'))
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([media.width, media.height])
    }
  })
})

describe('the way to admission', () => {
  it('nothing is shown before it was admitted, and only a manager records that', async () => {
    const id = await draft(content('新公告'))
    expect(await shown(id)).toBeUndefined()
    await step(clerk, id, { step: 'submit', version: 1 })
    expect(await shown(id)).toBeUndefined()
    const refused = await step(clerk, id, { step: 'admit', version: 1, ...filing })
    expect([refused.status, refused.body.error.code]).toEqual([403, 'role_required'])
    expect((await step(manager, id, { step: 'admit', version: 1, ...filing })).status).toBe(200)
    expect(await shown(id)).toMatchObject({ admittedBy: filing.office, reference: filing.reference, from: TODAY })
    const { trail } = await record(id)
    expect(trail.map((one) => [one.step, one.who?.startsWith('示例'), one.version])).toEqual([
      ['admit', true, 1],
      ['submit', true, 1],
      ['save', true, 1],
    ])
    expect(trail[0]!.note).toBe('示例街道自治办 · 示例自治备〔2026〕99号')
  })

  it('what was looked at is what is admitted: a version that was changed meanwhile is not', async () => {
    const id = await draft(content('甲'))
    await step(clerk, id, { step: 'submit', version: 1 })
    await step(clerk, id, { step: 'withdraw', version: 1 })
    const change = { after: 1, content: content('乙') }
    await hall.api('POST', `/api/notices/${id}/versions`, { token: clerk, body: change })
    await step(clerk, id, { step: 'submit', version: 2 })
    const late = await step(manager, id, { step: 'admit', version: 1, ...filing })
    expect(late.body.error).toEqual({ code: 'notice_changed', facts: { version: 1, state: 'discarded' } })
    expect(await shown(id)).toBeUndefined()
  })

  it('a change needs its own admission; until then the old one stays', async () => {
    const id = await admitted(content('旧'))
    const change = { after: 1, content: content('新') }
    expect((await hall.api('POST', `/api/notices/${id}/versions`, { token: clerk, body: change })).status).toBe(201)
    expect((await shown(id))!.title.zh).toBe('旧')
    await step(clerk, id, { step: 'submit', version: 2 })
    await step(manager, id, { step: 'refuse', version: 2, office: filing.office, reason: '日期不对' })
    expect((await shown(id))!.title.zh).toBe('旧')
    await hall.api('POST', `/api/notices/${id}/versions`, { token: clerk, body: { ...change, after: 2 } })
    await step(clerk, id, { step: 'submit', version: 3 })
    await step(manager, id, { step: 'admit', version: 3, ...filing })
    expect((await shown(id))!.title.zh).toBe('新')
    expect((await record(id)).versions.map(({ standing }) => standing)).toEqual(['shown', 'refused', 'replaced'])
  })

  it('two clerks who change the same notice: the second is told', async () => {
    const id = await draft(content('两人'))
    const change = { after: 1, content: content('两人改') }
    await hall.api('POST', `/api/notices/${id}/versions`, { token: clerk, body: change })
    const second = await hall.api<Error_>('POST', `/api/notices/${id}/versions`, { token: manager, body: change })
    expect(second.body.error).toEqual({ code: 'notice_changed', facts: { version: 2, state: 'draft' } })
  })

  it('every act is in the log, and the trail and what a version says cannot be rewritten', async () => {
    const id = await admitted(content('记录'))
    const { body } = await hall.api<{ acts: { act: string; about: string }[] }>('GET', '/api/acts', { token: manager })
    expect(body.acts.filter(({ about }) => about === '记录').map(({ act }) => act)).toEqual([
      'notice-admit',
      'notice-submit',
      'notice-save',
    ])
    const forge = (table: 'notice_step' | 'notice_version', set: object) =>
      hall.store.write((trx) => trx.updateTable(table).set(set).where('notice_id', '=', id).execute())
    await expect(forge('notice_step', { note: 'x' })).rejects.toThrow('append-only')
    await expect(forge('notice_version', { title_zh: 'x' })).rejects.toThrow('never changes')
  })

  it.each([
    ['an end before its beginning', { until: '2026-11-22' }, 'until'],
    ['no text', { body: [] }, 'body'],
    ['a rule on a wall', { section: 'rule' }, 'places'],
    ['a picture without a file', { kind: 'picture' }, 'media'],
    ['no place', { places: [] }, 'places'],
  ] as [string, Partial<NoticeContent>, string][])('refuses %s', async (_, more, path) => {
    const { status, body } = await hall.api<Error_>('POST', '/api/notices', { token: clerk, body: content('x', more) })
    expect(status).toBe(400)
    expect(JSON.stringify(body.error.facts.issues)).toContain(`"path":"${path}"`)
  })
})

describe('time', () => {
  it('from and until are days of the hall: shown from midnight in Shanghai to midnight', async () => {
    const other = await openHall({ now: Date.parse('2026-11-23T15:30:00.000Z') })
    const token = await other.clerk(null, 'manager')
    const body = content('明天起', { from: '2026-11-24', until: '2026-11-24' })
    const { notice } = (await other.api<Made>('POST', '/api/notices', { token, body })).body
    const at = (asked: object) => other.api('POST', `/api/notices/${notice.id}/steps`, { token, body: asked })
    await at({ step: 'submit', version: 1 })
    await at({ step: 'admit', version: 1, ...filing })
    const wall = other.socket('display', { token: await other.pair('display') })
    const has = (view: NoticesView) => view.notices.some(({ id }) => id === notice.id)
    expect(has(await nextView(wall, 'notices'))).toBe(false)
    const came = nextView(wall, 'notices', has)
    other.clock.set(Date.parse('2026-11-23T16:00:00.000Z'))
    await other.app.schedule.look()
    expect(has(await came)).toBe(true)
    const went = nextView(wall, 'notices', (view) => !has(view))
    other.clock.set(Date.parse('2026-11-24T16:00:00.000Z'))
    await other.app.schedule.look()
    expect(has(await went)).toBe(false)
    await other.stop()
  })
})

describe('taken down', () => {
  it('is gone from a screen within two seconds, from one that was off when it comes back, and its file is Gone', async () => {
    const file = await picture(1)
    const of = content('撤下', { kind: 'picture', media: file.hash, alt: { zh: '图', en: 'Picture' } })
    const id = await admitted(of)
    const has = ({ notices }: NoticesView) => notices.some((one) => one.id === id)
    const token = await hall.pair('display')
    const [on, off] = [hall.socket('display', { token }), hall.socket('display', { token })]
    await Promise.all([nextView(on, 'notices', has), nextView(off, 'notices', has)])
    const { url } = (await shown(id))!.media!
    const first = await fetch(hall.url + url)
    expect(first.status).toBe(200)
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    const etag = first.headers.get('etag')!
    expect((await fetch(hall.url + url, { headers: { 'if-none-match': etag } })).status).toBe(304)

    off.disconnect()
    const began = performance.now()
    const gone = nextView(on, 'notices', (view) => !has(view))
    expect((await step(manager, id, { step: 'take_down', version: 1, reason: '内容有误' })).status).toBe(200)
    await gone
    expect(performance.now() - began).toBeLessThan(2000)
    const back = nextView(off, 'notices')
    off.connect()
    // The first list that it is given after it was off is the new one.
    expect(has(await back)).toBe(false)
    for (const headers of [{}, { 'if-none-match': etag }]) {
      const after = await fetch(hall.url + url, { headers })
      expect([after.status, after.headers.get('cache-control')]).toEqual([410, 'no-store'])
    }
    expect((await step(manager, id, { step: 'take_down', version: 1, reason: '再撤' })).body.error.code).toBe(
      'notice_changed',
    )
  })

  it('a file that nobody wants is removed after a month, and one that is shown is not', async () => {
    const other = await openHall()
    const token = await other.clerk(null, 'manager')
    const send = async (bytes: Uint8Array, name: string) => {
      const response = await fetch(`${other.url}/api/notices/files/${name}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body: new Uint8Array(bytes),
      })
      return ((await response.json()) as UploadReply).file!
    }
    const unused = await send(samplePng(8, 8, { tone: 2 }), 'unused')
    const used = await send(samplePng(8, 8, { tone: 3 }), 'used')
    const of = content('用着', { kind: 'picture', media: used.hash, alt: { zh: '图', en: 'Picture' } })
    await other.api('POST', '/api/notices', { token, body: of })
    const path = (file: MediaFile) => join(other.dataDir, 'media', `${file.hash}.png`)
    expect([existsSync(path(unused)), existsSync(path(used))]).toEqual([true, true])
    other.clock.forward(31 * 24 * 60)
    const fresh = await other.clerk(null, 'manager')
    await other.api('POST', '/api/notices/notice-waste/steps', { token: fresh, body: { step: 'withdraw', version: 1 } })
    expect([existsSync(path(unused)), existsSync(path(used))]).toEqual([false, true])
    expect((await fetch(`${other.url}/media/${unused.hash}.png`)).status).toBe(410)
    await other.stop()
  })
})

describe('files', () => {
  it('are staff’s until they are shown, and are not known by a guess', async () => {
    const file = await picture(4)
    expect((await fetch(hall.url + file.url)).status).toBe(401)
    const seen = await fetch(hall.url + file.url, { headers: { authorization: `Bearer ${clerk}` } })
    expect([seen.status, seen.headers.get('content-type')]).toEqual([200, 'image/png'])
    expect((await fetch(`${hall.url}/media/${file.hash}.png`)).status).toBe(410)
    expect((await fetch(`${hall.url}/media/${'0'.repeat(64)}.png`)).status).toBe(404)
    expect((await fetch(`${hall.url}/media/..%2Fhall.sqlite`)).status).toBe(404)
    expect((await upload(samplePng(4, 4), '', await hall.pair('kiosk'))).status).toBe(401)
  })

  it('lose what says where and by whom a picture was made', async () => {
    const { body } = await upload(samplePng(16, 16, { text: 'GPS 31.03N 121.22E' }))
    const path = join(hall.dataDir, 'media', `${body.file!.hash}.png`)
    expect(readFileSync(path).includes('GPS')).toBe(false)
    expect(body.file).toMatchObject({ type: 'image/png', width: 16, height: 16 })
  })

  it('are judged by their content, never by what they are called', async () => {
    const script = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    expect((await upload(script)).body.error.code).toBe('file_unsuitable')
    const cut = samplePng(40, 30).subarray(0, 60)
    expect((await upload(cut)).body.error.code).toBe('file_broken')
    expect((await upload(new Uint8Array(0))).body.error.code).toBe('file_broken')
    expect((await upload(samplePng(8, 8), '?of=200000000')).body.error).toMatchObject({ code: 'file_too_large' })
  })

  it('come in parts, each once or twice, and a film is fetched in ranges', async () => {
    const film = new Uint8Array(300_000)
    film.set([0, 0, 0, 24, ...new TextEncoder().encode('ftypmp42')])
    film.fill(7, 200_000)
    const send = async (at: number, to: number, more = '') => {
      const response = await fetch(`${hall.url}/api/notices/files/film?at=${at}&of=${film.length}${more}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${clerk}` },
        body: film.subarray(at, to),
      })
      return (await response.json()) as UploadReply & Error_
    }
    expect(await send(0, 100_000)).toEqual({ received: 100_000, file: null })
    expect((await send(100_000, 200_000)).received).toBe(200_000)
    // The answer was lost, and the same part comes again.
    expect((await send(100_000, 200_000)).received).toBe(200_000)
    const { file } = await send(200_000, 300_000, '&width=1280&height=720&seconds=12.5')
    expect(file).toMatchObject({ type: 'video/mp4', bytes: 300_000, width: 1280, seconds: 12.5 })
    const id = await admitted(content('影片', { kind: 'film', media: file!.hash, alt: { zh: '影片', en: 'Film' } }))
    const { url } = (await shown(id))!.media!
    const range = async (of: string) => {
      const response = await fetch(hall.url + url, { headers: { range: of } })
      return [response.status, response.headers.get('content-range'), (await response.arrayBuffer()).byteLength]
    }
    expect(await range('bytes=0-99')).toEqual([206, 'bytes 0-99/300000', 100])
    expect(await range('bytes=299990-')).toEqual([206, 'bytes 299990-299999/300000', 10])
    expect(await range('bytes=-5')).toEqual([206, 'bytes 299995-299999/300000', 5])
    expect(await range('bytes=300000-')).toEqual([416, 'bytes */300000', 0])
    expect((await send(100_000, 200_000)).error.code).toBe('file_broken')
  })
})

describe('on a phone', () => {
  it('opens from a QR code that leads to the notice', async () => {
    const response = await fetch(`${hall.url}/h/notices/notice-water/qr.svg`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain('image/svg+xml')
    expect(await response.text()).toContain('<svg')
  })
})
