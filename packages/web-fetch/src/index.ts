export { isPublicAddress } from './address.ts'
export { type FetchCode, FetchError, fetchCodes } from './fetch-error.ts'
export { type Door, type Fetched, type FetchRequest, fetchPolitely, type Redirect } from './fetch-politely.ts'
export { checkLiteral, checkUrl, guardedConnector, guardedLookup } from './guard.ts'
