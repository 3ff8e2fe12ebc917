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
      body: ['Volunteers rescued 22 dogs from a shelter on Sunday after the Swan river burst its banks. Two people were treated for cold.'],
    },
    {
      id: 'harbour-evening-post/cocaine-in-bananas',
      title: 'Three charged over cocaine trafficking in banana boxes',
      published: '2025-03-04T17:20:00+08:00',
      byline: 'Court reporter',
      body: ['Three men were charged with drug trafficking on Tuesday after border officers seized 340 kilograms of cocaine from a shipment of bananas.'],
    },
    {
      id: 'harbour-evening-post/traffic-tunnel',
      title: 'Tunnel to stay shut as traffic backs up for 12 kilometres',
      published: '2025-03-06T06:45:00+08:00',
      byline: 'Traffic desk',
      body: ['Drivers were trapped for up to three hours on Thursday when a lorry broke down in the harbour tunnel. Police warned people to stay away.'],
    },
    {
      id: 'harbour-evening-post/protein-trafficking',
      title: 'Lab finds the switch that frees trapped proteins',
      published: '2025-03-10T10:10:00+08:00',
      byline: 'Science desk',
      body: ['Researchers have found a molecule that rescues protein trafficking in nerve cells. Of 1,100 compounds that they screened, eight worked.'],
    },
    {
      id: 'harbour-evening-post/film-the-compound',
      title: 'Film review: “The Compound” holds its audience captive',
      published: '2025-03-14T19:00:00+08:00',
      byline: 'Culture desk',
      body: ['The thriller, released on Friday, is a slave to its own cleverness. Its heroine escapes from 12 locked rooms and from none of the clichés.'],
    },
    {
      id: 'harbour-evening-post/ivory-seized',
      title: 'Customs seize 90 tusks in wildlife trafficking case',
      published: '2025-03-18T13:30:00+08:00',
      byline: 'Court reporter',
      body: ['Customs officers arrested four people on Monday and seized 90 elephant tusks in what they called a major wildlife trafficking case.'],
    },
    {
      id: 'harbour-evening-post/dockers-strike',
      title: 'Dockers’ strike enters second week',
      published: '2025-03-20T07:15:00+08:00',
      byline: 'Tamsin Oberholt',
      body: ['Some 600 dock workers stayed out for an eighth day on Thursday. Their union wants a rise of 6 per cent.'],
    },
  ],
}
