import type { ItemId, SellerSku } from '../ids.ts'
import type { AmazonLine } from '../orders/amazon-order.ts'
import type { ImportContext } from '../orders/import-context.ts'
import type { CellFault, ChannelLine, ChannelOrder } from './channel-order.ts'
import { shareAmount } from './share-amount.ts'

const MOST_MINOR = 10 ** 15

/** The lines of an order with their amounts: what one costs, else the price of the item; shipping and tax are shared by what the lines cost (O15). */
export function linesOfChannel(
  read: ChannelOrder,
  { items, mappings, merchant }: Pick<ImportContext, 'items' | 'mappings' | 'merchant'>,
): { readonly lines: readonly AmazonLine[]; readonly faults: readonly CellFault[] } {
  const faults: CellFault[] = []
  const costs = read.lines.map((line) => {
    const own = read.currency === merchant.currency ? (items.get(line.item as ItemId)?.price ?? null) : null
    const cost = line.unitCost ?? own
    // What nobody knows needs no price: that is told already, and keeps the order out.
    const isKnown = items.has(line.item as ItemId) || mappings.has(line.item as SellerSku)
    if (cost === null && (isKnown || !read.treatWarningsAsErrors))
      faults.push(costFault(line, `[${line.item}] has no price in ${read.currency}: write what one costs`))
    const total = (cost ?? 0) * line.quantity
    if (total > MOST_MINOR) faults.push(costFault(line, 'costs more than any order does: look at the amount'))
    return Math.min(total, MOST_MINOR)
  })
  const shipping = shareAmount(read.shipping, costs)
  const tax = shareAmount(read.tax, costs)
  const lines = read.lines.map((line, at) => {
    const title = line.title ?? items.get(line.item as ItemId)?.description ?? line.item
    const amounts = { item: costs[at] ?? 0, shipping: shipping[at] ?? 0, tax: tax[at] ?? 0 }
    return lineOf({ ...line, title }, { at, gift: read.gift, ...amounts })
  })
  return { faults, lines }
}

const costFault = ({ row }: ChannelLine, why: string): CellFault => ({
  row,
  column: -1,
  header: 'item.arbitraryUnitCost',
  why,
})

type Amounts = {
  readonly at: number
  readonly gift: boolean
  readonly item: number
  readonly shipping: number
  readonly tax: number
}

const lineOf = (line: ChannelLine, { at, gift, item, shipping, tax }: Amounts): AmazonLine => ({
  lineId: String(at + 1),
  asin: null,
  sellerSku: line.item as SellerSku,
  title: line.title ?? '',
  quantity: line.quantity,
  quantityFulfilled: 0,
  money: { item, shipping, giftWrap: 0, other: 0, tax, marketplaceTax: 0, discount: 0, total: item + shipping + tax },
  gift,
  particulars: null,
  cancellationRequested: false,
})
