// Millrace through the same day: the product's own work by its own schedule, on the same clock.
import type { CenterCode, ItemId } from '#core/ids.ts'
import { setStock } from '#flows/change-stock.ts'
import { nextWorkAt, runDue } from '#jobs/run-due.ts'
import { SCHEDULE } from '#jobs/schedule.ts'
import { MERCHANT } from '#main/demo/sample-merchant.ts'
import { openPool, type Pool, withMerchant } from '#store/db.ts'
import { startSimulator } from '../../src/simulator/server.ts'
import { CONNECTION, type MadeServer } from '../made-server.ts'
import { type DaySize, scriptDay, stockSku } from './day.ts'
import { countsOf, type Outcome } from './outcome.ts'

const MINUTE = 60_000
const US = 'ATVPDKIKX0DER'

/** A day of Millrace. `knows`: it has seen the shop's hours the day before. */
export async function driveMillrace(
  server: MadeServer,
  at: { readonly start: number; readonly size: DaySize },
): Promise<Outcome> {
  const { control, url, close } = await startSimulator({ clock: 'virtual', start: at.start })
  const shop = await server.makeShop('peers', { url, now: () => control.now(), since: '2026-11-09' })
  const owner = openPool(server.configFor('millrace_owner', 'peers'), { max: 2, applicationName: 'bench peers' })
  try {
    await listSkus(owner, at)
    const work = { pool: shop.app, deps: shop.deps, schedule: SCHEDULE }
    const day = scriptDay(control, at.size, async ({ sku, quantity }) => {
      const entry = { itemId: sku as ItemId, center: 'PORTLAND' as CenterCode, onHand: quantity }
      const set = await setStock(shop.deps, MERCHANT.id, { stock: [entry], who: 'the bench' })
      if (!set.ok) throw new Error('The stock could not be set.')
    })
    const told = new Set<string>()
    while (!day.isOver() && control.now() < day.end + 4 * 60 * MINUTE) {
      await runDue(work)
      for (const { id, at: placedAt } of await placed(shop.app, told)) {
        told.add(id)
        day.placed(id, placedAt)
      }
      const next = (await nextWorkAt(work)) ?? day.end
      await day.passTo(Math.max(control.now(), Math.min(next, Math.max(day.nextAt(), control.now()))))
    }
    await shop.deps.flush()
    return { name: 'Millrace', ...countsOf(control, day, at.size) }
  } finally {
    await owner.end()
    await close()
  }
}

/** SKUs that are listed and linked, and whose stock may be sent. */
async function listSkus(
  owner: Pool,
  { start, size }: { readonly start: number; readonly size: DaySize },
): Promise<void> {
  const skus = Array.from({ length: size.changes }, (_, n) => stockSku(n))
  const statements: readonly (readonly [string, readonly unknown[]])[] = [
    [
      `insert into millrace.items (merchant_id, item_id, description, grams, tracks_stock) select $1, sku, sku, 100, true from unnest($2::text[]) as s (sku)`,
      [MERCHANT.id, skus],
    ],
    [
      `insert into millrace.stock (merchant_id, item_id, center_code, on_hand, allocated) select $1, sku, 'PORTLAND', 5, 0 from unnest($2::text[]) as s (sku)`,
      [MERCHANT.id, skus],
    ],
    [
      `insert into millrace.listings (merchant_id, connection_id, seller_sku, marketplace_id, item_id, product_type, channel, quantity, price, currency, read_at)
       select $1, $2, sku, '${US}', sku, 'PRODUCT', 'DEFAULT', 5, 1000, 'USD', to_timestamp($4::float8 / 1000) from unnest($3::text[]) as s (sku)`,
      [MERCHANT.id, CONNECTION, skus, start],
    ],
    [`update millrace.connections set sending_stock = true where merchant_id = $1`, [MERCHANT.id]],
  ]
  for (const [text, values] of statements) await owner.query(text, [...values])
}

/** Orders that were placed and not told yet, and when, by the program's clock. */
const placed = (pool: Pool, told: ReadonlySet<string>) =>
  withMerchant(pool, MERCHANT.id, (tx) =>
    tx.query<{ id: string; at: number }>(
      `select amazon_order_id as id, created_at as at from millrace.orders where amazon_order_id <> all($1::text[])`,
      [[...told]],
    ),
  )
