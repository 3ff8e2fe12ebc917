import type { LabelledEvent } from './labelled-document.ts'
import { overlap } from './overlap.ts'
import { slotNames, slots } from './slots.ts'

/** Events of both sides brought together: pairs of one type, and what is left on either side. */
export type Alignment<Given extends LabelledEvent = LabelledEvent> = Readonly<{
  pairs: readonly (readonly [expected: LabelledEvent, given: Given])[]
  missed: readonly LabelledEvent[]
  extra: readonly Given[]
}>

/** Pairs events of the same type one to one, those with the most slots in common first; equal pairs keep the order of the lists. */
export function align<Given extends LabelledEvent>(expected: readonly LabelledEvent[], given: readonly Given[]): Alignment<Given> {
  const candidates = expected
    .flatMap((one) => given.filter(({ type }) => type === one.type).map((other) => ({ one, other, affinity: affinity(one, other) })))
    .sort((a, b) => b.affinity - a.affinity)
  const found = new Set<LabelledEvent>()
  const used = new Set<Given>()
  const pairs: [LabelledEvent, Given][] = []
  for (const { one, other } of candidates) {
    if (found.has(one) || used.has(other)) continue
    found.add(one)
    used.add(other)
    pairs.push([one, other])
  }
  return { pairs, missed: expected.filter((one) => !found.has(one)), extra: given.filter((one) => !used.has(one)) }
}

/** How many slot values two events have in common. */
function affinity(a: LabelledEvent, b: LabelledEvent): number {
  return slotNames.reduce((sum, name) => sum + overlap(slots[name].values(a), slots[name].values(b), slots[name].same), 0)
}
