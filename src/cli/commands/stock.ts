import type { Command } from 'commander'
import { manyStock } from '#contract/stock.ts'
import type { CenterCode, ItemId } from '#core/ids.ts'
import { setStock } from '#flows/change-stock.ts'
import { readCount, readWhole } from '../arguments.ts'
import { aboutMerchant, atDesk, checkedEntry, type MerchantOptions, WHO } from '../open.ts'
import { readFile } from '../read-file.ts'
import { count, print, table } from '../table.ts'
import { addStockChanges } from './stock-changes.ts'

/** The words as the checks name their fields. */
const TYPED = { itemId: 'the item', center: 'the center', onHand: 'the quantity' }

/** Adds `stock`: what lies in which center (O20). */
export function stockCommand(program: Command): void {
  const noun = program
    .command('stock')
    .description('stock on hand: list, save FILE.json, set, adjust, transfer, receive, count, history, restock')
  aboutMerchant(noun.command('list').description('stock by item and center; with --json all of it'))
    .option('--item <id>', 'only this item')
    .option('--limit <n>', 'at most so many (default: 200; with --json all)', readCount)
    .action((options: MerchantOptions & { item?: string; limit?: number }) =>
      atDesk(options, async ({ store }) => {
        const limit = options.limit ?? (options.json ? 10_000_000 : 200)
        const rows = await store((tx) =>
          tx.listStock({ after: null, limit, itemId: (options.item ?? null) as ItemId | null }),
        )
        print(options, {
          json: { stock: rows },
          lines:
            rows.length === 0
              ? [`There is no stock${options.item ? ` of ${options.item}` : ''}. ./millrace stock set --help`]
              : [
                  ...table(
                    ['Item', 'Center', 'On hand', 'Allocated', 'Free', 'More comes'],
                    rows.map((each) => [
                      each.itemId,
                      each.center,
                      each.onHand,
                      each.allocated,
                      each.onHand - each.allocated,
                      each.restockOn,
                    ]),
                  ),
                  '',
                  rows.length === limit ? `The first ${limit}. More: --limit or --item` : count(rows.length, 'row'),
                ],
        })
      }),
    )
  aboutMerchant(
    noun
      .command('save <file>')
      .description('set stock from a JSON file as the REST API takes it (- for standard input)'),
  ).action((file: string, options: MerchantOptions) => {
    const read = readFile(file, manyStock)
    return atDesk(options, async ({ deps, merchant }) => {
      const saved = read.checked(await setStock(deps, merchant.id, { stock: read.value.stock, who: WHO }))
      print(options, { json: { saved: saved.length }, lines: [`${count(saved.length, 'row')} of stock saved.`] })
    })
  })
  aboutMerchant(noun.command('set <item> <center>').description('set what lies on the shelf; what is allocated stays'))
    .argument('<quantity>', 'how many', readWhole)
    .action((item: string, ...[center, onHand, options]: [string, number, MerchantOptions]) =>
      atDesk(options, async ({ deps, merchant }) => {
        const entry = { itemId: item as ItemId, center: center as CenterCode, onHand }
        checkedEntry(await setStock(deps, merchant.id, { stock: [entry], who: WHO }), TYPED)
        print(options, { json: { saved: 1 }, lines: [`${item} at ${center}: ${onHand} on hand.`] })
      }),
    )
  addStockChanges(noun)
}
