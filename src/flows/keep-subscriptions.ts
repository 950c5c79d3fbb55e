import type { Answer } from '#amazon/port.ts'
import type { Connection } from '#core/connection.ts'
import { HINT_TOPICS, type HintTopic } from '#core/hints/hint-topic.ts'
import type { ConnectionId, MerchantId } from '#core/ids.ts'
import { ok, type Problem, tell } from '#core/problems.ts'
import type { Region } from '#core/region.ts'
import type { Deps } from './deps.ts'
import { endSubscriptions } from './end-subscriptions.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/**
 * Has Amazon tell what changes of a connection: the destination of our queue and each subscription are looked for once a day and made
 * where they are missing or lead elsewhere. Whatever is refused stands beside the connection and is tried again; nothing waits for it.
 */
export async function keepSubscriptions(
  deps: Deps,
  merchant: MerchantId,
  subject: string,
): Promise<{ readonly again: number | null }> {
  const queue = deps.hintQueue
  if (!queue) return { again: null }
  const id = subject as ConnectionId
  const connection = await deps.transaction(merchant, 'app', (tx) => tx.store.findConnection(id))
  if (connection?.state === 'disabled') return endSubscriptions(deps, connection)
  // A renewed authorization wakes it.
  if (connection?.state !== 'authorized') return { again: null }
  const destination = await destinationOf(deps, connection.region, queue.arn)
  if (destination.ok === 'wait') return { again: destination.wait.readyAt }
  let retry = DAY
  for (const topic of HINT_TOPICS) {
    const kept = destination.ok
      ? await subscribe(deps, connection, { topic, destinationId: destination.value.id })
      : destination
    if (kept.ok === 'wait') return { again: kept.wait.readyAt }
    const problem = kept.ok ? null : kept.problem
    const helps = problem !== null && tell(problem).retryHelps
    if (helps) retry = HOUR
    if (problem && !helps && destination.ok && destination.value.isRemembered) {
      // It may be gone at Amazon: it is looked for before anything else is tried.
      await deps.deployment.forgetDestination(connection.region)
      return { again: deps.now() }
    }
    await deps.transaction(merchant, 'app', (tx) =>
      tx.store.saveSubscription({
        connection: id,
        topic,
        subscriptionId: kept.ok ? kept.value : null,
        checkedAt: deps.now(),
        problem,
      }),
    )
  }
  return { again: deps.now() + retry }
}

type Wanted = { readonly topic: HintTopic; readonly destinationId: string }

/** The subscription as it shall be; one that leads elsewhere is ours of a former queue, since there is one for each application. */
async function subscribe(
  deps: Deps,
  connection: Connection,
  { topic, destinationId }: Wanted,
): Promise<Answer<string>> {
  const found = await deps.amazon.findSubscription(connection, topic)
  if (found.ok !== true) return found
  if (found.value?.destinationId === destinationId) return ok(found.value.subscriptionId)
  if (found.value) {
    const ended = await deps.amazon.endSubscription(connection.region, topic, found.value.subscriptionId)
    if (ended.ok !== true) return ended
  }
  const made = await deps.amazon.createSubscription(connection, topic, destinationId)
  return made.ok === true ? ok(made.value.subscriptionId) : made
}

type Place = { readonly id: string; readonly isRemembered: boolean }

/** The destination of the queue in a region: remembered for a day, else found, else made. */
async function destinationOf(deps: Deps, region: Region, arn: string): Promise<Answer<Place>> {
  const at = deps.now()
  const known = (await deps.deployment.listDestinations()).find((each) => each.region === region && each.arn === arn)
  if (known?.destinationId && at - known.checkedAt < DAY) return ok({ id: known.destinationId, isRemembered: true })
  const found = await findOrMake(deps, region, arn)
  if (found.ok === 'wait') return found
  const problem: Problem | null = found.ok ? null : found.problem
  await deps.deployment.saveDestination({
    region,
    arn,
    destinationId: found.ok ? found.value : null,
    checkedAt: at,
    problem,
  })
  return found.ok ? ok({ id: found.value, isRemembered: false }) : found
}

async function findOrMake(deps: Deps, region: Region, arn: string): Promise<Answer<string>> {
  const found = await deps.amazon.findDestination(region, arn)
  if (found.ok !== true) return found
  if (found.value !== null) return ok(found.value)
  const made = await deps.amazon.createDestination(region, arn)
  if (made.ok !== false) return made
  // Another worker may have been quicker: then Amazon says that it exists.
  const again = await deps.amazon.findDestination(region, arn)
  return again.ok === true && again.value !== null ? ok(again.value) : made
}
