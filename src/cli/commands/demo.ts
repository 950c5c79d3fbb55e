import type { Command } from 'commander'

/** Adds `demo`: a whole day at the simulated Amazon, played in seconds. */
export function demoCommand(program: Command): void {
  program
    .command('demo')
    .description('play one day of orders at the simulated Amazon and compare each with its script')
    .option('--seed <text>', 'which day is drawn; the same seed draws the same day', 'harbor')
    .action(async ({ seed }: { seed: string }) => {
      const { playDay } = await import('#main/demo/fast-day.ts')
      console.log(`Playing one day of orders at the simulated Amazon (seed ${seed}) ...`)
      const day = await playDay({ seed })
      console.log(JSON.stringify(day, null, 2))
      process.exitCode = day.differences.length === 0 ? 0 : 1
    })
}
