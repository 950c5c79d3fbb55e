import type { Connection } from '#core/connection.ts'
import { HINT_TOPICS, type HintTopic } from '#core/hints/hint-topic.ts'
import type { MerchantId } from '#core/ids.ts'
import type { Problem } from '#core/problems.ts'
import type { Deps } from './deps.ts'

/** What Amazon tells of a connection by itself; never looked for: it is about to be asked for. Epoch ms. */
export type ToldTopic = {
  readonly topic: HintTopic
  readonly checkedAt: number | null
  readonly heardAt: number | null
  readonly problem: Problem | null
}

/** A connection, and what Amazon is asked to tell of it; null where no queue is set, or nothing is asked. */
export type ToldConnection = Connection & { readonly told: readonly ToldTopic[] | null }

/** A merchant's connections with what Amazon tells of each by itself. A queue that AWS refuses is the trouble of each topic. */
export async function toldConnections(deps: Deps, merchant: MerchantId): Promise<ToldConnection[]> {
  const isSet = deps.hintQueue !== null
  const queue = isSet ? await deps.deployment.hintQueue() : null
  return deps.transaction(merchant, 'app', async ({ store }) => {
    const connections = await store.listConnections()
    const all = isSet ? await store.listSubscriptions() : []
    const topicsOf = ({ id }: Connection): ToldTopic[] =>
      HINT_TOPICS.map((topic) => {
        const found = all.find((each) => each.connection === id && each.topic === topic)
        const { checkedAt = null, heardAt = null, problem = null } = found ?? {}
        return { topic, checkedAt, heardAt, problem: problem ?? queue?.problem ?? null }
      })
    return connections.map((each) => ({
      ...each,
      told: isSet && each.state === 'authorized' ? topicsOf(each) : null,
    }))
  })
}
