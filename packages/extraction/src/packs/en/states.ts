import type { StateFrame } from '../types.ts'

/** States that figures are given for: not what happened, but how many are held, missing, known. `kind` is what a figure is without any other word. */
export const states: readonly StateFrame[] = [
  {
    measure: 'trapped', kind: 'current', explains: 'people held or stuck',
    phrases: ['stuck', 'trapped', 'stranded', 'held captive', '~hold captive', 'being held', 'are held', 'is held', 'still held', 'were held', 'held in', 'held on', 'held hostage', 'still inside', 'be still inside', 'remain in', 'remain stuck', 'remain inside', 'still there', 'left behind', 'still in captive', 'in captivity', 'remain trapped', 'forced into operating', 'still be held', 'still trapped', 'detained in myanmar', 'are in russia', 'being exploited', 'still working in', 'held against', 'remain', 'still in'],
  },
  { measure: 'missing', kind: 'current', explains: 'people of whom nothing is known', phrases: ['missing', 'unaccounted for', 'whereabouts unknown', 'been heard from'] },
  {
    measure: 'victims', kind: null, explains: 'people known or believed to be exploited',
    phrases: ['in forced labour', 'in forced labor', 'in modern slavery', 'lived in', 'living in', 'victims of trafficking', 'victims of human trafficking', 'potential victims', '~detect', '~identify', '~assist', '~serve', '~record', '~refer', '~support', 'fallen victim', 'fell victim', 'were trafficked', 'been trafficked', 'are trafficked', 'victims in', 'reported * victims', '~register', '~help', 'taken * to', 'been lured', 'been duped', 'were lured'],
  },
]
