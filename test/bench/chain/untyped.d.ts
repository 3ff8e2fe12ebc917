// Packages of the reference pipeline that bring no types; only what the bench uses.
declare module 'jsdom' {
  export class JSDOM {
    constructor(html: string, options: { url: string })
    window: { document: never }
  }
}
declare module 'minhash' {
  export class Minhash {
    hashvalues: number[]
    update(word: string): void
  }
}
