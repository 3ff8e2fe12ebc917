import type { Outlet } from '../types.ts'

/** News of other things, in the words of ours: nothing here may become an event. */
export const harbourEveningPost: Outlet = {
  id: 'harbour-evening-post',
  name: 'Harbour Evening Post',
  tagline: 'City, sport, culture',
  spec: { kind: 'rss_news', country: 'AU', tz: 'Australia/Perth', lang: 'en' },
  feed: 'rss',
  page: 'broadsheet',
  stories: [
    {
      id: 'harbour-evening-post/dogs-rescued-flood',
      title: '22 dogs rescued as river bursts its banks',
      published: '2025-03-02T08:00:00+08:00',
      byline: 'Tamsin Oberholt',
      body: [
        'Volunteers rescued 22 dogs from a shelter on Sunday after the Swan river burst its banks. Two people were treated for cold.',
        'The shelter’s manager said that all of the animals were safe and that foster homes were still being sought for nine of them. The river is expected to fall by Tuesday.',
      ],
    },
    {
      id: 'harbour-evening-post/cocaine-in-bananas',
      title: 'Three charged over cocaine trafficking in banana boxes',
      published: '2025-03-04T17:20:00+08:00',
      byline: 'Court reporter',
      body: [
        'Three men were charged with drug trafficking on Tuesday after border officers seized 340 kilograms of cocaine from a shipment of bananas.',
        'The drugs, hidden in 60 of the boxes, were found when a scanner showed shapes that no banana has. The men, from two suburbs north of the port, were refused bail.',
      ],
    },
    {
      id: 'harbour-evening-post/traffic-tunnel',
      title: 'Tunnel to stay shut as traffic backs up for 12 kilometres',
      published: '2025-03-06T06:45:00+08:00',
      byline: 'Traffic desk',
      body: [
        'Drivers were trapped for up to three hours on Thursday when a lorry broke down in the harbour tunnel. Police warned people to stay away.',
        'The tunnel carries 90,000 vehicles a day. Engineers said that a ceiling panel had been damaged and that both lanes would stay shut until the weekend.',
      ],
    },
    {
      id: 'harbour-evening-post/protein-trafficking',
      title: 'Lab finds the switch that frees trapped proteins',
      published: '2025-03-10T10:10:00+08:00',
      byline: 'Science desk',
      body: [
        'Researchers have found a molecule that rescues protein trafficking in nerve cells. Of 1,100 compounds that they screened, eight worked.',
        'When the switch is stuck, proteins are held captive in the cell’s factory and never reach the surface. The team hopes to test the best of the eight in mice next year.',
      ],
    },
    {
      id: 'harbour-evening-post/film-the-compound',
      title: 'Film review: “The Compound” holds its audience captive',
      published: '2025-03-14T19:00:00+08:00',
      byline: 'Culture desk',
      body: [
        'The thriller, released on Friday, is a slave to its own cleverness. Its heroine escapes from 12 locked rooms and from none of the clichés.',
        'At 140 minutes it is the audience that begs for its freedom. The camera, at least, is in good hands, and the score saves what it can.',
      ],
    },
    {
      id: 'harbour-evening-post/ivory-seized',
      title: 'Customs seize 90 tusks in wildlife trafficking case',
      published: '2025-03-18T13:30:00+08:00',
      byline: 'Court reporter',
      body: [
        'Customs officers arrested four people on Monday and seized 90 elephant tusks in what they called a major wildlife trafficking case.',
        'The tusks, wrapped in foil, were bound for a market abroad. The four are being held in custody and will be charged under the wildlife act, the agency said.',
      ],
    },
    {
      id: 'harbour-evening-post/dockers-strike',
      title: 'Dockers’ strike enters second week',
      published: '2025-03-20T07:15:00+08:00',
      byline: 'Tamsin Oberholt',
      body: [
        'Some 600 dock workers stayed out for an eighth day on Thursday. Their union wants a rise of 6 per cent.',
        'Eleven ships were waiting in the roads on Thursday morning. Talks between the union and the port operator broke down on Wednesday after twelve hours and are to start again on Monday.',
      ],
    },
  ],
}
