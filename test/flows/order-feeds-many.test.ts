import { expect, test } from 'vitest'
import { HOUR, MINUTE, makeSeller } from '../make/seller.ts'
import type { Seller } from '../make/seller-views.ts'
import { submissionsOf } from '../make/things-to-send.ts'

const PACKAGES = 5000
const LINE = '10000000000001'

/** Orders of which Amazon and we know, each with a package that waits for its confirmation; put in at once. */
async function addPackages(seller: Seller, count: number) {
  const { control, merchant, connection, database } = seller
  const placed = { lines: [{ sku: 'MUG-BLUE', orderItemId: LINE }], createdAt: control.now() - HOUR, lagMs: 0 }
  const ids = control.placeOrders(placed, count)
  const statements = [
    `insert into millrace.orders (merchant_id, order_id, amazon_order_id, document_id, connection_id, marketplace_id, stage, amazon_status, payment_method, placed_at, amazon_updated_at, created_at, updated_at)
     select $1, n, id, n, $2, 'ATVPDKIKX0DER', 'Completed Order', 'UNSHIPPED', 'Amazon', $4, $4, $4, $4 from made`,
    `insert into millrace.order_lines (merchant_id, order_id, line_id, position, seller_sku, title, quantity_amazon, fulfilled_amazon, quantity, gift, placed_at)
     select $1, n, '${LINE}', 0, 'MUG-BLUE', 'A mug', 1, 1, 1, false, $4 from made`,
    `insert into millrace.packages (merchant_id, order_id, package_number, carrier, tracking, shipped_at, entered_by, entered_at)
     select $1, n, 1, 'UPS', '1Z' || n, $4, 'a test', $4 from made`,
    `insert into millrace.package_items (merchant_id, order_id, package_number, line_id, quantity_amazon, quantity) select $1, n, 1, '${LINE}', 1, 1 from made`,
    `insert into millrace.outbox (merchant_id, kind, connection_id, marketplace_id, order_id, subject, next_at, entered_at)
     select $1, 'confirmation', $2, 'ATVPDKIKX0DER', n, 1, $4, $4 from made`,
  ]
  const client = await database.ownerPool().connect()
  await client.query("set session_replication_role = 'replica'")
  for (const statement of statements)
    await client.query(
      `with asked as (select $1::text, $2::text, $4::timestamptz), made as (select id, nr as n from unnest($3::text[]) with ordinality as o (id, nr)) ${statement}`,
      [merchant, connection, ids, new Date(control.now() - MINUTE)],
    )
  await client.query('reset session_replication_role')
  client.release()
}

test('[S5] 5,000 packages of one seller go by feed, in ten calls at most', async () => {
  const seller = await makeSeller({ justConnected: true })
  await seller.database.ownerPool().query('delete from deployment.due')
  await addPackages(seller, PACKAGES)
  seller.control.clearRequests()
  await seller.deps.transaction(seller.merchant, 'app', (tx) => tx.wake('confirm-shipments', seller.connection))
  await seller.run()
  seller.control.advance(2 * MINUTE)
  await seller.run()
  const calls = seller.control.requests().map(({ operation }) => operation)
  expect(calls).toHaveLength(6)
  expect(new Set(calls)).toContain('createFeed')
  expect(await submissionsOf(seller)).toMatchObject([{ messages: PACKAGES, state: 'done', problem: null }])
  const { rows } = await seller.database
    .ownerPool()
    .query(`select state, way, count(*)::int as n from millrace.outbox group by state, way`)
  expect(rows).toEqual([{ state: 'sent', way: 'feed', n: PACKAGES }])
  expect(seller.control.orders().filter(({ status }) => status === 'SHIPPED')).toHaveLength(PACKAGES)
})
