import { isAmazonOrderId, type MerchantId } from '#core/ids.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import { MOST_IGNORED } from '#core/settings/check-settings.ts'
import type { InboundDocument } from '#store/documents.ts'
import type { Deps } from './deps.ts'
import { noteSettings } from './note-settings.ts'
import { reprocessChosen } from './reprocess-chosen.ts'

/** Puts orders on the list of ignored ones and clears their held documents; a document that does not exist is left out (O3). */
export async function ignoreOrders(
  deps: Deps,
  merchant: MerchantId,
  asked: { readonly documentIds: readonly number[]; readonly who: string },
): Promise<Result<readonly InboundDocument[]>> {
  const documentIds = await deps.transaction(merchant, 'app', async (tx) => {
    await tx.store.lockConfiguration()
    const documents = (await tx.store.findDocuments(asked.documentIds)).filter((d) => isAmazonOrderId(d.reference))
    const { orders } = await tx.store.readSettings()
    const known = new Set(orders.ignoredOrders)
    const more = documents.map((d) => d.reference).filter((reference) => !known.has(reference))
    if (known.size + more.length > MOST_IGNORED) return null
    if (more.length > 0) {
      const value = { ...orders, ignoredOrders: [...orders.ignoredOrders, ...more] }
      await tx.store.writeOrderSettings({ value, at: deps.now() })
      await noteSettings(deps, tx, { section: 'orders', before: orders, after: value })
      await tx.store.bumpConfiguration()
      await tx.wake('reprocess')
    }
    return documents.map((d) => d.documentId)
  })
  if (documentIds === null) {
    const why = `the list holds at most ${MOST_IGNORED} ids; take out old ones first`
    return failed('not-valid', { field: 'ignoredOrders', why })
  }
  return ok(await reprocessChosen(deps, merchant, { documentIds, who: asked.who, fetchAnyway: false }))
}

/** The same for one order. */
export async function ignoreOrder(
  deps: Deps,
  merchant: MerchantId,
  { documentId, who }: { readonly documentId: number; readonly who: string },
): Promise<Result<InboundDocument>> {
  const ignored = await ignoreOrders(deps, merchant, { documentIds: [documentId], who })
  if (!ignored.ok) return ignored
  const [document] = ignored.value
  return document ? ok(document) : failed('not-found', { what: `order document ${documentId}` })
}
