import type { MerchantId } from '#core/ids.ts'
import type { SkipReason } from '#core/orders/skip-reason.ts'
import type { Problem } from '#core/problems.ts'
import type { Tx } from './db.ts'

/** What is known of an order that came by file. */
export type ReportedDocument = {
  readonly reference: string
  readonly state: string
  readonly reason: SkipReason | null
  readonly problems: readonly Problem[]
}

/** The documents of these orders. */
export const reportedDocuments = (tx: Tx, merchant: MerchantId, orderIds: readonly string[]) =>
  tx.query<ReportedDocument>(
    'select reference, state, reason, problems from millrace.documents where merchant_id = $1 and reference = any($2::text[])',
    [merchant, [...new Set(orderIds)]],
  )

/** How an order of a file ended. */
export type EndedOrder = {
  readonly orderId: string
  readonly outcome: 'placed' | 'updated' | 'held' | 'skipped' | 'unchanged'
  readonly problem: Problem | null
}

/** Writes how orders of a file ended to the rows of its import (H1). */
export const endReportedOrders = (
  tx: Tx,
  merchant: MerchantId,
  { importId, ends }: { readonly importId: number; readonly ends: readonly EndedOrder[] },
) =>
  tx.query(
    `update millrace.import_rows r set outcome = e.outcome,
       problem = case when e.problem is not null then jsonb_build_object('column', null, 'value', '', 'problem', e.problem) end
     from unnest($3::text[], $4::text[], $5::text[]::jsonb[]) as e (target, outcome, problem)
     where r.merchant_id = $1 and r.import_id = $2 and r.target = e.target and r.outcome is null and r.cells is null`,
    [
      merchant,
      importId,
      ends.map(({ orderId }) => orderId),
      ends.map(({ outcome }) => outcome),
      ends.map(({ problem }) => problem && JSON.stringify(problem)),
    ],
  )

/** How many pages of an import still wait. */
export async function countPagesOf(tx: Tx, merchant: MerchantId, importId: number): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    'select count(*)::int as n from millrace.pages where merchant_id = $1 and import_id = $2',
    [merchant, importId],
  )
  return row?.n ?? 0
}

/** The documents of orders by our numbers. */
export async function documentsOfOrders(tx: Tx, merchant: MerchantId, orderIds: readonly number[]): Promise<number[]> {
  const rows = await tx.query<{ id: number }>(
    'select document_id as id from millrace.orders where merchant_id = $1 and order_id = any($2::bigint[]) and document_id is not null',
    [merchant, [...orderIds]],
  )
  return rows.map(({ id }) => id)
}

/** Makes the rows of an import of orders: the first row of each in the file, and its number; nothing else of it (U3). */
export const addReportedOrders = (
  tx: Tx,
  merchant: MerchantId,
  {
    importId,
    orders,
  }: { readonly importId: number; readonly orders: readonly { readonly row: number; readonly orderId: string }[] },
) =>
  tx.query(
    `insert into millrace.import_rows (merchant_id, import_id, row, target)
     select $1, $2, row, target from unnest($3::int[], $4::text[]) as r (row, target)`,
    [merchant, importId, orders.map(({ row }) => row), orders.map(({ orderId }) => orderId)],
  )
