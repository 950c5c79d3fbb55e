import { expect, test } from 'vitest'
import type { ConnectionId } from '#core/ids.ts'
import { preview } from '#flows/preview.ts'
import { readChecklist } from '#flows/read-checklist.ts'
import { pauseImporting } from '#flows/start-importing.ts'
import { dumpTables } from '../make/database-dump.ts'
import { DAY, HOUR, MINUTE, makeSeller } from '../make/seller.ts'

type Seller = Awaited<ReturnType<typeof makeSeller>>
/** What a call costs is counted; nothing else may be written. */
const COUNTS = ['deployment.buckets', 'deployment.calls', 'deployment.tallies']
const BUYER = 'Quentina Zebrafield'

async function look(seller: Seller) {
  const before = await dumpTables(seller.database, COUNTS)
  const found = await preview(seller.deps, seller.merchant, seller.connection)
  expect(await dumpTables(seller.database, COUNTS)).toEqual(before)
  if (!found.ok) throw new Error(found.problem.code)
  return found.value
}
const searches = (seller: Seller) =>
  seller.control.requests().filter((each) => each.operation === 'searchOrders').length

test('[C9] the last 48 hours are shown as what each order would become, nothing of a buyer is, and nothing is written', async () => {
  const seller = await makeSeller()
  const { control } = seller
  const lines = (sku: string) => [{ sku, quantity: 2, price: 12, gift: { message: BUYER } }]
  const buyer = { buyer: { name: BUYER } }
  const placed = control.placeOrder({ lines: lines('AMZ-TEA-EARL-3PK'), ...buyer })
  const held = control.placeOrder({ lines: lines('NOBODY-KNOWS'), ...buyer })
  const pending = control.placeOrder({ lines: lines('MUG-BLUE'), status: 'PENDING' })
  const shipped = control.placeOrder({ lines: lines('MUG-BLUE'), status: 'SHIPPED' })
  const old = control.placeOrder({
    lines: lines('MUG-BLUE'),
    createdAt: control.now() - 3 * DAY,
    updatedAt: control.now(),
  })
  control.advance(4 * MINUTE)
  await pauseImporting(seller.deps, seller.merchant, seller.connection)
  const { orders, more, from, to } = await look(seller)
  expect([more, to - from]).toEqual([false, 48 * HOUR])
  const by = Object.fromEntries(orders.map((order) => [order.amazonOrderId, order]))
  expect(Object.keys(by)).toHaveLength(5)
  expect(by[placed]).toMatchObject({
    becomes: 'placed',
    stage: 'Shipping Department',
    methodId: 'UPS-GROUND',
    lines: [{ itemId: 'TEA-EARL', quantity: 6 }],
  })
  expect(by[held]).toMatchObject({ becomes: 'held', problems: [{ code: 'unknown-sku' }] })
  expect(by[pending]).toMatchObject({ becomes: 'pending', stage: 'Pre-ordered' })
  expect(by[shipped]).toMatchObject({ becomes: 'skipped', reason: 'shipped-before-import' })
  expect(by[old]).toMatchObject({ becomes: 'skipped', reason: 'before-cutoff' })
  expect(JSON.stringify(orders)).not.toContain(BUYER)
  // What it said is what happens.
  expect(await seller.store((s) => s.countDocuments())).toEqual({})
})

test('[C9] what is here already is shown so', async () => {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  const other = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  await seller.pass(10 * MINUTE)
  seller.control.alterOrder(other, { cancel: {} })
  seller.control.advance(4 * MINUTE)
  const by = Object.fromEntries((await look(seller)).orders.map((order) => [order.amazonOrderId, order]))
  expect(by[id]).toMatchObject({ becomes: 'unchanged' })
  expect(by[other]).toMatchObject({ becomes: 'updated', stage: 'Rejected' })
})

test('[C9] at most three pages are asked for; more is said', async () => {
  const seller = await makeSeller()
  seller.control.placeOrders({ lines: [{ sku: 'MUG-BLUE' }] }, 320)
  seller.control.advance(4 * MINUTE)
  seller.control.clearRequests()
  const { orders, more } = await look(seller)
  expect([orders.length, more, searches(seller)]).toEqual([300, true, 3])
})

test('[C9] the checklist says what is open, proposes today, and when importing can start', async () => {
  const seller = await makeSeller({ notBefore: '2026-11-09' })
  const { ready, steps } = await readChecklist(seller.deps, seller.merchant)
  expect([ready, steps.map(({ step, done }) => [step, done])]).toEqual([
    true,
    [
      ['credentials', true],
      ['cut-off', true],
      ['methods', true],
      ['mappings', true],
    ],
  ])
})

test('[C9] a dataset that Amazon refuses is left out; a search that must wait says so; a strange connection is not found', async () => {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  seller.control.advance(4 * MINUTE)
  seller.control.addFault({ operation: 'searchOrders', kind: 'refuse-dataset', dataset: 'TAX' })
  expect((await look(seller)).orders).toMatchObject([{ amazonOrderId: id, becomes: 'placed' }])
  seller.control.clearFaults()
  seller.control.addFault({ operation: 'searchOrders', kind: 'throttle' })
  expect(await preview(seller.deps, seller.merchant, seller.connection)).toMatchObject({
    problem: { code: 'throttled' },
  })
  expect(await preview(seller.deps, seller.merchant, 'na-NOBODY' as ConnectionId)).toMatchObject({
    problem: { code: 'not-found' },
  })
})
