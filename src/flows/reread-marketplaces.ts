import type { Connection, Marketplace } from '#core/connection.ts'
import type { ConnectionId, MerchantId } from '#core/ids.ts'
import { problem } from '#core/problems.ts'
import type { Deps, Tx } from './deps.ts'

/**
 * Reads again in which marketplaces a connection takes part, one call a night, so that one that was joined since is noticed (C7).
 * Gives the connection as it is now; where Amazon gives no answer it stays as it was.
 */
export async function rereadMarketplaces(
  deps: Deps,
  { merchant, connection }: { readonly merchant: MerchantId; readonly connection: Connection },
): Promise<Connection> {
  const answer = await deps.amazon.listMarketplaces(connection)
  if (answer.ok !== true) return connection
  return deps.transaction(merchant, 'app', async (tx) => {
    await tx.store.saveMarketplaces({ connection: connection.id, marketplaces: answer.value, forgive: false })
    await noteMarketplaces(tx, { connection: connection.id, marketplaces: answer.value, at: deps.now() })
    return (await tx.store.findConnection(connection.id)) ?? connection
  })
}

/** Shows a connection that takes part in no marketplace as a problem, until it does (C7). */
export async function noteMarketplaces(
  tx: Tx,
  { connection, marketplaces, at }: { connection: ConnectionId; marketplaces: readonly Marketplace[]; at: number },
): Promise<void> {
  if (marketplaces.some(({ participating }) => participating))
    await tx.store.clearProblems({ connection, codes: ['no-marketplace'], at })
  else await tx.store.noteProblem({ connection, problem: problem('no-marketplace', { connection }), at })
}
