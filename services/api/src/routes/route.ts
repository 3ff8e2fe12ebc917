import type { ViewReader } from '@tipwire/store'
import type { z } from 'zod'
import type { ProblemCode } from '../problem.ts'

/** What a handler gets besides its checked input. */
export type RouteContext = Readonly<{ views: ViewReader }>

/** One address of the API: it is served, checked and documented from this one description. */
export type Route = Readonly<{
  path: string
  operationId: string
  summary: string
  query: z.ZodObject
  params: z.ZodObject
  answer: z.ZodType
  problems: readonly ProblemCode[]
  handle: (context: RouteContext, input: { query: never; params: never }) => Promise<unknown>
}>

/** Keeps the types of query and params together with the handler that takes them. */
export function route<Query extends z.ZodObject, Params extends z.ZodObject>(
  description: Omit<Route, 'query' | 'params' | 'handle'> & {
    query: Query
    params: Params
    handle: (context: RouteContext, input: { query: z.output<Query>; params: z.output<Params> }) => Promise<unknown>
  },
): Route {
  return description as unknown as Route
}
