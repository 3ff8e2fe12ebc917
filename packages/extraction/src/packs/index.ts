import { english } from './en/index.ts'
import type { Pack } from './types.ts'

const packs: ReadonlyMap<string, Pack> = new Map([[english.lang, english]])

/** The pack of a BCP 47 tag by its primary language, or undefined: then nothing may be guessed. */
export function packOf(lang: string): Pack | undefined {
  return packs.get((lang.split('-')[0] ?? '').toLowerCase())
}
