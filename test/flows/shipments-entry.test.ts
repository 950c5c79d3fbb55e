import { expect, test } from 'vitest'
import type { MerchantId } from '#core/ids.ts'
import { tell } from '#core/problems.ts'
import { type EnteredShipment, enterShipments } from '#flows/enter-shipments.ts'
import { moveOrder } from '#flows/move-order.ts'
import { voidPackage } from '#flows/void-package.ts'
import { MINUTE, type makeSeller } from '../make/seller.ts'
import { enter, entry, found, items, makePlaced, outcomes, packagesOf, stockOf, UPS, who } from '../make/shipments.ts'

type Seller = Awaited<ReturnType<typeof makeSeller>>
const dueOf = async (seller: Seller) =>
  (await seller.database.ownerPool().query('select kind, subject from deployment.due where kind like $1', ['confirm%']))
    .rows

test('[S1][S2][O20] a package lowers stock, completes the order, tells who, and is on its way to Amazon', async () => {
  const { seller, id } = await makePlaced()
  expect(outcomes(await enter(seller, entry(id, { tracking: '1Z 999 AA1 01 2345 6784' })))).toEqual(['entered 1'])
  expect(await stockOf(seller)).toEqual([397, 0])
  const order = await found(seller, id)
  expect(order).toMatchObject({ stage: 'Completed Order', lines: [{ fulfilledAmazon: 3 }] })
  expect(order.events.at(-1)).toMatchObject({
    kind: 'package.entered',
    who,
    facts: { package: 1, tracking: UPS, to: 'Completed Order' },
  })
  expect(await packagesOf(seller, id)).toMatchObject([
    {
      number: 1,
      carrier: 'UPS',
      tracking: UPS,
      version: 1,
      confirmation: { state: 'waiting', way: 'call', attempts: 0 },
    },
  ])
  const { rows } = await seller.database
    .ownerPool()
    .query('select due_by = ship_by as same from millrace.outbox join millrace.orders using (merchant_id, order_id)')
  expect(rows).toEqual([{ same: true }])
  expect(await dueOf(seller)).toEqual([{ kind: 'confirm-shipments', subject: seller.connection }])
})

test("[S2][S3] without a carrier it is that of the order's method; without tracking it goes by feed", async () => {
  const { seller, id } = await makePlaced()
  await enter(seller, entry(id, { carrier: null, tracking: null }))
  const { methodId } = await found(seller, id)
  const method = (await seller.store((s) => s.listMethods())).find((each) => each.id === methodId)
  expect(await packagesOf(seller, id)).toMatchObject([
    { carrier: method?.carrier, service: method?.name, tracking: null, confirmation: { way: 'feed' } },
  ])
})

test('[S2] part shipments and several packages for one line, in whole packs; the last one completes the order', async () => {
  const { seller, id } = await makePlaced([
    { sku: 'AMZ-TEA-EARL-3PK', quantity: 3 },
    { sku: 'KIT-BREAKFAST', quantity: 1 },
  ])
  expect(await stockOf(seller, 'TEA-EARL')).toEqual([600, 10])
  expect(outcomes(await enter(seller, entry(id, { items: items('AMZ-TEA-EARL-3PK', 4) })))).toEqual([
    'package-splits-pack',
  ])
  const said = (quantity: number, tracking: string) =>
    entry(id, { items: items('AMZ-TEA-EARL-3PK', quantity), tracking })
  expect(outcomes(await enter(seller, said(3, 'T1'), said(6, 'T2'), said(3, 'T3')))).toEqual([
    'entered 1',
    'entered 2',
    'package-too-much',
  ])
  expect(await stockOf(seller, 'TEA-EARL')).toEqual([591, 1])
  expect((await found(seller, id)).stage).toBe('Shipping Department')
  expect(outcomes(await enter(seller, entry(id, { tracking: 'T4' })))).toEqual(['entered 3'])
  expect([await stockOf(seller, 'TEA-EARL'), await stockOf(seller)]).toEqual([
    [590, 0],
    [398, 0],
  ])
  expect((await found(seller, id)).stage).toBe('Completed Order')
  const packed = (await packagesOf(seller, id)).map((each) =>
    each.items.map((item) => [item.quantityAmazon, item.quantity]),
  )
  expect(packed).toEqual([[[1, 3]], [[2, 6]], [[1, 1]]])
})

test("[S2] Amazon's later word about the same units changes nothing", async () => {
  const { seller, id } = await makePlaced()
  await enter(seller, entry(id, { items: items('MUG-BLUE', 2) }))
  // Not by our own word: as if it had been confirmed in Seller Central.
  await seller.database
    .ownerPool()
    .query("delete from deployment.due where kind in ('confirm-shipments', 'order-feeds')")
  seller.control.alterOrder(id, { ship: 'all' })
  await seller.pass(10 * MINUTE)
  expect(await stockOf(seller)).toEqual([397, 0])
  expect((await found(seller, id)).stage).toBe('Completed Order')
})

test('[S2] a page of junk: each entry gets its own sentence, nothing of it is applied, and the good ones are entered', async () => {
  const { seller, id } = await makePlaced()
  const other = seller.control.placeOrder({ lines: [{ sku: 'MUG-RED', price: 12 }] })
  await seller.pass(10 * MINUTE)
  const lineOfOther = (await found(seller, other)).lines[0]!.lineId
  const junk: [string, Partial<EnteredShipment>][] = [
    ['not-found', { order: '1' }],
    ['not-found', { order: 'x'.repeat(500) }],
    ['not-found', { order: '999999999999999' }],
    ['not-found', { order: "1' or '1'='1" }],
    ['carrier-unknown', { carrier: 'Speedy Joe' }],
    ['tracking-spoilt', { tracking: '9.4E+21' }],
    ['tracking-not-valid', { tracking: 'N/A' }],
    ['package-line-unknown', { items: [{ line: lineOfOther, sku: null, item: null, quantity: 1 }] }],
    ['package-too-much', { items: items('MUG-BLUE', 4) }],
    ['package-entry-not-valid', { items: items('MUG-BLUE', -1) }],
    ['package-entry-not-valid', { items: items('MUG-BLUE', Number.NaN) }],
    ['package-entry-not-valid', { reference: '\u0000' }],
    ['package-entry-not-valid', { service: '\ud800' }],
    ['ship-date-not-valid', { shippedAt: '2031-01-01' }],
  ]
  const results = await enter(seller, ...junk.map(([, said]) => entry(id, said)), entry(other, { tracking: 'T9' }))
  expect(outcomes(results)).toEqual([...junk.map(([code]) => code), 'entered 1'])
  for (const each of results)
    if (each.outcome === 'refused') expect(tell(each.problem).sentence).not.toMatch(/[{}\p{Cc}]/u)
  expect(await stockOf(seller)).toEqual([400, 3])
  expect(await packagesOf(seller, id)).toEqual([])
})

test('[S2] the same package posted twice at once is entered once', async () => {
  const { seller, id } = await makePlaced()
  const said = entry(id, { reference: 'WH-77' })
  const twice = await Promise.all([enter(seller, said), enter(seller, said)])
  expect(twice.flatMap(outcomes).sort()).toEqual(['entered 1', 'known 1'])
  expect(await stockOf(seller)).toEqual([397, 0])
  expect(outcomes(await enter(seller, entry(id)))).toEqual(['known 1'])
  expect(outcomes(await enter(seller, entry(id, { reference: 'WH-77', tracking: 'T1' })))).toEqual(['reference-taken'])
  expect(await packagesOf(seller, id)).toHaveLength(1)
})

test("[M4] another merchant's order is not there", async () => {
  const { seller, id } = await makePlaced()
  const stranger = 'OTHER' as MerchantId
  const shipFrom = { name: 'O', line1: '1 Test Street', city: 'Bath', state: 'ME', postalCode: '04530', country: 'US' }
  await seller.deps.deployment.addMerchant({
    id: stranger,
    name: 'O',
    owner: 'o@example.com',
    timeZone: 'UTC',
    currency: 'USD',
    weightUnit: 'g',
    shipFrom,
    createdAt: seller.deps.now(),
  })
  const { orderId } = await found(seller, id)
  const entries = [entry(id), entry(String(orderId))]
  expect(outcomes(await enterShipments(seller.deps, stranger, { entries, who }))).toEqual(['not-found', 'not-found'])
  await enter(seller, entry(id))
  expect(await voidPackage(seller.deps, stranger, { order: id, number: 1, who })).toMatchObject({
    problem: { code: 'not-found' },
  })
})

test('[O13][O16] an order that is pending, on Hold, cancelled or waiting for a decision takes no package', async () => {
  const { seller, id } = await makePlaced()
  const pending = seller.control.placeOrder({ lines: [{ sku: 'MUG-RED', price: 12 }], status: 'PENDING' })
  const asked = seller.control.placeOrder({ lines: [{ sku: 'MUG-RED', price: 12, cancellationRequest: 'No' }] })
  const gone = seller.control.placeOrder({ lines: [{ sku: 'MUG-RED', price: 12 }] })
  await seller.pass(10 * MINUTE)
  seller.control.alterOrder(gone, { cancel: {} })
  await seller.pass(10 * MINUTE)
  await moveOrder(seller.deps, seller.merchant, { order: id, to: 'Hold', reason: 'other', who })
  expect(outcomes(await enter(seller, ...[id, pending, asked, gone].map((order) => entry(order))))).toEqual([
    'order-not-released',
    'order-pending',
    'order-undecided',
    'order-cancelled',
  ])
})

test("[S1] the next number lies above Amazon's own", async () => {
  const { seller, id } = await makePlaced()
  await seller.database
    .ownerPool()
    .query(
      `update millrace.orders set amazon_packages = '[{"number": "4"}, {"number": "x9"}, {"number": "99999999999"}]'`,
    )
  expect(
    outcomes(await enter(seller, entry(id, { items: items('MUG-BLUE', 1) }), entry(id, { tracking: 'T2' }))),
  ).toEqual(['entered 5', 'entered 6'])
})
