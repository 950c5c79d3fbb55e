import type { Command } from 'commander'
import { manyItems, writeItem } from '#contract/items.ts'
import type { ItemId } from '#core/ids.ts'
import { formatMoney } from '#core/money.ts'
import { saveItems } from '#flows/configure.ts'
import { readCount, readPrice, readWeight, readWhole } from '../arguments.ts'
import { aboutMerchant, atDesk, checkedEntry, type MerchantOptions } from '../open.ts'
import { readFile } from '../read-file.ts'
import { AGAIN } from '../sentences.ts'
import { count, print, table } from '../table.ts'

/** The options as the checks name their fields. */
const TYPED = {
  id: 'the id',
  description: '--description',
  price: '--price',
  grams: '--weight',
  tracksStock: '--no-stock',
  leadTimeMinutes: '--lead-time',
  barcode: '--barcode',
}

type Added = MerchantOptions & {
  description: string
  price?: ReturnType<typeof readPrice>
  weight: number
  stock: boolean
  leadTime?: number
  barcode?: string
}

/** Adds `item`: products of the order system. */
export function itemCommand(program: Command): void {
  const noun = program.command('item').description('items: list, save FILE.json, add')
  aboutMerchant(noun.command('list').description('items in the order of their ids; with --json a file for item save'))
    .option('--limit <n>', 'at most so many (default: 200; with --json all)', readCount)
    .option('--after <id>', 'only items after this one: the next page')
    .action((options: MerchantOptions & { limit?: number; after?: string }) =>
      atDesk(options, async ({ merchant, store }) => {
        const limit = options.limit ?? (options.json ? 10_000_000 : 200)
        const after = (options.after ?? null) as ItemId | null
        const rows = await store((tx) => tx.listItems({ after, limit }))
        const { currency } = merchant
        print(options, {
          json: { items: rows.map((each) => writeItem(each, currency)) },
          lines:
            rows.length === 0
              ? ['There are no items yet. ./millrace item add --help']
              : [
                  ...table(
                    ['Item', 'Description', 'Price', 'Grams', 'Stock', 'Kit of'],
                    rows.map((each) => [
                      each.id,
                      each.description,
                      each.price === null ? '' : formatMoney({ minor: each.price, currency }),
                      each.grams,
                      each.tracksStock ? 'counted' : 'not counted',
                      (each.kit ?? []).map((part) => `${part.quantity} x ${part.itemId}`).join(', '),
                    ]),
                  ),
                  '',
                  rows.length === limit ? `More: --after ${rows.at(-1)?.id}` : count(rows.length, 'item'),
                ],
        })
      }),
    )
  aboutMerchant(
    noun
      .command('save <file>')
      .description('create or replace items from a JSON file as the REST API takes it (- for standard input)'),
  ).action((file: string, options: MerchantOptions) => {
    const read = readFile(file, manyItems)
    return atDesk(options, async ({ deps, merchant }) => {
      const saved = read.checked(await saveItems(deps, merchant.id, read.value.items))
      print(options, { json: { saved: saved.length }, lines: [`${count(saved.length, 'item')} saved. ${AGAIN}`] })
    })
  })
  addAdd(noun)
}

function addAdd(noun: Command): void {
  aboutMerchant(noun.command('add <id>').description('create or replace one item'))
    .requiredOption('--description <text>', 'what it is')
    .option('--price <amount>', "such as 12.50, in the merchant's currency", readPrice)
    .requiredOption('--weight <weight>', 'of one unit: 340g, 12oz or 1.5lb', readWeight)
    .option('--no-stock', 'its stock is not counted')
    .option('--lead-time <minutes>', 'its own time to ship; without it the default one counts', readWhole)
    .option('--barcode <digits>', 'UPC, EAN, ISBN or GTIN, by which its listings are found')
    .action((id: string, options: Added) =>
      atDesk(options, async ({ deps, merchant }) => {
        const { description, price, weight, stock, leadTime = null, barcode = null } = options
        const rest = { description, grams: weight, tracksStock: stock, kit: null, leadTimeMinutes: leadTime, barcode }
        const item = { id: id as ItemId, price: price ? price(merchant.currency) : null, ...rest }
        checkedEntry(await saveItems(deps, merchant.id, [item]), TYPED)
        print(options, { json: { saved: 1 }, lines: [`The item ${id} is saved. ${AGAIN}`] })
      }),
    )
}
