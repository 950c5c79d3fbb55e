import type { Command } from 'commander'
import { pairs, table } from '../table.ts'

/** Adds `demo`: a whole day at the simulated Amazon, played in seconds; and `demo reset`. */
export function demoCommand(program: Command): void {
  const demo = program
    .command('demo')
    .description('play one day of orders at the simulated Amazon and compare each with its script')
    .option('--seed <text>', 'which day is drawn; the same seed draws the same day', 'harbor')
    .action(async ({ seed }: { seed: string }) => {
      const { playDay } = await import('#main/demo/fast-day.ts')
      console.log(`Playing one day of orders at the simulated Amazon (seed ${seed}) ...`)
      const day = await playDay({ seed })
      console.log(['', ...linesOf(day)].join('\n'))
      process.exitCode = day.differences.length === 0 ? 0 : 1
    })
  demo
    .command('reset')
    .description("remove the demo's data; the next start begins anew")
    .action(async () => {
      const { readConfig } = await import('#main/config.ts')
      const { resetDemo } = await import('#main/demo/reset-demo.ts')
      const config = readConfig(process.env)
      const removed = await resetDemo(config)
      console.log(
        removed
          ? `Removed ${config.dataFolder}: the demo's database and its key. The next npm start begins anew.`
          : `There is no demo in ${config.dataFolder}. npm start makes one.`,
      )
    })
}

type Day = Awaited<ReturnType<typeof import('#main/demo/fast-day.ts').playDay>>

function linesOf(day: Day): string[] {
  const ends = [...new Set([...Object.keys(day.wanted), ...Object.keys(day.found)])].sort()
  const same = day.drawn - new Set(day.differences.map((each) => each.orderId)).size
  return [
    ...table(
      ['How an order ends', 'Script', 'Millrace'],
      ends.map((end) => [end, day.wanted[end] ?? 0, day.found[end] ?? 0]),
    ),
    '',
    ...pairs([
      ['Orders drawn', day.drawn],
      ['As the script says', same],
      [
        'Calls at Amazon',
        Object.entries(day.calls)
          .map(([name, n]) => `${n} ${name}`)
          .join(', '),
      ],
      ['Seconds', Math.round(day.seconds * 10) / 10],
    ]),
    '',
    ...(day.differences.length === 0
      ? ['Every order ended as its script says.']
      : table(
          ['Order', 'Kind', 'Field', 'Script', 'Millrace'],
          day.differences
            .slice(0, 50)
            .map((each) => [each.orderId, each.archetype, each.field, each.wanted, each.found]),
        )),
  ]
}
