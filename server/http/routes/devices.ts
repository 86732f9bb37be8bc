// How a device becomes the hall's, and stops being it.
import {
  ApprovePairing,
  AskPairing,
  ClaimLink,
  ClaimPairing,
  DeviceList,
  DeviceReply,
  LinkReply,
  Nothing,
  Pairing,
  PairingState,
} from '#contract/intents.ts'
import { listDevices } from '#db/queries/devices.ts'
import { cookieName, type Authenticator } from '../../authenticate.ts'
import {
  approve,
  askPairing,
  claimLink,
  claimPairing,
  revoke,
  type Claimed,
  type LinkClaimed,
} from '../../commands/pair-device.ts'
import { setCookie } from '../cookies.ts'
import { answer, command, route, type Route } from '../route.ts'

export const deviceRoutes = (authenticator: Authenticator): Route[] => [
  route({
    method: 'POST',
    path: '/api/pairings',
    summary: 'Ask for a code to show on an unpaired screen; ten minutes',
    who: ['anyone'],
    limit: 'pairing',
    body: AskPairing,
    reply: Pairing,
    status: 201,
    run: command((room, { body }) => askPairing(room, body)),
  }),
  route({
    method: 'POST',
    path: '/api/pairings/claim',
    summary: 'Collect the token (as a cookie) once the code was approved',
    who: ['anyone'],
    limit: 'pairing',
    body: ClaimPairing,
    reply: PairingState,
    run: async (asked) => {
      const result = await command<typeof asked.body>((room, { body }) => claimPairing(room, body.claim))(asked)
      const { state, token, kind } = result.body as Claimed
      if (token && kind) setCookie(asked.ctx, cookieName[kind], token)
      return result.status === 200 ? answer({ state }) : result
    },
  }),
  route({
    method: 'POST',
    path: '/api/pairings/approve',
    summary: 'Pair the screen that shows this code; five wrong guesses in ten minutes',
    who: ['manager'],
    limit: 'pairing',
    body: ApprovePairing,
    reply: DeviceReply,
    run: command((room, { body }) => approve(room, body)),
  }),
  route({
    method: 'POST',
    path: '/api/links/claim',
    summary: 'Spend a one-time link: pairs this browser, and signs in where the link says so',
    who: ['anyone'],
    limit: 'pairing',
    body: ClaimLink,
    reply: LinkReply,
    run: async (asked) => {
      const result = await command<typeof asked.body>((room, { body }) => claimLink(room, body.secret))(asked)
      if (result.status !== 200) return result
      const { kind, token, session } = result.body as LinkClaimed
      setCookie(asked.ctx, cookieName[kind], token)
      if (session) setCookie(asked.ctx, cookieName.session, session)
      return answer({ to: `/${kind}/` })
    },
  }),
  route({
    method: 'GET',
    path: '/api/devices',
    summary: 'All devices that were ever paired',
    who: ['manager'],
    limit: 'read',
    reply: DeviceList,
    run: async ({ hub }) => answer({ devices: await listDevices(hub.store.db, hub.hall) }),
  }),
  route({
    method: 'POST',
    path: '/api/devices/{id}/revoke',
    summary: 'A device is no longer the hall’s: its screen is closed within two seconds',
    who: ['manager'],
    limit: 'write',
    body: Nothing,
    reply: Nothing,
    run: async (asked) => {
      const result = await command((room, { params }) => revoke(room, params.id ?? ''))(asked)
      authenticator.forget()
      return result
    },
  }),
]
