import type { ConnectionId, MerchantId } from '#core/ids.ts'
import type { OrderLog } from '#core/orders/order-log.ts'
import type { Problem } from '#core/problems.ts'
import type { Tx } from './db.ts'

/** An inbound document as the Error Log shows it; instants in epoch ms (E1). Its original lies in the vault. */
export type InboundDocument = {
  readonly documentId: number
  readonly reference: string
  readonly connection: ConnectionId
  readonly state: 'placed' | 'pending' | 'held' | 'skipped'
  readonly reason: string | null
  readonly problems: readonly Problem[]
  readonly log: OrderLog
  readonly receivedAt: number
  readonly decidedAt: number
}

type Row = {
  document_id: number
  reference: string
  connection_id: ConnectionId
  state: InboundDocument['state']
  reason: string | null
  problems: Problem[]
  log: OrderLog
  received_at: number
  decided_at: number
}

const COLUMNS = 'document_id, reference, connection_id, state, reason, problems, log, received_at, decided_at'

const toDocument = (row: Row): InboundDocument => ({
  documentId: row.document_id,
  reference: row.reference,
  connection: row.connection_id,
  state: row.state,
  reason: row.reason,
  problems: row.problems,
  log: row.log,
  receivedAt: row.received_at,
  decidedAt: row.decided_at,
})

/** Documents in one state, oldest first, a page at a time. */
export async function listDocuments(
  tx: Tx,
  merchant: MerchantId,
  page: { state: InboundDocument['state']; after: number; limit: number },
): Promise<InboundDocument[]> {
  const rows = await tx.query<Row>(
    `select ${COLUMNS} from millrace.documents where merchant_id = $1 and state = $2 and document_id > $3 order by document_id limit $4`,
    [merchant, page.state, page.after, page.limit],
  )
  return rows.map(toDocument)
}

/** One document by its number or its Amazon order id, or null. */
export async function findDocument(
  tx: Tx,
  merchant: MerchantId,
  key: number | string,
): Promise<InboundDocument | null> {
  const [row] = await tx.query<Row>(
    `select ${COLUMNS} from millrace.documents where merchant_id = $1 and ${typeof key === 'number' ? 'document_id' : 'reference'} = $2`,
    [merchant, key],
  )
  return row ? toDocument(row) : null
}

/** Held documents that were decided under an older configuration than today's (E4). */
export async function staleDocuments(tx: Tx, merchant: MerchantId, limit: number): Promise<InboundDocument[]> {
  const rows = await tx.query<Row>(
    `select ${COLUMNS} from millrace.documents d where merchant_id = $1 and state = 'held'
       and decided_under < (select version from millrace.configuration where merchant_id = $1) order by document_id limit $2`,
    [merchant, limit],
  )
  return rows.map(toDocument)
}

/** How many documents are in each state. */
export async function countDocuments(tx: Tx, merchant: MerchantId): Promise<Record<string, number>> {
  const rows = await tx.query<{ state: string; reason: string | null; n: number }>(
    'select state, reason, count(*) as n from millrace.documents where merchant_id = $1 group by state, reason',
    [merchant],
  )
  return Object.fromEntries(rows.map((row) => [row.reason ? `${row.state} ${row.reason}` : row.state, row.n]))
}

/** Notes that held documents were looked at under today's configuration. */
export const markLookedAt = (tx: Tx, merchant: MerchantId, ids: readonly number[]) =>
  tx.query(
    `update millrace.documents set decided_under = (select version from millrace.configuration where merchant_id = $1)
     where merchant_id = $1 and document_id = any($2::bigint[]) and state = 'held'`,
    [merchant, [...ids]],
  )
