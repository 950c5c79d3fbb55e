// What years of business leave beside orders: many kinds of items, listings without one, changes that went up day by day, packages,
// stock that moved, buyers who are not purged yet. Rows are alike from run to run: chance comes from their numbers.
import { MERCHANT } from '#main/demo/sample-merchant.ts'
import type { Pool } from '#store/db.ts'
import { CONNECTION } from '../made-server.ts'

const M = `'${MERCHANT.id}'`
/** SKUs at Amazon that are linked to nothing yet. */
const UNLINKED = 10_000
/** Buyers of so many orders have not been purged. */
const BUYERS = 20_000
const BARCODE = 4_006_381_000_000

const words = (list: string, by: string) =>
  `(string_to_array('${list}', ','))[1 + abs(hashint4(${by})) % ${list.split(',').length}]`
/** What item number `n` is called. */
const NAME = `concat_ws(' ',
  ${words('Steel,Glass,Bamboo,Ceramic,Cotton,Linen,Copper,Oak,Silicone,Leather,Wool,Paper', 'n')},
  ${words('Bottle,Mug,Bowl,Plate,Towel,Apron,Kettle,Tray,Lamp,Basket,Blanket,Notebook,Jar,Vase,Spoon,Brush,Candle,Clock,Frame,Hook,Pillow,Rack,Scarf,Stool,Tin', 'n + 1000000')},
  (1 + abs(hashint4(n + 2000000)) % 40) * 25 || ' ml', 'in',
  ${words('Blue,Red,Green,Black,White,Grey,Sand,Teal,Plum,Amber,Ivory,Navy,Coral,Olive,Rust', 'n + 3000000')},
  'with', ${words('Cork Lid,Handle,Gift Box,Stand,Strap,Cover,Ribbon,Label', 'n + 4000000')}, 'No.', n / 40)`
const OURS = `merchant_id = ${M} and item_id like 'SKU-%'`
const NUMBER = `right(item_id, 8)::int as n`

const ITEMS = [
  `update millrace.items i set description = ${NAME}, price = 199 + abs(hashint4(n)) % 30000, barcode = case when n % 10 > 0 then (${BARCODE} + n)::text end
   from (select item_id as id, ${NUMBER} from millrace.items where ${OURS}) k where i.merchant_id = ${M} and i.item_id = k.id`,
  `delete from millrace.item_words where ${OURS}`,
  `insert into millrace.item_words (merchant_id, item_id, word)
   select i.merchant_id, i.item_id, w from millrace.items i, millrace.words_of(i.item_id || ' ' || translate(i.item_id, '-', '') || ' ' || i.description || ' ' || coalesce(i.barcode, '')) w where i.${OURS}
   order by i.item_id`,
  `update millrace.stock set on_hand = 0, allocated = 0 where ${OURS} and right(item_id, 8)::int % 17 = 0`,
  `update millrace.stock set on_hand = 11 + abs(hashtext(item_id)) % 90 where ${OURS} and center_code = 'RENO' and right(item_id, 8)::int % 17 > 0`,
  `update millrace.stock_totals t set on_hand = s.on_hand, allocated = s.allocated
   from (select item_id as id, sum(on_hand) as on_hand, sum(allocated) as allocated from millrace.stock where ${OURS} group by item_id) s where t.merchant_id = ${M} and t.item_id = s.id`,
]

const LISTINGS = [
  `update millrace.listings l set title = i.description || ', for Kitchen and Home', barcode = i.barcode, price = i.price,
     channel = case when n % 12 = 5 then 'AMAZON_NA' else 'DEFAULT' end, gone_at = case when n % 50 = 7 then to_timestamp(1.7e9) end, item_id = case when n % 40 = 9 then null else l.item_id end
   from (select item_id as id, description, barcode, price, ${NUMBER} from millrace.items where ${OURS}) i
   where l.merchant_id = ${M} and l.seller_sku = i.id`,
  `insert into millrace.listings (merchant_id, connection_id, seller_sku, marketplace_id, asin, title, barcode, product_type, channel, quantity, price, currency)
   select ${M}, '${CONNECTION}', 'NEW-' || lpad(n::text, 8, '0'), 'ATVPDKIKX0DER', 'B1' || lpad(n::text, 8, '0'), ${NAME} || ' (new)', case when n % 3 = 0 then (${BARCODE} + n)::text end, 'PRODUCT', 'DEFAULT', 5, 1999, 'USD'
   from generate_series(1, ${UNLINKED}) n on conflict do nothing`,
  // Sent day by day over the last ninety days.
  `update millrace.sku_fields f set sent_at = d.newest - make_interval(secs => abs(hashtext(f.seller_sku)) % 7776000), confirmed_at = d.newest - make_interval(secs => abs(hashtext(f.seller_sku)) % 7776000)
   from (select max(created_at) as newest from millrace.orders) d where f.merchant_id = ${M} and f.seller_sku like 'SKU-%'`,
]

const ENTERED = `o.placed_at + interval '20 hours'`
const SHIPPED = `from millrace.orders o where o.merchant_id = ${M} and o.stage = 'Completed Order'`
const ORDERS = [
  `insert into millrace.packages (merchant_id, order_id, package_number, carrier, tracking, shipped_at, center_code, entered_by, entered_at)
   select ${M}, o.order_id, 1, 'UPS', '1Z' || lpad(o.order_id::text, 16, '0'), ${ENTERED}, 'PORTLAND', 'clerk@example.com', ${ENTERED} ${SHIPPED} order by o.order_id on conflict do nothing`,
  `insert into millrace.outbox (merchant_id, kind, connection_id, marketplace_id, order_id, subject, state, way, next_at, attempts, sent_at, settled_at, settled_by, entered_at)
   select ${M}, 'confirmation', o.connection_id, o.marketplace_id, o.order_id, 1, 'settled', 'call', ${ENTERED}, 1, ${ENTERED}, ${ENTERED}, 'sweep', ${ENTERED} ${SHIPPED} order by o.placed_at on conflict do nothing`,
  `insert into millrace.stock_moves (merchant_id, at, kind, item_id, center_code, change, on_hand, reason, who, reference)
   select ${M}, ${ENTERED}, case when o.order_id % 50 = 0 then 'receipt' else 'shipment' end, 'SKU-' || lpad((1 + o.order_id % 200000)::text, 8, '0'), 'PORTLAND', -1, 9, 'shipped', 'clerk@example.com', o.order_id::text ${SHIPPED} order by o.placed_at`,
]

const newest = (table: string, key: string, count: number) =>
  `(select ${key} as id, row_number() over (order by ${key}) as n from (select ${key} from ${table} where merchant_id = ${M} order by ${key} limit ${count}) newest) k`
const BUYER_DATA = [
  `insert into vault.buyers (merchant_id, order_id, key_id, sealed, origin, stored_at, indexed)
   select ${M}, k.id, b.key_id, b.sealed, b.origin, b.stored_at, true
   from ${newest('millrace.orders', 'order_id', BUYERS)} join (select *, row_number() over (order by order_id) - 1 as at, count(*) over () as all from vault.buyers) b on b.at = k.n % b.all on conflict do nothing`,
  `insert into vault.documents (merchant_id, document_id, key_id, sealed, holds_buyer_data, origin, stored_at)
   select ${M}, k.id, b.key_id, b.sealed, b.holds_buyer_data, b.origin, b.stored_at
   from ${newest('millrace.documents', 'document_id', BUYERS)} join (select *, row_number() over (order by document_id) - 1 as at, count(*) over () as all from vault.documents) b on b.at = k.n % b.all on conflict do nothing`,
]

/** In a deployment that runs, the job that erases buyers has noted by when each is gone: it comes as soon as this one starts. */
const NOTED = `update deployment.due set at = 'epoch' where kind = 'purge-buyer-data' and merchant_id = ${M}`

/** Puts all of it in, beside orders and SKUs that are there. */
export async function fillPast(owner: Pool): Promise<void> {
  const client = await owner.connect()
  try {
    await client.query(
      "set session_replication_role = 'replica'; set statement_timeout = 0; set synchronous_commit = off",
    )
    for (const statement of [...ITEMS, ...LISTINGS, ...ORDERS, ...BUYER_DATA, NOTED]) await client.query(statement)
    await client.query('vacuum analyze')
  } finally {
    client.release(true)
  }
}
