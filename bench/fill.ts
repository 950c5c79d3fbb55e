// A database that has been in use for years: the rows of a few orders that the product wrote, copied a million times.
import { MERCHANT } from '#main/demo/sample-merchant.ts'
import type { Pool } from '#store/db.ts'

const CHUNK = 100
/** What a trigger notes of each day of orders, for orders that were copied without triggers. */
const ORDER_DAYS = `delete from millrace.order_days;
  insert into millrace.order_days (merchant_id, day, number_from, number_to, deadline_from, deadline_to)
  select merchant_id, floor(extract(epoch from placed_at) / 86400)::integer, min(order_id), max(order_id), min(coalesce(ship_by, 'infinity')), max(coalesce(ship_by, 'infinity'))
  from millrace.orders group by 1, 2`

/** Tables of an order; what differs in a copy is said by expression, everything else is the same. */
const TABLES = [
  'millrace.documents',
  'millrace.orders',
  'millrace.order_lines',
  'millrace.allocations',
  'millrace.order_events',
  'vault.documents',
  'vault.buyers',
] as const

/** Amazon's numbers come in no order, so their index is written all over: these do too (the factor shares no divisor with 10). */
const mixed = (id: string) =>
  `regexp_replace(lpad(((t.${id} + c.copy * $2::bigint) * 61803398873 % 100000000000000)::text, 14, '0'), '(.{7})(.{7})', '113-\\1-\\2')`

const RENUMBERED: Readonly<Record<string, string>> = {
  order_id: 't.order_id + c.copy * $2::bigint',
  document_id: 't.document_id + c.copy * $2::bigint',
  amazon_order_id: mixed('order_id'),
  reference: mixed('document_id'),
}

/** What of a copy is unlike its original, as SQL of `t` (the original) and `c.copy` (its number), by table and column. */
export type Unlike = Readonly<Record<string, Readonly<Record<string, string>>>>

/** Copies the orders that are there until there are at least so many; answers how many and how many bytes the tables hold. */
export async function fillUp(
  owner: Pool,
  orders: number,
  { tables = TABLES, unlike = {} }: { tables?: readonly string[]; unlike?: Unlike } = {},
): Promise<{ orders: number; bytes: number }> {
  const client = await owner.connect()
  try {
    // The copies hold together as their originals do: no foreign key needs to be looked up.
    await client.query("set session_replication_role = 'replica'")
    const { rows } = await client.query<{ count: number; span: number }>(
      `select count(*) as count, 1 + greatest(max(order_id) - min(order_id), (select max(document_id) - min(document_id) from millrace.documents)) as span
       from millrace.orders`,
    )
    const { count = 0, span = 0 } = rows[0] ?? {}
    const copies = Math.ceil(orders / count) - 1
    for (const table of tables) await client.query(`create temp table "${table}" as select * from ${table}`)
    const inserts = await Promise.all(
      tables.map(async (table) => insertOf(table, await columnsOf(owner, table), unlike[table])),
    )
    for (let from = 1; from <= copies; from += CHUNK)
      for (const insert of inserts) await client.query(insert, [from, span, Math.min(copies, from + CHUNK - 1)])
    await client.query("select setval('millrace.order_number', (select max(order_id) from millrace.orders))")
    await client.query("select setval('millrace.document_number', (select max(document_id) from millrace.documents))")
    await client.query("set session_replication_role = 'origin'")
    await client.query('set statement_timeout = 0')
    await client.query(ORDER_DAYS)
    await client.query('vacuum analyze')
    const size = await client.query<{ orders: number; bytes: number }>(
      'select (select count(*) from millrace.orders where merchant_id = $1) as orders, pg_database_size(current_database()) as bytes',
      [MERCHANT.id],
    )
    return size.rows[0] ?? { orders: 0, bytes: 0 }
  } finally {
    client.release(true)
  }
}

async function columnsOf(owner: Pool, table: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attidentity = '' order by attnum`,
    [table],
  )
  return rows.map((row) => row.name)
}

function insertOf(table: string, columns: readonly string[], unlike: Unlike[string] = {}): string {
  const values = columns.map((name) => unlike[name] ?? RENUMBERED[name] ?? `t.${name}`)
  return `insert into ${table} (${columns.join(', ')}) select ${values.join(', ')}
    from "${table}" t cross join generate_series($1::bigint, $3::bigint) as c (copy) where $2::bigint > 0 order by c.copy, t.merchant_id`
}
