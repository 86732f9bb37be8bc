// Emergency messages: the routes.
import type { Hub } from '../../commands/run.ts'
import type { PlainRoute } from '../plain.ts'
import type { Route } from '../route.ts'

export const alertsRoutes: Route[] = []

/** What other programs fetch as it is: no intent and no view. */
export const alertsFiles = (_hub: Hub): PlainRoute[] => []
