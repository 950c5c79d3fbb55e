import type { makeSeller } from './seller.ts'

/** What `makeSeller` gives. */
export type Seller = Awaited<ReturnType<typeof makeSeller>>

/** The order placed for an Amazon order id, or null. */
export const orderOf = (seller: Seller, id: string) => seller.store((store) => store.findOrder(id))

/** The document of an Amazon order id, or null. */
export const documentOf = (seller: Seller, id: string) => seller.store((store) => store.findDocument(id))

/** How a document ended, in one line: `placed`, `skipped before-cutoff`, `held unknown-sku unmapped-level`. */
export async function endOf(seller: Seller, id: string): Promise<string> {
  const document = await documentOf(seller, id)
  if (!document) return 'unseen'
  return [document.state, document.reason, ...document.problems.map((p) => p.code)].filter(Boolean).join(' ')
}

/** The codes of the problems that are there now, with their subjects. */
export const problemsOf = async (seller: Seller): Promise<string[]> =>
  (await seller.store((store) => store.listProblems())).map((p) => `${p.problem.code} ${p.subject}`.trim()).sort()

/** Stock of an item by center: on hand, and what orders reserve. */
export async function stockOf(seller: Seller, itemId: string): Promise<Record<string, [number, number]>> {
  const { rows } = await seller.database
    .ownerPool()
    .query<{ center: string; on_hand: number; allocated: number }>(
      `select center_code as center, on_hand::int, allocated::int from millrace.stock where merchant_id = $1 and item_id = $2`,
      [seller.merchant, itemId],
    )
  return Object.fromEntries(rows.map((row) => [row.center, [row.on_hand, row.allocated]]))
}

/** How often Amazon was asked, by operation. */
export function callsOf(seller: Seller, operation: string): number {
  return seller.control.requests().filter((request) => request.operation === operation).length
}
