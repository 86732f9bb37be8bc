// The OpenAPI document, made from the routes and their schemas: what exists is in it.
import { z } from 'zod'
import { errorStatus } from '#contract/errors.ts'
import { ErrorReply } from '#contract/intents.ts'
import type { PlainRoute } from './plain.ts'
import type { Route } from './route.ts'

const json = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'openapi-3.0', io, unrepresentable: 'any' })
  return { content: { 'application/json': { schema: rest } } }
}

const pathParameters = (path: string) =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }))

export function openApi(
  routes: readonly Route[],
  plain: readonly PlainRoute[],
  { version, url }: { version: string; url: string },
): object {
  const paths: Record<string, Record<string, unknown>> = {}
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
        ...(body && { requestBody: { required: true, ...json(body, 'input') } }),
        responses: {
          [status]: { description: 'Done', ...json(reply, 'output') },
          default: { description: 'Refused: see error.code', ...json(ErrorReply, 'output') },
        },
      },
    }
  }
  for (const { path, summary, type } of plain) {
    const ok = { description: 'Done', content: { [type]: { schema: { type: 'string' } } } }
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
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'A device’s token, or a desk session’s' },
      },
    },
  }
}
