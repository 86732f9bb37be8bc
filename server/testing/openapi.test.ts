// The published document against the hub itself: every route is in it, nothing else is, and it can be read by a program.
import Router from '@koa/router'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openHall, type TestHall } from './hall.ts'

interface Operation {
  summary: string
  parameters: { name: string; in: string; required: boolean }[]
  requestBody?: { content: Record<string, { schema: unknown }> }
  responses: Record<string, { description: string; content: Record<string, { schema: unknown }> }>
}
interface Document {
  openapi: string
  info: { title: string; version: string }
  servers: { url: string }[]
  paths: Record<string, Record<string, Operation>>
  components: Record<string, Record<string, unknown>>
}

let hall: TestHall
let document: Document
let operations: [string, Operation][]
const registered = new Set<string>()

beforeAll(async () => {
  const register = vi.spyOn(Router.prototype, 'register')
  hall = await openHall()
  for (const [path, methods] of register.mock.calls)
    for (const method of methods)
      if (method !== 'HEAD') registered.add(`${method.toUpperCase()} ${String(path).replaceAll(/:(\w+)/g, '{$1}')}`)
  register.mockRestore()
  document = (await hall.api<Document>('GET', '/api/openapi.json')).body
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, of]): [string, Operation] => [`${method.toUpperCase()} ${path}`, of]),
  )
}, 60_000)
afterAll(() => hall.stop())

/** Every value under a key, wherever it stands. */
function all(value: unknown, key: string): unknown[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => [...(name === key ? [inner] : []), ...all(inner, key)])
}

function resolve(ref: string): unknown {
  return ref
    .slice(2)
    .split('/')
    .reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step.replaceAll('~1', '/')], document)
}

describe('the document', () => {
  it('has every route that exists, and no other', () => {
    expect(registered.size).toBeGreaterThan(20)
    expect(operations.map(([name]) => name).sort()).toEqual([...registered].sort())
  })

  it('says what it is, and where the hub is', () => {
    expect(document.openapi).toMatch(/^3\./)
    expect(document.info.version).toBe('test')
    expect(document.servers).toEqual([{ url: hall.url }])
  })

  it('has references that lead somewhere, and none that a reader of OpenAPI does not know', () => {
    const refs = all(document, '$ref') as string[]
    expect(refs.length).toBeGreaterThan(20)
    for (const ref of refs) {
      expect(ref).toMatch(/^#\/components\/schemas\//)
      expect(resolve(ref), ref).toBeTypeOf('object')
    }
    for (const stray of ['definitions', '$defs', '$schema']) expect(all(document, stray)).toEqual([])
  })

  it('names the parameters of each path, and the key where one is needed', () => {
    for (const [name, { parameters }] of operations) {
      const inPath = [...name.matchAll(/\{(\w+)\}/g)].map(([, one]) => one)
      expect(
        parameters.filter((one) => one.in === 'path').map((one) => one.name),
        name,
      ).toEqual(inPath)
    }
    const key = operations.filter(([, { parameters }]) => parameters.some((one) => one.name === 'Idempotency-Key'))
    expect(key.map(([name]) => name)).toContain('POST /api/tickets')
  })

  it('gives each operation a summary, an answer, and for JSON the shape of a refusal', () => {
    for (const [name, { summary, responses }] of operations) {
      expect(summary.length, name).toBeGreaterThan(5)
      expect(Object.keys(responses)[0], name).toMatch(/^2\d\d$/)
      for (const { content } of Object.values(responses))
        for (const { schema } of Object.values(content)) expect(schema, name).toBeTypeOf('object')
      // Files for other programs are no intents and no views: they are there, or answer as any address that is not.
      const isFile = name.startsWith('GET ') && /\.\w+$/.test(name)
      if (name.includes(' /api/') && !isFile) expect(Object.keys(responses), name).toContain('default')
    }
  })

  it('says how a program shows who it is', () => {
    const [, take] = operations.find(([name]) => name === 'POST /api/tickets') ?? []
    expect(take).toMatchObject({ security: [{ bearer: [] }], responses: { 201: {} } })
    expect(document.components.securitySchemes).toHaveProperty('bearer')
  })
})

describe('the hub keeps to it', () => {
  it('each operation answers to its method and address', async () => {
    for (const [name] of operations) {
      const [method = '', path = ''] = name.split(' ')
      const response = await fetch(hall.url + path.replaceAll(/\{\w+\}/g, 'none'), { method })
      const body = await response.text()
      expect(response.status, name).not.toBe(405)
      expect(body, name).not.toContain('"not_found"')
      expect(response.status, name).toBeLessThan(500)
    }
  })

  it('a ticket that is taken has the shape that is published', async () => {
    const kiosk = await hall.pair('kiosk')
    const { body } = await hall.api<{ ticket: object }>('POST', '/api/tickets', {
      token: kiosk,
      body: { matter: 'roof-leak' },
    })
    const [, { responses } = { responses: {} as Operation['responses'] }] =
      operations.find(([name]) => name === 'POST /api/tickets') ?? []
    const schema = responses['201']?.content['application/json']?.schema as { $ref: string }
    const reply = resolve(schema.$ref) as { properties: { ticket: { $ref: string } } }
    const face = resolve(reply.properties.ticket.$ref) as {
      required: string[]
      properties: object
    }
    expect(Object.keys(body.ticket)).toEqual(expect.arrayContaining(face.required))
    expect(Object.keys(face.properties)).toEqual(expect.arrayContaining(Object.keys(body.ticket)))
  })
})

describe('for whoever watches the hub', () => {
  it('/healthz and /readyz answer in words, /metrics in Prometheus’ form', async () => {
    expect(await (await fetch(`${hall.url}/healthz`)).text()).toBe('ok\n')
    expect(await (await fetch(`${hall.url}/readyz`)).text()).toBe('ready\n')
    const metrics = await fetch(`${hall.url}/metrics`)
    expect(metrics.headers.get('content-type')).toMatch(/^text\/plain; version=/)
    const text = await metrics.text()
    expect(text).toMatch(/^hall_screens_connected 0$/m)
    expect(text).toMatch(/^hall_request_seconds_count\{method="POST",route="\/api\/tickets",status="\d+"\} \d+$/m)
    // A number, a code or a name in a metric would be personal data in somebody else's system.
    expect(text).not.toMatch(/B\d{3}|示例/)
  })
})
