// A processing report of as many results as a feed may have: read and stored.
import type { SellerSku } from '#core/ids.ts'
import { sendListingFeed } from '#flows/send-listing-feed.ts'
import { MERCHANT } from '#main/demo/sample-merchant.ts'
import type { Pool } from '#store/db.ts'
import { CONNECTION, type Shop } from './made-server.ts'

const MESSAGES = 25_000
/** One message in so many is refused. */
const REFUSED = 10

/** Draws a feed of 25,000 changed SKUs and ends it by a report in which a tenth is refused; the seconds that the end took. */
export async function storeReport(
  { deps }: Shop,
  owner: Pool,
): Promise<{ readonly messages: number; readonly refused: number; readonly took: number }> {
  const { rows } = await owner.query<{ sku: SellerSku }>(
    `update millrace.sku_fields set state = 'due', desired = replace(desired, '"quantity":', '"quantity":1') where seller_sku in
       (select seller_sku from millrace.sku_fields where state = 'confirmed' order by seller_sku limit $1) returning seller_sku as sku`,
    [MESSAGES],
  )
  await deps.transaction(MERCHANT.id, 'app', async (tx) => {
    const of = { connection: CONNECTION, kind: 'listings', marketplaceId: 'ATVPDKIKX0DER', way: 'feed' } as const
    const submissionId = await tx.store.beginSubmission({ ...of, madeBy: 'bench', at: deps.now() })
    const fields = rows.map(({ sku }, n) => ({
      ...{ sellerSku: sku, marketplaceId: '', field: 'stock', version: 1, message: n + 1 },
    })) as Parameters<typeof tx.store.takeIntoFeed>[0]['fields']
    await tx.store.takeIntoFeed({ connection: CONNECTION, submissionId, fields, at: deps.now() })
    await tx.store.moveSubmission({
      submissionId,
      from: 'new',
      to: 'sent',
      feedId: '1',
      messages: rows.length,
      sentAt: deps.now(),
    })
  })
  const text = report(rows.map(({ sku }) => sku))
  const answered = {
    feedState: async () => ({ ok: true, value: { state: 'done', word: 'DONE', reportId: '1' } }),
    readFeedReport: async () => ({ ok: true, value: text }),
  }
  const began = performance.now()
  await sendListingFeed(
    { ...deps, amazon: { ...deps.amazon, ...answered } as typeof deps.amazon },
    MERCHANT.id,
    CONNECTION,
  )
  return { messages: rows.length, refused: Math.floor(rows.length / REFUSED), took: (performance.now() - began) / 1000 }
}

function report(skus: readonly SellerSku[]): string {
  const issues = skus.flatMap((sku, n) =>
    (n + 1) % REFUSED === 0
      ? [
          {
            messageId: n + 1,
            sku,
            code: '90244',
            severity: 'ERROR',
            message: 'The value is not valid for this product.',
          },
        ]
      : [],
  )
  const invalid = issues.length
  const summary = {
    errors: invalid,
    warnings: 0,
    messagesProcessed: skus.length,
    messagesAccepted: skus.length - invalid,
    messagesInvalid: invalid,
  }
  return JSON.stringify({ header: { sellerId: 'A3HARBORGOODS', version: '2.0', feedId: '1' }, issues, summary })
}
