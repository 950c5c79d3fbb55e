import type { Command } from 'commander'
import { manyMappings, writeMapping } from '#contract/items.ts'
import type { ItemId, SellerSku } from '#core/ids.ts'
import { removeMapping, saveMappings } from '#flows/configure.ts'
import { readCount, readRatio } from '../arguments.ts'
import { aboutMerchant, atDesk, checkedEntry, checkedValue, type MerchantOptions } from '../open.ts'
import { readFile } from '../read-file.ts'
import { AGAIN } from '../sentences.ts'
import { count, print, quoted, table } from '../table.ts'

/** The words as the checks name their fields. */
const TYPED = { sellerSku: 'the SKU', itemId: 'the item', ratio: '--ratio', unit: '--unit', note: '--note' }

type Added = MerchantOptions & { ratio: { amazon: number; ours: number }; unit: string; note: string }

/** Adds `mapping`: which item a seller SKU is (O11). */
export function mappingCommand(program: Command): void {
  const noun = program.command('mapping').description('SKU mappings: list, save FILE.json, add, remove')
  addList(noun)
  aboutMerchant(
    noun
      .command('save <file>')
      .description('create or replace mappings from a JSON file as the REST API takes it (- for standard input)'),
  ).action((file: string, options: MerchantOptions) => {
    const read = readFile(file, manyMappings)
    return atDesk(options, async ({ deps, merchant }) => {
      const saved = read.checked(await saveMappings(deps, merchant.id, read.value.mappings))
      print(options, { json: { saved: saved.length }, lines: [`${count(saved.length, 'mapping')} saved. ${AGAIN}`] })
    })
  })
  aboutMerchant(noun.command('add <sku> <item>').description('say which item a seller SKU is'))
    .option('--ratio <amazon:ours>', 'such as 1:3, one at Amazon is three of ours', readRatio, { amazon: 1, ours: 1 })
    .option('--unit <text>', 'what a unit is called', '')
    .option('--note <text>', 'a note', '')
    .action((sku: string, item: string, options: Added) =>
      atDesk(options, async ({ deps, merchant }) => {
        const { ratio, unit, note } = options
        const entry = { sellerSku: sku as SellerSku, itemId: item as ItemId, ratio, unit, note }
        checkedEntry(await saveMappings(deps, merchant.id, [entry]), TYPED)
        print(options, {
          json: { saved: 1 },
          lines: [`${sku} is ${item} (${ratio.amazon} at Amazon : ${ratio.ours} of ours). ${AGAIN}`],
        })
      }),
    )
  aboutMerchant(noun.command('remove <sku>').description('remove the mapping of a seller SKU')).action(
    (sku: string, options: MerchantOptions) =>
      atDesk(options, async ({ deps, merchant }) => {
        checkedValue(await removeMapping(deps, merchant.id, sku as SellerSku))
        print(options, { json: { removed: 1 }, lines: [`${sku} is no longer mapped.`] })
      }),
  )
}

function addList(noun: Command): void {
  aboutMerchant(
    noun.command('list').description('mappings in the order of their SKUs; with --json a file for mapping save'),
  )
    .option('--limit <n>', 'at most so many (default: 200; with --json all)', readCount)
    .option('--after <sku>', 'only SKUs after this one: the next page')
    .option('--item <id>', 'only mappings to this item: all that it is sold as')
    .action((options: MerchantOptions & { limit?: number; after?: string; item?: string }) =>
      atDesk(options, async ({ store }) => {
        const limit = options.limit ?? (options.json ? 10_000_000 : 200)
        const rows = await store((tx) =>
          tx.listMappings({
            after: (options.after ?? null) as SellerSku | null,
            limit,
            itemId: options.item as ItemId | undefined,
          }),
        )
        print(options, {
          json: { mappings: rows.map(writeMapping) },
          lines:
            rows.length === 0
              ? [
                  `There are no SKU mappings${options.item ? ` to ${options.item}` : ''}. A seller SKU that equals an item id needs none.`,
                ]
              : [
                  ...table(
                    ['Seller SKU', 'Item', 'Amazon : ours', 'Unit', 'Note'],
                    rows.map((each) => [
                      each.sellerSku,
                      each.itemId,
                      `${each.ratio.amazon} : ${each.ratio.ours}`,
                      each.unit,
                      each.note,
                    ]),
                  ),
                  '',
                  rows.length === limit
                    ? `More: --after ${quoted(rows.at(-1)?.sellerSku ?? '')}`
                    : count(rows.length, 'mapping'),
                ],
        })
      }),
    )
}
