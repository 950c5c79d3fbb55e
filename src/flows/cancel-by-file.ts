import type { ConnectionId, MerchantId } from '#core/ids.ts'
import type { Deps, VaultTx } from './deps.ts'
import { importOrders } from './import-orders.ts'

/** Orders of which Seller Central's report of a file says that they are cancelled. */
type Cancelled = { readonly merchant: MerchantId; readonly connection: ConnectionId; readonly done: readonly number[] }

/**
 * Cancels orders of a merchant without an API (H1, O16): no sweep will ever show them cancelled, so their originals are imported once more with
 * that status. The same rules as ever release the stock and reject the order, or ask a person where a package had left.
 */
export async function cancelByFile(deps: Deps, tx: VaultTx, { merchant, connection, done }: Cancelled): Promise<void> {
  if (done.length === 0) return
  const kept = await tx.vault.openDocuments(await tx.store.documentsOfOrders(done))
  const originals = new Set([...kept.values()].map((wire) => deps.amazon.cancelledOrder(wire)))
  await importOrders(deps, tx, { merchant, connection, wires: [...originals], who: 'import', again: true, originals })
}
