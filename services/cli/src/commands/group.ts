import { UsageError } from '@tipwire/domain'
import { groupDocuments } from '@tipwire/resolution'
import type { Command } from 'commander'
import { parseLines, printFailure } from '../input/json-lines.ts'
import { readerOf } from '../input/reader.ts'
import { CliDocument } from '../input/document.ts'
import { note, printJsonLine } from '../output/streams.ts'

export function define(command: Command): void {
  command.option('--jsonl', 'documents as JSON Lines from standard input').addHelpText('after', examples).action(run)
}

const examples = `
Reads each document and groups those that tell the same incident, as the resolver does, on an empty memory.
Gives { id, cluster, duplicate_of, reasons }, one line a document, in the order of the input; cluster is null without an incident.

Example:
  tipwire group --jsonl < documents.jsonl > groups.jsonl`

async function run({ jsonl }: { jsonl?: boolean }): Promise<void> {
  if (!jsonl) throw new UsageError('this command reads JSON Lines: "tipwire group --jsonl < documents.jsonl".')
}
