import type { Connection } from '#core/connection.ts'
import { tell } from '#core/problems.ts'
import type { Deps } from './deps.ts'

const HOUR = 3_600_000

/**
 * Has Amazon tell nothing more of a connection that was cleared: what was asked for is ended, as the application's own call, and forgotten.
 * Where another merchant of the deployment has connected the selling partner since, the subscriptions are that one's.
 */
export async function endSubscriptions(
  deps: Deps,
  { id, merchantId, region, sellingPartnerId }: Connection,
): Promise<{ readonly again: number | null }> {
  const all = await deps.transaction(merchantId, 'app', (tx) => tx.store.listSubscriptions())
  const holders = await deps.deployment.holdersOf(sellingPartnerId)
  const isHeld = holders.some((holder) => holder.region === region)
  for (const { topic, subscriptionId } of all.filter(({ connection }) => connection === id)) {
    if (subscriptionId !== null && !isHeld) {
      const ended = await deps.amazon.endSubscription(region, topic, subscriptionId)
      if (ended.ok === 'wait') return { again: ended.wait.readyAt }
      if (!ended.ok && tell(ended.problem).retryHelps) return { again: deps.now() + HOUR }
    }
    await deps.transaction(merchantId, 'app', (tx) => tx.store.forgetSubscription({ connection: id, topic }))
  }
  return { again: null }
}
