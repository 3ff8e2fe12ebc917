import { expect, test } from 'vitest'
import { openApiDocument } from './openapi.ts'
import { routes } from './routes/index.ts'

type Operation = {
  operationId: string
  parameters: { name: string; in: string; required: boolean; schema: Record<string, unknown> }[]
  responses: Record<string, unknown>
}
const document = openApiDocument() as { openapi: string; paths: Record<string, { get: Operation }>; components: { schemas: Record<string, unknown> } }

test('every route is described, once', () => {
  expect(document.openapi).toBe('3.1.0')
  expect(Object.keys(document.paths).toSorted()).toEqual(routes.map((route) => route.path).toSorted())
  const ids = Object.values(document.paths).map((path) => path.get.operationId)
  expect(new Set(ids).size).toBe(ids.length)
})

test('every reference leads to a schema of the document', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1] as string)
  expect(references.length).toBeGreaterThan(10)
  for (const name of references) expect(document.components.schemas).toHaveProperty([name])
})

test('filters are described as they are checked', () => {
  const parameters = new Map(document.paths['/v1/events']?.get.parameters.map((one) => [one.name, one]))
  expect(parameters.get('type')?.schema['enum']).toContain('rescue_release')
  expect(parameters.get('limit')).toMatchObject({ in: 'query', required: false, schema: { maximum: 500, default: 50 } })
  expect(document.paths['/v1/events/{id}']?.get.parameters).toMatchObject([{ name: 'id', in: 'path', required: true }])
})

test('every answer that can fail says how', () => {
  expect(document.paths['/v1/changes']?.get.responses).toMatchObject({ 410: { description: expect.stringContaining('FEED_REPLACED') } })
})
