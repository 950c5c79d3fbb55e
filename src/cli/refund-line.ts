import { InvalidArgumentError } from 'commander'
import type { EnteredRefundLine } from '#core/orders/check-refund.ts'
import type { RestockWish } from '#core/orders/check-return.ts'
import type { RefundPart } from '#core/orders/refund.ts'
import { readCount, readPrice } from './arguments.ts'

const PARTS: ReadonlyMap<string, RefundPart> = new Map([
  ['item', 'item'],
  ['tax', 'tax'],
  ['shipping', 'shipping'],
  ['shipping-tax', 'shippingTax'],
  ['gift-wrap', 'giftWrap'],
  ['gift-wrap-tax', 'giftWrapTax'],
])
const COUNTS: ReadonlyMap<string, 'quantityCancelled' | 'restock'> = new Map([
  ['cancelled', 'quantityCancelled'],
  ['restock', 'restock'],
])

/** A line of a refund as it was typed; its amounts get the order's currency where none was typed. */
export type TypedRefundLine = (currency: string) => EnteredRefundLine

/** Reads `SKU item=5.00 shipping=2.50 restock=1` and adds it to those before (O16). */
export function readRefundLine(text: string, before: readonly TypedRefundLine[] = []): TypedRefundLine[] {
  const words = text.trim().split(/\s+/)
  const begin = words.findIndex((word) => word.includes('='))
  const named = words.slice(0, begin)
  if (begin < 1)
    throw new InvalidArgumentError("It must be a line and what goes back, such as 'MUG item=5.00 restock=1'.")
  const amounts = new Map<RefundPart, string>()
  const counts: Record<string, number> = {}
  for (const word of words.slice(begin)) {
    const [name = '', value = ''] = word.split('=', 2)
    const part = PARTS.get(name)
    const counted = COUNTS.get(name)
    if (part) amounts.set(part, value)
    else if (counted) counts[counted] = readCount(value)
    else throw new InvalidArgumentError(`[${word}] is none of ${[...PARTS.keys(), ...COUNTS.keys()].join('=, ')}=.`)
  }
  const line = (currency: string): EnteredRefundLine => ({
    line: named.join(' '),
    ...Object.fromEntries([...amounts].map(([part, value]) => [part, readPrice(value)(currency)])),
    ...counts,
  })
  return [...before, line]
}

/** Reads `all`, or `SKU=2` and adds it to those before (O20). */
export function readRestock(text: string, before: RestockWish | undefined): RestockWish {
  if (text === 'all') return 'all'
  const at = text.lastIndexOf('=')
  if (at < 1 || before === 'all') throw new InvalidArgumentError('It must be all, or SKU=UNITS for each line.')
  return { ...before, [text.slice(0, at)]: readCount(text.slice(at + 1)) }
}
