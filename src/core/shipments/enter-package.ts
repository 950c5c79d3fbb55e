import type { Allocation } from '../orders/import-context.ts'
import type { MerchantClock } from '../orders/merchant-time.ts'
import { settleLine } from '../orders/reserved-stock.ts'
import type { Stage } from '../orders/stage.ts'
import { failed, ok, type Problem, problem, type Result } from '../problems.ts'
import { isText } from '../settings/faults.ts'
import { visibleText } from '../visible-text.ts'
import { amazonCarrier, type CarrierMap } from './carrier-codes.ts'
import { sameAgain, whatDiffers } from './known-package.ts'
import type { WayUp } from './outbox.ts'
import type { Package, PackageItem } from './package.ts'
import type { KnownPackage, PackageEntry, ShippableOrder } from './package-entry.ts'
import { packageItems } from './package-items.ts'
import { readShipDate } from './ship-date.ts'
import { whyNoPackage } from './takes-package.ts'
import { readTracking, type Tracking } from './tracking-number.ts'

/** What entering a package needs beside its order; `named` is the package, of whichever order, that has the entry's reference. */
export type EntryContext = {
  readonly carriers: CarrierMap
  readonly clock: MerchantClock
  readonly now: number
  readonly named: { readonly orderId: number; readonly amazonOrderId: string; readonly known: KnownPackage } | null
}

/** What an order reserves before and after, what left the shelf; how much of each line is fulfilled now, in Amazon's units (O20). */
export type Shipped = {
  readonly stage: Stage
  readonly lines: readonly { readonly lineId: string; readonly fulfilledAmazon: number }[]
  readonly stock: {
    readonly before: readonly Allocation[]
    readonly after: readonly Allocation[]
    readonly used: readonly Allocation[]
  }
}

/** A package that is new, with what it does to its order; or one that is there already. */
export type PackageDecision =
  | { readonly kind: 'known'; readonly package: Package }
  | ({ readonly kind: 'entered'; readonly package: Package; readonly way: WayUp; readonly cleaned: boolean } & Shipped)

/** Decides about one package that is entered, with its carrier, its content and its stock; otherwise why not (S1-S3, O20). */
export function enterPackage(
  order: ShippableOrder,
  entry: PackageEntry,
  context: EntryContext,
): Result<PackageDecision> {
  const fault = faultOf(entry)
  if (fault) return { ok: false, problem: fault }
  const known = findKnown(order, entry, context)
  if (known) return known
  const refused = whyNoPackage(order)
  if (refused) return { ok: false, problem: refused }
  const sent = readLabel(order, entry, context)
  if (!sent.ok) return sent
  const items = packageItems(entry.items, { order: order.amazonOrderId, lines: order.lines })
  if (!items.ok) return items
  const { label, tracking } = sent.value
  return ok({
    kind: 'entered',
    package: {
      orderId: order.orderId,
      number: order.nextNumber,
      ...label,
      version: 1,
      amazonNumber: null,
      items: items.value,
    },
    way: wayOf(tracking.tracking),
    cleaned: tracking.cleaned,
    ...shipped(order, items.value),
  })
}

/** A package without tracking goes by feed: the call asks for a number, and none is ever invented (S5). */
export const wayOf = (tracking: string | null): WayUp => (tracking === null ? 'feed' : 'call')

/** What stands on the label of a package. */
export type Label = Pick<Package, 'carrier' | 'service' | 'tracking' | 'shippedAt'>

/** Reads what stands on the label: carrier, service, tracking and date; what was not said is that of the order's method (S3). */
export function readLabel(
  order: Pick<ShippableOrder, 'amazonOrderId' | 'method' | 'placedAt'>,
  entry: Omit<PackageEntry, 'reference' | 'items'>,
  { carriers, clock, now }: Omit<EntryContext, 'named'>,
): Result<{ readonly label: Label; readonly tracking: Tracking }> {
  const carrier = (entry.carrier ?? order.method?.carrier ?? '').trim()
  if (carrier === '') return failed('carrier-missing', { order: order.amazonOrderId })
  const atAmazon = amazonCarrier(carrier, carriers)
  if (!atAmazon.ok) return atAmazon
  const tracking = readTracking(entry.tracking, atAmazon.value.code)
  if (!tracking.ok) return tracking
  const shippedAt = readShipDate(entry.shippedAt, { clock, now, placedAt: order.placedAt })
  if (!shippedAt.ok) return shippedAt
  const service = (entry.service ?? order.method?.name ?? '').trim() || null
  const label = { carrier, service, tracking: tracking.value.tracking, shippedAt: shippedAt.value }
  return ok({ label, tracking: tracking.value })
}

/** What is wrong with the texts of an entry themselves, or null. */
export function faultOf(entry: Omit<PackageEntry, 'items'>): Problem | null {
  const fields = [
    ['carrier', entry.carrier, 100],
    ['service', entry.service, 100],
    ['reference', entry.reference, 100],
  ] as const
  for (const [field, value, most] of fields) {
    if (value === null || (isText(value, 1, most) && value.trim() !== '')) continue
    const why = `must have 1 to ${most} characters, none of them control characters`
    return problem('package-entry-not-valid', { field, why })
  }
  return null
}

/** The package that an entry names, or tells once more; another content under a known reference is refused. */
function findKnown(order: ShippableOrder, entry: PackageEntry, context: EntryContext): Result<PackageDecision> | null {
  const { named } = context
  if (!named) {
    const again = sameAgain(entry, order, context)
    return again && ok({ kind: 'known', package: again })
  }
  const { placedAt, lines } = order
  const what =
    named.orderId === order.orderId ? whatDiffers(entry, named.known, { ...context, placedAt, lines }) : 'order'
  if (what === null) return ok({ kind: 'known', package: named.known })
  const reference = visibleText(entry.reference ?? '')
  return failed('reference-taken', { reference, number: named.known.number, order: named.amazonOrderId, what })
}

function shipped(order: ShippableOrder, items: readonly PackageItem[]): Shipped {
  const packed = new Map(items.map((item) => [item.line, item.quantityAmazon]))
  const settled = order.lines.map((line) => {
    const quantityFulfilled = line.fulfilledAmazon + (packed.get(line.lineId) ?? 0)
    return settleLine(line, { quantity: line.quantityAmazon, quantityFulfilled }, 'open')
  })
  const isOpen = settled.some(({ line }) => line.quantityAmazon > line.fulfilledAmazon)
  return {
    stage: isOpen ? order.stage : 'Completed Order',
    lines: settled.map(({ line: { lineId, fulfilledAmazon } }) => ({ lineId, fulfilledAmazon })),
    stock: {
      before: order.lines.flatMap(({ allocations }) => allocations),
      after: settled.flatMap(({ allocations }) => allocations),
      used: settled.flatMap(({ used }) => used),
    },
  }
}
