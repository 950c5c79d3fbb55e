import { carrierMap } from '#core/shipments/carrier-codes.ts'
import type { OutboxKind } from '#core/shipments/outbox.ts'
import type { OrderEvent } from '#store/order-events.ts'
import type { RowChange, TakenRow } from '#store/submission-rows.ts'
import { type ConfirmationEnd, endConfirmations } from './confirmation-ends.ts'
import type { Tx } from './deps.ts'
import { shownPackage } from './shown-package.ts'

/** The rows of a feed or file that is over, and what becomes of each. */
export type Settled = {
  readonly submissionId: number
  readonly kind: OutboxKind
  readonly taken: readonly TakenRow[]
  endOf(row: TakenRow): RowChange
  readonly at: number
}

/**
 * Writes what becomes of the rows of a feed or file, with a line in the history of each order, and tells of what Amazon refused where
 * people look (S5, O16, H2). Gives what was written.
 */
export async function settleSubmission(tx: Tx, settled: Settled): Promise<readonly RowChange[]> {
  const { submissionId, kind, taken, endOf, at } = settled
  const ended = taken.map((row) => ({ row, change: endOf(row) }))
  const rows = ended.map(({ change }) => change)
  await tx.store.settleRows({ submissionId, rows, at })
  const events = ended.flatMap(({ row, change }) => eventOf(kind, row, change))
  await tx.store.addOrderEvents({ events, who: 'Millrace', at })
  const refused = ended.flatMap(({ row, change }) => (change.state === 'refused' ? [row.orderId] : []))
  if (kind === 'cancellation') await tx.store.tellNotCancelled(refused)
  if (kind === 'confirmation') await readBack(tx, submissionId, at)
  return rows
}

/** How the history of an order calls what became of a row; one that goes up again is no news. */
const EVENTS: Readonly<Record<OutboxKind, Partial<Record<RowChange['state'], string>>>> = {
  confirmation: { sent: 'shipment.sent', settled: 'shipment.settled', refused: 'shipment.refused' },
  cancellation: { sent: 'cancellation.sent', refused: 'cancellation.refused' },
  refund: { settled: 'refund.paid', refused: 'refund.refused', unsure: 'refund.unsure' },
}

const SUBJECTS: Readonly<Record<OutboxKind, string>> = {
  confirmation: 'package',
  cancellation: 'request',
  refund: 'refund',
}

function eventOf(kind: OutboxKind, { orderId, subject }: TakenRow, { state, problem }: RowChange): OrderEvent[] {
  const name = EVENTS[kind][state]
  if (name === undefined) return []
  const why = problem ? { why: problem.code } : {}
  return [{ orderId, kind: name, facts: { [SUBJECTS[kind]]: subject, ...why } }]
}

/**
 * Settles the packages that a sweep has shown already: Amazon may have worked on the feed, and a sweep have told of it, before its end
 * was looked at (S4).
 */
async function readBack(tx: Tx, submissionId: number, at: number): Promise<void> {
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
