/** Minutes east of Greenwich. Only names with one plain meaning in news feeds; IST is India's, whose feeds write it. Letters as in RFC 822. */
export const ZONES: Readonly<Record<string, number>> = {
  ...{ z: 0, ut: 0, utc: 0, gmt: 0, wet: 0, west: 60, a: -60, m: -720, n: 60, y: 720 },
  ...{ at: -240, ast: -240, adt: -180, et: -300, est: -300, edt: -240, ct: -360, cst: -360, cdt: -300, mt: -420, mst: -420, mdt: -360 },
  ...{ pt: -480, pst: -480, pdt: -420, akst: -540, akdt: -480, hst: -600, brt: -180, art: -180, clt: -240, pet: -300, cot: -300 },
  ...{ bst: 60, met: 60, mest: 120, cet: 60, cest: 120, eet: 120, eest: 180, msk: 180, trt: 180, wat: 60, cat: 120, sast: 120, eat: 180 },
  ...{ gst: 240, irst: 210, aft: 270, pkt: 300, uzt: 300, ist: 330, npt: 345, bdt: 360, mmt: 390, ict: 420, wib: 420 },
  ...{ sgt: 480, myt: 480, hkt: 480, pht: 480, wita: 480, awst: 480, wit: 540, jst: 540, kst: 540, acst: 570, aest: 600, aedt: 660, nzst: 720, nzdt: 780 },
}

const LANGUAGES = [
  'en',
  'es',
  'pt',
  'fr',
  'de',
  'it',
  'nl',
  'id',
  'ms',
  'pl',
  'cs',
  'hu',
  'ro',
  'el',
  'ru',
  'uk',
  'tr',
  'sv',
  'da',
  'fi',
  'sw',
  'tl',
  'hi',
  'km',
]
const plain = (word: string): string =>
  word
    .normalize('NFD')
    .replaceAll(/[\p{M}.]/gu, '')
    .toLowerCase()

/** Months by the first letters of their names, accents gone; one that is two months in two languages is left out. */
const MONTHS: ReadonlyMap<string, number> = new Map(
  [...namesOfMonths()].filter(([, numbers]) => numbers.size === 1).map(([name, numbers]) => [name, [...numbers][0] ?? 0]),
)

function namesOfMonths(): Map<string, Set<number>> {
  const names = new Map<string, Set<number>>()
  for (const language of LANGUAGES)
    for (let month = 1; month <= 12; month++) for (const name of spellings(language, month)) names.set(name, (names.get(name) ?? new Set()).add(month))
  return names
}

/** As in a date and alone (many languages bend the name in a date), whole and short. */
function spellings(language: string, month: number): string[] {
  const day = new Date(Date.UTC(2024, month - 1, 15))
  return (['long', 'short'] as const).flatMap((length) => {
    const inDate = new Intl.DateTimeFormat(language, { day: 'numeric', month: length, timeZone: 'UTC' }).formatToParts(day)
    const alone = new Intl.DateTimeFormat(language, { month: length, timeZone: 'UTC' }).format(day)
    return [inDate.find((part) => part.type === 'month')?.value ?? '', alone].map(plain).filter((name) => name.length >= 3)
  })
}

const ENGLISH = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The number of a month, 1 to 12, by its name in any of the known languages; 0 for other words. */
export function monthOf(name: string | undefined): number {
  const word = plain(name ?? '')
  return MONTHS.get(word) ?? ENGLISH.indexOf(word.slice(0, 3)) + 1
}
