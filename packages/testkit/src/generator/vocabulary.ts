/** Words of the generated news. Outlets are invented; bodies are named by their kind, and nobody has a name. */
export const countries = [
  { code: 'KH', name: 'Cambodia', adjective: 'Cambodian', places: ['Sihanoukville', 'Poipet', 'Bavet', 'Phnom Penh', 'Koh Kong'] },
  { code: 'MM', name: 'Myanmar', adjective: 'Myanmar', places: ['Myawaddy', 'Laukkai', 'Tachileik', 'Yangon', 'Payathonzu'] },
  { code: 'LA', name: 'Laos', adjective: 'Lao', places: ['Vientiane', 'Savannakhet', 'Boten', 'Pakse', 'Luang Prabang'] },
  { code: 'PH', name: 'the Philippines', adjective: 'Philippine', places: ['Manila', 'Bamban', 'Angeles', 'Cebu City', 'Davao'] },
  { code: 'TH', name: 'Thailand', adjective: 'Thai', places: ['Mae Sot', 'Chiang Rai', 'Pattaya', 'Hat Yai', 'Aranyaprathet'] },
  { code: 'MY', name: 'Malaysia', adjective: 'Malaysian', places: ['Johor Bahru', 'Kuala Lumpur', 'Ipoh', 'Kota Kinabalu', 'Kuching'] },
] as const

export const peoples = [
  { code: 'IN', adjective: 'Indian', country: 'India', capital: 'New Delhi' },
  { code: 'VN', adjective: 'Vietnamese', country: 'Vietnam', capital: 'Hanoi' },
  { code: 'ID', adjective: 'Indonesian', country: 'Indonesia', capital: 'Jakarta' },
  { code: 'KE', adjective: 'Kenyan', country: 'Kenya', capital: 'Nairobi' },
  { code: 'NP', adjective: 'Nepali', country: 'Nepal', capital: 'Kathmandu' },
  { code: 'BD', adjective: 'Bangladeshi', country: 'Bangladesh', capital: 'Dhaka' },
  { code: 'LK', adjective: 'Sri Lankan', country: 'Sri Lanka', capital: 'Colombo' },
  { code: 'UG', adjective: 'Ugandan', country: 'Uganda', capital: 'Kampala' },
  { code: 'ET', adjective: 'Ethiopian', country: 'Ethiopia', capital: 'Addis Ababa' },
  { code: 'BR', adjective: 'Brazilian', country: 'Brazil', capital: 'Brasilia' },
] as const

export const outlets = [
  'Quayside Courier',
  'Lantern Daily',
  'Seven Rivers Post',
  'Harbour Ledger',
  'Monsoon Times',
  'Delta Observer',
  'Northgate Herald',
  'Banyan Wire',
  'Copper Hill Gazette',
  'Straits Morning',
  'Palm Road News',
  'Evening Ferry',
  'Old Market Mail',
  'Border Bridge Review',
  'Saltfield Standard',
  'Upland Dispatch',
] as const

export const openings = [
  'The news came after days of silence.',
  'Few details were available at first.',
  'Neighbours said they had seen vans at night.',
  'A spokesman read out a short statement.',
  'The announcement was brief.',
  'Reporters were kept behind a fence.',
  'The building stood empty on the following morning.',
  'Rain delayed the work of the officers.',
  'Papers and telephones lay scattered in the rooms.',
  'The road to the site was closed for hours.',
  'Interpreters were called in from the capital.',
  'Officials took no questions.',
] as const

export const circumstances = [
  'Their passports had been taken on arrival.',
  'They had answered advertisements for office work.',
  'Most of them had been promised well-paid jobs in marketing.',
  'They were made to work fifteen hours a day.',
  'Some had been beaten when they missed their targets.',
  'Guards watched every door of the building.',
  'They had been told that they owed money for their tickets.',
  'None of them was allowed to keep a telephone.',
  'They slept in crowded rooms above the offices.',
  'The recruiters had met them at the airport.',
  'They were forced to run online scams against strangers abroad.',
  'Families at home had been asked to pay.',
] as const

export const closings = [
  'Doctors examined them on the same evening.',
  'A shelter took them in.',
  'Charities have asked for more interpreters.',
  'The case is being followed by several ministries.',
  'Lawyers offered their help free of charge.',
  'The landlord could not be reached.',
  'More searches may follow.',
  'The authorities asked the public for information.',
  'Consular officers visited them with food and clothes.',
  'Travel papers are being prepared.',
  'An inquiry has been opened.',
  'The owner of the building denied any knowledge.',
] as const

/** News that has nothing to do with the subject, some with its words. */
export const otherNews = [
  [
    'Traffic on the ring road',
    'Traffic on the ring road stood still for two hours after a lorry lost its load of melons. Nobody was hurt, and the police cleared the lanes by noon.',
  ],
  [
    'Museum opens its new wing',
    'The museum has opened its new wing with a show of river boats. Visitors queued around the block, and the first day was sold out.',
  ],
  ['Rice harvest above average', 'The rice harvest is above average this year, the growers say. Prices at the market have fallen for the third week.'],
  ['Film about a heist wins a prize', 'A film in which a gang arrests the attention of a whole city has won the first prize. The jury praised its pace.'],
  ['Customs seize a cargo of orchids', 'Customs officers seized a cargo of rare orchids at the port. The plants will be given to the botanical garden.'],
  ['Football club rescued from ruin', 'The football club was rescued from ruin by a group of supporters, who paid its debts on Friday.'],
] as const
