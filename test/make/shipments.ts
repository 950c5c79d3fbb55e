import type { ItemId } from '#core/ids.ts'
import { type EnteredShipment, enterShipments, type ShipmentResult } from '#flows/enter-shipments.ts'
import { MINUTE, makeSeller } from './seller.ts'

type Seller = Awaited<ReturnType<typeof makeSeller>>
/** Who enters them. */
export const who = 'The packing table'
/** A tracking number whose check digit fits. */
export const UPS = '1Z999AA10123456784'

/** A seller with one order that is ready to ship. */
export async function makePlaced(
  lines: NonNullable<NonNullable<Parameters<Seller['control']['placeOrder']>[0]>['lines']> = [
    { sku: 'MUG-BLUE', quantity: 3 },
  ],
) {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({ lines: lines.map((line) => ({ price: 12, ...line })) })
  await seller.pass(10 * MINUTE)
  return { seller, id }
}
/** A package with everything that is open. */
export const entry = (order: string, said: Partial<EnteredShipment> = {}): EnteredShipment => ({
  order,
  carrier: 'UPS',
  service: null,
  tracking: UPS,
  shippedAt: null,
  reference: null,
  items: null,
  ...said,
})
/** Enters packages by the door of the flows. */
export const enter = ({ deps, merchant }: Seller, ...entries: readonly EnteredShipment[]) =>
  enterShipments(deps, merchant, { entries, who })
/** On hand and allocated in Portland. */
export const stockOf = async (seller: Seller, item = 'MUG-BLUE') => {
  const rows = await seller.store((s) => s.listStock({ after: null, limit: 50, itemId: item as ItemId }))
  const row = rows.find(({ center }) => center === 'PORTLAND')
  return [row?.onHand, row?.allocated]
}
/** An order that is there. */
export const found = async (seller: Seller, id: string) => (await seller.store((s) => s.findOrder(id)))!
/** The packages of an order. */
export const packagesOf = async (seller: Seller, id: string) => {
  const { orderId } = await found(seller, id)
  return seller.store((s) => s.listPackages(orderId))
}
/** What became of entries, in short. */
export const outcomes = (results: readonly ShipmentResult[]) =>
  results.map((each) => (each.outcome === 'refused' ? each.problem.code : `${each.outcome} ${each.package.number}`))
/** So many of a SKU. */
export const items = (sku: string, quantity: number) => [{ line: null, sku, item: null, quantity }]
