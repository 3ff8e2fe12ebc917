export { isPublicAddress } from './address.ts'
export { FetchError, fetchCodes, type FetchCode } from './fetch-error.ts'
export { type Door, type Fetched, type FetchRequest, fetchPolitely, type Redirect } from './fetch-politely.ts'
export { checkLiteral, checkUrl, guardedConnector, guardedLookup } from './guard.ts'
