import type { Command } from 'commander'
import { aboutBackups, type BackupOptions, openBackups } from '../open-backups.ts'
import { count, print, table, utcTime } from '../table.ts'

/** Adds `backup`: makes one, lists them, reads one through (D47). */
export function backupCommand(program: Command): void {
  const noun = aboutBackups(
    program.command('backup').description('write all tables, sealed, into files that restore can read'),
  ).action(async (options: BackupOptions) => {
    const { config, folder, backup } = await openBackups(options)
    const made = await backup.makeBackup(config, folder)
    print(options, {
      json: { ...made, madeAt: new Date(made.madeAt).toISOString() },
      lines: [
        `Made a backup: ${count(made.rows, 'row')} of ${count(made.tables, 'table')}.`,
        ...made.files.map((file) => `  ${file}`),
        ...(made.pruned.length === 0 ? [] : [`Removed ${count(made.pruned.length, 'old file')}.`]),
        `They are worthless without the key ${config.key.file}: keep a copy of it apart from them.`,
      ],
    })
  })
  aboutBackups(noun.command('list').description('the backups in the folder')).action(async (options: BackupOptions) => {
    const { config, folder, files } = await openBackups({ ...noun.opts(), ...options })
    const found = files.listBackups(folder, config.mode)
    const rows = found.map((each) => [
      utcTime(each.madeAt),
      each.part === 'vault' ? 'buyer data' : 'the rest',
      each.bytes,
      each.path,
    ])
    print(
      { ...noun.opts(), ...options },
      {
        json: { files: found.map((each) => ({ ...each, madeAt: new Date(each.madeAt).toISOString() })) },
        lines:
          found.length === 0
            ? [`There is no backup of ${config.mode} mode in ${folder}.`]
            : table(['Made', 'Holds', 'Bytes', 'File'], rows),
      },
    )
  })
  aboutBackups(
    noun.command('check <file>').description('read a file through with the key, and check every table in it'),
  ).action(async (file: string, options: BackupOptions) => {
    const { config, backup } = await openBackups(options)
    const { head, end } = await backup.checkFile(config, file)
    const rows = end.tables.reduce((sum, each) => sum + each.rows, 0)
    print(
      { ...noun.opts(), ...options },
      {
        json: { ...head, madeAt: new Date(head.madeAt).toISOString(), tables: end.tables },
        lines: [
          `Whole: ${count(rows, 'row')} of ${count(end.tables.length, 'table')}, made ${utcTime(head.madeAt)} by Millrace ${head.program} in ${head.mode} mode.`,
        ],
      },
    )
  })
  aboutBackups(
    noun
      .command('try <file>')
      .description('put a backup back into a database made for it, look whether all is there, and remove it again')
      .option('--vault <file>', 'the file with the buyer data; without it the one beside, where it is'),
  ).action(async (file: string, options: BackupOptions & { vault?: string }) => {
    const { config, backup, files } = await openBackups({ ...noun.opts(), ...options })
    const tried = await backup.tryBackup(config, { file, vault: files.vaultOf(file, options.vault) })
    print(
      { ...noun.opts(), ...options },
      {
        json: tried,
        lines: [
          `It can be put back: ${count(tried.rows, 'row')} of ${count(tried.tables, 'table')} in ${tried.seconds} seconds, ${tried.withVault ? 'with' : 'without'} buyer data.`,
          'The trial is noted: ./millrace doctor asks for one each quarter.',
        ],
      },
    )
  })
}
