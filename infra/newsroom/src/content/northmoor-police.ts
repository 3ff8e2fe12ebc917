import type { Outlet } from '../types.ts'

export const northmoorPolice: Outlet = {
  id: 'northmoor-police',
  name: 'Northmoor Police',
  tagline: 'News and appeals',
  spec: { kind: 'police', country: 'GB', tz: 'Europe/London', lang: 'en', actor: 'Northmoor Police' },
  feed: 'rss',
  page: 'bulletin',
  stories: [
    {
      id: 'northmoor-police/car-wash-warrant',
      title: 'Two arrested after modern slavery warrant at Bradford car wash',
      published: '2025-03-05T14:00:00+00:00',
      body: [
        'Two men have been arrested on suspicion of modern slavery offences after officers from Northmoor Police searched a hand car wash in Bradford on Tuesday 4 March.',
        'Six Romanian men who had been made to work there for little or no pay were identified as potential victims of forced labour. They are being supported by specialist staff.',
        'The suspects, aged 34 and 41, remain in custody.',
        'Anyone with information is asked to call 101 quoting log 0274.',
      ],
    },
    {
      id: 'northmoor-police/car-wash-charges',
      title: 'Two men charged after Bradford car wash investigation',
      published: '2025-03-07T10:30:00+00:00',
      body: [
        'Two men were charged on Thursday 6 March with modern slavery offences after an investigation into a hand car wash in Bradford.',
        'The men, aged 34 and 41, will appear before Bradford magistrates on Friday.',
      ],
    },
    {
      id: 'northmoor-police/tool-theft-appeal',
      title: 'Appeal after tools stolen from vans in Keighley',
      published: '2025-02-11T09:15:00+00:00',
      body: [
        'Officers are appealing for witnesses after tools worth £4,000 were taken from five vans in Keighley overnight on Monday.',
        'A man in a dark jacket was seen trying the doors of parked vans shortly after 2am. Anyone with doorbell footage is asked to call 101 quoting log 0119.',
      ],
    },
  ],
}
