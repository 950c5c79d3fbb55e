import { dayOf } from '#core/orders/merchant-time.ts'
import { amazonCarrier, carrierMap } from '#core/shipments/carrier-codes.ts'
import type { ConfirmationMessage, OrderFeed } from '#core/shipments/order-feed.ts'
import type { Submission } from '#core/shipments/submission.ts'
import type { Tx } from './deps.ts'

type Of = Pick<Submission, 'submissionId' | 'kind'>

/**
 * The messages of a submission, numbered from 1 on, from the rows that it holds now: a row that was corrected or removed meanwhile is not among them.
 * A package whose carrier nobody knows any more is refused with that sentence, and the others go (S3).
 */
export async function orderMessages(tx: Tx, { submissionId, kind }: Of, at: number): Promise<OrderFeed> {
  await tx.store.renumberRows(submissionId)
  switch (kind) {
    case 'confirmation':
      return { kind, messages: await packages(tx, submissionId, at) }
    case 'cancellation':
      return { kind, messages: await tx.store.cancellationsToSend(submissionId) }
    case 'refund':
      return { kind, messages: await tx.store.refundsToSend(submissionId) }
  }
}

async function packages(tx: Tx, submissionId: number, at: number): Promise<ConfirmationMessage[]> {
  const { timeZone } = await tx.store.merchantFacts()
  const carriers = carrierMap(await tx.store.listCarriers())
  const found = (await tx.store.packagesToSend(submissionId)).map((each) => ({
    each,
    carrier: amazonCarrier(each.carrier, carriers),
  }))
  const refused = found.flatMap(({ each, carrier }) =>
    carrier.ok ? [] : [{ message: each.number, state: 'refused' as const, problem: carrier.problem }],
  )
  if (refused.length > 0) {
    await tx.store.settleRows({ submissionId, rows: refused, at })
    await tx.store.renumberRows(submissionId)
  }
  return found
    .flatMap(({ each, carrier }) => (carrier.ok ? [{ ...each, carrier: carrier.value }] : []))
    .map((each, index) => ({ ...each, number: index + 1, shipDay: dayOf(each.shippedAt, timeZone) }))
}
