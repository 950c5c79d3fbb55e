import type { SellerSku } from '../ids.ts'
import type { AmazonLine, AmazonOrder } from './amazon-order.ts'
import type { ImportContext } from './import-context.ts'
import { startOfDay } from './merchant-time.ts'
import type { SkipReason } from './skip-reason.ts'
import { statusMeaning } from './status.ts'

/** What the merchant does not want, made ready once for a page: 10,000 ignored ids cost no more than one. */
export type ImportGate = {
  readonly ignoredOrders: ReadonlySet<string>
  readonly ignoredItems: ReadonlySet<string>
  /** Epoch ms; orders placed before it are skipped. Null: no cut-off. */
  readonly cutOff: number | null
  /** Whether orders that Amazon fulfills come in, for the books (O14). */
  readonly importFba: boolean
  /** Whether orders come in completed, those too that are shipped when first seen (O6). */
  readonly asCompleted: boolean
}

/** Go on with these lines, or skip the order for this reason. */
export type Wanted =
  | { readonly ok: true; readonly lines: readonly AmazonLine[]; readonly dropped: readonly AmazonLine[] }
  | { readonly ok: false; readonly reason: SkipReason }

/** Reads the settings that keep orders out: the day of O2 in the merchant's zone, else the instant importing was started (C9). */
export function importGate({ settings, merchant, startedAt }: ImportContext): ImportGate {
  const { notBefore, ignoredOrders, ignoredItems, importFba, asCompleted } = settings.orders
  return {
    ignoredOrders: new Set(ignoredOrders),
    ignoredItems: new Set(ignoredItems),
    cutOff: notBefore === null ? startedAt : startOfDay(notBefore, merchant.timeZone),
    importFba,
    asCompleted,
  }
}

/**
 * Whether an order not yet known is imported, and with which lines. The merchant's own word about this very order comes first (O3),
 * then what lies outside the product (O14) and outside the time agreed on (O2), then what is already over at Amazon (O13), and
 * last the lines (O4): so the reason shown is the one that would still hold if the later ones were mended.
 */
export function shouldImport(order: AmazonOrder, gate: ImportGate): Wanted {
  if (gate.ignoredOrders.has(order.id)) return { ok: false, reason: 'ignored-order' }
  const byAmazon = order.fulfilledBy === 'AMAZON'
  if (byAmazon && !gate.importFba) return { ok: false, reason: 'fulfilled-by-amazon' }
  if (gate.cutOff !== null && order.placedAt < gate.cutOff) return { ok: false, reason: 'before-cutoff' }
  const meaning = order.status === null ? null : statusMeaning(order.status)
  if (meaning === 'cancelled') return { ok: false, reason: 'cancelled' }
  if (byAmazon && meaning !== 'open' && meaning !== 'shipped') return { ok: false, reason: 'fba-not-ready' }
  if (meaning === 'shipped' && !byAmazon && !gate.asCompleted) return { ok: false, reason: 'shipped-before-import' }
  const { lines, dropped } = withoutIgnored(order.lines, gate.ignoredItems)
  if (lines.length === 0 && dropped.length > 0) return { ok: false, reason: 'ignored-items' }
  // Amazon cancels lines by lowering them to zero; with nothing left to send the order is as good as cancelled.
  if (meaning === 'open' && lines.length > 0 && lines.every((line) => line.quantity === 0))
    return { ok: false, reason: 'cancelled' }
  return { ok: true, lines, dropped }
}

/** Parts the lines whose ASIN, seller SKU or order item id is ignored from the others (O4). */
function withoutIgnored(lines: readonly AmazonLine[], ignored: ReadonlySet<string>) {
  if (ignored.size === 0) return { lines, dropped: [] }
  const isIgnored = ({ asin, sellerSku, lineId }: { asin: string | null; sellerSku: SellerSku; lineId: string }) =>
    (asin !== null && ignored.has(asin)) || ignored.has(sellerSku) || ignored.has(lineId)
  return { lines: lines.filter((line) => !isIgnored(line)), dropped: lines.filter(isIgnored) }
}
