import type { Pack } from '../types.ts'
import { bodies } from './bodies.ts'
import { boilerplate } from './boilerplate.ts'
import { compulsion, settings } from './compulsion.ts'
import { cues } from './cues.ts'
import { dates } from './dates.ts'
import { compelled, exploitation } from './exploitation.ts'
import { frames } from './frames.ts'
import { gate } from './gate.ts'
import { numbers } from './numbers.ts'
import { people } from './people.ts'
import { states } from './states.ts'
import { vocabulary } from './vocabulary.ts'

export const english: Pack = {
  lang: 'en',
  numbers,
  people,
  dates,
  frames,
  states,
  exploitation,
  compelled,
  gate: { ...gate, compulsion, settings, vocabulary },
  cues,
  bodies,
  boilerplate,
}
