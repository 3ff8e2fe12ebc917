import { Command, CommanderError } from 'commander'
import { type CommandEntry, commands } from './commands/index.ts'
import { explain } from './output/explain.ts'
import { isBrokenPipe, note } from './output/streams.ts'

/** Exit codes of every command. */
export const exitCodes = { ok: 0, failed: 1, usage: 2 } as const

/** Runs one command line (without node and script) and gives its exit code: 0 done, 1 failed, 2 wrongly called. */
export async function start(argv: readonly string[]): Promise<number> {
  process.stdout.on('error', (error) => {
    // The reader of our output has gone (`tipwire … | head`): there is nobody left to tell.
    if (isBrokenPipe(error)) process.exit(exitCodes.ok)
    throw error
  })
  try {
    const program = await createProgram(argv)
    await program.parseAsync([...argv], { from: 'user' })
    return typeof process.exitCode === 'number' ? process.exitCode : exitCodes.ok
  } catch (error) {
    return report(error)
  }
}

/** The program with the called command filled in; the others are only names and summaries, so that `--help` stays fast. */
async function createProgram(argv: readonly string[]): Promise<Command> {
  const program = new Command('tipwire')
    .description('Reads news about trafficking in persons into events, each with the words it came from.')
    .version('0.1.0', '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help of a command')
    .showSuggestionAfterError(true)
    .configureHelp({ sortSubcommands: false })
    .exitOverride()
    .addHelpText(
      'after',
      '\nEvery command has --help with examples. Results go to standard output, everything else to standard error.\nExit codes: 0 done, 1 failed, 2 wrongly called.',
    )
  const called = calledName(argv)
  for (const entry of commands) await addCommand(program, entry, called)
  return program
}

async function addCommand(program: Command, entry: CommandEntry, called: string | undefined): Promise<void> {
  const command = program.command(entry.name).description(entry.summary)
  if (entry.name !== called) return
  const { define } = await entry.load()
  define(command)
}

function calledName(argv: readonly string[]): string | undefined {
  const words = argv.filter((word) => !word.startsWith('-'))
  return words[0] === 'help' ? words[1] : words[0]
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage
  const { text, usage } = explain(error)
  note(`tipwire: ${text}`)
  return usage ? exitCodes.usage : exitCodes.failed
}
