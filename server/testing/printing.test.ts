// Paper through the hub: a real TCP printer on loopback, as it is, out of paper, pulled out and broken off.
import { deflateRawSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { JobFace, PrinterList } from '#contract/printing.ts'
import type { DeskView } from '#contract/views.ts'
import { codeOn, FakePrinter, pictureOn, textOn } from './fake-printer.ts'
import { openHall, type TestHall } from './hall.ts'

let hall: TestHall
let printer: FakePrinter
let kiosk: string
let manager: string

interface Failed {
  error?: { code: string }
}

beforeEach(async () => {
  hall = await openHall()
  printer = await new FakePrinter().plugIn()
  kiosk = await hall.pair('kiosk')
  manager = await hall.clerk(null, 'manager')
}, 60_000)
afterEach(async () => {
  await hall.stop()
  await printer.pullOut()
})

/** The hall's one printer, for the one kiosk. */
async function setUp(mode: 'text' | 'picture' = 'text'): Promise<string> {
  const { devices } = (
    await hall.api<{ devices: { id: string; kind: string }[] }>('GET', '/api/devices', { token: manager })
  ).body
  const { body } = await hall.api<{ printer: { id: string } }>('POST', '/api/printers', {
    token: manager,
    body: {
      id: null,
      name: '门口打印机',
      kind: 'receipt',
      host: '127.0.0.1',
      port: printer.port,
      mode,
      devices: devices.filter(({ kind }) => kind === 'kiosk').map(({ id }) => id),
    },
  })
  return body.printer.id
}

const ask = (ticket: string, more: object = {}, key: string | boolean = true) =>
  hall.api<{ job: JobFace } & Failed>('POST', '/api/prints', { token: kiosk, body: { ticket, ...more }, key })
const jobOf = async (id: string) =>
  (await hall.api<{ job: JobFace }>('GET', `/api/prints/${id}`, { token: kiosk })).body.job
const ended = (id: string) =>
  expect.poll(async () => (await jobOf(id)).state, { timeout: 15_000, interval: 50 }).not.toMatch(/queued|printing/)
const list = async () => (await hall.api<PrinterList>('GET', '/api/printers', { token: manager })).body
const unprinted = async () =>
  (await hall.api<DeskView>('GET', '/api/views/desk', { token: manager })).body.unprinted.map(({ label, printed }) => [
    label,
    printed,
  ])

describe('a ticket on paper', () => {
  it('is refused where no printer is set up, so that the kiosk finds another way', async () => {
    const ticket = await hall.take(kiosk)
    expect(await ask(ticket.id)).toMatchObject({ status: 409, body: { error: { code: 'printer_none' } } })
  })

  it('carries the number, the hall and the way to follow it, in Chinese that the printer can set', async () => {
    await setUp()
    const ticket = await hall.take(kiosk)
    const { status, body } = await ask(ticket.id)
    expect(status).toBe(202)
    await ended(body.job.id)
    expect(await jobOf(body.job.id)).toMatchObject({ state: 'done', about: ticket.label, printer: '门口打印机' })
    await expect.poll(() => printer.jobs.length).toBe(1)
    const paper = textOn(printer.jobs[0]!)
    for (const words of [ticket.label, '林苑居民区社区事务服务大厅', '屋顶漏水了', '示例'])
      expect(paper).toContain(words)
    expect(codeOn(printer.jobs[0]!)).toBe(`${hall.app.publicUrl}/t/${ticket.code}`)
    expect(await unprinted()).toEqual([])
  })

  it('names who receives at the windows of its lane, as the roster says it', async () => {
    await setUp()
    const print = async (matter: string) => {
      const before = printer.jobs.length
      await ask((await hall.take(kiosk, matter)).id)
      await expect.poll(() => printer.jobs.length).toBe(before + 1)
      return textOn(printer.jobs[before]!).replaceAll(/\s/g, '')
    }
    const { duty } = (await hall.api<DeskView>('GET', '/api/views/desk', { token: manager })).body
    const at = (window: number) => duty.find((one) => one.window === window)?.name ?? ''
    const paper = await print('roof-leak')
    for (const line of ['今日我接待', `1号窗口${at(1)}`, `3号窗口${at(3)}`]) expect(paper).toContain(line)
    expect(paper).not.toContain('2号窗口')
    expect(at(1)).not.toBe(at(3))
    // In the evening one window is kept.
    hall.clock.set(Date.parse('2026-11-23T11:00:00.000Z'))
    await hall.app.schedule.look()
    expect(await print('roof-leak')).not.toContain('3号窗口')
  })

  it('is not another kiosk’s to print', async () => {
    await setUp()
    const ticket = await hall.take(await hall.pair('kiosk', 'other'))
    expect((await ask(ticket.id)).body.error?.code).toBe('ticket_unknown')
  })

  it('is printed once, however often the kiosk asks with the same key', async () => {
    await setUp()
    const ticket = await hall.take(kiosk)
    const [first, second] = await Promise.all([ask(ticket.id, {}, 'one-key-1'), ask(ticket.id, {}, 'one-key-1')])
    expect(first.body.job.id).toBe(second.body.job.id)
    await ended(first.body.job.id)
    expect(printer.jobs).toHaveLength(1)
  })

  it('waits for paper while the visitor waits, and comes when there is some', async () => {
    await setUp()
    printer.state.paper = 'out'
    const ticket = await hall.take(kiosk)
    const { job } = (await ask(ticket.id)).body
    await expect.poll(async () => (await jobOf(job.id)).trouble).toBe('paper_out')
    expect((await list()).printers[0]?.state).toBe('paper_out')
    expect(printer.jobs).toHaveLength(0)
    printer.state.paper = 'low'
    await ended(job.id)
    expect((await jobOf(job.id)).state).toBe('done')
    expect((await list()).printers[0]?.state).toBe('paper_low')
    expect(printer.jobs).toHaveLength(1)
  })

  it('fails where the printer is gone; the desk knows, and no old number comes out when it is back', async () => {
    await setUp()
    await printer.pullOut()
    const tickets = [await hall.take(kiosk), await hall.take(kiosk), await hall.take(kiosk)]
    const jobs: JobFace[] = []
    for (const { id } of tickets) jobs.push((await ask(id)).body.job)
    await expect.poll(async () => (await jobOf(jobs[0]!.id)).trouble).toBe('offline')
    hall.clock.forward(1)
    await printer.plugIn()
    await hall.app.printers.look()
    for (const { id } of jobs) await ended(id)
    expect((await jobOf(jobs[0]!.id)).state).toBe('expired')
    expect(printer.jobs).toHaveLength(0)
    expect(await unprinted()).toEqual(tickets.map(({ label }) => [label, 'failed']).reverse())
    // And a new one comes at once.
    const next = (await ask((await hall.take(kiosk)).id)).body.job
    await ended(next.id)
    expect((await jobOf(next.id)).state).toBe('done')
  })

  it('that broke off in the middle is said to have failed, and is not begun again', async () => {
    await setUp()
    printer.state.breaksAfter = 100
    const ticket = await hall.take(kiosk)
    const { job } = (await ask(ticket.id)).body
    await ended(job.id)
    expect((await jobOf(job.id)).state).toBe('broken_off')
    expect(await unprinted()).toEqual([[ticket.label, 'failed']])
  })

  it('is believed of a printer that answers no questions', async () => {
    await setUp()
    printer.state.answers = false
    const { job } = (await ask((await hall.take(kiosk)).id)).body
    await ended(job.id)
    expect((await jobOf(job.id)).state).toBe('done')
    expect((await list()).printers[0]?.state).toBe('silent')
  })

  it('can be printed again from a desk, and the log says so', async () => {
    await setUp()
    const ticket = await hall.take(kiosk)
    const { status, body } = await hall.api<{ job: JobFace }>('POST', `/api/tickets/${ticket.id}/reprint`, {
      token: manager,
      body: { printer: null },
    })
    expect(status).toBe(202)
    await ended(body.job.id)
    expect(textOn(printer.jobs[0]!)).toContain(ticket.label)
    const { acts } = (
      await hall.api<{ acts: { act: string; about: string }[] }>('GET', '/api/acts', { token: manager })
    ).body
    expect(acts[0]).toMatchObject({ act: 'reprint', about: ticket.label })
  })
})

describe('a picture of a ticket', () => {
  const height = 300
  const dots = Buffer.from(Array.from({ length: 72 * height }, (_, at) => (at * 37) % 256))
  const picture = { width: 576, height, dots: deflateRawSync(dots).toString('base64') }

  it('is asked for by a printer that garbles Chinese, and comes out dot by dot', async () => {
    await setUp('picture')
    const ticket = await hall.take(kiosk)
    expect((await ask(ticket.id)).body.error?.code).toBe('picture_needed')
    const { job } = (await ask(ticket.id, { picture })).body
    await ended(job.id)
    const printed = pictureOn(printer.jobs[0]!)
    expect(printed.width).toBe(576)
    expect(Buffer.concat(printed.rows).equals(dots)).toBe(true)
  })

  it('whose dots are not what its size says is not sent', async () => {
    await setUp('picture')
    for (const wrong of [
      { ...picture, height: 301 },
      { ...picture, dots: 'AAAA' },
    ]) {
      const { job } = (await ask((await hall.take(kiosk)).id, { picture: wrong })).body
      await ended(job.id)
      expect((await jobOf(job.id)).state).toBe('broken_off')
    }
    expect((await ask((await hall.take(kiosk)).id, { picture: { ...picture, height: 99_999 } })).status).toBe(400)
    expect(printer.jobs).toHaveLength(0)
  })
})

describe('a hub that was stopped', () => {
  it('does not print again what may be on paper, nor what nobody waits for', async () => {
    const id = await setUp()
    const tickets = [await hall.take(kiosk), await hall.take(kiosk), await hall.take(kiosk)]
    await hall.app.stop()
    // As a power cut leaves it: one in the printer, one that waits, one that waited since yesterday.
    const { openFolder } = await import('#db/data-folder.ts')
    const { store } = await openFolder(hall.dataDir, 'test')
    const rows = [
      { state: 'printing', minutes: 1 },
      { state: 'queued', minutes: 1 },
      { state: 'queued', minutes: -60 },
    ] as const
    await store.write(async (trx) => {
      for (const [index, { state, minutes }] of rows.entries()) {
        await trx
          .insertInto('print_job')
          .values({
            hall_id: hall.hall,
            id: `job-${index}`,
            printer_id: id,
            about: tickets[index]!.label,
            ticket_id: tickets[index]!.id,
            paper: JSON.stringify({ text: `ticket ${index}` }),
            state,
            trouble: null,
            tries: 1,
            at: new Date(hall.clock.now()).toISOString(),
            expires_at: new Date(hall.clock.now() + minutes * 60_000).toISOString(),
          })
          .execute()
      }
    })
    await store.close()
    hall = await openHall({ dataDir: hall.dataDir, now: hall.clock.now() })
    await expect.poll(() => printer.jobs.length).toBe(1)
    expect(textOn(printer.jobs[0]!)).toContain('ticket 1')
    expect((await jobOf('job-0')).state).toBe('broken_off')
    expect((await jobOf('job-2')).state).toBe('expired')
  })
})

describe('a printer', () => {
  it('is set up by a manager only, with what can be one', async () => {
    const clerk = await hall.clerk('w1')
    const body = {
      id: null,
      name: '一号',
      kind: 'receipt',
      host: '192.168.1.50',
      port: 9100,
      mode: 'text',
      devices: [],
    }
    const post = (token: string, more: object = {}) =>
      hall.api<Failed>('POST', '/api/printers', { token, body: { ...body, ...more } })
    expect((await post(clerk)).status).toBe(403)
    expect((await post(manager)).status).toBe(200)
    for (const wrong of [{ host: 'http://x/' }, { port: 0 }, { host: '../..' }, { name: '' }, { devices: [''] }])
      expect((await post(manager, wrong)).status).toBe(400)
    expect((await post(manager, { devices: ['none'] })).status).toBe(404)
    expect((await post(manager, { id: 'none' })).body.error?.code).toBe('printer_unknown')
  })
})
