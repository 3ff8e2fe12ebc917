/** Rises with every change that can change a reading; stored with each reading, so that old ones can be read again. */
export const extractionVersion = 'en-2'
