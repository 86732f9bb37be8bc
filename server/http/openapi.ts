// The OpenAPI document, made from the routes and their schemas: what exists is in it.
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { errorStatus } from '#contract/errors.ts'
import { ErrorReply } from '#contract/intents.ts'
import type { PlainRoute } from './plain.ts'
import type { Route } from './route.ts'

type Schemas = Record<string, unknown>

/** A body or a reply. Schemas with an id go to `schemas`, once each, and are referred to by OpenAPI's own path. */
function json(schema: z.ZodType, io: 'input' | 'output', schemas: Schemas) {
  const made = z.toJSONSchema(schema, {
    target: 'openapi-3.0',
    io,
    unrepresentable: 'any',
    // Whatever the contract transforms, it makes a string of it.
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === 'transform') jsonSchema.type = 'string'
    },
  })
  const {
    $schema,
    definitions = {},
    ...rest
  } = JSON.parse(JSON.stringify(made)) as {
    $schema: string
    definitions?: Schemas
  }
  const names = namesOf(definitions, schemas, io)
  for (const [id, one] of Object.entries(definitions)) {
    const [name, moved] = [names.get(id) ?? id, rename(one, names)]
    if (schemas[name] && !isDeepStrictEqual(schemas[name], moved)) throw new Error(`Two schemas have the id ${name}.`)
    schemas[name] = moved
  }
  return { content: { 'application/json': { schema: rename(rest, names) } } }
}

const REF = '"#/definitions/'

/** What is asked and what is answered may differ for one schema (an answer is never longer): the second to come, and all that leads to it, has a name of its own. */
function namesOf(definitions: Schemas, schemas: Schemas, io: 'input' | 'output'): Map<string, string> {
  const texts = new Map(Object.entries(definitions).map(([id, one]) => [id, JSON.stringify(one)]))
  const plain = new Map([...texts.keys()].map((id) => [id, id]))
  const other = new Set(
    [...texts.keys()].filter((id) => schemas[id] && !isDeepStrictEqual(schemas[id], rename(definitions[id], plain))),
  )
  const leads = (text: string) => [...other].some((id) => text.includes(`${REF}${id}"`))
  for (let before = -1; before < other.size;) {
    before = other.size
    for (const [id, text] of texts) if (leads(text)) other.add(id)
  }
  const ending = io === 'input' ? 'Asked' : 'Answered'
  return new Map([...texts.keys()].map((id) => [id, other.has(id) ? id + ending : id]))
}

/** OpenAPI's own path, and the names that are used here. */
const rename = (schema: unknown, names: ReadonlyMap<string, string>): unknown =>
  JSON.parse(
    JSON.stringify(schema).replaceAll(
      /"#\/definitions\/([^"]+)"/g,
      (_, id: string) => `"#/components/schemas/${names.get(id) ?? id}"`,
    ),
  ) as unknown

const pathParameters = (path: string) =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }))

export function openApi(
  routes: readonly Route[],
  plain: readonly PlainRoute[],
  { version, url }: { version: string; url: string },
): object {
  const paths: Record<string, Record<string, unknown>> = {}
  const schemas: Schemas = {}
  for (const { method, path, summary, who, keyed, body, reply, status = 200 } of routes) {
    paths[path] = {
      ...paths[path],
      [method.toLowerCase()]: {
        summary,
        description: `For: ${who.join(', ')}.`,
        ...(!who.includes('anyone') && { security: [{ bearer: [] }] }),
        parameters: [
          ...pathParameters(path),
          ...(keyed
            ? [
                {
                  name: 'Idempotency-Key',
                  in: 'header',
                  required: true,
                  schema: { type: 'string', minLength: 8, maxLength: 128 },
                },
              ]
            : []),
        ],
        ...(body && { requestBody: { required: true, ...json(body, 'input', schemas) } }),
        responses: {
          [status]: { description: 'Done', ...json(reply, 'output', schemas) },
          default: { description: 'Refused: see error.code', ...json(ErrorReply, 'output', schemas) },
        },
      },
    }
  }
  for (const { path, summary, type } of plain) {
    const ok = {
      description: 'Done',
      content: { [type]: { schema: { type: type === 'application/json' ? 'object' : 'string' } } },
    }
    paths[path] = { get: { summary, parameters: pathParameters(path), responses: { 200: ok } } }
  }
  return {
    openapi: '3.0.3',
    info: {
      title: 'Community hall hub',
      version,
      description: `Errors answer {"error": {"code", "facts"}}. Codes and their status: ${Object.entries(errorStatus)
        .map(([code, of]) => `${code} ${of}`)
        .join(', ')}.`,
    },
    servers: [{ url }],
    paths,
    components: {
      schemas,
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'A device’s token, or a desk session’s' },
      },
    },
  }
}
