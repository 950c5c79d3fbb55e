import { Command, CommanderError } from 'commander'
import { demoCommand } from './commands/demo.ts'
import { serveCommand } from './commands/serve.ts'
import { CliRefusal, sentencesOf } from './refusal.ts'

/** The command line of Millrace: everything an operator does (X3). */
const program = new Command('millrace')
  .description("Joins a merchant's order system to Amazon Seller Central.")
  .exitOverride()
serveCommand(program)
demoCommand(program)

try {
  await program.parseAsync(process.argv)
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
  else {
    console.error(sentencesOf(error))
    process.exitCode = error instanceof CliRefusal ? error.exitCode : 1
  }
}
