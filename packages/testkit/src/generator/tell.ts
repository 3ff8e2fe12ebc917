import type { InventedIncident } from './incident.ts'
import type { Random } from './random.ts'
import { circumstances, closings, openings } from './vocabulary.ts'

/** One outlet's wording of an incident. */
export type Telling = Readonly<{ title: string; text: string }>

type Wording = (facts: InventedIncident, when: string) => { title: string; lead: string }

const wordings: Readonly<Record<InventedIncident['measure'], readonly Wording[]>> = {
  rescued: [
    (f, when) => ({
      title: `${f.count} ${f.people.adjective} nationals rescued in ${f.place}`,
      lead: `Police rescued ${f.count} ${f.people.adjective} nationals from a scam compound in ${f.place}, ${f.country.name}, ${when}.`,
    }),
    (f, when) => ({
      title: `${f.country.adjective} officers free ${f.count} from scam compound`,
      lead: `${f.country.adjective} police freed ${f.count} ${f.people.adjective} citizens who had been held at a scam compound in ${f.place} ${when}.`,
    }),
    (f, when) => ({
      title: `Scam compound in ${f.place}: ${f.count} ${f.people.adjective}s released`,
      lead: `${f.count} ${f.people.adjective} workers were released ${when} from a compound in ${f.place}, ${f.country.name}, where they had been forced to run online scams.`,
    }),
  ],
  repatriated: [
    (f, when) => ({
      title: `${f.count} ${f.people.adjective} trafficking victims flown home`,
      lead: `${f.count} ${f.people.adjective} victims of human trafficking were repatriated from ${f.country.name} to ${f.people.country} ${when}.`,
    }),
    (f, when) => ({
      title: `${f.people.country} brings ${f.count} citizens home from ${f.country.name}`,
      lead: `${f.people.country} repatriated ${f.count} of its citizens from ${f.country.name} ${when} after they had been trafficked to ${f.place}.`,
    }),
    (f, when) => ({
      title: `Homecoming for ${f.count} trafficked to ${f.place}`,
      lead: `A group of ${f.count} ${f.people.adjective} nationals who had been trafficked to ${f.place}, ${f.country.name}, returned to ${f.people.capital} ${when}.`,
    }),
  ],
  arrested: [
    (f, when) => ({
      title: `${f.count} ${f.people.adjective} trafficking suspects arrested in ${f.place}`,
      lead: `Police in ${f.place}, ${f.country.name}, arrested ${f.count} ${f.people.adjective} nationals on suspicion of human trafficking ${when}.`,
    }),
    (f, when) => ({
      title: `Human trafficking: ${f.country.adjective} police hold ${f.count} suspects`,
      lead: `${f.country.adjective} police arrested ${f.count} ${f.people.adjective} suspects of a human trafficking ring in ${f.place} ${when}.`,
    }),
    (f, when) => ({
      title: `${f.count} held over trafficking ring in ${f.place}`,
      lead: `${f.count} ${f.people.adjective} men were arrested in ${f.place}, ${f.country.name}, ${when} and are accused of human trafficking.`,
    }),
  ],
}

/** Tells an incident in the way of outlet number `style`; two styles share the facts and hardly a sentence. */
export function tell(facts: InventedIncident, style: number, random: Random): Telling {
  const choices = wordings[facts.measure]
  const wording = choices[style % choices.length] ?? choices[0]
  const { title, lead } = wording?.(facts, `on ${spoken(facts.day)}`) ?? { title: '', lead: '' }
  const middle = [random.pick(openings), random.pick(circumstances), random.pick(circumstances)]
  return { title, text: [lead, [...new Set(middle)].join(' '), random.pick(closings)].join('\n\n') }
}

/** 2024-07-20 as news writes it: 20 July 2024. */
function spoken(day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
}
