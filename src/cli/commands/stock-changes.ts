import { type Command, Option } from 'commander'
import { writeStockMove } from '#contract/stock-changes.ts'
import type { CenterCode, ItemId } from '#core/ids.ts'
import { STOCK_REASONS, type StockChange, type StockReason } from '#core/inventory/shelf-move.ts'
import { changeStock, setRestockDays } from '#flows/change-stock.ts'
import { readCount, readWhole } from '../arguments.ts'
import { aboutMerchant, atDesk, checkedEntry, type MerchantOptions, WHO } from '../open.ts'
import { count, print, table } from '../table.ts'

/** The words as the checks name their fields. */
const TYPED = {
  itemId: 'the item',
  center: 'the center',
  from: 'the center it comes from',
  to: 'the center it goes to',
  by: 'the quantity',
  quantity: 'the quantity',
  counted: 'the quantity',
  reference: '--reference',
  on: 'the day',
  '': 'the item',
}

type Why = MerchantOptions & { readonly reason: StockReason; readonly reference: string; readonly belowZero?: boolean }

/** Adds the commands by which a person moves stock, and its history (O20). */
export function addStockChanges(noun: Command): void {
  withWhy(noun.command('adjust <item> <center>').description('add to stock, or take from it: 5 or -5'), null)
    .argument('<quantity>', 'how many more, or with a minus how many fewer', readWhole)
    .option('--below-zero', 'on hand may go below zero by it')
    .action((item: string, ...[center, by, options]: [string, number, Why]) => {
      const belowZero = options.belowZero === true
      return change({ kind: 'adjustment', ...why(item, options), center: center as CenterCode, by, belowZero }, options)
    })
  withWhy(noun.command('transfer <item> <from> <to>').description('move stock from center to center'), 'moved')
    .argument('<quantity>', 'how many', readWhole)
    .action((item: string, ...[from, to, quantity, options]: [string, string, number, Why]) => {
      const places = { from: from as CenterCode, to: to as CenterCode }
      return change({ kind: 'transfer', ...why(item, options), ...places, quantity }, options)
    })
  withWhy(noun.command('receive <item> <center>').description('take in what came'), 'delivery')
    .argument('<quantity>', 'how many', readWhole)
    .action((item: string, ...[center, quantity, options]: [string, number, Why]) =>
      change({ kind: 'receipt', ...why(item, options), center: center as CenterCode, quantity }, options),
    )
  withWhy(noun.command('count <item> <center>').description('say how many were counted'), 'counted')
    .argument('<quantity>', 'how many lie there', readWhole)
    .action((item: string, ...[center, counted, options]: [string, number, Why]) =>
      change({ kind: 'count', ...why(item, options), center: center as CenterCode, counted }, options),
    )
  addHistory(noun)
  addRestock(noun)
}

/** Adds `--reason` and `--reference`; without a usual reason one must be said. */
function withWhy(command: Command, usual: StockReason | null): Command {
  const reason = new Option('--reason <reason>', 'why').choices(STOCK_REASONS)
  return aboutMerchant(command)
    .addOption(usual === null ? reason.makeOptionMandatory() : reason.default(usual))
    .option('--reference <text>', 'your own words: a delivery number, a note; nothing of a buyer', '')
}

const why = (item: string, { reason, reference }: Why) => ({ itemId: item as ItemId, reason, reference })

const change = (entered: StockChange, options: MerchantOptions): Promise<void> =>
  atDesk(options, async ({ deps, merchant }) => {
    const moves = checkedEntry(await changeStock(deps, merchant.id, { changes: [entered], who: WHO }), TYPED)
    print(options, {
      json: { moves: moves.map(({ itemId, center, change: by, onHand }) => ({ itemId, center, change: by, onHand })) },
      lines: moves.map((each) => `${each.itemId} at ${each.center}: ${signed(each.change)}, ${each.onHand} on hand.`),
    })
  })

const signed = (by: number): string => (by > 0 ? `+${by}` : String(by))

function addHistory(noun: Command): void {
  aboutMerchant(noun.command('history <item>').description('why stock of an item moved, the newest first'))
    .option('--center <code>', 'only this center')
    .option('--limit <n>', 'at most so many (default: 50)', readCount)
    .action((item: string, options: MerchantOptions & { center?: string; limit?: number }) =>
      atDesk(options, async ({ store, time }) => {
        const center = (options.center ?? null) as CenterCode | null
        const page = { after: null, limit: options.limit ?? 50, itemId: item as ItemId, center }
        const rows = await store((tx) => tx.listStockMoves(page))
        const cells = rows.map((row) => [
          ...[time(row.at), row.center, row.kind, signed(row.change), row.onHand],
          ...[row.reason, row.reference, row.who],
        ])
        print(options, {
          json: { moves: rows.map(writeStockMove) },
          lines:
            rows.length === 0
              ? [`Stock of ${item} never moved.`]
              : [
                  ...table(['When', 'Center', 'What', 'Change', 'On hand', 'Reason', 'Reference', 'Who'], cells),
                  '',
                  count(rows.length, 'move'),
                ],
        })
      }),
    )
}

function addRestock(noun: Command): void {
  aboutMerchant(
    noun
      .command('restock <item> <center> <day>')
      .description('say when more comes (YYYY-MM-DD, or none); Amazon is told it as restock date'),
  ).action((item: string, ...[center, day, options]: [string, string, MerchantOptions]) =>
    atDesk(options, async ({ deps, merchant }) => {
      const on = day === 'none' ? null : day
      const entered = { itemId: item as ItemId, center: center as CenterCode, on }
      checkedEntry(await setRestockDays(deps, merchant.id, [entered]), TYPED)
      const said = on === null ? 'no day is known on which more comes.' : `more comes on ${on}.`
      print(options, { json: { saved: 1 }, lines: [`${item} at ${center}: ${said}`] })
    }),
  )
}
