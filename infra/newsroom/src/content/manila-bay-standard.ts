import type { Outlet } from '../types.ts'

export const manilaBayStandard: Outlet = {
  id: 'manila-bay-standard',
  name: 'Manila Bay Standard',
  tagline: 'Metro, nation, overseas',
  spec: { kind: 'rss_news', country: 'PH', tz: 'Asia/Manila', lang: 'en' },
  feed: 'json',
  page: 'broadsheet',
  stories: [
    {
      id: 'manila-bay-standard/12-helpers-home-kuwait',
      title: '12 Filipino domestic workers fly home from Kuwait',
      published: '2024-12-01T09:00:00+08:00',
      byline: 'Rowena Tagalicod',
      body: [
        'MANILA, Philippines — Twelve Filipino domestic workers who had been locked in and worked without pay by their employers in Kuwait flew home on Saturday, the Overseas Workers Welfare Administration (OWWA) said.',
        'The women had taken shelter at the Philippine Embassy after fleeing their employers’ houses over the past months.',
        'OWWA said it had brought home 388 distressed workers from Kuwait so far this year.',
        { kind: 'also_read', text: 'Ferry fares to go up ahead of holiday rush' },
      ],
    },
    {
      id: 'manila-bay-standard/nine-freed-bokeo',
      title: 'Nine Filipinos freed from scam hub in Laos',
      published: '2025-01-16T11:00:00+08:00',
      byline: 'Rowena Tagalicod',
      body: [
        'MANILA, Philippines — Nine Filipinos who were forced to work as online scammers were freed from a scam hub in Bokeo, Laos, on Tuesday, the Department of Migrant Workers said.',
        'Lao police raided the hub after relatives of the nine wrote to the embassy, the department added.',
        { kind: 'also_read', text: 'Ferry fares to go up ahead of holiday rush' },
        'The nine are expected to return to the Philippines by the end of the month.',
      ],
    },
    {
      id: 'manila-bay-standard/house-passes-scam-hub-bill',
      title: 'House passes bill on trafficking for scam hubs',
      published: '2025-02-04T18:10:00+08:00',
      byline: 'Jun Abelardo Sisante',
      body: [
        'MANILA, Philippines — The House of Representatives on Monday passed a bill that raises the penalties for trafficking people into scam hubs.',
        'Recruiters would face life in prison if the bill is signed into law.',
      ],
    },
  ],
}
