import type { CenterCode, ItemId } from '../ids.ts'
import type { Allocation } from '../orders/import-context.ts'
import { unitsNeeded } from '../orders/units-of-ours.ts'
import { tell } from '../problems.ts'
import { type EntryContext, enterPackage } from './enter-package.ts'
import type { PackageEntry, ShippableLine, ShippableOrder } from './package-entry.ts'

/** The instant of the examples. */
export const NOW = Date.parse('2026-11-10T20:00:00Z')
/** A merchant in New York with no carriers of its own. */
export const context: EntryContext = {
  carriers: new Map(),
  clock: { timeZone: 'America/New_York', country: 'US' },
  now: NOW,
  named: null,
}
/** An entry that says its tracking and nothing else. */
export const nothingSaid: PackageEntry = {
  carrier: null,
  service: null,
  tracking: '1Z999AA10123456784',
  shippedAt: null,
  reference: null,
  items: null,
}
type Drawn = Partial<
  Pick<ShippableLine, 'lineId' | 'sellerSku' | 'quantityAmazon' | 'fulfilledAmazon' | 'ratio' | 'cancelling'>
> & {
  each?: number
}

/** A line that reserves all it needs: `each` of a component for each of ours. */
export function line({ each = 1, ...drawn }: Drawn = {}): ShippableLine {
  const { lineId = '1', quantityAmazon = 3, fulfilledAmazon = 0, ratio = { amazon: 1, ours: 1 } } = drawn
  const quantity = unitsNeeded({ quantity: quantityAmazon, fulfilled: fulfilledAmazon, ratio }) * each
  const allocation = { line: lineId, itemId: `ITEM-${lineId}` as ItemId, center: 'HERE' as CenterCode, quantity }
  const allocations = quantity > 0 ? [allocation] : []
  return {
    lineId,
    sellerSku: drawn.sellerSku ?? `SKU-${lineId}`,
    itemId: `ITEM-${lineId}` as ItemId,
    ratio,
    quantityAmazon,
    fulfilledAmazon,
    cancelling: drawn.cancelling ?? 0,
    allocations,
  }
}

/** An order that is ready to ship. */
export const order = (lines: readonly ShippableLine[], change: Partial<ShippableOrder> = {}): ShippableOrder => ({
  orderId: 7,
  amazonOrderId: '111-2222222-3333333',
  stage: 'Shipping Department',
  amazonStatus: 'UNSHIPPED',
  center: 'HERE' as CenterCode,
  toConfirm: true,
  fulfilledByAmazon: false,
  cancellation: null,
  placedAt: NOW - 86_400_000,
  method: { name: 'USPS: Priority Mail', carrier: 'USPS' },
  packages: [],
  nextNumber: 1,
  lines,
  ...change,
})

/** So many of a line. */
export const item = (line: string, quantity: number | null) => ({ line, sku: null, item: null, quantity })
/** The decision about an entry. */
export const enter = (of: ShippableOrder, said: Partial<PackageEntry> = {}) =>
  enterPackage(of, { ...nothingSaid, ...said }, context)
/** A package that was entered. */
export function entered(of: ShippableOrder, said: Partial<PackageEntry> = {}) {
  const result = enter(of, said)
  if (!result.ok) throw new Error(tell(result.problem).sentence)
  if (result.value.kind !== 'entered') throw new Error('It was known.')
  return result.value
}

/** Units of several allocations. */
export const sum = (allocations: readonly Allocation[]) =>
  allocations.reduce((total, { quantity }) => total + quantity, 0)
