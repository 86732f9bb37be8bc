// PINs are kept as scrypt hashes: salt and hash in one text. About 100 ms each, never inside a transaction.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify<string, Buffer, number, object, Buffer>(scrypt)
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }

export async function hashPin(pin: string): Promise<string> {
  const salt = randomBytes(16)
  return `${salt.toString('base64url')}.${(await derive(pin, salt, 32, COST)).toString('base64url')}`
}

export async function checkPin(pin: string, stored: string): Promise<boolean> {
  const [salt = '', expected = ''] = stored.split('.')
  const wanted = Buffer.from(expected, 'base64url')
  const given = await derive(pin, Buffer.from(salt, 'base64url'), 32, COST)
  return wanted.length === given.length && timingSafeEqual(wanted, given)
}
