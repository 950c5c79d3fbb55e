import { expect, test } from 'vitest'
import type { ItemId, SellerSku } from '#core/ids.ts'
import { saveItems, saveMappings } from '#flows/configure.ts'
import { importOrders } from '#flows/import-orders.ts'
import { moveOrder } from '#flows/move-order.ts'
import { reprocessDocument } from '#flows/reprocess.ts'
import type { Alteration } from '../../src/simulator/alter-order.ts'
import { dumpTables } from '../make/database-dump.ts'
import { DAY, MINUTE, makeSeller } from '../make/seller.ts'
import { callsOf, documentOf, endOf, orderOf, type Seller, stockOf } from '../make/seller-views.ts'

const stageOf = async (seller: Seller, id: string) => (await orderOf(seller, id))?.stage

/** Every row that an import may write. What moves with each look is left out: clocks, leases, counters, the sweep's place. */
const dump = (seller: Seller) =>
  dumpTables(seller.database, [
    ...['deployment.due', 'deployment.buckets', 'deployment.calls', 'deployment.tallies', 'millrace.sweeps'],
    // Each page that is opened is a row of the audit, also where it changes nothing (U3).
    ...['millrace.audit', 'millrace.audit_heads'],
  ])

test.each([
  ['PENDING', 'pending', 'Pre-ordered'],
  ['PENDING_AVAILABILITY', 'pending', 'Pre-ordered'],
  ['UNSHIPPED', 'placed', 'Shipping Department'],
  ['CANCELLED', 'skipped cancelled', undefined],
  ['SHIPPED', 'skipped shipped-before-import', undefined],
])('[O13] an order first seen %s ends as %s', async (status, end, stage) => {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({ status, lines: [{ sku: 'MUG-BLUE', quantity: 2 }] })
  await seller.pass(6 * MINUTE)
  expect(await endOf(seller, id)).toBe(end)
  expect(await stageOf(seller, id)).toBe(stage)
  expect((await stockOf(seller, 'MUG-BLUE')).PORTLAND).toEqual([400, stage ? 2 : 0])
})

test('[O13] an order first seen part-shipped is placed and reserves what is still to be sent', async () => {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 5 }] })
  seller.control.alterOrder(id, { ship: { 'MUG-BLUE': 2 } })
  await seller.pass(6 * MINUTE)
  expect(await orderOf(seller, id)).toMatchObject({
    stage: 'Shipping Department',
    amazonStatus: 'PARTIALLY_SHIPPED',
    lines: [{ quantityAmazon: 5, fulfilledAmazon: 2 }],
  })
  expect((await stockOf(seller, 'MUG-BLUE')).PORTLAND).toEqual([400, 3])
})

type Step = readonly [alteration: Alteration, stage: string, stock: readonly [number, number]]
const ship = (n: number): Alteration => ({ ship: { 'MUG-BLUE': n } })
const stories: readonly (readonly [string, string, readonly Step[]])[] = [
  [
    'becomes ready and is shipped',
    'PENDING',
    [
      [{ status: 'UNSHIPPED' }, 'Shipping Department', [400, 4]],
      [{ ship: 'all' }, 'Completed Order', [396, 0]],
    ],
  ],
  ['is cancelled while pending', 'PENDING', [[{ cancel: {} }, 'Rejected', [400, 0]]]],
  ['is cancelled before anything left', 'UNSHIPPED', [[{ cancel: {} }, 'Rejected', [400, 0]]]],
  [
    'is shipped in two parts',
    'UNSHIPPED',
    [
      [ship(1), 'Shipping Department', [399, 3]],
      [ship(3), 'Completed Order', [396, 0]],
    ],
  ],
  [
    'loses units and is shipped',
    'UNSHIPPED',
    [
      [{ quantity: { 'MUG-BLUE': 3 } }, 'Shipping Department', [400, 3]],
      [{ ship: 'all' }, 'Completed Order', [397, 0]],
    ],
  ],
  [
    'loses units after a part has left',
    'UNSHIPPED',
    [
      [ship(1), 'Shipping Department', [399, 3]],
      [{ quantity: { 'MUG-BLUE': 2 } }, 'Shipping Department', [399, 1]],
    ],
  ],
  ['is only touched', 'UNSHIPPED', [[{}, 'Shipping Department', [400, 4]]]],
]

test.each(stories)('[O13] [O20] an order that %s: stage and stock follow at each step', async (_, status, steps) => {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({ status, lines: [{ sku: 'MUG-BLUE', quantity: 4 }] })
  await seller.pass(6 * MINUTE)
  expect((await stockOf(seller, 'MUG-BLUE')).PORTLAND).toEqual([400, 4])
  for (const [alteration, stage, stock] of steps) {
    seller.control.alterOrder(id, alteration)
    await seller.pass(6 * MINUTE)
    expect([await stageOf(seller, id), (await stockOf(seller, 'MUG-BLUE')).PORTLAND]).toEqual([stage, stock])
  }
})

test('[O13] an order that Amazon cancels after a package has left goes on Hold, and a person decides', async () => {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 4 }] })
  await seller.pass(6 * MINUTE)
  seller.control.alterOrder(id, ship(1))
  await seller.pass(6 * MINUTE)
  const cancelled = structuredClone(seller.control.order(id)!)
  cancelled.fulfillment!.fulfillmentStatus = 'CANCELLED'
  cancelled.lastUpdatedTime = new Date(seller.control.now()).toISOString()
  seller.control.placeRaw({ order: cancelled, lagMs: 0 })
  await seller.pass(6 * MINUTE)
  expect(await stageOf(seller, id)).toBe('Hold')
  expect((await documentOf(seller, id))?.problems).toMatchObject([{ code: 'cancelled-after-shipping' }])
  expect((await stockOf(seller, 'MUG-BLUE')).PORTLAND).toEqual([399, 0])
  const again = { ...cancelled, lastUpdatedTime: new Date(seller.control.now()).toISOString() }
  seller.control.placeRaw({ order: again, lagMs: 0 })
  await seller.pass(6 * MINUTE)
  const waiting = () => seller.store((s) => s.listDocuments({ after: 0, limit: 9 }))
  expect(await waiting()).toMatchObject([{ reference: id, problems: [{ code: 'cancelled-after-shipping' }] }])
  const move = { order: id, to: 'Rejected', reason: 'other', who: 'A person' } as const
  expect(await moveOrder(seller.deps, seller.merchant, move)).toMatchObject({ ok: true })
  expect(await waiting()).toEqual([])
})

test('[O13] a status that nobody knows is held at first sight; on a placed order it changes nothing but is told', async () => {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 4 }] })
  await seller.pass(6 * MINUTE)
  const odd = structuredClone(seller.control.order(id)!)
  odd.fulfillment!.fulfillmentStatus = 'ON_THE_MOON'
  odd.lastUpdatedTime = new Date(seller.control.now()).toISOString()
  seller.control.placeRaw({ order: odd, lagMs: 0 })
  await seller.pass(6 * MINUTE)
  expect(await orderOf(seller, id)).toMatchObject({ stage: 'Shipping Department', amazonStatus: 'ON_THE_MOON' })
  expect((await documentOf(seller, id))?.problems).toMatchObject([{ code: 'unknown-status' }])
  expect((await stockOf(seller, 'MUG-BLUE')).PORTLAND).toEqual([400, 4])
})

test('[O11][O13] a line that shrinks at Amazon step by step is counted by the ratio of its mapping, and large ones too', async () => {
  const seller = await makeSeller()
  const ratio = { amazon: 2, ours: 1 }
  const pair = { sellerSku: 'SOCKS-HALF' as SellerSku, itemId: 'MUG-BLUE' as ItemId, ratio, unit: '', note: '' }
  await saveMappings(seller.deps, seller.merchant, [pair])
  const pins = { id: 'PIN' as ItemId, description: 'Pins', price: null, grams: 0, tracksStock: false, kit: null }
  await saveItems(seller.deps, seller.merchant, [pins])
  const halves = seller.control.placeOrder({ lines: [{ sku: 'SOCKS-HALF', quantity: 6 }] })
  const many = seller.control.placeOrder({ lines: [{ sku: 'PIN', quantity: 60_000 }] })
  await seller.pass(6 * MINUTE)
  const quantityOf = async (id: string) => (await orderOf(seller, id))?.lines[0]?.quantity
  expect([await quantityOf(halves), await quantityOf(many)]).toEqual([3, 60_000])
  // Half a pack still needs a whole one; a mapping that changes meanwhile counts for new orders only.
  await saveMappings(seller.deps, seller.merchant, [{ ...pair, ratio: { amazon: 1, ours: 5 } }])
  for (const [ordered, ours] of [
    [5, 3],
    [4, 2],
    [2, 1],
    [0, 0],
  ] as const) {
    seller.control.alterOrder(halves, { quantity: { 'SOCKS-HALF': ordered } })
    seller.control.alterOrder(many, { quantity: { PIN: 50_000 + ordered } })
    await seller.pass(6 * MINUTE)
    expect([await quantityOf(halves), await quantityOf(many)]).toEqual([ours, 50_000 + ordered])
    expect((await stockOf(seller, 'MUG-BLUE')).PORTLAND?.[1]).toBe(ours)
  }
})

test('[O13] older data never overwrites newer, in whatever order pages come', async () => {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 4 }] })
  const older = structuredClone(seller.control.order(id)!)
  seller.control.advance(MINUTE)
  seller.control.alterOrder(id, ship(1))
  await seller.pass(6 * MINUTE)
  const before = await dump(seller)
  const wires = [older as unknown as Record<string, unknown>]
  for (const again of [false, true])
    await seller.deps.transaction(seller.merchant, { vault: 'import' }, (tx) =>
      importOrders(seller.deps, tx, {
        merchant: seller.merchant,
        connection: seller.connection,
        wires,
        who: 'import',
        again,
      }),
    )
  expect(await dump(seller)).toEqual(before)
})

test('[O13] an older version of a held order, though it could be placed, does not take the place of the newer one', async () => {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 4 }], lagMs: DAY })
  const older = structuredClone(seller.control.order(id)!)
  seller.control.advance(MINUTE)
  const { fulfillment } = older
  seller.control.alterOrder(id, {
    replace: { fulfillment: { ...fulfillment!, fulfillmentServiceLevel: 'SAME_DAY' } },
  })
  await seller.pass(6 * MINUTE)
  expect(await endOf(seller, id)).toBe('held unmapped-level')
  const body = JSON.stringify({ orders: [older] })
  seller.control.addFault({ operation: 'searchOrders', kind: 'not-json', body })
  await seller.pass(6 * MINUTE)
  expect(await endOf(seller, id)).toBe('held unmapped-level')
})

test('[O13] a new version of a placed order that cannot be read is shown, and the order stays as it is', async () => {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 4 }] })
  await seller.pass(6 * MINUTE)
  const before = await orderOf(seller, id)
  const broken = { ...seller.control.order(id), orderItems: 'none' }
  const body = JSON.stringify({ orders: [broken] })
  seller.control.addFault({ operation: 'searchOrders', kind: 'not-json', body })
  await seller.pass(6 * MINUTE)
  expect(await endOf(seller, id)).toBe('held unreadable-order')
  expect(await orderOf(seller, id)).toEqual(before)
  seller.control.alterOrder(id, { ship: 'all' })
  await seller.pass(6 * MINUTE)
  expect([await endOf(seller, id), await stageOf(seller, id)]).toEqual(['placed', 'Completed Order'])
})

test('[O13] a second run over the same window changes nothing in any table', async () => {
  const seller = await makeSeller()
  const { control } = seller
  for (const status of ['PENDING', 'UNSHIPPED', 'SHIPPED', 'CANCELLED'])
    control.placeOrder({ status, lines: [{ sku: 'MUG-BLUE', quantity: 2 }] })
  control.placeOrder({ lines: [{ sku: 'KIT-BREAKFAST' }] })
  control.placeOrder({ lines: [{ sku: 'SAMPLE-SWATCH' }] })
  control.placeOrder({ fulfilledBy: 'AMAZON', lines: [{ sku: 'MUG-BLUE' }] })
  const shipped = control.placeOrder({ lines: [{ sku: 'CANDLE-SEA', quantity: 3 }] })
  await seller.pass(6 * MINUTE)
  control.alterOrder(shipped, { ship: { 'CANDLE-SEA': 1 } })
  await seller.pass(6 * MINUTE)
  const before = await dump(seller)
  await seller.database.ownerPool().query(`update millrace.sweeps set watermark = watermark - interval '12 hours'`)
  await seller.pass(6 * MINUTE)
  expect(callsOf(seller, 'searchOrders')).toBeGreaterThan(3)
  expect(await dump(seller)).toEqual(before)
})

test('[O13] reprocessing a placed order changes nothing of it', async () => {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 2 }] })
  await seller.pass(6 * MINUTE)
  const before = [await orderOf(seller, id), await stockOf(seller, 'MUG-BLUE')]
  const document = await documentOf(seller, id)
  await reprocessDocument(seller.deps, seller.merchant, { documentId: document!.documentId, who: 'A person' })
  expect([await orderOf(seller, id), await stockOf(seller, 'MUG-BLUE')]).toEqual(before)
})
