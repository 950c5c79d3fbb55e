import type { Channel, CountedChannel } from '#core/channel-orders/channel.ts'
import type { MerchantId } from '#core/ids.ts'
import type { Tx } from './db.ts'

/** The merchant's channels beside Amazon, by their codes (H3). */
export const listChannels = (tx: Tx, merchant: MerchantId): Promise<CountedChannel[]> =>
  tx.query<CountedChannel>(
    `select c.code, c.name, c.keep_days as "keepDays",
       (select count(*)::int from millrace.orders o where o.merchant_id = $1 and o.channel = c.code and o.channel <> 'amazon') as orders
     from millrace.channels c where c.merchant_id = $1 order by c.code`,
    [merchant],
  )

/** Adds a channel, or gives the one of that code another name and time. */
export const saveChannel = (tx: Tx, merchant: MerchantId, { code, name, keepDays }: Channel) =>
  tx.query(
    `insert into millrace.channels (merchant_id, code, name, keep_days) values ($1, $2, $3, $4)
     on conflict (merchant_id, code) do update set name = excluded.name, keep_days = excluded.keep_days`,
    [merchant, code, name, keepDays],
  )

/** Removes a channel of which no order is here; false when there are orders, or there is no such channel. */
export async function removeChannel(tx: Tx, merchant: MerchantId, code: string): Promise<boolean> {
  const gone = await tx.query(
    `delete from millrace.channels c where c.merchant_id = $1 and c.code = $2
       and not exists (select from millrace.orders o where o.merchant_id = $1 and o.channel = $2 and o.channel <> 'amazon') returning 1`,
    [merchant, code],
  )
  return gone.length > 0
}

/** Of these orders of channels, those that were taken back and may come in again. */
export async function undoneOrders(
  tx: Tx,
  merchant: MerchantId,
  names: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ reference: string }>(
    `select reference from millrace.documents where merchant_id = $1 and reference = any($2::text[]) and kind = 'channel-order' and state = 'skipped'`,
    [merchant, [...names]],
  )
  return new Set(rows.map(({ reference }) => reference))
}

/** Notes that an order was taken back with its import: the same number may come in again. */
export const markUndone = (tx: Tx, merchant: MerchantId, orderId: number) =>
  tx.query(
    `update millrace.documents d set state = 'skipped' from millrace.orders o
     where o.merchant_id = $1 and o.order_id = $2 and d.merchant_id = $1 and d.document_id = o.document_id and d.kind = 'channel-order'`,
    [merchant, orderId],
  )

/** Imports whose sealed file is needed no longer: they have ended, or nobody applied them since an instant. */
export async function filesToForget(
  tx: Tx,
  merchant: MerchantId,
  { importIds, before }: { readonly importIds: readonly number[]; readonly before: number },
): Promise<number[]> {
  const rows = await tx.query<{ id: number }>(
    `select import_id as id from millrace.imports where merchant_id = $1 and import_id = any($2::bigint[])
       and (state not in ('reading', 'previewed', 'applying') or made_at < to_timestamp($3::float8 / 1000))`,
    [merchant, [...importIds], before],
  )
  return rows.map(({ id }) => id)
}
