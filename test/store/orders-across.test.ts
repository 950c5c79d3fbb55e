import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MerchantId } from '#core/ids.ts'
import { ORDER_PLACES, ORDER_SORT_KEYS, type OrderPlace, type OrderSort } from '#core/orders/order-sort.ts'
import { readSort } from '#core/sorting.ts'
import { withMerchant } from '#store/db.ts'
import { type HowFar, isAcross, ordersAcross } from '#store/list-orders-across.ts'
import { type OrdersWanted, orderQuery } from '#store/order-conditions.ts'
import type { OrderSummary } from '#store/orders.ts'
import { makeDatabase, type TestDatabase } from '../make/database.ts'

const [MILLS, OTHER] = ['MILLS', 'OTHER'] as MerchantId[] as [MerchantId, MerchantId]
const DAY = 86_400_000
const START = Date.parse('2026-09-01T00:00:00Z')
const DAYS = 40
const ORDERS = 300

let database: TestDatabase
let orders: readonly OrderSummary[]

/** Orders that are placed and due at all times, their numbers in no order of them; some are given another deadline or day afterwards. */
beforeAll(async () => {
  database = await makeDatabase()
  const owner = database.ownerPool()
  await owner.query(
    `insert into deployment.merchants (merchant_id, name, owner, time_zone, currency, weight_unit, ship_from, created_at)
     select id, id, 'owner@example.com', 'UTC', 'USD', 'g', '{}', 'epoch' from unnest(array['MILLS', 'OTHER']) id`,
  )
  await owner.query(
    `insert into millrace.orders (merchant_id, order_id, amazon_order_id, document_id, connection_id, marketplace_id, stage, amazon_status, payment_method, placed_at, ship_by, amazon_updated_at, created_at, updated_at)
     select m, n, m || n, n, 'na-' || n % 2, 'M' || n % 3, (array['Shipping Department', 'Hold', 'Completed Order'])[1 + n % 3], (array['UNSHIPPED', 'SHIPPED'])[1 + n % 2], 'Amazon',
       to_timestamp($1::float8 / 1000) + make_interval(secs => n * 7919 % ${DAYS} * 86400 + n % 5 * 3600 * 5),
       case when n % 9 > 0 then to_timestamp($1::float8 / 1000) + make_interval(secs => (n * 104729 % ${DAYS * 24} + n % 7) * 3600) end, 'epoch', 'epoch', 'epoch'
     from generate_series(1, ${ORDERS}) n, unnest(array['MILLS', 'OTHER']) m`,
    [START],
  )
  const later = `to_timestamp(${START} / 1000) + order_id * interval '4 hours'`
  await owner.query(`update millrace.orders set ship_by = ${later} where merchant_id = 'MILLS' and order_id % 11 = 0;
    update millrace.orders set ship_by = null where merchant_id = 'MILLS' and order_id % 17 = 0;
    update millrace.orders set placed_at = ${later} where merchant_id = 'MILLS' and order_id % 13 = 0;
    delete from millrace.orders where merchant_id = 'MILLS' and order_id % 19 = 0`)
  orders = await read({ limit: 2 * ORDERS, sort: 'number' }, { near: 2 * ORDERS, few: 0 })
})
afterAll(() => database.close())

const read = (wanted: OrdersWanted, howFar: HowFar) =>
  withMerchant(database.appPool(), MILLS, (tx) => ordersAcross(tx, orderQuery(MILLS, wanted), howFar))

/** Page after page to the end. */
async function readAll(wanted: OrdersWanted, howFar: HowFar): Promise<number[]> {
  const numbers: number[] = []
  const placeOf = ORDER_PLACES[readSort(wanted.sort as OrderSort).key]
  for (let after: OrderPlace | null = null; ; ) {
    const page = await read({ ...wanted, after }, howFar)
    numbers.push(...page.map(({ orderId }) => orderId))
    const last = page.at(-1)
    if (!last || page.length < wanted.limit) return numbers
    after = [placeOf(last), last.orderId]
  }
}

/** The plain reference: all orders, filtered and sorted. */
function expected(wanted: OrdersWanted): number[] {
  const { key, downwards } = readSort(wanted.sort as OrderSort)
  const isIn = (at: number, span: OrdersWanted['placed']) =>
    at >= (span?.from ?? Number.NEGATIVE_INFINITY) && at < (span?.before ?? Number.POSITIVE_INFINITY)
  const placeOf = ORDER_PLACES[key]
  return orders
    .filter((each) => wanted.stage === undefined || each.stage === wanted.stage)
    .filter((each) => wanted.amazonStatus === undefined || each.amazonStatus === wanted.amazonStatus)
    .filter((each) => wanted.connection === undefined || each.connection === wanted.connection)
    .filter((each) => wanted.marketplaceId === undefined || each.marketplaceId === wanted.marketplaceId)
    .filter((each) => isIn(each.placedAt, wanted.placed))
    .filter((each) => !wanted.shipBy || isDue(each.shipBy, wanted.shipBy))
    .toSorted((a, b) => (placeOf(a) - placeOf(b) || a.orderId - b.orderId) * (downwards ? -1 : 1))
    .map(({ orderId }) => orderId)
}

/** Without a deadline an order is due after every day. */
const isDue = (at: number | null, { from, before }: NonNullable<OrdersWanted['shipBy']>) =>
  at === null ? before === null : at >= (from ?? at) && at < (before ?? Number.POSITIVE_INFINITY)

const instant = fc.option(fc.integer({ min: -2, max: 2 * DAYS * 24 }).map((hours) => START + (hours * DAY) / 24))
const span = fc.option(fc.record({ from: instant, before: instant }), { nil: undefined })
const maybe = <T>(...values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined, freq: 1 })
const wish = fc.record({
  stage: maybe('Shipping Department' as const, 'Completed Order' as const, 'Rejected' as const),
  amazonStatus: maybe('UNSHIPPED', 'SHIPPED'),
  connection: maybe('na-1', 'na-9'),
  marketplaceId: maybe('M1'),
  placed: span,
  shipBy: span,
  sort: fc.constantFrom<OrderSort>(...ORDER_SORT_KEYS.flatMap((key) => [key, `-${key}`] as const)),
  limit: fc.constantFrom(1, 3, 20, 200),
})

test.each<[string, HowFar]>([
  ['day by day', { near: 0, few: 0 }],
  ['all at once', { near: 0, few: Number.POSITIVE_INFINITY }],
  ['near ones first, then day by day', { near: 25, few: 0 }],
])(
  '[X1] orders filtered by one thing and sorted by another come each once and in their order: %s',
  async (_, howFar) => {
    await fc.assert(
      fc.asyncProperty(wish, async (wanted) => {
        // A page of one each time would be 300 requests.
        const limit = Math.max(wanted.limit, Math.ceil(expected(wanted).length / 12))
        expect(await readAll({ ...wanted, limit }, howFar)).toEqual(expected(wanted))
      }),
      { numRuns: 40 },
    )
  },
)

test('[X1][M2] days are noted for the merchant whose orders they are, and widen with each change', async () => {
  const days = (merchant: MerchantId) =>
    withMerchant(database.appPool(), merchant, (tx) =>
      tx.query<{ day: number }>('select day from millrace.order_days order by day'),
    )
  expect((await days(OTHER)).length).toBe(DAYS)
  expect((await days(MILLS)).length).toBeGreaterThan(DAYS)
  const { rows } = await database.ownerPool().query(
    `select o.order_id from millrace.orders o left join millrace.order_days d on d.merchant_id = o.merchant_id and d.day = floor(extract(epoch from o.placed_at) / 86400)
     where d.day is null or o.order_id not between d.number_from and d.number_to or coalesce(o.ship_by, 'infinity') not between d.deadline_from and d.deadline_to`,
  )
  expect(rows).toEqual([])
})

test('[X1] what an index has in its order, and one order by its number, is not looked for across', () => {
  const across = (wanted: Partial<OrdersWanted>) => isAcross(orderQuery(MILLS, { limit: 1, ...wanted }))
  const placed = { from: START, before: null }
  expect(
    [
      { stage: 'Hold' },
      { placed },
      { sort: 'number' },
      { shipBy: placed },
      { amazonOrderId: 'MILLS1', stage: 'Hold', sort: 'number' },
    ].map((each) => across(each as OrdersWanted)),
  ).toEqual([false, false, false, false, false])
  expect(
    [
      { stage: 'Hold', sort: 'number' },
      { placed, sort: '-shipBy' },
      { shipBy: placed, sort: '-placed' },
      { channel: 'EBAY', sort: 'shipBy' },
      { shipBy: placed, sort: 'number' },
    ].map((each) => across(each as OrdersWanted)),
  ).toEqual([true, true, true, true, true])
})
