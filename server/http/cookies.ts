// Tokens live in cookies that no script can read and no other site can send.
import type { Context } from 'koa'

/** Browsers keep a cookie for 400 days at most; each visit renews nothing, a hall pairs again after that. */
const LONGEST = 400 * 86_400_000

export function setCookie(ctx: Context, name: string, token: string): void {
  ctx.cookies.set(name, token, {
    httpOnly: true,
    sameSite: 'strict',
    maxAge: LONGEST,
    overwrite: true,
    secure: ctx.secure,
  })
}

export function dropCookie(ctx: Context, name: string): void {
  ctx.cookies.set(name, null, { httpOnly: true, sameSite: 'strict', overwrite: true, secure: ctx.secure })
}
