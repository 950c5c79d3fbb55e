import type { MerchantId } from '#core/ids.ts'
import type { Deps } from './deps.ts'
import { importOrders } from './import-orders.ts'

const PAGES_A_RUN = 20

/** Imports the stored pages of one merchant, the oldest first, each in one transaction of its own (O1, O12). */
export async function importPages(deps: Deps, merchant: MerchantId): Promise<{ again: number | null }> {
  for (let n = 0; n < PAGES_A_RUN; n++) {
    if (!(await importPage(deps, merchant))) return { again: null }
  }
  return { again: deps.now() }
}

/** Imports the oldest stored page; false when none waits. The page goes with the transaction that has imported it. */
export function importPage(deps: Deps, merchant: MerchantId): Promise<boolean> {
  return deps.transaction(merchant, 'vault', async (tx) => {
    const page = await tx.store.nextPage()
    if (!page) return false
    const wires = await tx.vault.openPage(page.pageId)
    if (!wires) throw new Error('A stored page has no content.')
    await importOrders(deps, tx, { merchant, connection: page.connection, wires, who: 'import', again: false })
    await tx.store.removePage(page.pageId)
    return true
  })
}
