import type { SkuMapping } from '../catalog/item.ts'
import type { EarlierRefund } from './refund.ts'
import { taxInside } from './tax-inside.ts'
import { unitsGone } from './units-of-ours.ts'

/** A line as it was paid, minor units; null until Amazon states it. Quantities are Amazon's units. */
export type PaidLine = {
  readonly lineId: string
  readonly sellerSku: string
  readonly quantityAmazon: number
  readonly fulfilledAmazon: number
  readonly ratio: SkuMapping['ratio']
  readonly item: number | null
  readonly shipping: number | null
  readonly giftWrap: number | null
  readonly other: number | null
  readonly tax: number | null
  readonly marketplaceTax: number | null
  readonly discount: number | null
  readonly total: number | null
}

/** What may still go back for a line. */
export type LeftToRefund = {
  readonly item: number
  readonly shipping: number
  readonly giftWrap: number
  /** Of the three together: the discount is taken off. */
  readonly goods: number
  /** Of the three taxes together: without what the marketplace collected, and nothing where the prices hold their tax. */
  readonly tax: number
  /** True where the prices hold their tax. */
  readonly taxIncluded: boolean
  /** Amazon's units that are not shipped. */
  readonly quantityCancelled: number
}

/**
 * What may still go back for a line: what the buyer paid to the merchant less what was given back (O15, O16). Every refund counts
 * but those that a person took off; one that Amazon refused may still be sent again. What the marketplace collected it gives back itself.
 */
export function leftToRefund(line: PaidLine, earlier: readonly EarlierRefund[]): LeftToRefund | null {
  const { item, shipping, giftWrap, tax, marketplaceTax, total } = line
  if (item === null || shipping === null || giftWrap === null || tax === null || total === null) return null
  const taxIncluded = taxInside(line) === true
  const kept = marketplaceTax ?? 0
  const paid = Math.max(0, total - kept)
  const paidTax = taxIncluded ? 0 : Math.min(paid, Math.max(0, tax - kept))
  const paidGoods = paid - paidTax
  const given = givenFor(line, earlier)
  const sum = (pick: (each: (typeof given)[number]) => number) => given.reduce((all, each) => all + pick(each), 0)
  const left = (all: number, back: number) => Math.max(0, all - back)
  return {
    item: left(
      item,
      sum((each) => each.item),
    ),
    shipping: left(
      shipping,
      sum((each) => each.shipping),
    ),
    giftWrap: left(
      giftWrap,
      sum((each) => each.giftWrap),
    ),
    goods: left(
      paidGoods,
      sum((each) => each.item + each.shipping + each.giftWrap),
    ),
    tax: left(
      paidTax,
      sum((each) => each.tax + each.shippingTax + each.giftWrapTax),
    ),
    taxIncluded,
    quantityCancelled: left(line.quantityAmazon - line.fulfilledAmazon, cancelledOnTheWay(line, earlier)),
  }
}

/** Units that are cancelled with a refund leave the line at Amazon once it is carried out. */
const cancelledOnTheWay = (line: PaidLine, earlier: readonly EarlierRefund[]): number =>
  givenFor(
    line,
    earlier.filter(({ state }) => state !== 'settled'),
  ).reduce((sum, { quantityCancelled }) => sum + quantityCancelled, 0)

const givenFor = ({ lineId }: PaidLine, earlier: readonly EarlierRefund[]) =>
  earlier
    .filter(({ state }) => state !== 'removed')
    .flatMap(({ lines }) => lines.filter((each) => each.lineId === lineId))

/** How many of ours may come back to the shelf: what has left, less what came back, also with a refund that was taken off (O20). */
export function leftToRestock(
  {
    lineId,
    quantityAmazon,
    fulfilledAmazon,
    ratio,
  }: Pick<PaidLine, 'lineId' | 'quantityAmazon' | 'fulfilledAmazon' | 'ratio'>,
  earlier: readonly Pick<EarlierRefund, 'lines'>[],
): number {
  const back = earlier
    .flatMap(({ lines }) => lines.filter((each) => each.lineId === lineId))
    .reduce((sum, { restock }) => sum + restock, 0)
  return Math.max(0, unitsGone({ quantity: quantityAmazon, fulfilled: fulfilledAmazon, ratio }) - back)
}
