import type { RoleToken } from './types.ts'

const HANDLE = /(?<![\p{L}\p{N}])@[\p{L}\p{N}_.]{2,40}/gu
const MAIL = /[\p{L}\p{N}._+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/gu
const PHONE = /(?<![\p{L}\p{N}])\+?\d[\d ()-]{6,18}\d(?![\p{L}\p{N}])/gu
const DATE_LIKE = /^\d{4}-\d{2}-\d{2}/

/** Account names, mail addresses and telephone numbers. */
export function findContacts(source: string): { start: number; end: number; token: RoleToken }[] {
  const out: { start: number; end: number; token: RoleToken }[] = []
  const add = (pattern: RegExp, token: RoleToken): void => {
    for (const match of source.matchAll(pattern)) {
      if (pattern === PHONE && (DATE_LIKE.test(match[0]) || match[0].replace(/\D/gu, '').length < 8)) continue
      out.push({ start: match.index, end: match.index + match[0].length, token })
    }
  }
  add(MAIL, '[contact]')
  add(HANDLE, '[account]')
  add(PHONE, '[contact]')
  return out
}
