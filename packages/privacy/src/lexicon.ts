/**
 * Words that tell names of people from names of bodies, places and things, and roles from each other.
 * Each group says which class of text it explains.
 */
const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** A run of capitals with one of these is a body, a work or a place, not a person. */
export const notPersonWords = words(`
  ministry department office bureau agency police force court courts embassy consulate commission committee council parliament congress senate
  government authority authorities unit division squad task association organization organisation union foundation network federation fund
  company group holding holdings corporation corp inc ltd plc llc university college school hospital church mission centre center institute
  service services board bank airport port station border province district state region city county town village island islands river street road
  avenue lane bridge house hotel park north south east west northern southern eastern western central international national federal royal united
  nations republic kingdom act law bill code convention protocol report review statement strategy programme program project operation campaign
  day week month year world global human trafficking rights labour labor slavery anti crime crimes criminal investigation investigations security
  affairs foreign interior justice home social welfare development migration immigration customs treasury attorney prosecutor prosecution
  times news post daily agency press wire guardian tribune herald courier telegraph express chronicle gazette television radio media
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
  women children workers migrants refugees people party army navy guard guards task airlines air line zone park tower towers compound works factory mill
  the a an of and for in on at by to from with as but or if when while after before this that these those it its he she they we you his her their our
  i my your not no yes also read more watch see who what where why how there here some many most several two three four five six seven eight nine ten
`)

/** Roles by the word before or after the name; the first class that matches wins. */
export const roleCues: readonly Readonly<{ token: RoleName; words: ReadonlySet<string> }>[] = [
  {
    token: '[victim]',
    words: words('victim survivor captive daughter son sister brother mother father husband wife niece nephew cousin girl boy deceased named'),
  },
  {
    token: '[accused]',
    words: words('suspect accused trafficker ringleader defendant convict alias recruiter pimp sentenced convicted charged arrested jailed'),
  },
  {
    token: '[official]',
    words: words(`spokesman spokesperson spokeswoman minister secretary president director commissioner judge magistrate prosecutor attorney ambassador
      general colonel captain inspector superintendent officer chief mayor governor senator mp dig sp consul deputy chairman chairwoman commander`),
  },
  { token: '[reporter]', words: words('by reporting editing correspondent') },
]
type RoleName = '[victim]' | '[accused]' | '[official]' | '[reporter]'

/** A capitalised word straight after one of these is a name, even alone. */
export const honorifics = words('mr mrs ms miss dr sir madam judge magistrate justice')

/** Relatives: "my son Brian" is a name, and a private person's. */
export const relatives = words('son daughter sister brother mother father husband wife niece nephew cousin uncle aunt girlfriend boyfriend friend')

/** Small words inside a name: "Nguyen van Troi", "al", "bin". */
export const nameParticles = words('de da do dos das del della van von der den bin binti al el la le ibn abu')
