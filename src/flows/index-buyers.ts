import type { MerchantId } from '#core/ids.ts'
import type { Deps } from './deps.ts'

const AT_ONCE = 100

/** Makes blind indexes for buyers that were kept before there were any, a page in each transaction (U3). */
export async function indexBuyers(deps: Deps, merchant: MerchantId): Promise<void> {
  for (let some = AT_ONCE; some === AT_ONCE; )
    some = await deps.transaction(merchant, { vault: 'search' }, (tx) => tx.vault.indexSome(AT_ONCE))
}
