import { writeFileSync } from 'node:fs'
import type { Command } from 'commander'
import { writeChanges, writeWhole } from '#contract/configuration.ts'
import { linesOfChange } from '#core/settings/tell-changes.ts'
import { MOST_BYTES } from '#files/read-yaml.ts'
import { writeYaml } from '#files/write-yaml.ts'
import { applyConfiguration } from '#flows/apply-configuration.ts'
import { readConfiguration } from '#flows/read-configuration.ts'
import { askYes } from '../ask-yes.ts'
import { earlierDaysLines } from '../earlier-days-lines.ts'
import { aboutMerchant, atDesk, type Desk, type MerchantOptions } from '../open.ts'
import { type ConfigurationFile, readConfigurationFile } from '../read-configuration.ts'
import { CliRefusal } from '../refusal.ts'
import { AGAIN } from '../sentences.ts'
import { count, print } from '../table.ts'

type Wanted = MerchantOptions & { readonly dryRun?: boolean; readonly yes?: boolean; readonly prune?: boolean }

/** Adds `config`: a merchant's whole configuration as one YAML file (X4). */
export function configCommand(program: Command): void {
  const noun = program.command('config').description('the whole configuration as one YAML file: export, apply')
  noun
    .command('export')
    .description('write the configuration as YAML; no stock, no token, no key, no buyer is in it')
    .argument('[file]', 'the file to write; without it, or with -, it is printed', '-')
    .option('--merchant <id>', 'the Merchant ID; not needed when there is only one merchant')
    .option('--json', 'for programs: JSON in place of YAML; it can be applied as well')
    .action((file: string, options: MerchantOptions) => atDesk(options, (desk) => exportTo(file, desk, options)))
  aboutMerchant(
    noun.command('apply <file>').description('apply a YAML file (- for standard input), all of it or nothing'),
  )
    .option('--dry-run', 'only show what would change')
    .option('--yes', 'do not ask')
    .option('--prune', 'also remove items, offers, Amazon tabs and mappings that the file leaves out')
    .addHelpText(
      'after',
      [
        '',
        'A section of the file is the whole truth of that section; a section left out stays as it is.',
        'Items, offers, Amazon tabs and mappings that their section leaves out stay all the same, unless --prune is said.',
        'The difference is shown first, then it is asked. More: docs/configuration-file.md',
      ].join('\n'),
    )
    .action((file: string, options: Wanted) => {
      const read = readConfigurationFile(file)
      if (file === '-' && !options.yes && !options.dryRun)
        throw new CliRefusal('A file from standard input leaves nothing to answer with: say --yes, or --dry-run first.')
      return atDesk(options, (desk) => applyFile(read, desk, options))
    })
}

async function exportTo(file: string, { deps, merchant }: Desk, { json }: MerchantOptions): Promise<void> {
  const whole = await readConfiguration(deps, merchant.id)
  const text = json
    ? `${JSON.stringify(writeWhole(whole), null, 2)}\n`
    : writeYaml(writeWhole(whole), [
        `Configuration of ${merchant.id} (${merchant.name}).`,
        'Apply it: ./millrace config apply FILE.yaml',
      ])
  if (file === '-') {
    process.stdout.write(text)
    return
  }
  try {
    writeFileSync(file, text)
  } catch (error) {
    throw new CliRefusal(`The file ${file} cannot be written (${(error as NodeJS.ErrnoException).code}).`)
  }
  const entries = [count(whole.items.length, 'item'), count(whole.mappings.length, 'mapping')].join(', ')
  console.log(`${file} is written: ${entries}, ${count(whole.methods.length, 'shipping method')}.`)
  if (Buffer.byteLength(text) > MOST_BYTES)
    console.error('It is larger than 5 MB, the most that config apply takes at once: apply it in parts.')
}

async function applyFile(read: ConfigurationFile, { deps, merchant, store }: Desk, options: Wanted): Promise<void> {
  const how = { entered: read.value, prune: options.prune === true }
  const apply = (dryRun: boolean, version: number | null) =>
    applyConfiguration(deps, merchant.id, { ...how, dryRun, version })
  const planned = read.checked(await apply(true, null))
  const changes = writeChanges(planned, merchant.currency)
  const lines = changes.flatMap(linesOfChange)
  const done = (applied: boolean, ...last: readonly string[]) =>
    print(options, { json: { applied, changes }, lines: [...(options.yes || options.dryRun ? lines : []), ...last] })
  if (changes.length === 0) return done(false, 'Nothing differs.')
  if (options.dryRun) return done(false, `${count(changes.length, 'change')}. Nothing was changed.`)
  if (!options.yes) {
    console.error(lines.join('\n'))
    const isSure = await askYes(`Apply ${count(changes.length, 'change')} to ${merchant.id} (${merchant.name})?`)
    if (!isSure) throw new CliRefusal('Nothing was changed.')
  }
  const { earlierDays } = read.checked(await apply(false, planned.version))
  const also = earlierDaysLines(earlierDays, await store((tx) => tx.merchantFacts()))
  done(true, `${count(changes.length, 'change')} applied. ${AGAIN}`, ...also)
}
