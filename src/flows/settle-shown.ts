import type { AmazonOrder } from '#core/orders/amazon-order.ts'
import { statusMeaning } from '#core/orders/status.ts'
import { problem } from '#core/problems.ts'
import { type CarrierMap, carrierMap } from '#core/shipments/carrier-codes.ts'
import type { ConfirmationRow } from '#store/confirmations.ts'
import { type ConfirmationEnd, endConfirmations } from './confirmation-ends.ts'
import type { Tx } from './deps.ts'
import { shownPackage } from './shown-package.ts'

/**
 * Settles the sent packages that a reading of their orders shows, without a call (S4), and ends what can no longer be confirmed
 * because Amazon has cancelled the order. What differs is left to the reading by number that follows two silent sweeps: a page may be
 * older than a correction.
 */
export async function settleShown(tx: Tx, orders: readonly AmazonOrder[], at: number): Promise<void> {
  const telling = new Map(orders.filter(tellsOfPackages).map((order) => [order.id as string, order]))
  if (telling.size === 0) return
  const rows = await tx.store.openConfirmationsOf([...telling.keys()])
  if (rows.length === 0) return
  const carriers = carrierMap(await tx.store.listCarriers())
  const ends = rows.flatMap((row): ConfirmationEnd[] => {
    const order = telling.get(row.amazonOrderId)
    const end = order ? endOf(carriers, row, order) : null
    return end ? [{ row, end }] : []
  })
  await endConfirmations(tx, ends, at)
}

const isCancelled = ({ status }: AmazonOrder): boolean => status !== null && statusMeaning(status) === 'cancelled'

const tellsOfPackages = (order: AmazonOrder): boolean => (order.packages ?? []).length > 0 || isCancelled(order)

function endOf(carriers: CarrierMap, row: ConfirmationRow, order: AmazonOrder): ConfirmationEnd['end'] | null {
  const { outboxId, state } = row
  const shown = shownPackage(carriers, row, order.packages ?? [])
  // A file is carried by a person: Amazon shows what came of it, also where nobody brings its report.
  if (state !== 'waiting' && shown.kind === 'seen')
    return { outboxId, state: 'settled', by: 'sweep', problem: null, number: shown.number }
  if (!isCancelled(order)) return null
  const what = `package ${row.number} of order ${row.amazonOrderId}`
  return { outboxId, state: 'refused', problem: problem('cancelled-at-amazon', { what }) }
}
