import type { Outlet, Story } from '../types.ts'

/** Comes while one watches: part of the group that was handed over in Myawaddy flies home. */
export const kenyansFlyHome: Story = {
  id: 'savannah-wire/31-kenyans-fly-home',
  title: '31 Kenyans held in Myanmar scam centres fly home',
  published: '2025-03-19T08:40:00+03:00',
  byline: 'Wanjiku Odera-Maina',
  body: [
    'NAIROBI — Thirty-one Kenyans who had been held in scam centres in Myanmar flew home from Thailand on Tuesday, the foreign affairs ministry said.',
    'They were met by their families at the airport in Nairobi.',
  ],
}

export const savannahWire: Outlet = {
  id: 'savannah-wire',
  name: 'Savannah Wire',
  tagline: 'Independent news from Nairobi and Lagos',
  spec: { kind: 'rss_news', country: 'KE', tz: 'Africa/Nairobi', lang: 'en' },
  feed: 'rss_full',
  page: 'magazine',
  stories: [
    {
      id: 'savannah-wire/three-recruiters-held',
      title: 'Three held in Nairobi over fake jobs that led to Myanmar scam compounds',
      published: '2024-10-10T18:00:00+03:00',
      byline: 'Wanjiku Odera-Maina',
      body: [
        'NAIROBI — Detectives arrested three people in Nairobi on Wednesday on suspicion of recruiting young Kenyans for scam compounds in Myanmar, the Directorate of Criminal Investigations said.',
        'Dickson Wambua Karuri, Lydia Atieno Opalla and Festus Kiplimo Rutere ran a job agency in the suburb of Westlands that promised office work in Thailand.',
        'Investigators believe that at least 40 people were sent abroad by the agency.',
      ],
    },
    {
      id: 'savannah-wire/naptip-rescues-11',
      title: 'NAPTIP rescues 11 women at Seme border, arrests two',
      published: '2025-02-20T10:00:00+01:00',
      byline: 'Lagos bureau',
      body: [
        'LAGOS — Nigeria’s anti-trafficking agency NAPTIP rescued 11 women at the Seme border on Tuesday who were being taken to Mali to be forced into prostitution, and arrested two suspected traffickers, it said in a statement.',
        'The women, all Nigerians, had been promised work in shops and hotels.',
        'The agency says it has rescued more than 24,000 victims since it was set up in 2003.',
      ],
    },
    {
      id: 'savannah-wire/31-kenyans-cross-from-myawaddy',
      title: '31 Kenyans among 119 people handed over in Myawaddy',
      published: '2025-03-07T16:15:00+03:00',
      byline: 'Wanjiku Odera-Maina',
      body: [
        'NAIROBI — Thirty-one Kenyans are among 119 people whom a militia in Myawaddy, Myanmar, handed over to Thai soldiers on Thursday, Kenya’s foreign affairs ministry said.',
        'They had been forced to work in scam centres. Officials from the Kenyan embassy in Bangkok are on their way to meet them.',
      ],
    },
    {
      id: 'savannah-wire/two-recruiters-jailed',
      title: 'Kenyan court jails two recruiters over Myanmar scam jobs',
      published: '2025-07-23T09:05:00+03:00',
      byline: 'Wanjiku Odera-Maina',
      body: [
        'NAIROBI — A court in Nairobi on Tuesday sentenced two recruiters to 12 years in prison each for trafficking young Kenyans to scam compounds in Myanmar.',
        'Dickson Wambua Karuri and Lydia Atieno Opalla ran a job agency in Westlands that promised office work in Thailand.',
        'A third accused, Festus Kiplimo Rutere, was acquitted.',
      ],
    },
  ],
}
