import type { ConnectionId, MerchantId } from '#core/ids.ts'
import type { OrderLog } from '#core/orders/order-log.ts'
import type { Problem } from '#core/problems.ts'
import type { Tx } from './db.ts'
import { causeOfOrder, type ErrorWish } from './error-groups.ts'

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

/** As its index has it. */
export const WAITS = `(state = 'held' or problems <> '[]')`

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

/** Documents in one state, oldest first, a page at a time; without a state what is held and what waits for a person (E1), of a cause if one is named (E4). */
export async function listDocuments(
  tx: Tx,
  merchant: MerchantId,
  page: { state?: InboundDocument['state'] | undefined; after: number; limit: number; of?: ErrorWish | undefined },
): Promise<InboundDocument[]> {
  const { code = null, cause = null, connection = null, search = null } = page.of ?? {}
  const rows = await tx.query<Row>(
    `select ${COLUMNS} from millrace.documents where merchant_id = $1 and ${page.state ? 'state = $8' : WAITS} and document_id > $2 ${OF_CAUSE} order by document_id limit $3`,
    [merchant, page.after, page.limit, code, cause, connection, search, ...(page.state ? [page.state] : [])],
  )
  return rows.map(toDocument)
}

const OF_CAUSE = `and ($6::text is null or connection_id = $6)
  and ($4::text is null and $5::text is null or exists (select from jsonb_array_elements(problems) p where ($4 is null or p->>'code' = $4) and ($5 is null or ${causeOfOrder('p')} = $5)))
  and ($7::text is null or strpos(lower(reference), lower($7)) > 0
    or exists (select from jsonb_array_elements(problems) p where strpos(lower(p->'facts'->>'sku'), lower($7)) > 0))`

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

/** The documents with these numbers, as many as there are. */
export async function findDocuments(tx: Tx, merchant: MerchantId, ids: readonly number[]): Promise<InboundDocument[]> {
  const rows = await tx.query<Row>(
    `select ${COLUMNS} from millrace.documents where merchant_id = $1 and document_id = any($2::bigint[])`,
    [merchant, [...ids]],
  )
  return rows.map(toDocument)
}

/**
 * Documents that were decided under an older configuration than today's and that it may change, a page at a time: held ones (E4), and
 * pending orders with a line that has no item and that may reserve still (O13).
 */
export async function staleDocuments(
  tx: Tx,
  merchant: MerchantId,
  page: { after: number; limit: number; reservesSince: number },
): Promise<InboundDocument[]> {
  const rows = await tx.query<Row>(
    `select ${COLUMNS} from millrace.documents d where merchant_id = $1 and (state = 'held' or (state = 'pending' and exists (
         select from millrace.orders o join millrace.order_lines l using (merchant_id, order_id) where o.merchant_id = $1 and o.amazon_order_id = d.reference
           and o.stage = 'Pre-ordered' and l.item_id is null and o.placed_at > to_timestamp($4::float8 / 1000))))
       and decided_under < (select version from millrace.configuration where merchant_id = $1)
       and document_id > $2 order by document_id limit $3`,
    [merchant, page.after, page.limit, page.reservesSince],
  )
  return rows.map(toDocument)
}

const LACKS_BLOCK = `problems @> '[{"code": "missing-block"}]'`
const LACKS_ADDRESS = `problems @> '[{"code": "no-destination"}]'`

/**
 * Which of these held documents came without a part of the order that Amazon may give now: any of them, or only those that were
 * decided before the authorization was proven last (a role may have been granted with it).
 */
export async function incompleteDocuments(
  tx: Tx,
  merchant: MerchantId,
  asked: { ids: readonly number[]; provenSince: boolean },
): Promise<ReadonlySet<number>> {
  const rows = await tx.query<{ id: number }>(
    `select d.document_id as id from millrace.documents d join millrace.connections c using (merchant_id, connection_id)
     where d.merchant_id = $1 and d.document_id = any($2::bigint[]) and d.state = 'held' and (d.${LACKS_BLOCK} or d.${LACKS_ADDRESS})
       and (not $3::boolean or d.decided_at <= c.authorized_at)`,
    [merchant, [...asked.ids], asked.provenSince],
  )
  return new Set(rows.map((row) => row.id))
}

/** Held documents of these connections without a part of the order, whose last look is so long ago that they are asked for again, the oldest first. */
export async function incompleteSince(
  tx: Tx,
  merchant: MerchantId,
  due: { connections: readonly ConnectionId[]; blockBefore: number; addressBefore: number; limit: number },
): Promise<InboundDocument[]> {
  const rows = await tx.query<Row>(
    `select ${COLUMNS} from millrace.documents where merchant_id = $1 and state = 'held' and connection_id = any($5) and (
       ${LACKS_BLOCK} and decided_at <= to_timestamp($2::float8 / 1000) or ${LACKS_ADDRESS} and decided_at <= to_timestamp($3::float8 / 1000))
     order by decided_at, document_id limit $4`,
    [merchant, due.blockBefore, due.addressBefore, due.limit, [...due.connections]],
  )
  return rows.map(toDocument)
}

/** A document that waited and no longer does: since when, and for what; epoch ms (E4). */
export type MendedDocument = Pick<InboundDocument, 'documentId' | 'reference' | 'state'> & {
  readonly mendedAt: number
  readonly mended: readonly Problem[]
}

/** What was mended last, the newest first (E4). */
export const lastMended = (tx: Tx, merchant: MerchantId, limit: number): Promise<MendedDocument[]> =>
  tx.query<MendedDocument>(
    `select document_id as "documentId", reference, state, mended_at as "mendedAt", mended from millrace.documents
     where merchant_id = $1 and mended_at is not null order by mended_at desc limit $2`,
    [merchant, limit],
  )

/** How many documents are held or wait for a person (E1). */
export async function countWaitingDocuments(tx: Tx, merchant: MerchantId): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    `select count(*)::int as n from millrace.documents where merchant_id = $1 and ${WAITS}`,
    [merchant],
  )
  return row?.n ?? 0
}

/** How many documents are in each state. */
export async function countDocuments(tx: Tx, merchant: MerchantId): Promise<Record<string, number>> {
  const rows = await tx.query<{ state: string; reason: string | null; n: number }>(
    'select state, reason, count(*) as n from millrace.documents where merchant_id = $1 group by state, reason',
    [merchant],
  )
  return Object.fromEntries(rows.map((row) => [row.reason ? `${row.state} ${row.reason}` : row.state, row.n]))
}

/** Notes that documents were looked at under today's configuration. */
export const markLookedAt = (tx: Tx, merchant: MerchantId, ids: readonly number[]) =>
  tx.query(
    `update millrace.documents set decided_under = (select version from millrace.configuration where merchant_id = $1)
     where merchant_id = $1 and document_id = any($2::bigint[]) and state in ('held', 'pending')`,
    [merchant, [...ids]],
  )
