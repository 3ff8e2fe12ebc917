export { type KnownSpan, type RedactorFactory, readDocument, type Tools } from './read-document.ts'
export { extractionVersion } from './version.ts'
