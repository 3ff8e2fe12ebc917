export { readDate } from './dates.ts'
export { feedCodes, MAX_FEED_BYTES, parseFeed } from './parse-feed.ts'
export { plainText } from './plain-text.ts'
