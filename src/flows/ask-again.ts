import type { ConnectionId, MerchantId, SellerSku } from '#core/ids.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { Deps } from './deps.ts'

/** Reads back at once what Amazon took of some SKUs, where a person does not want to wait for its turn (I10). Gives how many fields. */
export function askAgain(
  deps: Deps,
  merchant: MerchantId,
  { connection: id, skus }: { readonly connection: ConnectionId; readonly skus: readonly SellerSku[] },
): Promise<Result<number>> {
  return deps.transaction(merchant, 'app', async (tx) => {
    const connection = await tx.store.findConnection(id)
    if (connection?.state !== 'authorized') return failed('not-found', { what: `authorized connection [${id}]` })
    const fields = await tx.store.readAgainNow({ connection: id, skus, at: deps.now() })
    if (fields > 0) await tx.wake('listing-results', id)
    return ok(fields)
  })
}
