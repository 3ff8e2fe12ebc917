import type { Command } from 'commander'

/** A command: what the overview shows, and where the rest is found once it is called. */
export type CommandEntry = Readonly<{ name: string; summary: string; load: () => Promise<{ define: (command: Command) => void }> }>

/** All commands in the order of the overview. The files are loaded only when called. */
export const commands: readonly CommandEntry[] = [
  { name: 'up', summary: 'run the whole pipeline on this machine', load: () => import('./up.ts') },
  { name: 'status', summary: 'stages, sources and quarantine at a glance', load: () => import('./status.ts') },
  { name: 'read', summary: 'read a document, page or address: events and figures with their words', load: () => import('./read.ts') },
  { name: 'feed', summary: 'parse feeds', load: () => import('./feed.ts') },
  { name: 'article', summary: 'take the article out of a page', load: () => import('./article.ts') },
  { name: 'group', summary: 'group documents that tell the same incident', load: () => import('./group.ts') },
  { name: 'eval', summary: 'compare readings with labelled documents', load: () => import('./eval.ts') },
  { name: 'source', summary: 'add, list, test, pause and resume sources', load: () => import('./source.ts') },
  { name: 'add', summary: 'put one link through the whole chain', load: () => import('./add.ts') },
  { name: 'import', summary: 'put a history of links or documents through the whole chain', load: () => import('./import.ts') },
  { name: 'sql', summary: 'ask the public views, as the analyst role', load: () => import('./sql.ts') },
  { name: 'event', summary: 'show an event with its versions, reports and words', load: () => import('./event.ts') },
  { name: 'trace', summary: 'follow a link or an id through all stages', load: () => import('./trace.ts') },
  { name: 'quarantine', summary: 'list, retry or drop what no stage could handle', load: () => import('./quarantine.ts') },
  { name: 'doctor', summary: 'check this machine and what Tipwire needs', load: () => import('./doctor.ts') },
]
