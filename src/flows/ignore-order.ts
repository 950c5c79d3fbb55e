import { isAmazonOrderId, type MerchantId } from '#core/ids.ts'
import { failed, type Result } from '#core/problems.ts'
import { MOST_IGNORED } from '#core/settings/check-settings.ts'
import type { InboundDocument } from '#store/documents.ts'
import type { Deps } from './deps.ts'
import { reprocessDocument } from './reprocess.ts'

/** Puts an order on the list of ignored ones and clears its held document (O3). */
export async function ignoreOrder(
  deps: Deps,
  merchant: MerchantId,
  asked: { documentId: number; who: string },
): Promise<Result<InboundDocument>> {
  const found = await deps.transaction(merchant, 'app', async (tx) => {
    await tx.store.lockConfiguration()
    const document = await tx.store.findDocument(asked.documentId)
    if (!document || !isAmazonOrderId(document.reference)) return null
    const { orders } = await tx.store.readSettings()
    if (!orders.ignoredOrders.includes(document.reference)) {
      if (orders.ignoredOrders.length >= MOST_IGNORED) return 'full'
      await tx.store.writeOrderSettings({
        value: { ...orders, ignoredOrders: [...orders.ignoredOrders, document.reference] },
        at: deps.now(),
      })
      await tx.store.bumpConfiguration()
      await tx.wake('reprocess')
    }
    return document
  })
  if (found === 'full') {
    const why = `the list holds ${MOST_IGNORED} ids already; take out old ones first`
    return failed('not-valid', { field: 'ignoredOrders', why })
  }
  return found
    ? reprocessDocument(deps, merchant, { ...asked, fetchAnyway: false })
    : failed('not-found', { what: `order document ${asked.documentId}` })
}
