import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '#core/settings/settings.ts'
import { saveOrderSettings } from '#flows/configure.ts'
import { startImporting } from '#flows/start-importing.ts'
import { orderSettings } from '#main/demo/sample-merchant.ts'
import { backlog, dayOfOrders, dayWithHours, firstDay } from '../../bench/calls.ts'
import { percentile } from '../../bench/report.ts'
import { HOUR, MINUTE, makeSeller } from '../make/seller.ts'

/** The sample merchant with the default time between two sweeps. */
async function ordinarySeller() {
  const seller = await makeSeller({ notBefore: '2026-11-09' })
  const { sweepEveryMinutes, sweepAdapts } = DEFAULT_SETTINGS.orders
  const usual = { ...orderSettings('2026-11-09'), sweepEveryMinutes, sweepAdapts }
  await saveOrderSettings(seller.deps, seller.merchant, usual)
  return seller
}

test('[O1] a backlog of 1,000 orders costs at most 0.011 searches an order', async () => {
  const cost = await backlog(await ordinarySeller(), 1000)
  expect(cost.minutes).toHaveLength(1000)
  expect(cost.searchesPerOrder).toBeLessThanOrEqual(0.011)
  expect(cost.otherCalls).toEqual({ login: 1, getMarketplaceParticipations: 1 })
})

test('[O1] 1,000 orders over a day cost at most 0.15 searches an order; 95 % are placed within 12 minutes after Amazon shows them', async () => {
  const cost = await dayOfOrders(await ordinarySeller(), 1000)
  expect(cost.minutes).toHaveLength(1000)
  expect(Math.min(...cost.minutes)).toBeGreaterThanOrEqual(0)
  expect(cost.searchesPerOrder).toBeLessThanOrEqual(0.15)
  expect(percentile(cost.minutes, 0.95)).toBeLessThanOrEqual(12)
  // One login an hour; no order is read by its number.
  expect(cost.otherCalls.login).toBeLessThanOrEqual(27)
  expect(cost.otherCalls.getOrder).toBeUndefined()
})

test('[O1][X5] 1,000 orders over a day, 95 % of them within 14 hours, cost at most 0.1 searches an order; 95 % are placed within 12 minutes after Amazon shows them', async () => {
  const seller = await ordinarySeller()
  const cost = await dayWithHours({ shop: seller.shop, control: seller.control }, 1000)
  expect(cost.minutes).toHaveLength(1000)
  expect(cost.searchesPerOrder).toBeLessThanOrEqual(0.1)
  expect(percentile(cost.minutes, 0.95)).toBeLessThanOrEqual(12)
  expect(cost.otherCalls.getOrder).toBeUndefined()
})

/** A seller whose importing begins now, so many hours after 15:00 (UTC), with the settings that everybody has at first. */
async function firstDaySeller(hours = 0) {
  const seller = await makeSeller({ started: false })
  await saveOrderSettings(seller.deps, seller.merchant, DEFAULT_SETTINGS.orders)
  seller.control.advance(hours * HOUR)
  await startImporting(seller.deps, seller.merchant, seller.connection)
  return seller
}

test.each([
  { begins: 'at the end of its busy hours', hours: 13 },
  { begins: 'before its busy hours', hours: 20 },
  { begins: 'in its busy hours', hours: 5 },
])(
  '[O1][O18] a first day that begins $begins costs at most 0.1 searches an order: a report tells the hours',
  async ({ hours }) => {
    const seller = await firstDaySeller(hours)
    const cost = await firstDay({ shop: seller.shop, control: seller.control }, 1000)
    expect(cost.minutes).toHaveLength(1000)
    expect(cost.searchesPerOrder).toBeLessThanOrEqual(0.1)
    expect(percentile(cost.minutes, 0.95)).toBeLessThanOrEqual(12)
    // One at the beginning, one in the night; no order is read by its number.
    expect(cost.otherCalls.createReport).toBe(2)
    expect(cost.otherCalls.getOrder).toBeUndefined()
  },
)

test('[O1][O18] a report with too few orders for its hours leaves what the sweeps saw: after three days they are known', async () => {
  const seller = await firstDaySeller()
  const reason = async () => (await seller.store((store) => store.lastSweeps()))[0]?.look?.because
  await seller.pass(15 * MINUTE)
  expect(await reason()).toBe('unknown')
  for (let day = 0; day < 3; day++) {
    seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
    await seller.pass(25 * HOUR)
  }
  expect(seller.control.requests().filter(({ operation }) => operation === 'createReport')).toHaveLength(4)
  expect(await reason()).toBe('quiet')
})

test('[O1][X5] ten calls are kept for people and for catching up: the sweep waits for more, and takes them once it is 20 minutes behind', async () => {
  const seller = await makeSeller({ lag: 0 })
  await seller.run()
  const connection = await seller.store((store) => store.findConnection(seller.connection))
  if (!connection) throw new Error('The seller has no connection.')
  const at = new Date(seller.control.now() - 10 * MINUTE).toISOString()
  const params = { lastUpdatedAfter: at, lastUpdatedBefore: at, marketplaceIds: [], includedData: [] }
  const ask = (keep: number) => seller.deps.amazon.searchOrders(connection, params, { token: null, keep })
  const searches = () => seller.control.requests().filter(({ operation }) => operation === 'searchOrders').length
  while ((await ask(10)).ok === true);
  const spent = searches()
  expect(await ask(10)).toMatchObject({ ok: 'wait' })
  // People ask as before.
  expect(await ask(0)).toMatchObject({ ok: true })
  await seller.pass(3 * MINUTE)
  expect(searches()).toBe(spent + 1)
  // By now two more have grown.
  await seller.pass(4 * MINUTE)
  expect(searches()).toBe(spent + 2)
  seller.control.setQuota('searchOrders', { rate: 0.000_001, burst: 20 })
  await seller.database
    .ownerPool()
    .query(`update deployment.buckets set tokens = 5, rate = 0.000001 where key like '%searchOrders'`)
  await seller.pass(15 * MINUTE)
  expect(searches()).toBe(spent + 2)
  await seller.pass(6 * MINUTE)
  expect(searches()).toBe(spent + 3)
})
