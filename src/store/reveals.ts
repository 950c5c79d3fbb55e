import type { MerchantId } from '#core/ids.ts'
import { MOST_REVEALS, type RevealLimits } from '#core/pii/reveal-ways.ts'
import type { Tx } from './db.ts'

/** What is opened: an order, or the original of a document that was never placed. */
export type Opened = { readonly orderId: number } | { readonly documentId: number }

type Way = 'reveal' | 'original' | 'print' | 'export'
/** What one person opens in one way. */
type Opening = { readonly userId: string; readonly ways: readonly Way[]; readonly opened: readonly Opened[] }

const DAY = 86_400_000

/** How many different ones a person will have opened in these ways within the last 24 hours, with those named; others wait until the end of the transaction. */
export async function countReveals(
  tx: Tx,
  merchant: MerchantId,
  { userId, ways, opened, at }: Opening & { readonly at: number },
): Promise<number> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`reveals ${merchant} ${userId}`])
  const [row] = await tx.query<{ n: number }>(
    `select count(*)::int as n from (
       select order_id, document_id from millrace.reveals
         where merchant_id = $1 and user_id = $2 and way = any($3) and at > to_timestamp($4::float8 / 1000)
       union select id, null from unnest($5::bigint[]) as o (id)
       union select null, id from unnest($6::bigint[]) as d (id)) each`,
    [merchant, userId, [...ways], at - DAY, orderIds(opened), documentIds(opened)],
  )
  return row?.n ?? 0
}

/** Notes what a person opened, and forgets what is older than a day. */
export async function addReveals(
  tx: Tx,
  merchant: MerchantId,
  { userId, way, opened, at }: Omit<Opening, 'ways'> & { readonly way: Way; readonly at: number },
): Promise<void> {
  await tx.query(
    'delete from millrace.reveals where merchant_id = $1 and user_id = $2 and at <= to_timestamp($3::float8 / 1000)',
    [merchant, userId, at - DAY],
  )
  await tx.query(
    `insert into millrace.reveals (merchant_id, user_id, way, order_id, document_id, at)
     select $1, $2, $3, e.order_id, e.document_id, to_timestamp($4::float8 / 1000)
     from (select id as order_id, null::bigint as document_id from unnest($5::bigint[]) as o (id)
       union all select null, id from unnest($6::bigint[]) as d (id)) e`,
    [merchant, userId, way, at, orderIds(opened), documentIds(opened)],
  )
}

const orderIds = (opened: readonly Opened[]) => opened.flatMap((each) => ('orderId' in each ? [each.orderId] : []))
const documentIds = (opened: readonly Opened[]) =>
  opened.flatMap((each) => ('documentId' in each ? [each.documentId] : []))

/** How much one person may open within 24 hours (U3). */
export async function revealLimits(tx: Tx, merchant: MerchantId): Promise<RevealLimits> {
  const [row] = await tx.query<RevealLimits>(
    'select reveal, print, export from millrace.reveal_limits where merchant_id = $1',
    [merchant],
  )
  return row ?? MOST_REVEALS
}

/** Sets these limits. */
export const setRevealLimits = (
  tx: Tx,
  merchant: MerchantId,
  { limits, who, at }: { readonly limits: RevealLimits; readonly who: string; readonly at: number },
) =>
  tx.query(
    `insert into millrace.reveal_limits (merchant_id, reveal, print, export, set_by, set_at) values ($1, $2, $3, $4, $5, to_timestamp($6::float8 / 1000))
     on conflict (merchant_id) do update set reveal = excluded.reveal, print = excluded.print, export = excluded.export, set_by = excluded.set_by, set_at = excluded.set_at`,
    [merchant, limits.reveal, limits.print, limits.export, who, at],
  )
