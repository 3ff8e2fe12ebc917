import { AggregatorRegistry, type MetricObjectWithValues, type MetricValue } from 'prom-client'
import type { Metrics } from './metrics.ts'

/** The same metrics, but their text holds those of another process too: `theirs` gives what its `registry.getMetricsAsJSON()` said last. */
export function mergeMetrics(metrics: Metrics, theirs: () => unknown[]): Metrics {
  const { registry } = metrics
  const merged = Object.create(registry, {
    metrics: {
      value: async () => {
        const own = await registry.getMetricsAsJSON()
        return await AggregatorRegistry.aggregate([own, theirs()] as MetricObjectWithValues<MetricValue<string>>[][]).metrics()
      },
    },
  }) as typeof registry
  return { ...metrics, registry: merged }
}
