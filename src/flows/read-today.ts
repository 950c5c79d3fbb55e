import type { MerchantId } from '#core/ids.ts'
import { dayOf, spanOfDay } from '#core/orders/merchant-time.ts'
import type { Deps, Tx } from './deps.ts'

/** Counts the merchant's day: what came, what must leave, what is on its way up, how the connections stand, what is left of the calls. */
export async function readToday(deps: Deps, merchant: MerchantId) {
  const now = deps.now()
  const counted = await deps.transaction(merchant, 'app', (tx) => countAll(tx, now))
  const partners = counted.connections.map(({ sellingPartnerId }) => sellingPartnerId)
  const [secrets, calls, buckets] = await Promise.all([
    deps.deployment.listSecrets(),
    deps.deployment.listCalls(merchant, now),
    deps.deployment.bucketsOf(partners, now),
  ])
  const current = secrets.filter(({ slot }) => slot === 'current')
  return { ...counted, now, secrets: current, calls, buckets }
}

async function countAll({ store }: Tx, now: number) {
  const { timeZone } = await store.merchantFacts()
  const day = dayOf(now, timeZone)
  const span = { ...spanOfDay(day, timeZone), now }
  const [orders, stages, fields, connections, sweeps, problems] = await Promise.all([
    store.countToday(span),
    store.countOpenStages(),
    store.countFieldsToday(span),
    store.listConnections(),
    store.lastSweeps(),
    store.listProblems(),
  ])
  return { day, from: span.from, orders, stages, fields, connections, sweeps, problems: problems.length }
}
