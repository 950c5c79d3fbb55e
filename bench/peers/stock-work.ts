// How peers send stock: one call a SKU, or a feed whose result is read later.
import type { Ask, Said } from './asking.ts'

const US = 'ATVPDKIKX0DER'
const JSON_TYPE = 'application/json; charset=UTF-8'

type Parts = {
  readonly ask: (what: Ask) => Promise<Said>
  /** What is to be sent, by SKU. */
  readonly changed: Map<string, number>
  readonly sellerId: string
}

/** One look of the peer's stock job. */
export function stockWork(by: 'patch' | 'feed', parts: Parts): () => Promise<void> {
  return by === 'patch' ? patchWork(parts) : feedWork(parts)
}

const patchesOf = (quantity: number) => [
  {
    op: 'replace',
    path: '/attributes/fulfillment_availability',
    value: [{ fulfillment_channel_code: 'DEFAULT', quantity }],
  },
]

const patchWork =
  ({ ask, changed, sellerId }: Parts) =>
  async () => {
    for (const [sku, quantity] of changed) {
      changed.delete(sku)
      await ask({
        operation: 'patchListingsItem',
        method: 'PATCH',
        path: `/listings/2021-08-01/items/${sellerId}/${sku}?marketplaceIds=${US}`,
        body: { productType: 'PRODUCT', patches: patchesOf(quantity) },
      })
    }
  }

function feedWork({ ask, changed, sellerId }: Parts): () => Promise<void> {
  let open: string | null = null
  /** Looks at the feed that is under way; true when it is over. */
  const isOver = async (): Promise<boolean> => {
    const feed = await ask({ operation: 'getFeed', path: `/feeds/2021-06-30/feeds/${open}` })
    if (!['DONE', 'FATAL', 'CANCELLED'].includes(feed.processingStatus)) return false
    if (feed.resultFeedDocumentId) {
      const path = `/feeds/2021-06-30/documents/${feed.resultFeedDocumentId}`
      await fetch((await ask({ operation: 'getFeedDocument', path })).url)
    }
    open = null
    return true
  }
  return async () => {
    if (open !== null && !(await isOver())) return
    if (changed.size === 0) return
    const messages = [...changed].map(([sku, quantity], n) => ({
      ...{ messageId: n + 1, sku, operationType: 'PATCH', productType: 'PRODUCT' },
      patches: patchesOf(quantity),
    }))
    changed.clear()
    const document = await ask({
      operation: 'createFeedDocument',
      method: 'POST',
      path: '/feeds/2021-06-30/documents',
      body: { contentType: JSON_TYPE },
    })
    const content = { header: { sellerId, version: '2.0', issueLocale: 'en_US' }, messages }
    await fetch(document.url, { method: 'PUT', body: JSON.stringify(content), headers: { 'content-type': JSON_TYPE } })
    const feed = await ask({
      operation: 'createFeed',
      method: 'POST',
      path: '/feeds/2021-06-30/feeds',
      body: { feedType: 'JSON_LISTINGS_FEED', marketplaceIds: [US], inputFeedDocumentId: document.feedDocumentId },
    })
    open = feed.feedId
  }
}
