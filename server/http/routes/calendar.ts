// The calendar, sign-ups and feeds: the routes.
import type { Route } from '../route.ts'
import { feedRoutes } from './calendar-feeds.ts'
import { seriesRoutes } from './calendar-series.ts'
import { signupRoutes } from './calendar-signups.ts'

export { calendarFiles } from './calendar-files.ts'

export const calendarRoutes: Route[] = [...seriesRoutes, ...signupRoutes, ...feedRoutes]
