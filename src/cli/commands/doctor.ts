import type { Command } from 'commander'
import { withJson } from '../open.ts'
import { count, pairs, print } from '../table.ts'

const MARKS = { ok: 'ok   ', warn: 'soon ', bad: 'WRONG' } as const

/** Adds `doctor`: what is wrong with this deployment, and what mends it (X3). */
export function doctorCommand(program: Command): void {
  withJson(
    program
      .command('doctor')
      .description(
        'what is wrong with this deployment and what to do; exit code 0 in order, 1 see to it soon, 2 wrong',
      ),
  )
    .option('--facts', "what is true of this deployment, for the answers to Amazon's questionnaire")
    .action(async (options: { json?: boolean; facts?: boolean }) => {
      const { readConfig } = await import('#main/config.ts')
      const read = () => readConfig(process.env)
      if (options.facts) {
        const { factsOf } = await import('#main/doctor/facts.ts')
        const facts = await factsOf(read(), Date.now())
        return print(options, { json: Object.fromEntries(facts), lines: pairs(facts) })
      }
      const { examine } = await import('#main/doctor/examine.ts')
      const { exitCodeOf } = await import('#main/doctor/finding.ts')
      const findings = await examine(read, Date.now())
      const open = findings.filter(({ state }) => state !== 'ok')
      print(options, {
        json: { findings },
        lines: [
          ...findings.flatMap(({ about, state, sentence, mend }) => [
            `${MARKS[state]}  ${about}: ${sentence}`,
            ...(mend ? [`         -> ${mend}`] : []),
          ]),
          '',
          open.length === 0 ? 'All in order.' : `${count(open.length, 'thing')} to see to.`,
        ],
      })
      process.exitCode = exitCodeOf(findings)
    })
}
