import type { Outlet, Story } from '../types.ts'

const ranong = {
  id: 'andaman-dispatch/ranong-karaoke-bar',
  published: '2025-04-03T18:20:00+07:00',
  byline: 'Niran Chalermsuk in Ranong',
}

const ranongTail = [
  'The women, who are in their twenties, were not allowed to leave the building and had their identity cards taken from them, Police Colonel Wichai Thongprasan of the Ranong provincial police said.',
  'Each of them owed the bar between 40,000 and 60,000 baht for the journey across the Kraburi river.',
  'The manager, a 52-year-old Thai woman, remains in custody. She has denied the accusations.',
  'The women are staying in a government shelter and will be interviewed by a team of social workers.',
]

/** The story as it first stands: fifteen women. */
export const ranongFirst: Story = {
  ...ranong,
  title: 'Thai police free 15 Myanmar women from karaoke bar in Ranong',
  body: [
    'RANONG, Thailand — Police freed 15 women from Myanmar from a karaoke bar in Ranong on Wednesday where they had been forced to sell sex to pay off debts, and arrested the bar’s manager.',
    ...ranongTail,
  ],
}

/** The story after its correction: fourteen women. */
export const ranongCorrected: Story = {
  ...ranong,
  updated: '2025-04-05T09:00:00+07:00',
  title: 'Thai police free 14 Myanmar women from karaoke bar in Ranong',
  body: [
    'RANONG, Thailand — Police freed 14 women from Myanmar from a karaoke bar in Ranong on Wednesday where they had been forced to sell sex to pay off debts, and arrested the bar’s manager.',
    ...ranongTail,
    'Correction, 5 April: An earlier version of this story gave the number of women as 15. One of them was a member of staff.',
  ],
}

export const andamanDispatch: Outlet = {
  id: 'andaman-dispatch',
  name: 'Andaman Dispatch',
  tagline: 'Reporting from both sides of the border',
  spec: { kind: 'rss_news', country: 'TH', tz: 'Asia/Bangkok', lang: 'en' },
  feed: 'atom',
  page: 'magazine',
  stories: [
    {
      id: 'andaman-dispatch/embassy-14-indians',
      title: 'Embassy: 14 Indians out of Cambodia scam compound',
      published: '2024-07-21T14:30:00+07:00',
      byline: 'Regional desk',
      body: [
        'Fourteen Indians have been released from a scam compound in Cambodia, the Embassy of India in Phnom Penh announced on X.',
        'Cambodian police freed them on Saturday with the help of information from the embassy.',
        'The embassy said that more than 650 Indian nationals had been rescued so far.',
      ],
    },
    {
      id: 'andaman-dispatch/two-swim-moei',
      title: 'Two Bangladeshis swim the Moei to escape Myanmar scam compound',
      published: '2024-11-18T11:00:00+07:00',
      byline: 'Niran Chalermsuk in Mae Sot',
      body: [
        'MAE SOT, Thailand — Two Bangladeshi men escaped from a scam compound south of Myawaddy on Friday night and swam across the Moei river into Thailand.',
        'One of them, Rafiqul Talebzada, 27, showed burns on his arms. “They gave us the electric baton when we missed the target,” he said.',
        'He and his friend Shamim Orakandi had answered an advertisement for computer work in Bangkok.',
        { kind: 'caption', text: 'The Moei river near Mae Sot. Photo: Andaman Dispatch' },
        'Their guards had asked the families for a ransom of 8,000 dollars each.',
      ],
    },
    {
      id: 'andaman-dispatch/filipinos-laos-released',
      title: 'Filipinos let go in northern Laos, charity says',
      published: '2025-01-28T15:00:00+07:00',
      byline: 'Regional desk',
      body: [
        'VIENTIANE — About ten Filipinos who had been held in a scam centre in Laos were released in January, according to Lantern House, a charity in Vientiane.',
        'The charity did not say where they had been held or who had freed them.',
      ],
    },
    {
      id: 'andaman-dispatch/myawaddy-119-handed-over',
      title: '119 people from Myawaddy scam centres handed over to Thai army',
      published: '2025-03-07T09:20:00+07:00',
      byline: 'Niran Chalermsuk in Mae Sot',
      body: [
        'MAE SOT, Thailand — A militia in Myawaddy, Myanmar, handed over 119 foreigners from scam centres to the Thai army on Thursday, Thailand’s Naresuan Force said.',
        'The group, made up of 62 Indonesians, 31 Kenyans and 26 Ethiopians, crossed the second friendship bridge in six trucks.',
        'They will be screened by a Thai team to find out who is a victim of trafficking.',
        'More than 3,000 people from the scam centres are still waiting on the Myanmar side, the force said.',
      ],
    },
    ranongFirst,
  ],
}
