import { sourceKinds } from '@tipwire/domain'
import type { Command } from 'commander'

// Each is loaded when called: the preview of `add` brings the whole reader with it.
export function define(command: Command): void {
  describe(command.command('add').description('watch a feed: shows first what would become of its last items, then asks'))
    .option('--yes', 'do not ask')
    .option('--no-preview', 'add without reading its items first')
    .addHelpText('after', addExamples)
    .action(async (url, options) => (await import('./source/add.ts')).add(url, options))
  command
    .command('list')
    .description('all sources and how they are')
    .option('--json', 'as JSON')
    .action(async (options) => (await import('./source/list.ts')).list(options))
  describe(command.command('test').description('read a feed once and show what is in it; nothing is stored'))
    .option('--json', 'as JSON')
    .action(async (url, options) => (await import('./source/test.ts')).test(url, options))
  command
    .command('pause')
    .description('stop polling a source')
    .argument('<ID|URL>')
    .option('--reason <TEXT>', 'why', 'by an operator')
    .action(async (key, options) => (await import('./source/pause.ts')).pause(key, options))
  command
    .command('resume')
    .description('poll a paused source again')
    .argument('<ID|URL>')
    .action(async (key) => (await import('./source/pause.ts')).resume(key))
  command
    .command('import-opml')
    .description('watch all feeds of an OPML file, as feed readers write it')
    .argument('<FILE>', 'the file; - is standard input')
    .option('--kind <KIND>', 'kind of those that do not say', 'rss_news')
    .option('--every <SECONDS>', 'how often to poll those that do not say', '900')
    .option('--dry-run', 'only show what would be added')
    .action(async (file, options) => (await import('./source/import-opml.ts')).importOpml(file, options))
  command
    .command('export-opml')
    .description('write the sources that are watched as OPML')
    .argument('[FILE]', 'where to; standard output when left out')
    .action(async (file) => (await import('./source/export-opml.ts')).exportOpml(file))
  command.addHelpText('after', examples)
}

function describe(command: Command): Command {
  return command
    .argument('<URL>', 'the feed: RSS, Atom, JSON Feed or a news sitemap; or a page that names its feed')
    .option('--name <TEXT>', 'name (default: the title of the feed)')
    .option('--kind <KIND>', `kind: ${Object.keys(sourceKinds).join(', ')}`, 'rss_news')
    .option('--country <CODE>', 'country of the publisher, two letters')
    .option('--tz <ZONE>', 'time zone of the publisher: Asia/Kolkata (for "on Saturday")')
    .option('--lang <CODE>', 'language: en (default: what the feed says)')
    .option('--actor <NAME>', 'the body behind an official source')
    .option('--every <SECONDS>', 'how often to poll', '900')
    .option('--allow-private', 'the source lies on a private address of mine')
}

const examples = `
Examples:
  tipwire source add https://example.org/rss --country KH --tz Asia/Phnom_Penh
  tipwire source test https://example.org/rss
  tipwire source list
  tipwire source import-opml subscriptions.opml
  tipwire source export-opml sources.opml
  tipwire source pause src_01jc… --reason "gone since May"`

const addExamples = `
While the sample is shown, the first source that you add ends it: an empty store of your own begins.

Examples:
  tipwire source add https://example.org/rss
  tipwire source add https://embassy.example/feed --kind embassy --actor "Embassy of India, Phnom Penh" --tz Asia/Phnom_Penh --yes`
