// The book of people against a real hub: who may change it, what becomes of each change on every screen, taking it back, and what is sent
// by mistake or malice. Long: every part starts from the same book and looks at the same screens.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  EditEntry,
  type BookChange,
  type EntryKept,
  type ImportPreview,
  type PeopleBook,
  type PersonEntry,
} from '#contract/people-book.ts'
import type { LookupList } from '#contract/people.ts'
import type { ActFace } from '#contract/intents.ts'
import type { BoardView, KioskView, PeopleView } from '#contract/views.ts'
import { post as postNames, speech as speechNames } from '#assets/i18n/words.ts'
import { postWord, speechWord } from '#domain/people-words.ts'
import { nextView, openHall, type Reply, type TestHall } from './hall.ts'
import { samplePng } from './pictures.ts'

type Failed = { error: { code: string; facts: Record<string, unknown> } }
const TODAY = '2026-11-23'
let hall: TestHall
let manager: string
let clerk: string
let kiosk: string

beforeAll(async () => {
  hall = await openHall()
  manager = await hall.clerk(null, 'manager')
  clerk = await hall.clerk(null)
  kiosk = await hall.pair('kiosk')
}, 60_000)
afterAll(() => hall.stop())

const book = async (): Promise<PeopleBook> =>
  (await hall.api<PeopleBook>('GET', '/api/people/book', { token: manager })).body
const view = async (): Promise<PeopleView> =>
  (await hall.api<PeopleView>('GET', '/api/views/people', { token: kiosk })).body
const keep = (body: object, token = manager): Promise<Reply<EntryKept & Failed>> =>
  hall.api('POST', '/api/people/book', { token, body })
const undo = (id: string | null): Promise<Reply<EntryKept & Failed>> =>
  hall.api('POST', `/api/people/changes/${id ?? 'none'}/undo`, { token: manager, body: {} })
const person = async (id: string) => (await book()).people.find((one) => one.id === id)!
const edited = async (id: string, change: Partial<PersonEntry>) => {
  const { version, entry } = await person(id)
  return keep({ kind: 'person', id, seen: version, entry: { ...entry, ...change } })
}
const someone: PersonEntry = {
  name: '单雨兰',
  title: { zh: '社工', en: 'Social worker' },
  committee: 'service',
  phone: '021-0000 0999',
  posts: ['social_worker'],
  buildings: [],
  found: [{ days: [1, 2, 3, 4, 5], from: '08:30', to: '17:00' }],
  place: null,
  speaks: ['mandarin'],
  consent: TODAY,
  since: TODAY,
  until: null,
  sound: '',
  photo: null,
}
const raw = async <T>(path: string, bytes: Uint8Array | string, token = manager) => {
  const response = await fetch(hall.url + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
    body: bytes as BodyInit,
  })
  return { status: response.status, body: (await response.json()) as T & Failed }
}

describe('the book', () => {
  it('is the manager’s: a clerk, a kiosk and a stranger read and change nothing', async () => {
    for (const [method, path] of [
      ['GET', '/api/people/book'],
      ['POST', '/api/people/book'],
      ['POST', '/api/people/book/remove'],
      ['POST', '/api/people/zhou/leave'],
      ['POST', '/api/people/changes/x/undo'],
      ['POST', '/api/people/imports'],
      ['POST', '/api/people/imports/x/apply'],
      ['POST', '/api/people/photos'],
      ['GET', '/api/people/photos/x.jpg'],
      ['GET', '/api/people/tables/book.xlsx'],
      ['GET', '/api/people/sound'],
      ['GET', '/api/lookups'],
    ] as const) {
      const ask = (token?: string) =>
        hall.api<Failed>(method, path, { ...(token && { token }), ...(method === 'POST' && { body: {} }) })
      expect((await ask(clerk)).body.error.code, path).toBe('role_required')
      expect((await ask(kiosk)).status, path).toBe(401)
      expect((await ask()).status, path).toBe(401)
    }
  })

  it('has everything of the demonstration, and each entry fits what may be written', async () => {
    const { people, matters, hotlines, buildings, answers, tiles, letter } = await book()
    expect(people.length).toBeGreaterThan(20)
    const all = [
      ...people.map(({ id, entry }) => ({ kind: 'person', id, entry })),
      ...matters.map(({ id, entry }) => ({ kind: 'matter', id, entry })),
      ...hotlines.map(({ id, entry }) => ({ kind: 'hotline', id, entry })),
      ...buildings.map(({ id, entry }) => ({ kind: 'building', id, entry })),
      ...answers.map(({ id, entry }) => ({ kind: 'answer', id, entry })),
      { kind: 'tiles', id: 'tiles', entry: tiles.entry },
      { kind: 'letter', id: 'letter', entry: letter?.entry },
    ]
    for (const one of all) {
      const parsed = EditEntry.safeParse({ ...one, seen: null })
      expect(parsed.error?.issues ?? [], `${one.kind} ${one.id}`).toEqual([])
    }
  })

  it('says posts and languages as the screens do', () => {
    for (const [name, { zh }] of Object.entries(postNames)) expect(postWord[name as 'doctor']).toBe(zh)
    for (const [name, { zh }] of Object.entries(speechNames)) expect(speechWord[name as 'sign']).toBe(zh)
  })
})

describe('a person', () => {
  it('who is added is on the kiosk, and read rightly: 单 is shan in a name', async () => {
    const { status, body } = await keep({ kind: 'person', id: null, seen: null, entry: someone })
    expect(status).toBe(200)
    const face = (await view()).people.find(({ id }) => id === body.id)
    expect(face).toMatchObject({ name: '单雨兰', sound: 'shan yu lan' })
    expect(JSON.stringify(await view())).not.toContain('0000 0999')
    expect((await undo(body.change)).status).toBe(200)
    expect((await view()).people.some(({ id }) => id === body.id)).toBe(false)
    expect((await book()).people.some(({ id }) => id === body.id)).toBe(false)
  })

  it('who takes over a post changes the card of every matter of it, on two screens, by itself', async () => {
    const [one, two] = [hall.socket('kiosk', { token: kiosk }), hall.socket('guest')]
    await Promise.all([nextView(one, 'people'), nextView(two, 'people')])
    const leak = (of: PeopleView) => of.matters.find(({ id }) => id === 'roof-leak')!.first
    const before = leak(await view())
    const heard = [one, two].map((socket) => nextView(socket, 'people', (of) => leak(of).join() !== before.join()))
    const entry = (await book()).matters.find(({ id }) => id === 'roof-leak')!
    const { body } = await keep({
      kind: 'matter',
      id: 'roof-leak',
      seen: entry.version,
      entry: { ...entry.entry, owners: [{ post: 'secretary', rank: 1 }] },
    })
    for (const of of await Promise.all(heard)) expect(leak(of)).toEqual(['zhou'])
    await undo(body.change)
    expect(leak(await view())).toEqual(before)
  })

  it('who leaves is gone from kiosk, phone and duty at once, and comes back with an undo', async () => {
    const [one, two] = [hall.socket('kiosk', { token: kiosk }), hall.socket('guest')]
    await Promise.all([nextView(one, 'people'), nextView(two, 'people')])
    const gone = (of: PeopleView) => !of.people.some(({ id }) => id === 'wang')
    const heard = [one, two].map((socket) => nextView(socket, 'people', gone))
    const { version } = await person('wang')
    const left = await hall.api<EntryKept>('POST', '/api/people/wang/leave', {
      token: manager,
      body: { seen: version },
    })
    expect(left.status).toBe(200)
    await Promise.all(heard)
    expect(await person('wang')).toMatchObject({ state: 'left', entry: { until: '2026-11-22' } })
    const duty = async () => ({
      kiosk: (await hall.api<KioskView>('GET', '/api/views/kiosk', { token: kiosk })).body.duty,
      board: (await hall.api<BoardView>('GET', '/api/views/board', { token: manager })).body.duty,
    })
    for (const list of Object.values(await duty())) expect(list.map(({ name }) => name)).not.toContain('示例·王建国')
    await undo(left.body.change)
    expect(gone(await view())).toBe(false)
    for (const list of Object.values(await duty())) expect(list.map(({ name }) => name)).toContain('示例·王建国')
  })

  it('who did not agree, or takes it back, is not shown', async () => {
    const { body } = await edited('wu', { consent: null })
    expect((await view()).people.some(({ id }) => id === 'wu')).toBe(false)
    expect(await person('wu')).toMatchObject({ state: 'unasked' })
    await undo(body.change)
    expect((await view()).people.some(({ id }) => id === 'wu')).toBe(true)
  })
})

describe('two managers', () => {
  it('do not overwrite each other', async () => {
    const { version, entry } = await person('zhao')
    const first = await keep({ kind: 'person', id: 'zhao', seen: version, entry: { ...entry, phone: '021-0000 0555' } })
    expect(first.status).toBe(200)
    const second = await keep({ kind: 'person', id: 'zhao', seen: version, entry: { ...entry, phone: null } })
    expect([second.status, second.body.error.code]).toEqual([409, 'people_changed'])
    expect((await person('zhao')).entry.phone).toBe('021-0000 0555')
    await undo(first.body.change)
  })

  it('see who changed what, in the log and in the history', async () => {
    const { body } = await edited('zhao', { phone: '021-0000 0556' })
    const change = (await book()).changes.find(({ id }) => id === body.change)!
    expect(change).toMatchObject({ how: 'edit', undone: false, undoable: true, who: expect.stringContaining('示例') })
    expect(change.changes).toMatchObject([
      { kind: 'person', id: 'zhao', what: 'changed', differences: [{ column: 'phone', after: '021-0000 0556' }] },
    ])
    await undo(body.change)
    const { body: log } = await hall.api<{ acts: ActFace[] }>('GET', '/api/acts', { token: manager })
    expect(log.acts.slice(0, 2).map(({ act, about }) => [act, about])).toEqual([
      ['people-undo', '示例·赵敏'],
      ['person-edit', '示例·赵敏'],
    ])
  })

  it('cannot take back what was changed upon, nor twice; what was taken back can be done again', async () => {
    const before = await person('zhao')
    const first = await edited('zhao', { phone: '021-0000 0557' })
    const second = await edited('zhao', { place: null })
    expect((await undo(first.body.change)).body.error.code).toBe('people_changed')
    const took = await undo(second.body.change)
    expect((await undo(second.body.change)).body.error.code).toBe('nothing_to_undo')
    expect((await undo('nope')).body.error.code).toBe('nothing_to_undo')
    expect((await undo(took.body.change)).status).toBe(200)
    expect((await person('zhao')).entry.place).toBeNull()
    expect((await edited('zhao', before.entry)).status).toBe(200)
    const states = (await book()).changes.slice(1, 3).map((one: BookChange) => one.how)
    expect(states).toEqual(['undo', 'undo'])
  })

  it('who save what is there already change nothing', async () => {
    const before = (await book()).changes.length
    const { body } = await edited('zhou', {})
    expect(body.change).toBeNull()
    expect((await book()).changes.length).toBe(before)
  })
})

describe('the rest of the book', () => {
  it('a hotline that matters name cannot go; one that nobody names goes and comes back', async () => {
    const { hotlines, matters } = await book()
    const used = matters.flatMap(({ entry }) => entry.hotlines)[0]!
    const remove = (id: string) =>
      hall.api<EntryKept & Failed>('POST', '/api/people/book/remove', {
        token: manager,
        body: { kind: 'hotline', id, seen: hotlines.find((one) => one.id === id)?.version ?? '' },
      })
    const refused = await remove(used)
    expect([refused.status, refused.body.error.code]).toEqual([422, 'people_reference'])
    const made = await keep({
      kind: 'hotline',
      id: null,
      seen: null,
      entry: { name: { zh: '开锁', en: 'Locksmith' }, number: '110', hours: { zh: '全天', en: 'Always' } },
    })
    const listed = async () =>
      (await hall.api<KioskView>('GET', '/api/views/kiosk', { token: kiosk })).body.hotlines.at(-1)
    expect(await listed()).toMatchObject({ number: '110' })
    await undo(made.body.change)
    expect((await listed())?.number).not.toBe('110')
  })

  it('letter, tiles, answers, buildings and readings are changed and taken back', async () => {
    const { letter, tiles, answers, buildings } = await book()
    const [answer, building] = [answers[0]!, buildings[0]!]
    const edits = [
      {
        kind: 'letter',
        id: 'letter',
        seen: letter!.version,
        entry: { ...letter!.entry, title: { zh: '新信', en: 'New' } },
      },
      { kind: 'tiles', id: 'tiles', seen: tiles.version, entry: tiles.entry.slice(1) },
      {
        kind: 'answer',
        id: answer.id,
        seen: answer.version,
        entry: { ...answer.entry, say: { zh: '新答', en: 'New' } },
      },
      { kind: 'building', id: building.id, seen: building.version, entry: { ...building.entry, floors: 7 } },
      { kind: 'reading', id: '单氏', seen: null, entry: { sound: 'shan shi' } },
    ]
    const before = JSON.stringify({ ...(await view()), rev: 0, at: '' })
    const done: (string | null)[] = []
    for (const one of edits) {
      const { status, body } = await keep(one)
      expect(status, one.kind).toBe(200)
      done.push(body.change)
    }
    const after = await view()
    expect(after.letter?.title.zh).toBe('新信')
    expect(after.tiles.length).toBe(tiles.entry.length - 1)
    expect(after.readings['单氏']).toBe('shan shi')
    for (const id of done.reverse()) expect((await undo(id)).status).toBe(200)
    expect(JSON.stringify({ ...(await view()), rev: 0, at: '' })).toBe(before)
  })

  it('a reading has a syllable for each character, and can be corrected and taken out', async () => {
    const word = (sound: string, more: object = {}) =>
      keep({ kind: 'reading', id: '单家桥', seen: null, entry: { sound }, ...more })
    for (const wrong of ['shan jia', 'shān jia qiao', 'Shan jia qiao', ''])
      expect((await word(wrong)).body.error.code).toBe('body_invalid')
    expect((await word('shan', { id: '单' })).body.error.code).toBe('body_invalid')
    expect((await word('shan jia qiao')).status).toBe(200)
    expect((await word('dan jia qiao')).body.error.code).toBe('people_changed')
    const { version } = (await book()).readings.find(({ id }) => id === '单家桥')!
    const { body } = await hall.api<EntryKept>('POST', '/api/people/book/remove', {
      token: manager,
      body: { kind: 'reading', id: '单家桥', seen: version },
    })
    expect((await view()).readings).not.toHaveProperty('单家桥')
    expect((await undo(body.change)).status).toBe(200)
    expect((await view()).readings['单家桥']).toBe('shan jia qiao')
  })

  it('new words are found by their sound as well', async () => {
    const entry = (await book()).matters.find(({ id }) => id === 'roof-leak')!
    const also = [...entry.entry.also, '天棚渗水']
    const { body } = await keep({
      kind: 'matter',
      id: 'roof-leak',
      seen: entry.version,
      entry: { ...entry.entry, also },
    })
    expect((await view()).sounds.peng).toContain('棚')
    await undo(body.change)
  })
})

describe('bad input', () => {
  it.each<[string, Partial<PersonEntry>]>([
    ['a name in emoji', { name: '王😀' }],
    ['bidi controls', { name: '王\u202e明' }],
    ['a name too long', { name: '王'.repeat(41) }],
    ['a formula', { name: '=HYPERLINK("http://x")' }],
    ['ESC/POS bytes', { name: '王\u001b@\u001dV' }],
    ['markup', { name: '<script>alert(1)</script>' }],
    ['letters in a telephone', { phone: 'ring me' }],
    ['hours that end before they begin', { found: [{ days: [1], from: '17:00', to: '08:00' }] }],
    ['a last day before the first', { since: TODAY, until: '2026-11-01' }],
    ['a post twice', { posts: ['doctor', 'doctor'] }],
    ['a photo from elsewhere', { photo: 'http://example.org/x.jpg' }],
    ['a sound that is none', { sound: 'shān' }],
    ['a sound for fewer characters than the name has', { sound: 'shan' }],
  ])('%s is refused', async (_, change) => {
    const { status, body } = await keep({ kind: 'person', id: null, seen: null, entry: { ...someone, ...change } })
    expect([status, body.error.code]).toEqual([400, 'body_invalid'])
  })

  it('100,000 characters are too large, a building that is not there is named, a photo that is not there is refused', async () => {
    const long = await keep({ kind: 'person', id: null, seen: null, entry: { ...someone, name: '王'.repeat(100_000) } })
    expect([long.status, long.body.error.code]).toEqual([413, 'body_too_large'])
    const home = await edited('zhou', { buildings: ['b999'] })
    expect([home.status, home.body.error]).toMatchObject([422, { code: 'people_reference', facts: { what: 'b999' } }])
    const photo = await edited('zhou', { photo: `${'0'.repeat(64)}.jpg` })
    expect(photo.body.error).toMatchObject({ code: 'photo_refused', facts: { why: 'gone' } })
  })

  it('a matter that is not there, or an entry that is gone, is refused', async () => {
    const gone = await keep({
      kind: 'matter',
      id: 'nope',
      seen: null,
      entry: { owners: [], also: [], hotlines: [], list: false },
    })
    expect(gone.body.error.code).toBe('matter_unknown')
    const away = await keep({ kind: 'person', id: 'nope', seen: 'x', entry: someone })
    expect(away.body.error.code).toBe('people_changed')
  })
})

describe('a photo', () => {
  it('is shown while the card is, without what came with it, and is gone when the person leaves', async () => {
    const { status, body } = await raw<{ photo: string }>(
      '/api/people/photos',
      samplePng(400, 400, { tone: 90, text: 'taken at 31.2N 121.5E' }),
    )
    expect(status, JSON.stringify(body)).toBe(200)
    const get = (path: string, token?: string) =>
      fetch(hall.url + path, { headers: token ? { authorization: `Bearer ${token}` } : {} })
    expect((await get(`/photos/${body.photo}`)).status).toBe(410)
    expect((await get(`/api/people/photos/${body.photo}`, manager)).status).toBe(200)
    await edited('zhou', { photo: body.photo })
    expect((await view()).people.find(({ id }) => id === 'zhou')?.photo).toBe(body.photo)
    const shown = await get(`/photos/${body.photo}`)
    expect([shown.status, shown.headers.get('content-type'), shown.headers.get('x-content-type-options')]).toEqual([
      200,
      'image/png',
      'nosniff',
    ])
    expect(Buffer.from(await shown.arrayBuffer()).includes('121.5E')).toBe(false)
    const { version } = await person('zhou')
    const left = await hall.api<EntryKept>('POST', '/api/people/zhou/leave', {
      token: manager,
      body: { seen: version },
    })
    expect((await get(`/photos/${body.photo}`)).status).toBe(410)
    await undo(left.body.change)
    expect((await get(`/photos/${body.photo}`)).status).toBe(200)
  })

  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  /** Dimensions in the head, and nothing behind them. */
  const huge = Buffer.from(samplePng(200, 200))
  huge.writeUInt32BE(20_000, 16)
  huge.writeUInt32BE(20_000, 20)
  it.each<[string, Uint8Array | string, string]>([
    ['20,000 × 20,000 pixels', huge, 'large'],
    ['an SVG with a script', svg, 'kind'],
    ['a GIF', 'GIF89a', 'kind'],
    ['a page that says it is a JPEG', Buffer.from([0xff, 0xd8, 0xff, ...Buffer.from('<script>')]), 'broken'],
    ['a picture cut short', samplePng(300, 300).subarray(0, 60), 'broken'],
    ['a strip', samplePng(300, 200), 'shape'],
    ['a stamp', samplePng(40, 40), 'small'],
    ['nothing', '', 'kind'],
    ['two megabytes', new Uint8Array(2_000_000), 'heavy'],
  ])('of %s is refused', async (_, bytes, why) => {
    const { status, body } = await raw('/api/people/photos', bytes)
    expect([status, body.error]).toMatchObject([422, { code: 'photo_refused', facts: { why } }])
  })

  it('that is a picture and something else keeps only the picture', async () => {
    const both = Buffer.concat([samplePng(200, 200), Buffer.from('PK\u0003\u0004<script>evil</script>')])
    const { body } = await raw<{ photo: string }>('/api/people/photos', both)
    const kept = await fetch(`${hall.url}/api/people/photos/${body.photo}`, {
      headers: { authorization: `Bearer ${manager}` },
    })
    expect(Buffer.from(await kept.arrayBuffer()).includes('evil')).toBe(false)
  })
})

describe('tables', () => {
  const table = async (file: string) => {
    const response = await fetch(`${hall.url}/api/people/tables/${file}`, {
      headers: { authorization: `Bearer ${manager}` },
    })
    return Buffer.from(await response.arrayBuffer())
  }
  const preview = (bytes: Uint8Array | string) => raw<ImportPreview>('/api/people/imports', bytes)
  const csv = async (kind: string) => (await table(`${kind}.csv`)).toString('utf8')
  const apply = (id: string | null) =>
    hall.api<{ change: string; entries: number } & Failed>('POST', `/api/people/imports/${id ?? 'none'}/apply`, {
      token: manager,
      body: {},
    })

  it('that went out come back and change nothing: XLSX, and CSV in UTF-8', async () => {
    for (const file of ['book.xlsx', 'person.csv', 'matter.csv', 'hotline.csv', 'template.xlsx']) {
      const { status, body } = await preview(await table(file))
      expect([status, body.faults, body.changes, body.import], `${file} ${JSON.stringify(body)}`).toEqual([
        200,
        [],
        [],
        null,
      ])
    }
  })

  it('show what they would change before they do, then change all of it, and are taken back whole', async () => {
    const before = await book()
    const text = (await csv('person'))
      .replace('021-0000 0101', '021-0000 0777')
      .replace('021-0000 0102', '021-0000 0778')
    const { body } = await preview(text)
    expect(body.changes.map(({ id, differences }) => [id, differences])).toEqual([
      ['zhou', [{ column: 'phone', before: '021-0000 0101', after: '021-0000 0777' }]],
      ['zhao', [{ column: 'phone', before: '021-0000 0102', after: '021-0000 0778' }]],
    ])
    expect((await book()).people).toEqual(before.people)
    const done = await apply(body.import)
    expect([done.status, done.body.entries]).toEqual([200, 2])
    expect((await person('zhou')).entry.phone).toBe('021-0000 0777')
    expect((await apply(body.import)).body.error.code).toBe('import_unknown')
    await undo(done.body.change)
    expect((await book()).people).toEqual(before.people)
  })

  it('are refused where somebody changed the same person in between', async () => {
    const { body } = await preview((await csv('person')).replace('021-0000 0101', '021-0000 0779'))
    const other = await edited('zhou', { phone: '021-0000 0666' })
    expect((await apply(body.import)).body.error.code).toBe('people_changed')
    await undo(other.body.change)
    expect((await apply(body.import)).status).toBe(200)
    expect((await person('zhou')).entry.phone).toBe('021-0000 0779')
  })

  it('in GBK, as a Chinese spreadsheet saves them, are read', async () => {
    const head = Buffer.from(
      'b1e0bac52cc3fbb3c62cc3fbb3c6a3a8d3a2cec4a3a92cbac5c2eb2ccab1bce42ccab1bce4a3a8d3a2cec4a3a9',
      'hex',
    )
    const line = Buffer.from('2cbfaacbf82c4c6f636b736d6974682c3131302cc8abccec2c416c77617973', 'hex')
    const { body } = await preview(Buffer.concat([head, Buffer.from('\r\n'), line]))
    expect(body.faults).toEqual([])
    expect(body.changes).toMatchObject([{ kind: 'hotline', what: 'new', label: '开锁' }])
  })

  it('name every bad cell by line and column, and nothing of them is taken', async () => {
    const lines = (await csv('person')).split('\r\n')
    const cells = lines[1]!.split(',')
    cells[1] = '王😀'
    cells[5] = '太上皇'
    const bad = [...cells]
    bad[0] = 'somebody-new'
    bad[1] = '=cmd|calc'
    bad[8] = 'abc'
    const { status, body } = await preview(
      [lines[0], cells.join(','), ...lines.slice(2, 4), bad.join(',')].join('\r\n'),
    )
    expect(status).toBe(200)
    expect(body.import).toBeNull()
    expect(body.faults.map(({ line, column, fault }) => [line, column, fault])).toEqual([
      [2, '岗位', 'unknown'],
      [2, '姓名', 'form'],
      [5, '姓名', 'formula'],
    ])
    expect((await book()).people.some(({ id }) => id === 'somebody-new')).toBe(false)
  })

  it.each<[string, () => Promise<Uint8Array | string>, string]>([
    ['a missing column', async () => (await csv('person')).replace(',电话', ',电话号码'), 'missing'],
    ['a column too many', async () => (await csv('hotline')).replace('编号', '编号,备注'), 'extra'],
    [
      'a million lines',
      async () => `${(await csv('hotline')).split('\r\n')[0]}\r\n${'x,y,,1,,\r\n'.repeat(300_000)}`,
      'rows',
    ],
    ['five megabytes', async () => 'x'.repeat(5_000_000), 'heavy'],
    ['an empty file', async () => '', 'empty'],
    ['a poem', async () => '床前明月光，疑是地上霜', 'unknown'],
    ['an old .xls', async () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'kind'],
    ['a page', async () => '<html>', 'kind'],
    ['a zip of nothing', async () => Buffer.from('PK\u0005\u0006' + '\0'.repeat(18)), 'unreadable'],
    ['bytes', async () => Buffer.from([0x81, 0xff, 0xff, 0x00, 0x80]), 'encoding'],
  ])('of %s are refused', async (_, make, why) => {
    const { status, body } = await preview(await make())
    expect([status, body.error]).toMatchObject([422, { code: 'sheet_refused', facts: { why } }])
  })

  it('carry nothing out that a spreadsheet would compute', async () => {
    const made = await keep({
      kind: 'hotline',
      id: null,
      seen: null,
      entry: { name: { zh: '=1+1', en: '@x' }, number: '+862100000000', hours: { zh: '-全天', en: '+all' } },
    })
    const text = await csv('hotline')
    expect(text).toContain(`'=1+1,'@x,'+862100000000,'-全天,'+all`)
    expect((await preview(text)).body).toMatchObject({ faults: [], changes: [] })
    await undo(made.body.change)
  })
})

describe('what residents ask for', () => {
  const look = (body: object, token = kiosk) => hall.api<Failed>('POST', '/api/lookups', { token, body, key: false })
  const list = async (days = 30) =>
    (await hall.api<LookupList>('GET', `/api/lookups?days=${days}`, { token: manager })).body.lookups

  it('is counted by word and day, and words are told once they came twice', async () => {
    for (let time = 0; time < 3; time += 1) await look({ kind: 'words', what: '飞线充电', found: false })
    await look({ kind: 'words', what: '我家的事', found: false })
    await look({ kind: 'matter', what: 'roof-leak' })
    expect(await list()).toEqual([
      { kind: 'words', what: '飞线充电', found: false, count: 3 },
      { kind: 'matter', what: 'roof-leak', found: true, count: 1 },
    ])
    hall.clock.forward(24 * 60)
    manager = await hall.clerk(null, 'manager')
    expect(await list(1)).toEqual([])
    expect((await list(7)).length).toBe(2)
  })

  it('takes nothing that could be a person, an address or a telephone, and nothing unknown', async () => {
    for (const what of ['13800001234', '示例路1234号', 'x'.repeat(17), '王\u202e', ''])
      expect((await look({ kind: 'words', what, found: false })).status, what).toBe(400)
    expect((await look({ kind: 'person', what: 'zhou' })).status).toBe(400)
    expect((await look({ kind: 'matter', what: 'nope' })).status).toBe(404)
  })

  it('is counted of telephones as of kiosks', async () => {
    const asked = { kind: 'matter', what: 'roof-leak' }
    const before = (await list()).find(({ what }) => what === 'roof-leak')?.count ?? 0
    expect((await hall.api('POST', '/api/lookups', { body: asked, key: false })).status).toBe(200)
    const times = (await list()).find(({ what }) => what === 'roof-leak')?.count
    expect(times).toBe(before + 1)
  })
})
