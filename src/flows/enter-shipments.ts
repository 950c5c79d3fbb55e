import type { MerchantId } from '#core/ids.ts'
import { type Problem, problem } from '#core/problems.ts'
import { enterPackage, type PackageDecision } from '#core/shipments/enter-package.ts'
import type { Package } from '#core/shipments/package.ts'
import type { PackageEntry } from '#core/shipments/package-entry.ts'
import { visibleText } from '#core/visible-text.ts'
import type { Deps, Tx } from './deps.ts'
import { type OpenShipment, openShipment } from './shippable-order.ts'

/** A package that is entered: its order by our number or Amazon's, and what is said of it. */
export type EnteredShipment = PackageEntry & { readonly order: string }

/** What became of one entry: a new package, one that was there already, or why not (S2). */
export type ShipmentResult =
  | {
      readonly outcome: 'entered' | 'known'
      readonly orderId: number
      readonly amazonOrderId: string
      readonly package: Package
      /** Spaces or dashes were taken out of its tracking number. */
      readonly cleaned: boolean
    }
  | { readonly outcome: 'refused'; readonly problem: Problem }

/** Most packages of one call. */
export const MOST_SHIPMENTS = 100

/**
 * Enters packages that left, each by itself: a refusal keeps no other out, and what was entered is on its way to Amazon although a
 * later one failed (S1, S2). The same entry twice is one package.
 */
export async function enterShipments(
  deps: Deps,
  merchant: MerchantId,
  { entries, who, keptBack = 0 }: Entered,
): Promise<readonly ShipmentResult[]> {
  const results: ShipmentResult[] = []
  for (const entry of entries)
    results.push(
      await deps.transaction(merchant, 'app', (tx) => enterOne(tx, entry, { who, at: deps.now(), keptBack })),
    )
  return results
}

/** Packages that are entered, by whom, and for how many ms Amazon is not told yet, so that they can still be voided. */
type Entered = {
  readonly entries: readonly EnteredShipment[]
  readonly who: string
  readonly keptBack?: number | undefined
}

type By = { readonly who: string; readonly at: number; readonly keptBack: number }

/** Enters one package within a transaction: what it says is final once that commits (S1, S2). */
export async function enterOne(tx: Tx, entry: EnteredShipment, by: By): Promise<ShipmentResult> {
  const open = await openShipment(tx, entry.order, by.at)
  if (!open)
    return { outcome: 'refused', problem: problem('not-found', { what: `order [${visibleText(entry.order, 60)}]` }) }
  // Amazon is told of a package by the order's marketplace.
  if (open.order.channel === 'amazon' && open.order.marketplaceId === null)
    return { outcome: 'refused', problem: problem('missing-block', { field: 'its marketplace' }) }
  // A name that a database cannot hold names nothing; the decision refuses it.
  const isName = entry.reference !== null && /^[^\p{Cc}\p{Surrogate}]{1,100}$/u.test(entry.reference)
  const named = isName && entry.reference !== null ? await tx.store.findPackageNamed(entry.reference) : null
  const decided = enterPackage(open.shippable, entry, { ...open.context, named })
  if (!decided.ok) return { outcome: 'refused', problem: decided.problem }
  const { orderId, amazonOrderId } = open.order
  const { value } = decided
  if (value.kind === 'entered') await record(tx, open, { decision: value, reference: entry.reference, by })
  const cleaned = value.kind === 'entered' && value.cleaned
  return { outcome: value.kind, orderId, amazonOrderId, package: value.package, cleaned }
}

type New = Extract<PackageDecision, { kind: 'entered' }>

async function record(
  tx: Tx,
  { order, placed }: OpenShipment,
  { decision, reference, by }: { readonly decision: New; readonly reference: string | null; readonly by: By },
): Promise<void> {
  const { package: made, way, stage, lines, stock } = decision
  const { orderId, connection } = order
  const { who, at, keptBack } = by
  await tx.store.insertPackage({ ...made, reference, center: placed.center, who, at })
  const facts = {
    package: made.number,
    carrier: made.carrier,
    tracking: made.tracking,
    ...(stage === placed.stage ? {} : { from: placed.stage, to: stage }),
    items: made.items,
    used: stock.used,
  }
  await tx.store.recordShipped({ orderId, stage, lines, stock, event: { kind: 'package.entered', who, facts }, at })
  // Another channel is none of Amazon's business.
  if (order.channel !== 'amazon') return
  const sent = { kind: 'confirmation', connection, marketplaceId: order.marketplaceId ?? '', orderId } as const
  await tx.store.putInOutbox({
    things: [{ ...sent, subject: made.number, way, dueBy: order.shipBy }],
    at,
    from: at + keptBack,
  })
  await tx.wake('confirm-shipments', connection, at + keptBack)
  if (way === 'feed') await tx.wake('order-feeds', connection)
}
