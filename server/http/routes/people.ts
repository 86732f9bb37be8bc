// Who to turn to: the routes.
import type { Hub } from '../../commands/run.ts'
import type { PlainRoute } from '../plain.ts'
import type { Route } from '../route.ts'

export const peopleRoutes: Route[] = []

/** What other programs fetch as it is: no intent and no view. */
export const peopleFiles = (_hub: Hub): PlainRoute[] => []
