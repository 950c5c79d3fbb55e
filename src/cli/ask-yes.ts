import { createInterface } from 'node:readline/promises'
import { CliRefusal } from './refusal.ts'

/** Asks at the terminal; only `y` or `yes` is a yes. Where nobody can answer, `--yes` must be said. */
export async function askYes(question: string): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new CliRefusal('Nothing was changed: nobody can be asked here. With --yes it is done without asking.')
  const asked = createInterface({ input: process.stdin, output: process.stderr })
  // Ctrl-C and Ctrl-D end the question without an answer: that is a no.
  const ended = new Promise<string>((resolve) => asked.once('close', () => resolve('')))
  try {
    return /^y(es)?$/i.test((await Promise.race([asked.question(`${question} [y/N] `), ended])).trim())
  } finally {
    asked.close()
  }
}
