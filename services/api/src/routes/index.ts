import { changeRoutes } from './changes.ts'
import { eventRoutes } from './events.ts'
import { incidentRoutes } from './incidents.ts'
import type { Route } from './route.ts'
import { sourceRoutes } from './sources.ts'
import { statisticRoutes } from './statistics.ts'

/** Every address below /v1. */
export const routes: readonly Route[] = [...incidentRoutes, ...eventRoutes, ...statisticRoutes, ...sourceRoutes, ...changeRoutes]
