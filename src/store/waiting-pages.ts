import type { ConnectionId, MerchantId } from '#core/ids.ts'
import type { Tx } from './db.ts'

/** A page that was fetched and not imported yet; epoch ms. */
export type WaitingPage = { readonly pageId: number; readonly connection: ConnectionId; readonly fetchedAt: number }

/** The pages that wait, the oldest first; nothing is locked. */
export const waitingPages = (tx: Tx, merchant: MerchantId, limit: number): Promise<WaitingPage[]> =>
  tx.query<WaitingPage>(
    `select page_id as "pageId", connection_id as connection, fetched_at as "fetchedAt" from millrace.pages
     where merchant_id = $1 order by page_id limit $2`,
    [merchant, limit],
  )
