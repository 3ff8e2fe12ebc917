import type { Outlet } from '../types.ts'

export const sriLankaInBangkok: Outlet = {
  id: 'sri-lanka-in-bangkok',
  name: 'Embassy of Sri Lanka, Bangkok',
  tagline: 'Press releases',
  spec: {
    kind: 'embassy',
    country: 'TH',
    tz: 'Asia/Bangkok',
    lang: 'en',
    actor: 'Embassy of Sri Lanka, Bangkok',
    selectors: { post: 'section.press-release', title: 'h2', text: '.press-text', time: 'time', link: 'h2 a' },
  },
  feed: 'press',
  page: 'press',
  stories: [
    {
      id: 'sri-lanka-in-bangkok/national-day-2025',
      title: 'National Day reception',
      published: '2025-02-05T09:00:00+07:00',
      body: ['The Ambassador hosted a reception on the occasion of the 77th anniversary of Independence. Guests enjoyed a performance of Kandyan dance.'],
    },
    {
      id: 'sri-lanka-in-bangkok/advisory-jobs-2025',
      title: 'Advisory: offers of IT jobs',
      published: '2025-02-20T15:00:00+07:00',
      body: [
        'The Embassy advises Sri Lankan nationals not to accept offers of IT jobs in Myanmar, as many who did so were forced to work in cyber crime centres.',
      ],
    },
    {
      id: 'sri-lanka-in-bangkok/repatriation-march-2025',
      title: 'Repatriation of Sri Lankan nationals',
      published: '2025-03-12T20:00:00+07:00',
      body: [
        'The Embassy of Sri Lanka in Bangkok repatriated 18 Sri Lankan nationals from Thailand to Colombo today. They had been held in cyber crime centres in Myanmar. The Embassy thanks the Royal Thai Government for its cooperation.',
      ],
    },
    {
      id: 'sri-lanka-in-bangkok/repatriation-april-2025',
      title: 'Repatriation of Sri Lankan nationals',
      published: '2025-04-16T20:00:00+07:00',
      body: [
        'The Embassy of Sri Lanka in Bangkok repatriated 13 Sri Lankan nationals from Thailand to Colombo today. They had been held in cyber crime centres in Myanmar. The Embassy thanks the Royal Thai Government for its cooperation.',
      ],
    },
  ],
}
