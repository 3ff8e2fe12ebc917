import type { Qualifier } from '@tipwire/domain'

type Bounds = Readonly<{ min: number | null; max: number | null; qualifier: Qualifier; unit?: string | undefined }>

const group = new Intl.NumberFormat('en')
const plain = (value: number | null) => (value === null ? '?' : group.format(value))

const wording: Readonly<Record<Qualifier, (bounds: Bounds) => string>> = {
  exact: ({ min, max }) => (min === max ? plain(min) : `${plain(min)} to ${plain(max)}`),
  more_than: ({ min }) => `more than ${plain(min)}`,
  at_least: ({ min }) => `at least ${plain(min)}`,
  about: ({ min, max }) => `about ${plain(min ?? max)}`,
  up_to: ({ max }) => `up to ${plain(max)}`,
  range: ({ min, max }) => `${plain(min)} to ${plain(max)}`,
  dozens: () => 'dozens',
  hundreds: () => 'hundreds',
  thousands: () => 'thousands',
}

/** A number as a person would write it: "14", "more than 650", "11 to 14", "about 2,000 USD". */
export function numberText(bounds: Bounds): string {
  const text = wording[bounds.qualifier](bounds)
  return bounds.unit ? `${text} ${bounds.unit}` : text
}
