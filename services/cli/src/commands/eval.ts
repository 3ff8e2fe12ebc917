import { createReadStream } from 'node:fs'
import type { Reading } from '@tipwire/domain'
import { LabelledDocument, type ReadingError, readingErrors, type Scored, score, showScorecard } from '@tipwire/evaluation'
import type { Command } from 'commander'
import { parseLines } from '../input/json-lines.ts'
import { read } from '../input/reader.ts'
import { note, print } from '../output/streams.ts'

export function define(command: Command): void {
  command
    .argument('<FILE>', 'labelled documents as JSON Lines; - is standard input')
    .option('--errors', 'list every difference with the words around it')
    .addHelpText('after', examples)
    .action(run)
}

const examples = `
Reads each document and compares the reading with its label \`gold\`: relevance, event types, each slot, statistics, kinds of figures, names in \`forbidden\`.
"record" is the number to quote. --errors shows text of the documents as it stands, names and all: for the eyes of whoever has the file.

Examples:
  tipwire eval test/evaluation/documents/tune.jsonl
  tipwire eval labelled.jsonl --errors`

async function run(file: string, { errors }: { errors?: boolean }): Promise<void> {
  const scored = await readAll(file)
  const { all, languages } = score(scored)
  for (const [lang, card] of Object.entries(languages)) await print(`${showScorecard(lang, card)}\n`)
  await print(showScorecard('all', all))
  if (errors) for (const { document, reading } of scored) for (const error of readingErrors({ document, reading })) await print(`\n${errorText(error)}`)
}

/** The documents of the file, read. A line that is wrong is told and left out; the exit code is 1 then. */
async function readAll(file: string): Promise<Scored<Reading>[]> {
  const scored: Scored<Reading>[] = []
  const input = file === '-' ? process.stdin : createReadStream(file)
  for await (const parsed of parseLines<LabelledDocument>(input, LabelledDocument)) {
    if ('error' in parsed) {
      note(`line ${parsed.line.number}${parsed.id === null ? '' : ` (${parsed.id})`}: ${parsed.error}`)
      process.exitCode = 1
    } else scored.push({ document: parsed.value, reading: read(parsed.value) })
  }
  return scored
}

function errorText({ id, what, expected, given, words }: ReadingError): string {
  const sides = [
    expected.length > 0 && `  expected  ${expected.join('; ')}`,
    given.length > 0 && `  given     ${given.join('; ')}`,
    words !== null && `  words     ${words}`,
  ]
  return [`${id}: ${what}`, ...sides.filter((side) => side !== false)].join('\n')
}
