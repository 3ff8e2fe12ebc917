import type { Outlet, Story } from '../types.ts'

/** A post that comes while one watches: the next point of the running total. */
export const newRunningTotal: Story = {
  id: 'india-in-cambodia/total-may-2025',
  title: '',
  published: '2025-05-30T11:00:00+07:00',
  body: ['So far, the Embassy has rescued and repatriated over 1,250 Indian nationals from cyber scams in Cambodia.'],
}

export const indiaInCambodia: Outlet = {
  id: 'india-in-cambodia',
  name: 'India in Cambodia',
  tagline: 'Posts of the Embassy of India, Phnom Penh',
  spec: {
    kind: 'embassy',
    country: 'KH',
    tz: 'Asia/Phnom_Penh',
    lang: 'en',
    actor: 'Embassy of India, Phnom Penh',
    selectors: { post: 'article.post', text: '.post-text', time: 'time', link: 'a.permalink' },
  },
  feed: 'posts',
  page: 'posts',
  stories: [
    {
      id: 'india-in-cambodia/14-released',
      title: '',
      published: '2024-07-20T19:12:00+07:00',
      body: [
        'With the help of the Cambodian authorities, we have secured the release of 14 Indian citizens held in a cyber scam. They are being cared for by the Cambodian side. We are working for their early return home.',
      ],
    },
    {
      id: 'india-in-cambodia/total-july-2024',
      title: '',
      published: '2024-07-20T19:20:00+07:00',
      body: [
        'So far, the Embassy has rescued and repatriated more than 650 Indian nationals from cyber scams in Cambodia.',
        'Indian nationals are advised to be extremely careful about job offers in Cambodia and to report anything suspicious to the Embassy.',
      ],
    },
    {
      id: 'india-in-cambodia/14-leave-for-home',
      title: '',
      published: '2024-08-02T10:05:00+07:00',
      body: [
        '14 Indian citizens who were trapped in a cyber scam left Cambodia for India today. We thank the Cambodian authorities and the NGO that looked after them.',
      ],
    },
    {
      id: 'india-in-cambodia/17-released',
      title: '',
      published: '2024-09-14T17:40:00+07:00',
      body: [
        'With the help of the Cambodian authorities, we have secured the release of 17 Indian citizens held in a cyber scam. They are being cared for by the Cambodian side. We are working for their early return home.',
      ],
    },
    {
      id: 'india-in-cambodia/total-december-2024',
      title: '',
      published: '2024-12-16T11:00:00+07:00',
      body: ['So far, the Embassy has rescued and repatriated over 1,100 Indian nationals from cyber scams in Cambodia.'],
    },
    {
      id: 'india-in-cambodia/total-march-2025',
      title: '',
      published: '2025-03-21T11:00:00+07:00',
      body: [
        'So far, the Embassy has rescued and repatriated 1,050 Indian nationals from cyber scams in Cambodia. People who left by themselves are no longer counted.',
      ],
    },
  ],
}
