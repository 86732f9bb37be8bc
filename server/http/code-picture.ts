// A QR code as the answer to a request. It is drawn and read back first, once for each text; what cannot be read is not sent, and the
// screens show the link's words in its place.
import type { Context } from 'koa'
import { codeOf, codeSvg } from '#domain/card-code.ts'

/** `link`: where the code leads. 404 where no code of it can be read back. */
export function sendCode(ctx: Context, link: string): void {
  const code = codeOf(link)
  if (!code) {
    ctx.status = 404
    ctx.body = 'no code of this can be read\n'
    return
  }
  ctx.body = codeSvg(code)
  ctx.type = 'image/svg+xml'
  ctx.set('Cache-Control', 'private, max-age=3600')
}
