import type { Context } from 'koa'
import { describe, expect, it } from 'vitest'
import { sendCode } from './code-picture.ts'

const asked = (link: string) => {
  const headers: Record<string, string> = {}
  const ctx = { set: (name: string, value: string) => (headers[name] = value) } as unknown as Context
  sendCode(ctx, link)
  return { ...ctx, headers }
}

describe('a QR code as an answer', () => {
  it('is a picture that was read back', () => {
    const { body, type, headers } = asked('http://192.168.1.20:8080/t/Zk3v9QmT2pLw8sHx')
    expect(type).toBe('image/svg+xml')
    expect(body).toMatch(/^<svg .*<\/svg>\n$/s)
    expect(headers['Cache-Control']).toBe('private, max-age=3600')
  })

  it('is none where nothing can be read back: the screens show the words', () => {
    expect(asked('长'.repeat(3000))).toMatchObject({ status: 404 })
  })
})
