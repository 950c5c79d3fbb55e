// A merchant with very many SKUs: items, stock in five centers, listings and what was sent and confirmed of each.
import { MERCHANT } from '#main/demo/sample-merchant.ts'
import type { Pool } from '#store/db.ts'
import type { Simulator } from '../src/simulator/server.ts'
import { CONNECTION } from './made-server.ts'

export const US = 'ATVPDKIKX0DER'
const CENTERS = ['PORTLAND', 'RENO', 'C3', 'C4', 'C5'] as const
const CHUNK = 50_000

const STATEMENTS = [
  `insert into millrace.items (merchant_id, item_id, description, price, grams, tracks_stock)
   select $1, 'SKU-' || lpad(n::text, 8, '0'), 'Item number ' || n, 1999, 350, true from generate_series($2::int, $3::int) n`,
  `insert into millrace.stock (merchant_id, item_id, center_code, on_hand, allocated)
   select $1, 'SKU-' || lpad(n::text, 8, '0'), c, 10, n % 3 from generate_series($2::int, $3::int) n, unnest($5::text[]) c`,
  `insert into millrace.listings (merchant_id, connection_id, seller_sku, marketplace_id, item_id, asin, title, product_type, channel, quantity, price, currency)
   select $1, $4, 'SKU-' || lpad(n::text, 8, '0'), '${US}', 'SKU-' || lpad(n::text, 8, '0'), 'B0' || lpad(n::text, 8, '0'), 'Item number ' || n, 'PRODUCT', 'DEFAULT', 50 - 5 * (n % 3), 1999, 'USD'
   from generate_series($2::int, $3::int) n`,
  `insert into millrace.sku_fields (merchant_id, connection_id, seller_sku, field, product_type, desired, desired_at, sent, sent_version, sent_at, way, state, confirmed, confirmed_at)
   select $1, $4, 'SKU-' || lpad(n::text, 8, '0'), 'stock', 'PRODUCT', v, to_timestamp(0), v, 1, to_timestamp(0), 'feed', 'confirmed', v, to_timestamp(0)
   from generate_series($2::int, $3::int) n, lateral (select format('{"leadDays":null,"quantity":%s,"restockOn":null}', 50 - 5 * (n % 3)) as v) w`,
  // What triggers write of these rows elsewhere: here they are off.
  `insert into millrace.item_words (merchant_id, item_id, word)
   select $1, id, w from generate_series($2::int, $3::int) n, lateral (select 'SKU-' || lpad(n::text, 8, '0') as id) i, millrace.words_of(id || ' ' || translate(id, '-', '') || ' Item number ' || n) w`,
  `insert into millrace.stock_totals (merchant_id, item_id, on_hand, allocated)
   select $1, 'SKU-' || lpad(n::text, 8, '0'), 10 * cardinality($5::text[]), (n % 3) * cardinality($5::text[]) from generate_series($2::int, $3::int) n`,
]

/** Puts so many SKUs in, with nothing to tell Amazon; sending of stock is on. */
export async function fillListings(owner: Pool, skus: number): Promise<void> {
  const client = await owner.connect()
  try {
    await client.query(
      "set session_replication_role = 'replica'; set statement_timeout = 0; set synchronous_commit = off",
    )
    await client.query(
      `insert into millrace.distribution_centers (merchant_id, center_code, name, position, is_default) select $1, c, c, 10 + n, false from unnest($2::text[]) with ordinality as u (c, n) on conflict do nothing`,
      [MERCHANT.id, CENTERS],
    )
    await client.query('update millrace.connections set sending_stock = true')
    for (let from = 1; from <= skus; from += CHUNK)
      for (const statement of STATEMENTS) {
        const parts = [MERCHANT.id, from, Math.min(skus, from + CHUNK - 1), CONNECTION, CENTERS]
        const used = [...statement.matchAll(/\$(\d)/g)].map(([, n]) => Number(n))
        await client.query(
          renumbered(statement),
          [...new Set(used)].sort().map((n) => parts[n - 1]),
        )
      }
    await client.query('vacuum analyze')
  } finally {
    client.release(true)
  }
}

/** Statements name all parts, a query may name only those that it uses. */
function renumbered(statement: string): string {
  const used = [...new Set([...statement.matchAll(/\$(\d)/g)].map(([, n]) => Number(n)))].sort()
  return statement.replace(/\$(\d)/g, (_, n: string) => `$${used.indexOf(Number(n)) + 1}`)
}

/** Another number on the shelf for one SKU in so many, as an import of stock leaves it. */
export const changeStock = (owner: Pool, every: number) =>
  owner.query(
    `update millrace.stock set on_hand = on_hand + 1 where merchant_id = $1 and center_code = 'RENO' and item_id like 'SKU-%' and case when item_id like 'SKU-%' then right(item_id, 8)::int % $2 = 0 end`,
    [MERCHANT.id, every],
  )

/** The same SKUs at the simulated Amazon. */
export function listAtAmazon(control: Simulator['control'], skus: number): void {
  control.putListings(
    Array.from({ length: skus }, (_, n) => ({
      sku: `SKU-${String(n + 1).padStart(8, '0')}`,
      quantity: 50 - 5 * ((n + 1) % 3),
    })),
  )
}
