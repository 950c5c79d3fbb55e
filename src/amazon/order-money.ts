import type { Money } from '#core/money.ts'
import { isLineKind, type StatedMoney } from './line-money.ts'
import { type Block, block, blocks, money, requiredMoney, requiredText } from './read-wire.ts'

/** The money of the order as a whole, and what does not add up. */
export type OrderMoney = {
  readonly currency: string | null
  readonly grandTotal: Money | null
  readonly outsideLines: number
  readonly flags: readonly string[]
}

/** Reads the order's own proceeds and reconciles them with the lines: a mismatch is a flag, never a refusal (O15). */
export function orderMoney(root: Block, lines: readonly { readonly money: StatedMoney | null }[]): OrderMoney {
  const proceeds = block(root, 'proceeds')
  const grandTotal = proceeds && money(proceeds, 'grandTotal')
  const stated = lines.flatMap((line) => line.money ?? [])
  const outside = proceeds ? amountsOutside(proceeds, stated) : []
  const currency = grandTotal?.currency ?? stated[0]?.currency ?? outside[0]?.currency ?? null
  const oneCurrency =
    stated.every((one) => one.oneCurrency && one.currency === currency) &&
    outside.every((one) => one.currency === currency)
  const outsideLines = outside.reduce((sum, one) => (one.currency === currency ? sum + one.minor : sum), 0)
  const flags: string[] = []
  if (!oneCurrency) flags.push('mixed-currencies')
  if (stated.some((one) => one.oneCurrency && !one.addsUp)) flags.push('line-money-mismatch')
  const sum = stated.reduce((total, one) => total + one.money.total, outsideLines)
  if (oneCurrency && grandTotal && grandTotal.minor !== sum) flags.push('money-mismatch')
  return { currency, grandTotal, outsideLines, flags }
}

/** Amounts of the order that no line has, e.g. a delivery tip. Kinds that lines have too are only their sum. */
function amountsOutside(proceeds: Block, stated: readonly StatedMoney[]): readonly Money[] {
  return blocks(proceeds, 'breakdowns').flatMap((breakdown) => {
    const kind = requiredText(breakdown, 'type')
    const subtotal = requiredMoney(breakdown, 'subtotal')
    if (!subtotal || isLineKind(kind) || stated.some((line) => line.unknownKinds.includes(kind))) return []
    return subtotal
  })
}
