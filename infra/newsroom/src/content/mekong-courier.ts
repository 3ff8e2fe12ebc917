import type { Outlet } from '../types.ts'

export const mekongCourier: Outlet = {
  id: 'mekong-courier',
  name: 'Mekong Courier',
  tagline: 'Agency news from Phnom Penh',
  spec: { kind: 'rss_news', country: 'KH', tz: 'Asia/Phnom_Penh', lang: 'en' },
  feed: 'rss',
  page: 'plain',
  stories: [
    {
      id: 'mekong-courier/fourteen-indians-released',
      title: 'Fourteen Indians released from scam compound, embassy says',
      published: '2024-07-21T08:05:00+07:00',
      byline: 'Sok Vireak Thavary',
      body: [
        'PHNOM PENH, July 21 (Mekong Courier) – Cambodian police have freed 14 Indian nationals who were forced to take part in online scams, the Indian embassy said.',
        'They were released from a scam compound on Saturday, July 20, after the embassy told the police where they were being held.',
        '“With the help of the Cambodian authorities, we have secured the release of 14 Indian citizens held in a cyber scam,” the embassy in Phnom Penh wrote on X.',
        'The 14 are being looked after by a non-governmental organisation that works with the Ministry of Social Affairs.',
        'They will be flown home once exit formalities are complete, the embassy added.',
      ],
    },
    {
      id: 'mekong-courier/vietnamese-man-dies-bavet',
      title: 'Vietnamese man dies in fall from Bavet scam building',
      published: '2024-10-28T17:00:00+07:00',
      byline: 'Chan Rithy Monyvong',
      body: [
        'SVAY RIENG, Oct 28 (Mekong Courier) – A 24-year-old Vietnamese man died on Saturday when he fell from the sixth floor of a building in Bavet where workers were forced to run online scams, police said.',
        'The man was named by his family as Le Trung Khoadat. His sister, Le Thi Anhvy, said he had been promised work as a translator and had begged her for money to buy his freedom.',
        'Bavet police have opened an investigation into his death.',
      ],
    },
    {
      id: 'mekong-courier/ranong-karaoke-bar',
      title: 'Thai police free 15 Myanmar women from karaoke bar in Ranong',
      published: '2025-04-04T07:30:00+07:00',
      byline: 'Andaman Dispatch',
      body: [
        'RANONG, Thailand (Andaman Dispatch) — Police freed 15 women from Myanmar from a karaoke bar in Ranong on Wednesday where they had been forced to sell sex to pay off debts, and arrested the bar’s manager.',
        'The women, who are in their twenties, were not allowed to leave the building and had their identity cards taken from them, Police Colonel Wichai Thongprasan of the Ranong provincial police said.',
        'Each of them owed the bar between 40,000 and 60,000 baht for the journey across the Kraburi river.',
        'The manager, a 52-year-old Thai woman, remains in custody. She has denied the accusations.',
        'The women are staying in a government shelter and will be interviewed by a team of social workers.',
      ],
    },
    {
      id: 'mekong-courier/sihanoukville-raid-42',
      title: 'Police free 42 foreigners in Sihanoukville raid',
      published: '2025-05-14T16:00:00+07:00',
      byline: 'Sok Vireak Thavary',
      body: [
        'PREAH SIHANOUK, May 14 (Mekong Courier) – Police raided a rented building in Sihanoukville on Tuesday, freed 42 foreign workers who had been forced to run online scams and arrested five men suspected of managing the site, the provincial police said in a statement.',
        'The workers come from Bangladesh, Nepal and Pakistan. Their passports were found in a safe on the ground floor.',
        'The building has been sealed.',
        'Cambodian authorities have been under pressure to act against the scam industry, which hides behind hotels and casinos on the coast.',
      ],
    },
    {
      id: 'mekong-courier/poipet-30-indonesians',
      title: '30 Indonesians rescued from Poipet compound, official says',
      published: '2025-06-10T15:00:00+07:00',
      byline: 'Chan Rithy Monyvong',
      body: [
        'BANTEAY MEANCHEY, June 10 (Mekong Courier) – Thirty Indonesians were rescued on Monday from a compound in Poipet where they had been made to work in online scams, a provincial official said.',
        'The official, who asked not to be named, said the group had been taken to a guesthouse in the town.',
      ],
    },
  ],
}
