import type { ListedLine, ListedOrder } from './listed-order.ts'
import type { ImportGate } from './should-import.ts'
import type { SkipReason } from './skip-reason.ts'

/** What is known of an order that Amazon lists. `status` is Amazon's as we wrote it last, for an order in the books only. */
export type KnownOrder = {
  readonly state: 'placed' | 'pending' | 'held' | 'skipped'
  readonly reason: SkipReason | null
  readonly status: string | null
  readonly updatedAt: number | null
  /** Units at Amazon by seller SKU; without the SKUs of dropped lines, which are not kept up to date (O4). */
  readonly quantities: Readonly<Record<string, number>> | null
}

/** Why an order needs no look: it is as Amazon lists it, held and shown, a rule keeps it out, or it is too young to be missed. */
export type AccountedBy = 'known' | 'held' | 'too-young' | 'of-another-shop' | SkipReason

/** Accounted for and why, or different: never seen, or behind what Amazon lists. */
export type Comparison =
  | { readonly accounted: true; readonly by: AccountedBy }
  | { readonly accounted: false; readonly why: 'missing' | 'stale' }

/** The rules that keep orders out, and since when an order may still be on its way to us (epoch ms). */
export type CompareRules = {
  readonly gate: Pick<ImportGate, 'ignoredOrders' | 'cutOff' | 'importFba'>
  readonly youngSince: number
}

/**
 * Whether an order that Amazon lists is accounted for (O18). What a rule keeps out is accounted for by that rule, as long as
 * it still does; everything else must be known, in the status and with the quantities that Amazon tells. Reports tell whole seconds.
 */
export function compareListed(listed: ListedOrder, known: KnownOrder | null, rules: CompareRules): Comparison {
  const kept = keptOut(listed, rules.gate)
  if (known === null) {
    if (kept !== null) return { accounted: true, by: kept }
    return different('missing', listed, rules)
  }
  if (known.state === 'skipped' && known.reason !== null) {
    return stillSkipped(listed, known.reason, kept)
      ? { accounted: true, by: known.reason }
      : different('stale', listed, rules)
  }
  const newer = known.updatedAt === null || listed.updatedAt >= Math.floor(known.updatedAt / 1000) * 1000
  // A held order is looked at again only for news: it has no status of ours to compare.
  if (known.state === 'held') {
    const news = known.updatedAt === null || listed.updatedAt > known.updatedAt
    return news ? different('stale', listed, rules) : { accounted: true, by: 'held' }
  }
  const same = listed.status === null || (listed.status === known.status && !differsInUnits(listed, known))
  return same || !newer ? { accounted: true, by: 'known' } : different('stale', listed, rules)
}

/** True where both name a SKU with other units. A cancelled order is listed with none, and a list may leave lines out. */
function differsInUnits({ status, quantities }: ListedOrder, known: KnownOrder): boolean {
  if (status === 'CANCELLED' || known.quantities === null) return false
  const ours = new Map(Object.entries(known.quantities))
  return [...quantities].some(([sku, units]) => units !== null && ours.has(sku) && ours.get(sku) !== units)
}

const different = (why: 'missing' | 'stale', { updatedAt }: ListedLine, { youngSince }: CompareRules): Comparison =>
  updatedAt > youngSince ? { accounted: true, by: 'too-young' } : { accounted: false, why }

/** The rule that keeps out an order of which nothing is known but what the report lists, in the order of `shouldImport`. */
function keptOut(listed: ListedLine, gate: CompareRules['gate']): AccountedBy | null {
  if (listed.orderId.startsWith('S')) return 'of-another-shop'
  if (gate.ignoredOrders.has(listed.orderId)) return 'ignored-order'
  if (listed.fulfilledBy === 'AMAZON' && !gate.importFba) return 'fulfilled-by-amazon'
  if (gate.cutOff !== null && listed.placedAt !== null && listed.placedAt < gate.cutOff) return 'before-cutoff'
  return null
}

/** False where the rule that kept an order out was changed since, or where the order became ready. */
function stillSkipped({ status }: ListedLine, reason: SkipReason, kept: AccountedBy | null): boolean {
  switch (reason) {
    case 'before-cutoff':
    case 'ignored-order':
    case 'fulfilled-by-amazon':
      return kept !== null
    case 'fba-not-ready':
      return kept !== null || (status !== 'SHIPPED' && status !== 'UNSHIPPED' && status !== 'PARTIALLY_SHIPPED')
    default:
      return true
  }
}
