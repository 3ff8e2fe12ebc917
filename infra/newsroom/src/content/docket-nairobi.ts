import type { Outlet } from '../types.ts'

export const docketNairobi: Outlet = {
  id: 'docket-nairobi',
  name: 'Docket Nairobi',
  tagline: 'Reports from the courts of Kenya',
  spec: { kind: 'rss_news', country: 'KE', tz: 'Africa/Nairobi', lang: 'en' },
  feed: 'json',
  page: 'plain',
  stories: [
    {
      id: 'docket-nairobi/republic-v-karuri',
      title: 'Twelve years for two who sent job seekers to scam compounds',
      published: '2025-07-22T17:30:00+03:00',
      byline: 'Court desk',
      body: [
        'The Milimani magistrates’ court today convicted two recruiters of trafficking in persons and sentenced each of them to 12 years in prison.',
        'Principal Magistrate Jeptoo Kandie-Oloo found that Dickson Wambua Karuri and Lydia Atieno Opalla had sent job seekers from Kenya to scam compounds in Myanmar.',
        'The court acquitted Festus Kiplimo Rutere, who had kept the agency’s books.',
        'The three were arrested in Nairobi on 9 October 2024.',
        'The defence said that it would appeal.',
      ],
    },
    {
      id: 'docket-nairobi/land-registry-appeal',
      title: 'Court of Appeal reserves judgment in land registry dispute',
      published: '2025-06-18T12:00:00+03:00',
      byline: 'Court desk',
      body: [
        'The Court of Appeal will give its judgment on notice in a dispute over 14 title deeds in Kiambu that both families call their own.',
        'Counsel for the appellants argued on Wednesday that the registry had lost the green card of the parent title in 1987. The respondents said that it had never existed.',
      ],
    },
  ],
}
