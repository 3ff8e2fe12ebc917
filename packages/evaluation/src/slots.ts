import type { LabelledEvent, LabelledStatistic } from './labelled-document.ts'
import { equal, type Same } from './overlap.ts'
import { sameName, samePlace } from './same-name.ts'

/** One thing that an event can tell: how to take its values out, and when two of them agree. */
export type Slot = Readonly<{ values: (event: LabelledEvent) => readonly string[]; same: Same }>

type Bounds = Readonly<{ min: number | null; max: number | null }>

export const slots = {
  occurred: { values: ({ occurred }) => some(occurred?.replaceAll(/[~?%]/g, '')), same: equal },
  country: { values: ({ country }) => some(country), same: equal },
  place: { values: ({ place }) => some(place), same: samePlace },
  counts: { values: ({ counts }) => counts.map((count) => `${count.measure} ${boundsText(count)}`), same: equal },
  nationalities: { values: ({ nationalities }) => nationalities, same: equal },
  exploitation: { values: ({ exploitation }) => exploitation, same: equal },
  actors: { values: ({ actors }) => actors.map(({ name }) => name), same: sameName },
  status: { values: ({ status }) => [status], same: equal },
} as const satisfies Readonly<Record<string, Slot>>

export type SlotName = keyof typeof slots
export const slotNames = Object.keys(slots) as readonly SlotName[]

/** Status is scored on its own: every event has one, so that it would only flatter the record. */
export const recordSlots = slotNames.filter((name) => name !== 'status')

/** A statistic as it is compared: measure, kind and value. */
export function statisticText(statistic: LabelledStatistic): string {
  return `${statistic.measure} ${statistic.kind} ${boundsText(statistic)}`
}

/** A statistic as it is compared leniently: kind and the number that stands in the text. */
export function looseStatisticText(statistic: LabelledStatistic): string {
  return `${statistic.kind} ${figureOf(statistic)}`
}

/** The number that stands in the text: the lower bound, or the upper one of "up to". */
export function figureOf({ min, max }: Bounds): number | null {
  return min ?? max
}

function boundsText({ min, max }: Bounds): string {
  return `${min ?? '-'}..${max ?? '-'}`
}

function some(value: string | null | undefined): readonly string[] {
  return value ? [value] : []
}
