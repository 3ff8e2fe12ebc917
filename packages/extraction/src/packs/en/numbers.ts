import type { NumberWords } from '../types.ts'

/** Numbers in words, their qualifiers, and what is counted that is not people. */
export const numbers: NumberWords = {
  units: {
    one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, thirteen: 13, fourteen: 14,
    fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70,
    eighty: 80, ninety: 90, dozen: 12,
  },
  scales: { hundred: 100, thousand: 1000, lakh: 100_000, lakhs: 100_000, million: 1_000_000, crore: 10_000_000, crores: 10_000_000, billion: 1_000_000_000, dozen: 12, score: 20 },
  vague: {
    dozens: [24, 99, 'dozens'], scores: [40, 99, 'dozens'], hundreds: [200, 999, 'hundreds'], thousands: [2000, 9999, 'thousands'],
    'tens of thousands': [20_000, 99_999, 'thousands'], 'hundreds of thousands': [200_000, 999_999, 'thousands'],
  },
  before: {
    more_than: ['more than', 'over', 'above', 'upwards of', 'in excess of', 'well over', 'greater than'],
    at_least: ['at least', 'no fewer than', 'not less than', 'no less than', 'a minimum of', 'minimum of'],
    about: ['about', 'around', 'some', 'approximately', 'nearly', 'almost', 'roughly', 'an estimated', 'estimated', 'close to', 'approx', 'just over', 'just under', 'nearly about'],
    up_to: ['up to', 'as many as up to', 'a maximum of', 'at most', 'fewer than', 'less than'],
    exact: ['as many as', 'as few as', 'a total of', 'exactly', 'precisely', 'only', 'just', 'all', 'another', 'the other', 'other'],
  },
  after: { at_least: ['or more', 'plus', '+'], about: ['or so'] },
  money: new Map(Object.entries({
    $: 'USD', 'us$': 'USD', dollars: 'USD', dollar: 'USD', usd: 'USD', '€': 'EUR', euros: 'EUR', euro: 'EUR', eur: 'EUR', '£': 'GBP', pounds: 'GBP', pound: 'GBP',
    gbp: 'GBP', rs: 'INR', 'rs.': 'INR', '₹': 'INR', rupees: 'INR', rupee: 'INR', inr: 'INR', naira: 'NGN', '₦': 'NGN', rand: 'ZAR', baht: 'THB', '฿': 'THB', peso: 'PHP', pesos: 'PHP',
    '₱': 'PHP', dong: 'VND', ringgit: 'MYR', rm: 'MYR', yuan: 'CNY', rmb: 'CNY', yen: 'JPY', riel: 'KHR', kip: 'LAK', kyat: 'MMK', rupiah: 'IDR', rp: 'IDR', shillings: 'KES', shilling: 'KES',
    ksh: 'KES', taka: 'BDT', tk: 'BDT', reais: 'BRL', dirhams: 'AED', dirham: 'AED', francs: 'XOF', cedis: 'GHS', cedi: 'GHS', kwacha: 'MWK', kroner: 'NOK', kronor: 'SEK', lira: 'TRY', rubles: 'RUB', roubles: 'RUB',
  })),
  things: new Set(`year years month months week weeks day days hour hours minute minutes second seconds km kilometre kilometres kilometer kilometers metre metres meter meters mile miles
    kg kilogram kilograms tonne tonnes ton tons gram grams litre litres percent per cent % pct degree degrees am pm a.m p.m o'clock times time count counts charge charges
    case cases complaint complaints report reports site sites location locations place places phone phones computer computers laptop laptops device devices passport passports sim car cars vehicle
    vehicles van vans truck trucks boat boats vessel vessels flight flights ship ships building buildings house houses home homes room rooms flat flats apartment apartments hotel hotels floor floors storey
    country countries nation nations state states province provinces district districts city cities town towns village villages page pages article articles section sections chapter
    operation operations raid raids compound compounds centre centres center centers camp camps group groups gang gangs network networks company companies firm firms entity entities bank banks account accounts
    word words line lines stage stages part parts step steps type types form forms way ways point points piece pieces pistol pistols rifle rifles weapon weapons gun guns round rounds bullet bullets animal animals
    tablet tablets pill pills bag bags box boxes container containers document documents letter letters name names question questions warrant warrants search searches family families household households
    star stars session sessions training trainings workshop workshops conviction convictions arrest arrests prosecution prosecutions investigation investigations sentence sentences agreement agreements
    job jobs pangolin pangolins visit visits visa visas ticket tickets call calls meeting meetings trip trips village step`.split(/\s+/)),
}
