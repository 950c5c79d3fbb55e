import type { Command } from 'commander'
import { aboutBackups, type BackupOptions, openBackups } from '../open-backups.ts'
import { CliRefusal } from '../refusal.ts'
import { count, print } from '../table.ts'

type Options = BackupOptions & {
  readonly vault?: string | false
  readonly replace?: string
  readonly nothingSince?: boolean
}

/** Adds `restore`: puts a backup back (D47). */
export function restoreCommand(program: Command): void {
  aboutBackups(program.command('restore <file>').description('put a backup back, into an empty deployment'))
    .option('--vault <file>', 'the file with the buyer data; without it the one beside, where it is')
    .option('--no-vault', 'without buyer data: orders that wait for shipment are read at Amazon again')
    .option('--replace <mode>', 'remove what is there now; type the mode of this deployment, demo or real')
    .option('--nothing-since', 'the deployment stood still from the backup until now, as in an upgrade')
    .action(async (file: string, options: Options) => {
      const { config, backup, files } = await openBackups(options)
      const { replace, nothingSince = false } = options
      if (replace !== undefined && replace !== config.mode)
        throw new CliRefusal(
          `--replace says ${replace}, and this deployment is in ${config.mode} mode. Nothing was changed.`,
        )
      const vault = options.vault === false ? null : files.vaultOf(file, options.vault)
      const wanted = { file, vault, replace: replace !== undefined, stepsBack: !nothingSince }
      const { head, rows, tables } = await backup.putBack(config, wanted)
      print(options, {
        json: {
          backup: head.id,
          madeAt: new Date(head.madeAt).toISOString(),
          rows,
          tables,
          withBuyerData: vault !== null,
        },
        lines: [
          `Put back the backup of ${new Date(head.madeAt).toISOString()}: ${count(rows, 'row')} of ${count(tables, 'table')}, ${vault === null ? 'without' : 'with'} buyer data.`,
          ...(nothingSince ? [] : AFTERWARDS),
        ],
      })
    })
}

/** What no program can know after a step back (docs/backup.md). */
const AFTERWARDS = [
  '',
  'What was done since that backup is not here. Before work begins:',
  '  - count the stock: packages that left since are seen at Amazon, but nothing was taken off the shelf for them',
  '  - look at people, keys and connections: what was taken away since is back',
  '  - decide the refunds that are unsure: ./millrace outbox list',
  '  - stock and prices go up again once you switch them on: ./millrace sending --help',
  'docs/backup.md tells all of it.',
]
