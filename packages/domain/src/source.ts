import { z } from 'zod'
import { codesOf, sourceKinds } from './codes.ts'

/** How a source is collected: which adapter turns its bytes into entries. */
export const adapters = ['feed', 'press-page'] as const
export type Adapter = (typeof adapters)[number]

/** A source as an operator describes it. */
export const SourceSpec = z.object({
  name: z.string().min(1),
  url: z.url({ protocol: /^https?$/ }),
  kind: z.enum(codesOf(sourceKinds)).default('rss_news'),
  adapter: z.enum(adapters).default('feed'),
  /** ISO 3166-1 alpha-2 of the publisher. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable()
    .default(null),
  /** IANA zone; resolves weekdays. */
  tz: z.string().nullable().default(null),
  lang: z.string().nullable().default(null),
  /** The body behind an official source: "Embassy of India, Phnom Penh". */
  actor: z.string().nullable().default(null),
  poll_every_s: z.int().min(1).default(900),
  /** Days for which the raw text is kept. */
  retention_days: z.int().min(0).default(90),
  /** Selectors of a press page: one block per post, and its parts. */
  selectors: z
    .object({ post: z.string(), title: z.string().optional(), text: z.string().optional(), time: z.string().optional(), link: z.string().optional() })
    .nullable()
    .default(null),
  /** True when this host may lie on a private address; only an operator sets it. */
  allow_private_address: z.boolean().default(false),
})
export type SourceSpec = z.infer<typeof SourceSpec>

export const SourceFile = z.object({ sources: z.array(SourceSpec).min(1) })
export type SourceFile = z.infer<typeof SourceFile>
