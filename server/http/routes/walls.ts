// The layouts of the walls: the routes.
import { Nothing } from '#contract/intents.ts'
import { AssignWall, OwnDevice, WallChoices, WallPlan, WallReply } from '#contract/walls.ts'
import { WallDuty } from '#contract/words.ts'
import { usualWall } from '#domain/walls.ts'
import { getHall } from '#db/queries/hall.ts'
import { assignWall, dropWall, saveWall } from '../../commands/keep-walls.ts'
import type { Hub } from '../../commands/run.ts'
import type { PlainRoute } from '../plain.ts'
import { answer, command, route, type Route } from '../route.ts'

const usual = Object.fromEntries(WallDuty.options.map((duty) => [duty, usualWall(duty)]))

export const wallsRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/devices/me',
    summary: 'Which device this is: a display learns which wall is its own',
    who: ['display', 'kiosk', 'desk'],
    limit: 'read',
    reply: OwnDevice,
    run: async ({ actor }) => answer({ device: actor.device }),
  }),
  route({
    method: 'GET',
    path: '/api/walls/choices',
    summary: 'What a wall of each duty is like as long as nobody changes it; the rooms that may have a door sign',
    who: ['staff'],
    limit: 'read',
    reply: WallChoices,
    run: async ({ hub }) => {
      const { bookRev } = await getHall(hub.store.db, hub.hall)
      const { rooms } = await hub.shelf.book(hub.store.db, hub.hall, bookRev)
      return answer({ usual, rooms: [...rooms].map(([id, name]) => ({ id, name })) })
    },
  }),
  route({
    method: 'POST',
    path: '/api/walls',
    summary: 'Lay out a new wall; what is left out is as usual for its duty',
    who: ['manager'],
    limit: 'write',
    keyed: true,
    body: WallPlan,
    reply: WallReply,
    status: 201,
    run: command((room, { body }) => saveWall(room, null, body)),
  }),
  route({
    method: 'POST',
    path: '/api/walls/{id}',
    summary: 'Lay out a wall anew',
    who: ['manager'],
    limit: 'write',
    keyed: true,
    body: WallPlan,
    reply: WallReply,
    run: command((room, { body, params }) => saveWall(room, params.id ?? '', body)),
  }),
  route({
    method: 'POST',
    path: '/api/walls/{id}/remove',
    summary: 'Remove a wall; its displays show the first one again',
    who: ['manager'],
    limit: 'write',
    keyed: true,
    body: Nothing,
    reply: Nothing,
    run: command((room, { params }) => dropWall(room, params.id ?? '')),
  }),
  route({
    method: 'POST',
    path: '/api/displays/{id}/wall',
    summary: 'Which wall a display shows',
    who: ['manager'],
    limit: 'write',
    keyed: true,
    body: AssignWall,
    reply: Nothing,
    run: command((room, { body, params }) => assignWall(room, params.id ?? '', body.wall)),
  }),
]

/** What other programs fetch as it is: no intent and no view. */
export const wallsFiles = (_hub: Hub): PlainRoute[] => []
