import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '#core/settings/settings.ts'
import { saveOrderSettings } from '#flows/configure.ts'
import { orderSettings } from '#main/demo/sample-merchant.ts'
import { backlog, dayOfOrders } from '../../bench/calls.ts'
import { percentile } from '../../bench/report.ts'
import { makeSeller } from '../make/seller.ts'

/** The sample merchant with the default time between two sweeps. */
async function ordinarySeller() {
  const seller = await makeSeller({ notBefore: '2026-11-09' })
  const { sweepEveryMinutes } = DEFAULT_SETTINGS.orders
  await saveOrderSettings(seller.deps, seller.merchant, { ...orderSettings('2026-11-09'), sweepEveryMinutes })
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
