// Contact cards from the hub: one at a time, never all of them, as files for a telephone, and on paper of every kind.
import { deflateRawSync } from 'node:zlib'
import ICAL from 'ical.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AskCard, CardForm, CardLink, CardWays, PersonCard } from '#contract/cards.ts'
import type { ActFace } from '#contract/intents.ts'
import type { JobFace, PrinterList } from '#contract/printing.ts'
import type { PeopleView } from '#contract/views.ts'
import { dotsOf, readDots } from '#domain/card-code.ts'
import { FakeOfficePrinter } from './fake-office-printer.ts'
import { codesOn, FakePrinter, pictureOn, textOn } from './fake-printer.ts'
import { openHall, type TestHall } from './hall.ts'

let hall: TestHall
let kiosk: string
let manager: string
interface Failed {
  error?: { code: string; facts: Record<string, unknown> }
}

beforeEach(async () => {
  hall = await openHall({ limits: true })
  kiosk = await hall.pair('kiosk')
  manager = await hall.clerk(null, 'manager')
}, 60_000)
afterEach(async () => hall.stop())

const cardOf = (person: string, token?: string) =>
  hall.api<PersonCard & Failed>('GET', `/api/people/${person}/card`, token ? { token } : {})
const people = async () => (await hall.api<PeopleView>('GET', '/api/views/people', {})).body.people
const file = async (path: string) => {
  const reply = await fetch(hall.url + path)
  return { status: reply.status, type: reply.headers.get('content-type'), text: await reply.text() }
}

describe('one person’s card', () => {
  it('has the telephone and a code that a telephone takes for a contact', async () => {
    const { status, body } = await cardOf('zhou', kiosk)
    expect(status).toBe(200)
    expect(body).toMatchObject({ person: 'zhou', phone: '021-0000 0101', when: { zh: '周一至周五 08:30–17:00' } })
    const read = readDots(dotsOf(body.code!, 3)) ?? ''
    expect(read).toBe(body.code!.text)
    const card = new ICAL.Component(ICAL.parse(read) as [string, unknown[], unknown[]])
    expect(card.getFirstPropertyValue('fn')).toBe('示例·周建华')
    expect(card.getAllProperties('tel').map((one) => one.getFirstValue())).toEqual(['021-0000 0101', '021-0000 0100'])
  })

  it('is nobody’s who did not agree to be published', async () => {
    await hall.store.write(async (trx) =>
      trx.updateTable('person_card').set({ consent_on: null }).where('person_id', '=', 'zhou').execute(),
    )
    await hall.store.write(async (trx) =>
      trx
        .updateTable('hall')
        .set((eb) => ({ book_rev: eb('book_rev', '+', 1) }))
        .execute(),
    )
    expect((await cardOf('zhou', kiosk)).body.error?.code).toBe('person_unknown')
    expect((await file('/people/zhou.vcf')).status).toBe(404)
    expect((await cardOf('nobody')).status).toBe(404)
  })

  it('is given a few at a time: neither a kiosk nor an address carries them all off', async () => {
    const all = (await people()).map(({ id }) => id)
    for (const token of [kiosk, undefined]) {
      const got: number[] = []
      for (const id of all) got.push((await cardOf(id, token)).status)
      expect(got.filter((status) => status === 200)).toHaveLength(24)
      const { status, body, headers } = await cardOf(all.at(-1)!, token)
      expect(status).toBe(429)
      expect(body.error).toMatchObject({ code: 'too_many_requests' })
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(60)
      // Whom one has seen may be seen again.
      expect((await cardOf(all[0]!, token)).status).toBe(200)
    }
    // The files count as well.
    expect((await file(`/people/${all.at(-1)}.vcf`)).status).toBe(429)
    expect((await cardOf(all.at(-1)!, manager)).status).toBe(200)
    hall.clock.forward(61)
    expect((await cardOf(all.at(-1)!, kiosk)).status).toBe(200)
    expect((await file(`/people/${all.at(-1)}.vcf`)).status).toBe(200)
  })
})

describe('a card for a telephone', () => {
  it('is a file for its address book, and one for its calendar', async () => {
    const contact = await file('/people/gao.vcf')
    expect(contact.type).toContain('text/vcard')
    const card = new ICAL.Component(ICAL.parse(contact.text) as [string, unknown[], unknown[]])
    expect(card.getFirstPropertyValue('title')).toBe('社区民警')
    expect(card.getFirstPropertyValue('url')).toBe(`${hall.app.publicUrl}/c/p/gao`)

    const calendar = await file('/people/gao.ics')
    const events = new ICAL.Component(ICAL.parse(calendar.text) as [string, unknown[], unknown[]])
      .getAllSubcomponents('vevent')
      .map((one) => new ICAL.Event(one))
    expect(events.length).toBeGreaterThan(10)
    for (const one of events) {
      expect([2, 4]).toContain(one.startDate.toJSDate().getUTCDay())
      expect(one.location).toBe('平安调处室')
    }
  })

  it.each([
    ['m/roof-leak', '/c/m/roof-leak'],
    ['m/roof-leak/b3', '/c/m/roof-leak/b3'],
    ['p/zhou', '/c/p/zhou'],
    ['o/building_leader/b3', '/c/o/building_leader/b3'],
    ['b/b3', '/c/b/b3'],
  ])('leads by %s to its page', async (what, way) => {
    const { body } = await hall.api<CardLink>('GET', `/api/cards/links/${what}`, {})
    expect(body.link).toBe(hall.app.publicUrl + way)
    expect(readDots(dotsOf(body.code!, 3))).toBe(body.link)
  })

  it.each(['m/none', 'x/zhou', 'p/none', 'b/none', 'm/roof-leak/none'])('is not there for %s', async (what) => {
    expect((await hall.api<Failed>('GET', `/api/cards/links/${what}`, {})).status).toBe(404)
  })
})

/** A drawing: the same dots for the same seed. */
function side(width: number, height: number, seed = 37) {
  const dots = Buffer.from(Array.from({ length: (width / 8) * height }, (_, at) => (at * seed) % 251))
  return { packed: { width, height, dots: deflateRawSync(dots).toString('base64') }, dots }
}

async function addPrinter(kind: 'receipt' | 'card', port: number, more: object = {}): Promise<void> {
  const { devices } = (
    await hall.api<{ devices: { id: string; kind: string }[] }>('GET', '/api/devices', { token: manager })
  ).body
  const own = devices.filter((one) => one.kind === 'kiosk').map(({ id }) => id)
  const body = { id: null, name: kind, kind, host: '127.0.0.1', port, mode: 'text', devices: own, ...more }
  expect((await hall.api('POST', '/api/printers', { token: manager, body })).status).toBe(200)
}
const ask = (form: CardForm, more: Partial<AskCard> = {}) =>
  hall.api<{ job: JobFace } & Failed>('POST', '/api/cards/prints', {
    token: kiosk,
    body: { about: { matter: 'roof-leak' }, building: null, people: ['xu', 'zhou'], form, large: false, ...more },
  })
const ended = async (id: string): Promise<JobFace> => {
  let job: JobFace | undefined
  await expect
    .poll(
      async () => {
        job = (await hall.api<{ job: JobFace }>('GET', `/api/prints/${id}`, { token: kiosk })).body.job
        return job.state
      },
      { timeout: 15_000, interval: 50 },
    )
    .not.toMatch(/queued|printing/)
  return job!
}

describe('a card on a roll', () => {
  let printer: FakePrinter
  beforeEach(async () => {
    printer = await new FakePrinter().plugIn()
  })
  afterEach(async () => printer.pullOut())

  it('says whom to ring, with a code that is read back from the paper', async () => {
    await addPrinter('receipt', printer.port)
    expect((await hall.api<CardWays>('GET', '/api/cards/ways', { token: kiosk })).body.ways).toEqual([
      { form: 'receipt', picture: false },
    ])
    const { body, status } = await ask('receipt')
    expect(status).toBe(202)
    expect(await ended(body.job.id)).toMatchObject({ state: 'done', about: '示例·徐伟' })
    await expect.poll(() => printer.jobs.length).toBe(1)
    const paper = textOn(printer.jobs[0]!)
    for (const words of ['屋顶漏水了', '示例·徐伟', '物业经理', '021-0000 0113', '示例·周建华', '12345', '示例大厅'])
      expect(paper).toContain(words)
    const codes = codesOn(printer.jobs[0]!)
    expect(codes[0]).toMatch(/^BEGIN:VCARD\r\n[^]*FN:示例·徐伟\r\n[^]*END:VCARD\r\n$/)
    expect(codes[1]).toContain('FN:示例·周建华')
    expect(codes[2]).toBe(`${hall.app.publicUrl}/c/m/roof-leak`)
  })

  it('has the digits first in the large edition', async () => {
    await addPrinter('receipt', printer.port)
    await ended((await ask('receipt', { large: true })).body.job.id)
    await expect.poll(() => printer.jobs.length).toBe(1)
    const paper = textOn(printer.jobs[0]!)
    expect(paper.indexOf('021-0000 0113')).toBeLessThan(paper.indexOf('示例·徐伟'))
    expect(codesOn(printer.jobs[0]!)).toEqual([`${hall.app.publicUrl}/c/m/roof-leak`])
  })

  it('prints a name with orders to the printer in it as letters alone', async () => {
    await addPrinter('receipt', printer.port)
    await hall.store.write(async (trx) => {
      await trx
        .updateTable('person')
        .set({ name: '徐\u001b@\u001dV\u0000伟{code:x}|~' })
        .where('id', '=', 'xu')
        .execute()
      await trx
        .updateTable('hall')
        .set((eb) => ({ book_rev: eb('book_rev', '+', 1) }))
        .execute()
    })
    await ended((await ask('receipt')).body.job.id)
    await expect.poll(() => printer.jobs.length).toBe(1)
    expect(textOn(printer.jobs[0]!)).toContain('徐@V伟{code:x}|~')
  })

  it('is asked for as a picture where the printer has no such character', async () => {
    await addPrinter('receipt', printer.port)
    await hall.store.write(async (trx) => {
      await trx.updateTable('person').set({ name: '𠮷㛃' }).where('id', '=', 'xu').execute()
      await trx
        .updateTable('hall')
        .set((eb) => ({ book_rev: eb('book_rev', '+', 1) }))
        .execute()
    })
    expect((await ask('receipt')).body.error?.code).toBe('picture_needed')
    const { packed, dots } = side(576, 200)
    await ended((await ask('receipt', { sides: [packed] })).body.job.id)
    await expect.poll(() => printer.jobs.length).toBe(1)
    expect(Buffer.concat(pictureOn(printer.jobs[0]!).rows).equals(dots)).toBe(true)
  })

  it('is asked for at the desk, by a clerk too: a building’s whole set, and the log has it', async () => {
    await addPrinter('receipt', printer.port)
    const clerk = await hall.clerk('w1', 'wang')
    expect((await hall.api<CardWays>('GET', '/api/cards/ways', { token: clerk })).body.ways).toEqual([
      { form: 'receipt', picture: false },
    ])
    const { buildings: houses } = (await hall.api<PeopleView>('GET', '/api/views/people', {})).body
    const house = houses.find(({ id }) => id === 'b3')!
    const own = (await people()).filter(({ buildings }) => buildings.includes('b3'))
    const body = {
      about: { building: 'b3' },
      building: null,
      people: own.map(({ id }) => id),
      form: 'receipt',
      large: false,
    }
    const asked = await hall.api<{ job: JobFace }>('POST', '/api/cards/prints', { token: clerk, body })
    expect(asked.status).toBe(202)
    expect(await ended(asked.body.job.id)).toMatchObject({ state: 'done', printer: 'receipt' })
    await expect.poll(() => printer.jobs.length).toBe(1)
    for (const { name } of own) expect(textOn(printer.jobs[0]!)).toContain(name)
    const log = await hall.api<{ acts: ActFace[] }>('GET', '/api/acts', { token: manager })
    expect(log.body.acts.find(({ act }) => act === 'card-print')).toMatchObject({
      about: house.name.zh,
      detail: 'receipt',
    })
  })

  it('is refused for nobody, for too many, and where there is no such printer', async () => {
    await addPrinter('receipt', printer.port)
    expect((await ask('receipt', { people: ['nobody'] })).body.error?.code).toBe('person_unknown')
    expect((await ask('receipt', { about: { matter: 'none' } })).body.error?.code).toBe('person_unknown')
    expect((await ask('receipt', { people: Array.from({ length: 9 }, () => 'xu') })).status).toBe(400)
    expect((await ask('a6', { sides: [side(1240, 8).packed] })).body.error?.code).toBe('printer_none')
    expect((await ask('receipt', { sides: [{ width: 577, height: 8, dots: 'AAAA' }] })).status).toBe(400)
  })
})

describe('a card on sheets', () => {
  let printer: FakeOfficePrinter
  const sides = [side(1016, 638).packed, side(1016, 638, 41).packed]
  beforeEach(async () => {
    printer = await new FakeOfficePrinter().plugIn()
  })
  afterEach(async () => printer.pullOut())
  const set = (form: 'small' | 'a6' | 'a4') => addPrinter('card', printer.port, { form, path: '/ipp/print' })
  const state = async () =>
    (await hall.api<PrinterList>('GET', '/api/printers', { token: manager })).body.printers[0]?.state

  it.each([
    ['small', '242.646 153.071', [8560, 5400]],
    ['a4', '595.276 841.890', [21_000, 29_700]],
  ] as const)('of %s is a PDF of its exact size, both sides', async (form, points, size) => {
    await set(form)
    expect((await ask(form)).body.error?.code).toBe('picture_needed')
    const { body } = await ask(form, { sides })
    expect((await ended(body.job.id)).state).toBe('done')
    const { attributes, document } = printer.jobs[0]!
    expect(document.subarray(0, 5).toString()).toBe('%PDF-')
    const text = document.toString('latin1')
    expect(text.match(/MediaBox \[0 0 ([\d. ]+)\]/g)).toEqual(Array(2).fill(`MediaBox [0 0 ${points}]`))
    expect(text.match(/\/I Do/g)).toHaveLength(form === 'a4' ? 16 : 2)
    expect(attributes.get('sides')).toEqual(['two-sided-long-edge'])
    expect(attributes.get('x-dimension') ?? size).toEqual(size)
  })

  it('comes out of a printer that does not list its size', async () => {
    printer.picky = true
    await set('a6')
    const { body } = await ask('a6', { sides })
    expect((await ended(body.job.id)).state).toBe('done')
    expect(printer.jobs).toHaveLength(1)
  })

  it('waits for paper while somebody waits, and the desk sees why', async () => {
    await set('small')
    printer.reasons = ['media-empty-error']
    const { body } = await ask('small', { sides })
    await expect.poll(state, { timeout: 5000 }).toBe('paper_out')
    expect(printer.jobs).toHaveLength(0)
    printer.reasons = ['media-low-warning']
    expect((await ended(body.job.id)).state).toBe('done')
    expect(await state()).toBe('paper_low')
    expect(printer.jobs).toHaveLength(1)
  })

  it.each([
    ['cover-open-error', 'cover_open'],
    ['media-jam-error', 'fault'],
    ['none', 'ready'],
  ])('knows %s as %s', async (reason, meant) => {
    await set('small')
    printer.reasons = [reason]
    await hall.app.printers.look()
    await expect.poll(state).toBe(meant)
  })

  it('whose dots are not what its size says is not sent', async () => {
    await set('small')
    const { body } = await ask('small', { sides: [{ ...sides[0]!, height: 600 }] })
    expect((await ended(body.job.id)).state).toBe('broken_off')
    expect(printer.jobs).toHaveLength(0)
  })
})
