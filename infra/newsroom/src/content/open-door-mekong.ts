import type { Outlet } from '../types.ts'

export const openDoorMekong: Outlet = {
  id: 'open-door-mekong',
  name: 'Open Door Mekong',
  tagline: 'Shelter, legal aid, a way home',
  spec: { kind: 'ngo', country: 'TH', tz: 'Asia/Bangkok', lang: 'en', actor: 'Open Door Mekong' },
  feed: 'atom',
  page: 'bulletin',
  stories: [
    {
      id: 'open-door-mekong/two-men-across-the-river',
      title: 'Two men, one river',
      published: '2024-11-19T13:00:00+07:00',
      body: [
        'Two men from Bangladesh knocked at our door in Mae Sot on Saturday morning. On the night of 15 November they had escaped from a scam compound near Myawaddy in Myanmar by swimming the Moei.',
        'They had walked through the night in wet clothes, and neither of them would let go of the other’s sleeve.',
        'If you would like to support our work, please consider a gift.',
      ],
    },
    {
      id: 'open-door-mekong/year-in-numbers-2024',
      title: 'Our year in numbers',
      published: '2025-01-10T10:00:00+07:00',
      body: [
        'In 2024, Open Door Mekong supported 212 survivors of trafficking.',
        'We estimate that 150,000 people are trapped in scam compounds in Myanmar.',
        'Thank you to everyone who ran, baked and sang for us.',
      ],
    },
    {
      id: 'open-door-mekong/sihanoukville-45-people',
      title: 'After the Sihanoukville raid: blankets, phones, first calls home',
      published: '2025-05-15T10:00:00+07:00',
      body: [
        'On Tuesday 13 May police rescued 45 people from a building in Sihanoukville, Cambodia, where they had been forced to run online scams. Our team was there within the hour.',
        'Our count is higher than that of the police because three people had been taken to hospital straight away.',
        'They come from Bangladesh, Nepal and Pakistan. For most of them the first thing was a call home.',
      ],
    },
  ],
}
