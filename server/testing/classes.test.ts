// Classes and head starts as the manager edits them, and numbers that staff take for somebody at the door.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ClassList } from '#contract/classes.ts'
import type { TicketFace } from '#contract/intents.ts'
import type { CatalogView, DeskView } from '#contract/views.ts'
import { openHall, type TestHall } from './hall.ts'

let hall: TestHall
let kiosk: string
let manager: string
interface Failed {
  error?: { code: string }
}

beforeEach(async () => {
  hall = await openHall()
  kiosk = await hall.pair('kiosk')
  manager = await hall.clerk(null, 'manager')
}, 60_000)
afterEach(() => hall.stop())

const list = async () => (await hall.api<ClassList>('GET', '/api/classes', { token: manager })).body
const keep = (id: string | null, body: unknown, token = manager) =>
  hall.api<ClassList & Failed>('POST', id === null ? '/api/classes' : `/api/classes/${id}`, { token, body })
const senior = { name: { zh: '70 岁以上', en: 'Aged 70 or over' }, headStart: 20, offered: true }
const catalog = async () => (await hall.api<CatalogView>('GET', '/api/views/catalog', { token: kiosk })).body
const waiting = async () => (await hall.api<DeskView>('GET', '/api/views/desk', { token: manager })).body.waiting

describe('classes', () => {
  it('are all listed with the rule that kiosk and paper say', async () => {
    const { classes, rule } = await list()
    expect(classes.find(({ id }) => id === 'senior')).toMatchObject({ headStart: 30, offered: true, kind: 'chosen' })
    expect(classes.find(({ id }) => id === 'return')).toMatchObject({ offered: false, kind: 'own' })
    expect(rule.zh).toBe('70 岁以上等优先：相当于早到 30 分钟；任何人最多被晚到的人超过 30 分钟')
    expect((await catalog()).rule).toEqual(rule)
  })

  it('change for new tickets only, and the log says so', async () => {
    const before = await hall.take(kiosk, 'roof-leak', { class: 'senior' })
    const { body } = await keep('senior', senior)
    expect(body.rule.zh).toContain('70 岁以上优先：相当于早到 20 分钟')
    const after = await hall.take(kiosk, 'roof-leak', { class: 'senior' })
    const ranks = new Map(
      (await waiting()).map(({ id, joinedAt, rankAt }) => [id, Date.parse(joinedAt) - Date.parse(rankAt)]),
    )
    expect([ranks.get(before.id), ranks.get(after.id)]).toEqual([30 * 60_000, 20 * 60_000])
    const { acts } = (
      await hall.api<{ acts: { act: string; detail: string }[] }>('GET', '/api/acts', { token: manager })
    ).body
    expect(acts[0]).toMatchObject({ act: 'class-edit', detail: '30 → 20 min' })
  })

  it('may be new, up to as many as the kiosk has room for, and may be offered no more', async () => {
    const made = (await keep(null, { ...senior, name: { zh: '献血者', en: 'Blood donor' } })).body
    expect((await catalog()).classes.map(({ name }) => name.zh)).toContain('献血者')
    const id = made.classes.at(-1)!.id
    await keep(null, { ...senior, name: { zh: '其他', en: 'Other' } })
    expect((await keep(null, { ...senior, name: { zh: '太多', en: 'Too many' } })).body.error?.code).toBe(
      'classes_full',
    )
    expect((await keep(id, { ...senior, offered: false })).status).toBe(200)
    expect((await catalog()).classes.map((one) => one.id)).not.toContain(id)
    const refused = await hall.api<Failed>('POST', '/api/tickets', {
      token: kiosk,
      body: { matter: 'roof-leak', class: id },
    })
    expect(refused.body.error?.code).toBe('class_unknown')
  })

  it('leave everybody’s class and the hall’s own as they must be', async () => {
    const normal = { name: { zh: '普通', en: 'General' }, headStart: 0, offered: true }
    for (const [id, plan, code] of [
      ['normal', { ...normal, headStart: 5 }, 'class_fixed'],
      ['normal', { ...normal, offered: false }, 'class_fixed'],
      ['return', { ...senior, headStart: 10 }, 'class_fixed'],
      ['nobody', senior, 'class_unknown'],
      ['senior', { ...senior, headStart: 61 }, 'body_invalid'],
      ['senior', { ...senior, headStart: 7.5 }, 'body_invalid'],
      ['senior', { ...senior, name: { zh: ' ', en: 'x' } }, 'body_invalid'],
    ] as const)
      expect((await keep(id, plan)).body.error?.code, id).toBe(code)
    expect((await keep('return', { ...senior, headStart: 5, offered: false })).status).toBe(200)
    expect((await keep('senior', senior, await hall.clerk(null))).status).toBe(403)
  })
})

describe('a number at the door', () => {
  const take = (token: string, body: object, key: string | boolean = true) =>
    hall.api<{ ticket: TicketFace } & Failed>('POST', '/api/door/tickets', { token, body, key })

  it('is the same as at the kiosk, once, and the log says who took it', async () => {
    const clerk = await hall.clerk('w1')
    const first = await take(clerk, { matter: 'roof-leak', class: 'senior' }, 'door-key-1')
    const again = await take(clerk, { matter: 'roof-leak', class: 'senior' }, 'door-key-1')
    expect(first.body.ticket).toMatchObject({ label: 'B001', class: 'senior', ahead: 0 })
    expect(again.body).toEqual(first.body)
    expect(first.body.ticket.link).toContain(`/t/${first.body.ticket.code}`)
    expect((await waiting()).map(({ label, printed }) => [label, printed])).toEqual([['B001', 'unprinted']])
    const { acts } = (
      await hall.api<{ acts: { act: string; about: string }[] }>('GET', '/api/acts', { token: manager })
    ).body
    expect(acts[0]).toMatchObject({ act: 'door-ticket', about: 'B001' })
  })

  it('is not to be had by a kiosk’s token, nor when the hall is closed', async () => {
    expect((await take(kiosk, { matter: 'roof-leak' })).status).toBe(401)
    hall.clock.forward(11 * 60)
    const clerk = await hall.clerk(null)
    expect((await take(clerk, { matter: 'roof-leak' })).body.error?.code).toBe('hall_closed')
  })
})
