import { readPressPage } from './press-page.ts'
import { readFeed } from './read-feed.ts'

export { readDate } from './dates.ts'
export { decodePage } from './decode.ts'
export { type FoundFeed, linkedFeeds, usualFeedAddresses } from './discover-feeds.ts'
export { readOpml, type Subscription, writeOpml } from './opml.ts'
export { feedCodes, MAX_FEED_BYTES, parseFeed } from './parse-feed.ts'
export { plainText } from './plain-text.ts'
export { nextPollAt } from './poll-times.ts'
export { parsePressPage, type Render, readPressPage, type Selectors } from './press-page.ts'
export { isDamaged, isPartial } from './problems.ts'
export { readFeed } from './read-feed.ts'

/** How each adapter turns what it gets into entries. */
export const adapters = { feed: readFeed, 'press-page': readPressPage } as const
