// Orders with a package each, put into the database in bulk, as if they had been imported and shipped.
import type { Pool } from '#store/db.ts'
import type { Due } from './scale-database.ts'

/** The one line of each order. */
export const LINE = '10000000000001'
const MARKETPLACE = 'ATVPDKIKX0DER'

/** Orders of one seller, by Amazon's ids; `from` numbers them. */
export type Shipped = { readonly due: Due; readonly orderIds: readonly string[]; readonly from: number }

const STATEMENTS = [
  `insert into millrace.orders (merchant_id, order_id, amazon_order_id, document_id, connection_id, marketplace_id, stage, amazon_status, payment_method, placed_at, amazon_updated_at, ship_by, created_at, updated_at)
   select $1, m.n, m.id, m.n, $2, '${MARKETPLACE}', 'Completed Order', 'UNSHIPPED', 'Amazon', $5, $5, $5 + interval '1 day', $5, $5 from made m`,
  `insert into millrace.order_lines (merchant_id, order_id, line_id, position, seller_sku, title, quantity_amazon, fulfilled_amazon, quantity, gift, placed_at)
   select $1, m.n, '${LINE}', 0, 'MUG-BLUE', 'A mug', 1, 1, 1, false, $5 from made m`,
  `insert into millrace.packages (merchant_id, order_id, package_number, carrier, tracking, shipped_at, entered_by, entered_at)
   select $1, m.n, 1, 'UPS', '1Z999AA1' || lpad(m.n::text, 10, '0'), $5, 'bench', $5 from made m`,
  `insert into millrace.package_items (merchant_id, order_id, package_number, line_id, quantity_amazon, quantity) select $1, m.n, 1, '${LINE}', 1, 1 from made m`,
  `insert into millrace.outbox (merchant_id, kind, connection_id, marketplace_id, order_id, subject, due_by, next_at, entered_at)
   select $1, 'confirmation', $2, '${MARKETPLACE}', m.n, 1, $5 + interval '1 day', $5, $5 from made m`,
]

/** Puts them in; nothing is due before `wakeConfirmations`. */
export async function addPackages(owner: Pool, { due, orderIds, from }: Shipped, at: number): Promise<void> {
  const client = await owner.connect()
  try {
    // The documents that they came from are not there.
    await client.query("set session_replication_role = 'replica'")
    for (const statement of STATEMENTS)
      await client.query(
        `with asked as (select $1::text, $2::text, $5::timestamptz), made as (select id, $4::bigint + nr as n from unnest($3::text[]) with ordinality as o (id, nr)) ${statement}`,
        [due.merchant, due.connection, orderIds, from, new Date(at)],
      )
  } finally {
    await client.query('reset session_replication_role')
    client.release()
  }
}

/** Makes the confirmations of these sellers due, as the entry of a package does. */
export const wakeConfirmations = (owner: Pool, sellers: readonly Due[], at: number) =>
  owner.query(
    `with woken as (insert into deployment.due (merchant_id, kind, subject, at)
       select w.merchant, 'confirm-shipments', w.connection, to_timestamp($2::float8 / 1000) from jsonb_to_recordset($1::jsonb) as w (merchant text, connection text)
       on conflict (merchant_id, kind, subject) do update set at = excluded.at, seq = deployment.due.seq + 1)
     select pg_notify('millrace_wake', '')`,
    [JSON.stringify(sellers.map(({ merchant, connection }) => ({ merchant, connection }))), at],
  )

/** How many packages of a seller Amazon took, and when the last one. */
export async function sentBy(owner: Pool, { merchant }: Due): Promise<{ done: number; last: number }> {
  const { rows } = await owner.query<{ done: number; last: number | null }>(
    `select count(sent_at) as done, max(sent_at) as last from millrace.outbox where merchant_id = $1`,
    [merchant],
  )
  return { done: rows[0]?.done ?? 0, last: rows[0]?.last ?? 0 }
}
