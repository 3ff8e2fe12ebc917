/** What of a source travels in OPML. Permission to fetch from private addresses does not: only an operator gives that. */
export const opmlAttributes = ['kind', 'country', 'tz', 'lang', 'actor', 'poll_every_s', 'retention_days'] as const
