import { carrierMap } from '#core/shipments/carrier-codes.ts'
import { type ConfirmationEnd, endConfirmations } from './confirmation-ends.ts'
import type { Tx } from './deps.ts'
import { shownPackage } from './shown-package.ts'

/**
 * Settles the packages of a feed that a sweep has shown already: Amazon may have worked on the feed, and a sweep have told of it,
 * before its end was looked at (S4).
 */
export async function readBackFeed(tx: Tx, submissionId: number, at: number): Promise<void> {
  const orders = await tx.store.shownOfSubmission(submissionId)
  if (orders.length === 0) return
  const packages = new Map(orders.map((each) => [each.amazonOrderId, each.packages]))
  const carriers = carrierMap(await tx.store.listCarriers())
  const rows = await tx.store.openConfirmationsOf([...packages.keys()])
  const ends = rows.flatMap((row): ConfirmationEnd[] => {
    const shown = shownPackage(carriers, row, packages.get(row.amazonOrderId) ?? [])
    if (row.state !== 'sent' || shown.kind !== 'seen') return []
    const { outboxId } = row
    return [{ row, end: { outboxId, state: 'settled', by: 'sweep', problem: null, number: shown.number } }]
  })
  await endConfirmations(tx, ends, at)
}
