// How a device becomes the hall's: by a code that a manager types at a desk, or by a one-time link. And how it stops being it.
import { randomBytes } from 'node:crypto'
import { refuse } from '#contract/errors.ts'
import type { ApprovePairing, AskPairing, DeviceFace, Pairing } from '#contract/intents.ts'
import type { DeviceKind } from '#contract/words.ts'
import { PAIRING_GUESSES, PAIRING_MINUTES, pairingCode } from '#domain/secrets.ts'
import { hallTime, iso, serviceDate } from '#domain/service-day.ts'
import {
  approvePairing,
  findPairingByClaim,
  findPairingByCode,
  forgetPairings,
  insertDevice,
  insertLink,
  insertPairing,
  revokeDevice,
  setDeviceToken,
  spendLink,
} from '#db/queries/devices.ts'
import { countActs } from '#db/queries/log.ts'
import type { Trx } from '#db/database.ts'
import { hash, newId, newSecret } from '../ids.ts'
import type { Outcome, Room } from './run.ts'
import { beginSession } from './staff-session.ts'

const MINUTE = 60_000
const WRONG = 'pairing-wrong'

/** A code for the screen, and a claim with which the device collects its token once the code was approved. */
export async function askPairing({ trx, hall, now }: Room, { kind }: AskPairing): Promise<Outcome<Pairing>> {
  await forgetPairings(trx, iso(now))
  let code: string | null = null
  while (code === null || (await findPairingByCode(trx, hall, hash(code)))) code = pairingCode(randomBytes(16))
  const claim = newSecret()
  const expiresAt = iso(now + PAIRING_MINUTES * MINUTE)
  await insertPairing(trx, hall, { codeHash: hash(code), claimHash: hash(claim), kind, expiresAt })
  return { ok: true, status: 201, quiet: true, reply: { code, claim, expiresAt } }
}

export interface Claimed {
  state: 'waiting' | 'paired'
  /** For the cookie; the edge takes it out of the reply of a browser. */
  token?: string
  kind?: DeviceKind
}

export async function claimPairing({ trx, hall, now }: Room, claim: string): Promise<Outcome<Claimed>> {
  const pairing = await findPairingByClaim(trx, hall, hash(claim))
  if (!pairing || pairing.expiresAt <= iso(now)) return refuse('pairing_unknown')
  if (pairing.device === null) return { ok: true, quiet: true, reply: { state: 'waiting' } }
  // The claim stays good until it expires: a screen whose answer was lost asks again, and is the same device with a new token.
  const token = newSecret()
  await setDeviceToken(trx, hall, { id: pairing.device, tokenHash: hash(token) })
  return { ok: true, reply: { state: 'paired', token, kind: pairing.kind } }
}

export async function approve(room: Room, { code, name }: ApprovePairing): Promise<Outcome<{ device: DeviceFace }>> {
  const { trx, hall, now, actor } = room
  const at = iso(now)
  const since = iso(now - PAIRING_MINUTES * MINUTE)
  const wrong = await countActs(trx, hall, { act: WRONG, staff: actor.staff?.id ?? '', since })
  if (wrong >= PAIRING_GUESSES) return refuse('pairing_guesses_used')
  const pairing = await findPairingByCode(trx, hall, hash(code))
  if (!pairing || pairing.expiresAt <= at || pairing.device !== null) {
    return { ...refuse('pairing_unknown'), act: { act: WRONG, about: name, detail: '' } }
  }
  const id = newId(now)
  // The token is made when the device collects it; until then nobody knows the one that is stored.
  await insertDevice(trx, hall, { id, kind: pairing.kind, name, tokenHash: hash(newSecret()), at })
  await approvePairing(trx, hall, { codeHash: hash(code), device: id })
  return {
    ok: true,
    reply: { device: { id, kind: pairing.kind, name, pairedAt: at, revokedAt: null } },
    act: { act: 'pair', about: name, detail: pairing.kind },
  }
}

export async function revoke({ trx, hall, now }: Room, id: string): Promise<Outcome> {
  const known = await revokeDevice(trx, hall, { id, at: iso(now) })
  return known ? { ok: true, reply: {}, act: { act: 'revoke', about: id, detail: '' } } : refuse('not_found')
}

/** A device with its token, made by an administrator. */
export async function addDevice(
  trx: Trx,
  hall: string,
  { kind, name, now }: { kind: DeviceKind; name: string; now: number },
) {
  const device = { id: newId(now), kind, name }
  const token = newSecret()
  await insertDevice(trx, hall, { ...device, tokenHash: hash(token), at: iso(now) })
  return { device, token }
}

/** The secret of a one-time link that pairs whichever browser opens it, and signs `staff` in where it is a desk. */
export async function addLink(
  trx: Trx,
  hall: string,
  { kind, staff, expires }: { kind: DeviceKind; staff: string | null; expires: number },
): Promise<string> {
  const secret = newSecret()
  await insertLink(trx, hall, { secretHash: hash(secret), kind, staff, expiresAt: iso(expires) })
  return secret
}

/** A name to go on with: 取号机 11-22 17:05, in the hall's time. */
function nameOf(kind: DeviceKind, now: number, zone: string): string {
  const [hour, minute] = hallTime(now, zone)
  return `${{ kiosk: '取号机', display: '大屏', desk: '工作台' }[kind]} ${serviceDate(now, zone).slice(5)} ${hour}:${minute}`
}

export interface LinkClaimed {
  kind: DeviceKind
  token: string
  session?: string
}

export async function claimLink(room: Room, secret: string): Promise<Outcome<LinkClaimed>> {
  const { trx, hall, now } = room
  const link = await spendLink(trx, hall, { secretHash: hash(secret), at: iso(now) })
  if (!link) return refuse('link_spent')
  const { device, token } = await addDevice(trx, hall, {
    kind: link.kind,
    name: nameOf(link.kind, now, room.book.hall.zone),
    now,
  })
  const reply: LinkClaimed = { kind: link.kind, token }
  if (link.staff !== null) {
    const session = await beginSession({ ...room, actor: { ...room.actor, device } }, link.staff)
    if (session.ok && session.reply.token) reply.session = session.reply.token
  }
  return { ok: true, reply, act: { act: 'pair', about: device.name, detail: 'link' } }
}
