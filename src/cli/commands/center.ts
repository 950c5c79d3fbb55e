import type { Command } from 'commander'
import { allCenters } from '#contract/stock.ts'
import type { CenterCode } from '#core/ids.ts'
import { saveCenters } from '#flows/configure.ts'
import { readWhole } from '../arguments.ts'
import { aboutMerchant, atDesk, checkedEntry, type MerchantOptions } from '../open.ts'
import { readFile } from '../read-file.ts'
import { CliRefusal } from '../refusal.ts'
import { count, print, table } from '../table.ts'

/** Adds `center`: distribution centers in the merchant's order (O20). */
export function centerCommand(program: Command): void {
  const noun = program.command('center').description('distribution centers: list, save FILE.json, buffer')
  aboutMerchant(
    noun
      .command('list')
      .description('centers in the order in which they are tried; with --json a file for center save'),
  ).action((options: MerchantOptions) =>
    atDesk(options, async ({ store }) => {
      const centers = await store((tx) => tx.listCenters())
      print(options, {
        json: { centers },
        lines:
          centers.length === 0
            ? ['There are no distribution centers yet. ./millrace center save FILE.json']
            : table(
                ['Center', 'Name', 'Default', 'Buffer'],
                centers.map((each) => [each.code, each.name, each.isDefault ? 'yes' : '', each.inventoryBuffer]),
              ),
      })
    }),
  )
  aboutMerchant(
    noun
      .command('save <file>')
      .description('make this the list of centers: a JSON file as the REST API takes it (- for standard input)'),
  ).action((file: string, options: MerchantOptions) => {
    const read = readFile(file, allCenters)
    return atDesk(options, async ({ deps, merchant }) => {
      const saved = read.checked(await saveCenters(deps, merchant.id, read.value.centers))
      print(options, { json: { saved: saved.length }, lines: [`${count(saved.length, 'center')} saved.`] })
    })
  })
  addBuffer(noun)
}

const ABOUT_BUFFERS = `
If you set the buffer to 2, two less than you really have are reported to Amazon, in each center.
Amazon learns of a sale elsewhere only after a while; the buffer covers what sells meanwhile, so that nothing is sold twice.
Every SKU is looked at again at once.`

function addBuffer(noun: Command): void {
  aboutMerchant(noun.command('buffer <center>').description('how many units of each item Amazon is not told of (I2)'))
    .argument('<units>', 'how many; 0 for none', readWhole)
    .addHelpText('after', ABOUT_BUFFERS)
    .action((code: string, ...[inventoryBuffer, options]: [number, MerchantOptions]) =>
      atDesk(options, async ({ deps, merchant, store }) => {
        const centers = await store((tx) => tx.listCenters())
        const center = code as CenterCode
        if (!centers.some((each) => each.code === center))
          throw new CliRefusal(`There is no center [${code}]. ./millrace center list`)
        const changed = centers.map((each) => (each.code === center ? { ...each, inventoryBuffer } : each))
        checkedEntry(await saveCenters(deps, merchant.id, changed), { inventoryBuffer: 'the buffer' })
        const lines = [
          `${code}: Amazon is told of ${count(inventoryBuffer, 'unit')} less than lie there, of each item.`,
        ]
        print(options, { json: { code, inventoryBuffer }, lines })
      }),
    )
}
