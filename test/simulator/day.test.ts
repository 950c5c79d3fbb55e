import { expect, test } from 'vitest'
import type { DayReport } from '../../src/simulator/day-report.ts'
import { HOUR, MINUTE, sellerCentral } from './seller-central.ts'

const MIDNIGHT = '2026-11-10T05:00:00.000Z' // New York
const fastDay = (seed = 'a') => sellerCentral({ start: MIDNIGHT, day: 'fast', seed })
const report = (amazon: { control: { day: () => DayReport | null } }) => amazon.control.day() as DayReport

test('the fast day draws about 60 orders and every archetype', async () => {
  const amazon = await fastDay()
  amazon.control.advance(24 * HOUR)
  const { orders } = report(amazon)
  expect(orders).toHaveLength(60)
  expect(amazon.control.orders()).toHaveLength(60)
  expect(new Set(orders.map((o) => o.archetype)).size).toBeGreaterThanOrEqual(40)
  expect(new Set(orders.map((o) => o.finalEnd.end))).toEqual(
    new Set(['placed', 'held', 'skipped', 'pending', 'rejected']),
  )
})

test('the same seed draws the same day, another seed another', async () => {
  const drawn = async (seed: string) => {
    const amazon = await fastDay(seed)
    amazon.control.advance(24 * HOUR)
    return [report(amazon).orders, amazon.control.orders()]
  }
  expect(await drawn('a')).toEqual(await drawn('a'))
  expect(await drawn('a')).not.toEqual(await drawn('b'))
})

test.each(['a', 'b', 'c', 'd'])('no event falls into the last half hour of the fast day (seed %s)', async (seed) => {
  const amazon = await fastDay(seed)
  const { closes, start } = report(amazon)
  expect(closes).toBe(new Date(Date.parse(start) + 23.5 * HOUR).toISOString())
  amazon.control.moveClock({ set: closes as string })
  expect(amazon.control.clock().nextEventAt).toBeNull()
})

test('a change comes at least two and a half hours after placing, or within seconds', async () => {
  const amazon = await fastDay()
  for (const { ends, archetype } of report(amazon).orders) {
    if (ends.length < 2 || archetype.startsWith('old order')) continue
    const gap = Date.parse(ends[1]?.from ?? '') - Date.parse(ends[0]?.from ?? '')
    expect(gap <= 20_000 || gap >= 2.5 * HOUR, archetype).toBe(true)
  }
})

test('what changed at once is never listed in its first state', async () => {
  const amazon = await fastDay()
  amazon.control.setLag({})
  amazon.control.setQuota('searchOrders', { rate: 10, burst: 10_000 })
  const atOnce = report(amazon).orders.filter((o) =>
    ['cancelled before seen', 'shipped before import'].includes(o.archetype),
  )
  expect(atOnce).toHaveLength(2)
  for (const { orderId, placedAt } of atOnce.sort((a, b) => a.placedAt.localeCompare(b.placedAt))) {
    amazon.control.moveClock({ set: Date.parse(placedAt) })
    const headers = { 'x-amz-access-token': await amazon.accessToken() }
    for (let i = 0; i < 40; i++) {
      amazon.control.advance(5000)
      const found = await amazon.search({ lastUpdatedAfter: MIDNIGHT, fulfillmentStatuses: 'UNSHIPPED' }, headers)
      expect(amazon.ids(found)).not.toContain(orderId)
    }
  }
})

test('an end is that of the time: pending, then placed', async () => {
  const amazon = await fastDay()
  const drawn = () => report(amazon).orders.find((o) => o.archetype === 'pending that becomes payable')
  const [first, second] = drawn()?.ends ?? []
  expect(drawn()?.end).toBeNull()
  amazon.control.moveClock({ set: first?.from })
  expect(drawn()?.end?.end).toBe('pending')
  amazon.control.moveClock({ set: second?.from })
  expect(drawn()?.end).toMatchObject({ end: 'placed', method: 'USPS-FIRST', marketplaceTotal: '17.64 USD' })
})

test('the old order is there before the day, and only its update falls on it', async () => {
  const amazon = await fastDay()
  const old = report(amazon).orders.find((o) => o.archetype === 'old order, updated today')
  expect(Date.parse(old?.placedAt ?? '')).toBe(Date.parse(MIDNIGHT) - 5 * 24 * HOUR)
  amazon.control.advance(24 * HOUR)
  const state = amazon.control.order(old?.orderId ?? '')
  expect(Date.parse(state?.lastUpdatedTime ?? '')).toBeGreaterThan(Date.parse(MIDNIGHT))
})

test('totals of some ends, counted by hand', async () => {
  const amazon = await fastDay()
  amazon.control.advance(24 * HOUR)
  const total = (archetype: string) =>
    report(amazon).orders.find((o) => o.archetype === archetype)?.finalEnd.marketplaceTotal
  expect(total('single mug')).toBe('17.64 USD') // 12.00 + 4.49 + 0.84 + 0.31
  expect(total('replacement at zero')).toBe('0.00 USD')
  expect(total('business with PO number')).toBe('64.49 USD') // 3 x 20.00 + 4.49, no tax
  expect(total('discount stated as negative')).toBe('20.85 USD') // 18.00 + 4.49 - 3.00 + 1.26 + 0.31 - 0.21
  expect(total('ignored line among others')).toBe('17.64 USD')
})

test('the live day begins with the last three hours and goes on for ever', async () => {
  const amazon = await sellerCentral({ day: 'live' })
  const atStart = report(amazon)
  expect(atStart.orders.length).toBeGreaterThanOrEqual(14)
  expect(atStart.orders.every((o) => o.end !== null)).toBe(true)
  expect(new Set(atStart.orders.map((o) => o.end?.end))).toEqual(new Set(['placed', 'held', 'skipped', 'pending']))
  const now = amazon.control.now()
  for (const { placedAt } of atStart.orders) expect(now - Date.parse(placedAt)).toBeLessThan(3 * HOUR)
  amazon.control.advance(30 * MINUTE)
  const later = report(amazon)
  expect(later.orders.length - atStart.orders.length).toBeGreaterThanOrEqual(5)
  expect(later.orders.some((o) => o.end?.end === 'rejected')).toBe(true)
  expect(later.nextEventAt).not.toBeNull()
})

test('the script gives way to what was done by hand meanwhile', async () => {
  const amazon = await fastDay()
  const drawn = report(amazon).orders.find((o) => o.archetype === 'cancelled after placing')
  amazon.control.moveClock({ set: drawn?.placedAt })
  amazon.control.alterOrder(drawn?.orderId ?? '', { ship: 'all' })
  amazon.control.advance(24 * HOUR)
  expect(amazon.control.order(drawn?.orderId ?? '')?.fulfillment?.fulfillmentStatus).toBe('SHIPPED')
})

test('buyers who ask to cancel come only when the day is started with them, and end in Hold', async () => {
  const asking = (amazon: Parameters<typeof report>[0]) =>
    report(amazon).orders.filter((o) => o.archetype === 'buyer asks to cancel')
  expect(asking(await fastDay())).toEqual([])
  const amazon = await sellerCentral({ start: MIDNIGHT, day: 'fast', seed: 'a', cancelRequests: true })
  expect(report(amazon).orders).toHaveLength(60)
  const [drawn] = asking(amazon)
  expect(drawn?.ends.map((end) => end.stage)).toEqual(['Shipping Department', 'Hold'])
  amazon.control.advance(24 * HOUR)
  const order = amazon.control.order(drawn?.orderId ?? '')
  expect(order?.orderItems[0]?.cancellation?.cancellationRequest).toMatchObject({ requester: 'BUYER' })
  expect(order?.fulfillment?.fulfillmentStatus).toBe('UNSHIPPED')
  expect(asking(amazon)[0]?.end?.stage).toBe('Hold')
})
