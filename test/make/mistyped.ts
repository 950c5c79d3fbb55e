import { type Command, CommanderError } from 'commander'
import { buildProgram } from '#cli/program.ts'

/** A command and all below it. */
export const allCommands = (command: Command): Command[] => [
  command,
  ...command.commands.flatMap((each) => allCommands(each as Command)),
]

/** A command line as a shell cuts it, up to what comes from a file. */
const wordsOf = (line: string): string[] =>
  [...line.replace(/ < .*/, '').matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, bare]) => single ?? double ?? bare ?? '',
  )

/** What the real program says of a command line, without doing it. */
export async function mistyped(line: string): Promise<string | null> {
  const program = buildProgram()
  let said = ''
  const write = (text: string) => {
    said += text
  }
  for (const each of allCommands(program)) each.exitOverride().configureOutput({ writeErr: write, writeOut: () => {} })
  for (const each of allCommands(program).slice(1)) each.action(() => {})
  try {
    await program.parseAsync(['node', 'millrace', ...wordsOf(line)])
    return null
  } catch (error) {
    if (error instanceof CommanderError) return said || error.message
    return String(error)
  }
}
