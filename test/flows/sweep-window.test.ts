import { expect, test } from 'vitest'
import type { ConnectionId } from '#core/ids.ts'
import { NO_ARRIVALS } from '#core/orders/arrivals.ts'
import { pauseImporting, startImporting } from '#flows/start-importing.ts'
import { sweepOrders } from '#flows/sweep-orders.ts'
import { HOUR, MINUTE, makeSeller, START } from '../make/seller.ts'

type Seller = Awaited<ReturnType<typeof makeSeller>>

/** The searches that reached Amazon, with what they asked for, epoch ms. */
const searches = (seller: Seller) =>
  seller.control
    .requests()
    .filter((r) => r.operation === 'searchOrders')
    .map(({ query, at, status }) => ({
      at: Date.parse(at),
      status,
      from: Date.parse(String(query.lastUpdatedAfter)),
      to: Date.parse(String(query.lastUpdatedBefore)),
      marketplaces: query.marketplaceIds,
      token: query.paginationToken,
      data: String(query.includedData).split(','),
    }))

const placed = async (seller: Seller) => (await seller.store((s) => s.countOrders()))['Shipping Department'] ?? 0

test('[O1] the window goes from 5 minutes before the watermark to 3 minutes before now, and the next one starts at the bound that Amazon echoed', async () => {
  const seller = await makeSeller()
  await seller.run()
  await seller.pass(3 * MINUTE)
  const [first, second] = searches(seller)
  expect(first?.from).toBe(Date.parse('2026-11-09T05:00:00Z') - 5 * MINUTE)
  expect(first?.to).toBe(START - 3 * MINUTE)
  expect(second).toMatchObject({ from: START - 8 * MINUTE, to: START, status: 200 })
  expect(first?.data).toEqual(expect.arrayContaining(['RECIPIENT', 'BUYER']))
})

test('[O1] the watermark is what Amazon says it used, also when that is less than was asked for', async () => {
  const seller = await makeSeller()
  const through = new Date(START - 20 * MINUTE).toISOString()
  const body = JSON.stringify({ orders: [], lastUpdatedBefore: through })
  seller.control.addFault({ operation: 'searchOrders', kind: 'not-json', body })
  await seller.run()
  await seller.pass(3 * MINUTE)
  expect(searches(seller).at(-1)?.from).toBe(START - 25 * MINUTE)
})

test('[O1] a bound that Amazon echoes later than it was asked for skips nothing: what was not asked for is asked for next', async () => {
  const seller = await makeSeller()
  const body = JSON.stringify({ orders: [], lastUpdatedBefore: new Date(START + 4 * HOUR).toISOString() })
  seller.control.addFault({ operation: 'searchOrders', kind: 'not-json', body })
  await seller.run()
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  await seller.pass(15 * MINUTE)
  expect(await seller.store((s) => s.findOrder(id))).toMatchObject({ stage: 'Shipping Department' })
})

test('[O1] the hours of orders that a report tells while a sweep is under way stay, whatever becomes of the sweep', async () => {
  const seller = await makeSeller({ started: true })
  const connection = seller.connection as ConnectionId
  const hours = NO_ARRIVALS.hours.map(() => ({ orders: 9, minutes: 360 }))
  const learned = () => seller.store((s) => s.readArrivals(connection))
  const beside: typeof seller.deps = {
    ...seller.deps,
    amazon: {
      ...seller.deps.amazon,
      searchOrders: async (...asked) => {
        const answer = await seller.deps.amazon.searchOrders(...asked)
        await seller.store((s) => s.saveHours({ connection, hours }))
        return answer
      },
    },
  }
  seller.control.addFault({ operation: 'searchOrders', kind: 'error', status: 503 })
  await sweepOrders(beside, seller.merchant, connection)
  expect((await learned()).hours).toEqual(hours)
  hours[3] = { orders: 99, minutes: 360 }
  await sweepOrders(beside, seller.merchant, connection)
  expect((await learned()).hours).toEqual(hours)
  await seller.pass(HOUR)
  expect((await learned()).hours).not.toEqual(hours)
})

test('[O1] a bound that Amazon echoes too early does not make the sweep spin', async () => {
  const seller = await makeSeller()
  await seller.run()
  const body = JSON.stringify({ orders: [], lastUpdatedBefore: new Date(START - 20 * MINUTE).toISOString() })
  seller.control.addFault({ operation: 'searchOrders', kind: 'not-json', body, always: true })
  await seller.pass(6 * MINUTE)
  expect(searches(seller)).toHaveLength(3)
})

test.each([10, -10])('[O1] the window follows the clock of Amazon when ours is %i minutes ahead', async (minutes) => {
  const seller = await makeSeller({ ahead: minutes * MINUTE })
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  await seller.pass(15 * MINUTE)
  expect(await seller.store((s) => s.findOrder(id))).toMatchObject({ stage: 'Shipping Department' })
  const last = searches(seller).at(-1)
  expect(last?.status).toBe(200)
  expect(Math.abs((last?.to ?? 0) - ((last?.at ?? 0) - 3 * MINUTE))).toBeLessThanOrEqual(1000)
  expect(searches(seller).filter((s) => s.status !== 200).length).toBeLessThanOrEqual(1)
})

test('[O1] all pages of a window are read with exactly the same parameters, and no order is lost or doubled', async () => {
  const seller = await makeSeller()
  await seller.run()
  seller.control.placeOrders({ lines: [{ sku: 'MUG-BLUE' }] }, 230)
  await seller.pass(3 * MINUTE)
  await seller.pass(3 * MINUTE)
  expect(await placed(seller)).toBe(230)
  const asked = searches(seller).filter((s) => s.to === START)
  expect(asked.map((s) => s.token !== undefined)).toEqual([false, true, true])
  expect(
    new Set(asked.map(({ from, to, marketplaces, data }) => JSON.stringify([from, to, marketplaces, data]))).size,
  ).toBe(1)
})

test('[O1] a page token equal to the one just sent ends the sweep as a problem; the next one goes on from where it was safe', async () => {
  const seller = await makeSeller()
  seller.control.placeOrders({ lines: [{ sku: 'MUG-BLUE' }] }, 150)
  seller.control.advance(3 * MINUTE)
  seller.control.addFault({ operation: 'searchOrders', kind: 'repeat-page' })
  await seller.run()
  const [told] = await seller.store((s) => s.listProblems())
  expect(told?.problem.code).toBe('repeated-page-token')
  const from = searches(seller).at(-1)?.from
  await seller.pass(3 * MINUTE)
  expect(
    searches(seller)
      .filter((s) => s.token === undefined)
      .at(-1)?.from,
  ).toBe(from)
  expect(await placed(seller)).toBe(150)
  expect(await seller.store((s) => s.listProblems())).toEqual([])
})

test('[O1] a page token that died starts the window anew', async () => {
  const seller = await makeSeller()
  seller.control.placeOrders({ lines: [{ sku: 'MUG-BLUE' }] }, 150)
  seller.control.advance(3 * MINUTE)
  seller.control.addFault({ operation: 'searchOrders', kind: 'error', status: 503, nth: 2 })
  await seller.run()
  expect(await placed(seller)).toBe(100)
  seller.control.advance(25 * HOUR)
  await seller.run()
  expect(searches(seller).at(-1)).toMatchObject({ status: 200 })
  expect(await placed(seller)).toBe(150)
  expect(await seller.store((s) => s.listProblems())).toEqual([])
})

test('[O1] a page token that Amazon refuses without a word starts the window anew at once', async () => {
  const seller = await makeSeller()
  seller.control.placeOrders({ lines: [{ sku: 'MUG-BLUE' }] }, 150)
  seller.control.advance(3 * MINUTE)
  const message = 'The input you have submitted is not valid'
  seller.control.addFault({
    operation: 'searchOrders',
    kind: 'error',
    status: 400,
    code: 'InvalidInput',
    message,
    nth: 2,
  })
  await seller.run()
  expect(await placed(seller)).toBe(150)
  expect(await seller.store((s) => s.listProblems())).toEqual([])
})

test('[O1] an order that Amazon lists late is found by the overlap', async () => {
  const seller = await makeSeller()
  await seller.run()
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }], lagMs: 4 * MINUTE })
  await seller.pass(3 * MINUTE)
  expect(await seller.store((s) => s.findOrder(id))).toBeNull()
  await seller.pass(6 * MINUTE)
  expect(await seller.store((s) => s.findOrder(id))).toMatchObject({ stage: 'Shipping Department' })
})

test('[C9] connecting imports nothing; pausing and starting again lose nothing', async () => {
  const seller = await makeSeller()
  await seller.run()
  await pauseImporting(seller.deps, seller.merchant, seller.connection)
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  await seller.pass(10 * MINUTE)
  expect(searches(seller)).toHaveLength(1)
  seller.control.advance(2 * 24 * HOUR)
  await startImporting(seller.deps, seller.merchant, seller.connection)
  await seller.run()
  expect(await seller.store((s) => s.findOrder(id))).toMatchObject({ stage: 'Shipping Department' })
})
