// The duty roster and the duty log: the routes.
import type { Hub } from '../../commands/run.ts'
import type { PlainRoute } from '../plain.ts'
import type { Route } from '../route.ts'

export const rosterRoutes: Route[] = []

/** What other programs fetch as it is: no intent and no view. */
export const rosterFiles = (_hub: Hub): PlainRoute[] => []
