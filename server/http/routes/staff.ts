// Staff at a paired desk: signing in with a PIN, the window, signing out, and the log of what was done.
import { ActList, Nothing, Session, SignIn, SitDown, StaffList } from '#contract/intents.ts'
import { listActs } from '#db/queries/log.ts'
import { listStaff } from '#db/queries/staff.ts'
import { cookieName, type Authenticator } from '../../authenticate.ts'
import { signIn, signOut, takeSeat } from '../../commands/staff-session.ts'
import { dropCookie, setCookie } from '../cookies.ts'
import { answer, command, route, type Route } from '../route.ts'

const ACTS_SHOWN = 200

export const staffRoutes = (authenticator: Authenticator): Route[] => [
  route({
    method: 'GET',
    path: '/api/staff',
    summary: 'Who may sign in at this desk',
    who: ['desk'],
    limit: 'read',
    reply: StaffList,
    run: async ({ hub }) => {
      const staff = await listStaff(hub.store.db, hub.hall)
      return answer({ staff: staff.map(({ id, name, role }) => ({ id, name, role })) })
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/sign-in',
    summary: 'Begin a session: 15 minutes idle, 12 hours at most',
    who: ['desk'],
    limit: 'sign-in',
    body: SignIn,
    reply: Session,
    run: async ({ hub, actor, body, ctx }) => {
      const result = await signIn(hub, actor, body)
      const { token } = result.body as { token?: string }
      if (token) setCookie(ctx, cookieName.session, token)
      return result
    },
  }),
  route({
    method: 'GET',
    path: '/api/staff/me',
    summary: 'Who is signed in, and at which window',
    who: ['staff'],
    limit: 'read',
    reply: Session,
    run: async ({ actor }) => answer({ staff: actor.staff, window: actor.window }),
  }),
  route({
    method: 'POST',
    path: '/api/staff/sign-out',
    summary: 'End the session and leave the window',
    who: ['staff'],
    limit: 'write',
    body: Nothing,
    reply: Nothing,
    run: async (asked) => {
      const result = await command((room) => signOut(room))(asked)
      authenticator.forget()
      dropCookie(asked.ctx, cookieName.session)
      return result
    },
  }),
  route({
    method: 'POST',
    path: '/api/windows/{id}/sit',
    summary: 'Sit down at a window; takeOver where a colleague has it',
    who: ['staff'],
    limit: 'write',
    body: SitDown,
    reply: Session,
    run: command((room, { body, params }) => takeSeat(room, { window: params.id ?? '', takeOver: body.takeOver })),
  }),
  route({
    method: 'POST',
    path: '/api/windows/{id}/stand',
    summary: 'Leave the window',
    who: ['staff'],
    limit: 'write',
    body: Nothing,
    reply: Session,
    run: command((room) => takeSeat(room, { window: null })),
  }),
  route({
    method: 'GET',
    path: '/api/acts',
    summary: 'The newest acts of staff, newest first',
    who: ['manager'],
    limit: 'read',
    reply: ActList,
    run: async ({ hub }) => answer({ acts: await listActs(hub.store.db, hub.hall, ACTS_SHOWN) }),
  }),
]
