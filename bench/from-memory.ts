// Orders per second from a page in memory to committed rows, and the loop beside it.
import type { WireOrder } from '#amazon/port.ts'
import { importOrders } from '#flows/import-orders.ts'
import { MERCHANT } from '#main/demo/sample-merchant.ts'
import { withMerchant } from '#store/db.ts'
import { startSimulator } from '../src/simulator/server.ts'
import { CONNECTION, type MadeServer, type Shop } from './made-server.ts'
import { PAGE, pageMaker } from './pages.ts'
import { type Pair, rate } from './report.ts'
import { importRowByRow } from './row-by-row.ts'
import { type Steps, timedSteps } from './steps.ts'

const ROUNDS = 8
const PAGES_A_ROUND = 10
const LOOP_PAGES_A_ROUND = 2
const WARM_UP = 10

/** The pair, the steps of one page in ms, and the rows that both wrote for the first page. */
export type FromMemory = Pair & { readonly steps: Steps; readonly rows: string }

/** Measures both in turns, so that whatever else the machine does falls on both. */
export async function measureFromMemory(server: MadeServer, since: string): Promise<FromMemory> {
  // Only the connecting asks it.
  const simulator = await startSimulator()
  const amazon = { url: simulator.url, now: Date.now, since }
  const product = await server.makeShop('product', amazon)
  const loop = await server.makeShop('row_by_row', amazon)
  await simulator.close()
  const makePage = await pageMaker(Date.now())
  const { deps, steps } = timedSteps(product.deps)
  const ours = (wires: readonly WireOrder[]) =>
    deps.transaction(MERCHANT.id, { vault: 'import' }, (tx) =>
      importOrders(deps, tx, { merchant: MERCHANT.id, connection: CONNECTION, wires, who: 'import', again: false }),
    )
  const theirs = (wires: readonly WireOrder[]) => importRowByRow(loop, wires)

  const first = makePage()
  await ours(first)
  await theirs(first)
  const rows = await sameRows(product, loop)
  await timed(WARM_UP, makePage, ours)
  await timed(1, makePage, theirs)
  for (const step of Object.keys(steps) as (keyof Steps)[]) steps[step] = 0
  const rounds = { product: [] as number[], loop: [] as number[] }
  for (let round = 0; round < ROUNDS; round++) {
    rounds.product.push(rate(PAGES_A_ROUND * PAGE, await timed(PAGES_A_ROUND, makePage, ours)))
    rounds.loop.push(rate(LOOP_PAGES_A_ROUND * PAGE, await timed(LOOP_PAGES_A_ROUND, makePage, theirs)))
  }
  for (const step of Object.keys(steps) as (keyof Steps)[]) steps[step] /= ROUNDS * PAGES_A_ROUND
  return {
    ...rounds,
    orders: { product: ROUNDS * PAGES_A_ROUND * PAGE, loop: ROUNDS * LOOP_PAGES_A_ROUND * PAGE },
    steps,
    rows,
  }
}

/** How long so many pages take, in ms; making them is not counted. */
async function timed(pages: number, make: () => WireOrder[], work: (wires: WireOrder[]) => Promise<unknown>) {
  let took = 0
  for (let n = 0; n < pages; n++) {
    const wires = make()
    const started = performance.now()
    await work(wires)
    took += performance.now() - started
  }
  return took
}

const COUNTS = `
select concat_ws(', ',
  (select count(*) || ' documents' from millrace.documents), (select count(*) || ' orders' from millrace.orders),
  (select count(*) || ' lines' from millrace.order_lines), (select count(*) || ' allocations' from millrace.allocations),
  (select count(*) || ' events' from millrace.order_events),
  (select count(*) || ' sealed originals' from vault.documents), (select count(*) || ' sealed addresses' from vault.buyers)) as counts,
  (select md5(string_agg(t::text, '')) from (select amazon_order_id, marketplace_id, stage, amazon_status, service_level, method_id, method_cost,
     payment_method, center_code, placed_at, amazon_updated_at, ship_by, deliver_by, currency, grand_total, outside_lines, programs, replaces, flags, dropped_lines, reread_at
     from millrace.orders order by 1) t)
  || (select md5(string_agg(t::text, '')) from (select o.amazon_order_id, l.line_id, position, seller_sku, asin, title, item_id, quantity_amazon, fulfilled_amazon, quantity,
     item_amount, shipping_amount, gift_wrap_amount, other_amount, tax_amount, marketplace_tax_amount, discount_amount, total_amount, gift
     from millrace.order_lines l join millrace.orders o using (merchant_id, order_id) order by 1, 2) t)
  || (select md5(string_agg(t::text, '')) from (select item_id, center_code, on_hand, allocated from millrace.stock order by 1, 2) t) as print`

/** Proves that both wrote the same, so that the comparison is one; says how many rows. */
async function sameRows(...shops: readonly [Shop, Shop]): Promise<string> {
  const [one, other] = await Promise.all(
    shops.map((shop) =>
      withMerchant(shop.vault, MERCHANT.id, (tx) => tx.query<{ counts: string; print: string }>(COUNTS)),
    ),
  )
  if (JSON.stringify(one) !== JSON.stringify(other))
    throw new Error(`The two wrote different rows: ${JSON.stringify(one)} and ${JSON.stringify(other)}`)
  return one?.[0]?.counts ?? ''
}
