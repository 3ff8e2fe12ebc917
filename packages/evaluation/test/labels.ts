import { LabelledDocument, type LabelledEvent, type LabelledStatistic, type Labels } from '../src/index.ts'

/** An event with what a test cares about; the rest is empty. */
export function event(type: LabelledEvent['type'], more: Partial<LabelledEvent> = {}): LabelledEvent {
  return { type, status: 'happened', occurred: null, country: null, place: null, counts: [], nationalities: [], exploitation: [], actors: [], ...more }
}

export function count(measure: LabelledEvent['counts'][number]['measure'], value: number): LabelledEvent['counts'][number] {
  return { measure, min: value, max: value, qualifier: 'exact' }
}

export function statistic(measure: LabelledStatistic['measure'], kind: LabelledStatistic['kind'], min: number): LabelledStatistic {
  return { measure, kind, min, max: null, nationalities: [], country: null, as_of: null }
}

export function labels(events: LabelledEvent[], statistics: LabelledStatistic[] = []): Labels {
  return { relevant: true, events, statistics }
}

/** A document that is labelled so; its text says nothing unless given. */
export function labelled(gold: Labels, more: { text?: string; lang?: string; forbidden?: string[] } = {}): LabelledDocument {
  return LabelledDocument.parse({ id: 'a', title: '', published_at: null, lang: 'en', text: '', gold, ...more })
}
