import { ranongCorrected } from './content/andaman-dispatch.ts'
import { newRunningTotal } from './content/india-in-cambodia.ts'
import { ranongReprint } from './content/newsmash-daily.ts'
import { kenyansFlyHome } from './content/savannah-wire.ts'
import type { Step } from './types.ts'

/** What happens while one watches, in this order. */
export const steps: readonly Step[] = [
  { name: 'third report: a reprint', moves: [{ add: ranongReprint }] },
  { name: 'correction: 15 becomes 14', moves: [{ replace: ranongCorrected }] },
  { name: 'withdrawal: a story is taken back', moves: [{ withdraw: 'mekong-courier/poipet-30-indonesians' }] },
  { name: 'running total: its next point', moves: [{ add: newRunningTotal }] },
  { name: 'news: a group flies home', moves: [{ add: kenyansFlyHome }] },
]
