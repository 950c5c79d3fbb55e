import type { MerchantId } from '#core/ids.ts'
import type { Deps } from './deps.ts'
import { importAgain } from './reprocess.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const AT_ONCE = 50

/**
 * Fetches held orders again that Amazon sent incomplete: without one of its blocks after an hour, without an address after a day,
 * so that they need no change at Amazon to import (E4). Gives when to come again sooner than in an hour, or null.
 */
export async function rereadHeld(deps: Deps, merchant: MerchantId): Promise<number | null> {
  const now = deps.now()
  const documents = await deps.transaction(merchant, 'app', async (tx) => {
    const live = (await tx.store.listConnections()).filter((c) => c.importing && c.state === 'authorized')
    return tx.store.incompleteSince({
      connections: live.map((c) => c.id),
      blockBefore: now - HOUR,
      addressBefore: now - DAY,
      limit: AT_ONCE,
    })
  })
  if (documents.length === 0) return null
  const { later } = await importAgain(deps, { merchant, documents, who: 'import', fetchAnyway: true })
  return later?.again ?? (documents.length === AT_ONCE ? now : null)
}
