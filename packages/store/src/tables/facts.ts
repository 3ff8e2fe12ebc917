/** Tables and views of the layers above the document. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the facts layer
export interface FactsTables {}
