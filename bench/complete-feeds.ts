// A complete feed of all SKUs: read from the database a page at a time and written as documents, one of which is in memory.
import { createFeedWriter, type FeedDocument } from '#amazon/listings-feed.ts'
import type { SellerSku } from '#core/ids.ts'
import { patchesOf } from '#flows/change-listing.ts'
import { lookAtSkus } from '#flows/look-at-skus.ts'
import { MERCHANT } from '#main/demo/sample-merchant.ts'
import { CONNECTION, type Shop } from './made-server.ts'

const PAGE = 5000

/** What was written: how many messages, in how many documents, the largest of them, and how many seconds it took. */
export type Written = {
  readonly messages: number
  readonly documents: number
  readonly largest: string
  readonly took: number
}

/** Writes documents of every SKU as a complete cycle would say it. */
export async function writeCompleteFeeds({ deps }: Shop): Promise<Written> {
  const began = performance.now()
  const writer = createFeedWriter('A3HARBORGOODS')
  const documents: Pick<FeedDocument, 'messages' | 'bytes'>[] = []
  const keep = (document: FeedDocument | null) => {
    if (document) documents.push({ messages: document.messages, bytes: Buffer.byteLength(document.text) })
  }
  let after: SellerSku | null = null
  let messages = 0
  while (true) {
    const said = await page(deps, after)
    for (const { sellerSku, productType, value } of said.rows) {
      const stock = { marketplaceId: '', desired: value, before: value }
      const patches = patchesOf(deps, { stock, prices: [], listings: [] })
      keep(writer.add({ number: ++messages, sellerSku, productType, patches }))
    }
    if (said.last === null) break
    after = said.last
  }
  keep(writer.end())
  const bytes = Math.max(...documents.map((each) => each.bytes))
  const largest = `at most ${Math.max(...documents.map((each) => each.messages))} messages and ${(bytes / 2 ** 20).toFixed(1)} MiB`
  return { messages, documents: documents.length, largest, took: (performance.now() - began) / 1000 }
}

const page = (deps: Shop['deps'], after: SellerSku | null) =>
  deps.transaction(MERCHANT.id, 'app', async (tx) => {
    const connection = await tx.store.findConnection(CONNECTION)
    if (!connection) throw new Error('There is no connection.')
    const skus = await tx.store.nextSkus({ connection: CONNECTION, after, limit: PAGE })
    const sending = { stock: true, price: false }
    const outcomes = await lookAtSkus(tx, { connection, skus, occasion: 'complete', sending, at: deps.now() })
    const rows = outcomes.flatMap((outcome) =>
      outcome.what === 'due'
        ? [{ sellerSku: outcome.sellerSku, productType: outcome.productType ?? 'PRODUCT', value: outcome.value }]
        : [],
    )
    return { rows, last: skus.length === PAGE ? (skus.at(-1) ?? null) : null }
  })
