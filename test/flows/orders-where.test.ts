import { expect, test } from 'vitest'
import { moveOrder } from '#flows/move-order.ts'
import { pauseImporting } from '#flows/start-importing.ts'
import { sweepOrders } from '#flows/sweep-orders.ts'
import { whereIsOrder } from '#flows/where-is-order.ts'
import { DAY, HOUR, MINUTE, makeSeller } from '../make/seller.ts'

type Seller = Awaited<ReturnType<typeof makeSeller>>
const who = 'A person'
const lines = (sku = 'MUG-BLUE') => [{ sku, quantity: 2, price: 12 }]
/** Never shown by searchOrders while the test lasts. */
const HIDDEN = { lagMs: 90 * DAY }

async function where(seller: Seller, amazonOrderId: string) {
  const found = await whereIsOrder(seller.deps, seller.merchant, { amazonOrderId, who })
  return found.ok ? found.value : found.problem
}
const asked = (seller: Seller) => seller.control.requests().filter((each) => each.operation === 'getOrder').length

test('[O19] an order that is here is answered with its stage and why, without asking Amazon', async () => {
  const seller = await makeSeller()
  const { control } = seller
  const placed = control.placeOrder({ lines: lines() })
  const pending = control.placeOrder({ lines: lines(), status: 'PENDING' })
  const held = control.placeOrder({ lines: lines('NOBODY-KNOWS') })
  const skipped = control.placeOrder({ lines: lines(), fulfilledBy: 'AMAZON' })
  const rejected = control.placeOrder({ lines: lines() })
  const toCancel = control.placeOrder({ lines: [{ sku: 'MUG-BLUE', cancellationRequest: 'x' }] })
  await seller.pass(10 * MINUTE)
  await moveOrder(seller.deps, seller.merchant, { order: rejected, to: 'Rejected', reason: 'cannot-be-shipped', who })
  control.clearRequests()
  const here = { asked: false, imported: false }
  const says = (text: string) => expect.stringContaining(text)
  expect(await where(seller, placed)).toMatchObject({
    ...here,
    step: 'in-stage',
    stage: 'Shipping Department',
    sentence: says('It is to be shipped by [UPS-GROUND] from [PORTLAND]'),
  })
  expect(await where(seller, pending)).toMatchObject({ stage: 'Pre-ordered', sentence: says('pending at Amazon') })
  expect(await where(seller, held)).toMatchObject({ step: 'held', stage: null, problems: [{ code: 'unknown-sku' }] })
  expect(await where(seller, skipped)).toMatchObject({ step: 'skipped', sentence: says('it is fulfilled by Amazon') })
  expect(await where(seller, rejected)).toMatchObject({
    stage: 'Rejected',
    sentence: says('by A person: cannot-be-shipped'),
  })
  expect(await where(seller, toCancel)).toMatchObject({ stage: 'Hold', sentence: says('The buyer asks to cancel it') })
  expect(asked(seller)).toBe(0)
})

test('[O19] an order on a page that waits is found there', async () => {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({ lines: lines() })
  seller.control.advance(4 * MINUTE)
  await sweepOrders(seller.deps, seller.merchant, seller.connection)
  expect(await where(seller, id)).toMatchObject({ step: 'waiting-on-page', asked: false })
  await seller.run()
  expect(await where(seller, id)).toMatchObject({ step: 'in-stage' })
})

test('[O19] one never seen is asked for once, explained, and comes in', async () => {
  const seller = await makeSeller()
  await seller.pass(10 * MINUTE)
  const early = seller.control.placeOrder({ lines: lines() })
  expect(await where(seller, early)).toMatchObject({
    step: 'in-stage',
    stage: 'Shipping Department',
    asked: true,
    imported: true,
    sentence: expect.stringContaining('before the next one'),
  })
  const missed = seller.control.placeOrder({ lines: lines(), ...HIDDEN })
  await seller.pass(HOUR)
  seller.control.clearRequests()
  expect(await where(seller, missed)).toMatchObject({
    step: 'in-stage',
    sentence: expect.stringContaining("missing in Amazon's list"),
  })
  expect(await where(seller, missed)).toMatchObject({ step: 'in-stage', asked: false })
  expect(asked(seller)).toBe(1)
  const { events } = (await seller.store((s) => s.findOrder(missed)))!
  expect(events).toMatchObject([{ kind: 'order.placed', who }])
})

test('[O19] one never seen that would not be imported is explained so', async () => {
  const seller = await makeSeller()
  const { control } = seller
  const old = control.placeOrder({ lines: lines(), createdAt: control.now() - 5 * DAY, ...HIDDEN })
  const byAmazon = control.placeOrder({ lines: lines(), fulfilledBy: 'AMAZON', ...HIDDEN })
  const unknown = control.placeOrder({ lines: lines('NOBODY-KNOWS'), ...HIDDEN })
  expect(await where(seller, old)).toMatchObject({
    step: 'skipped',
    sentence: expect.stringContaining('placed before the date'),
  })
  expect(await where(seller, byAmazon)).toMatchObject({
    step: 'skipped',
    sentence: expect.stringContaining('fulfilled by Amazon'),
  })
  expect(await where(seller, unknown)).toMatchObject({
    step: 'held',
    problems: [{ code: 'unknown-sku' }],
    imported: true,
  })
})

test('[O19] an order of another marketplace, of a paused connection, or of nobody', async () => {
  const seller = await makeSeller({ marketplaces: ['ATVPDKIKX0DER'] })
  const canada = seller.control.placeOrder({ lines: lines(), marketplaceId: 'A2EUQ1WTGCTBG2', ...HIDDEN })
  const id = seller.control.placeOrder({ lines: lines(), ...HIDDEN })
  expect(await where(seller, canada)).toMatchObject({
    step: 'not-asked-for',
    sentence: expect.stringContaining('A2EUQ1WTGCTBG2'),
    asked: true,
    imported: false,
  })
  await pauseImporting(seller.deps, seller.merchant, seller.connection)
  expect(await where(seller, id)).toMatchObject({ step: 'not-asked-for', sentence: expect.stringContaining('paused') })
  expect(await seller.store((s) => s.countDocuments())).toEqual({})
  expect(await where(seller, '111-9999999-9999999')).toMatchObject({ step: 'unknown-at-amazon', asked: true })
  expect(await where(seller, '111-99')).toMatchObject({ code: 'not-valid' })
})

test('[O19] when Amazon does not answer, that is said, and nothing is claimed', async () => {
  const seller = await makeSeller()
  seller.control.addFault({ operation: 'getOrder', kind: 'error', status: 503 })
  expect(await where(seller, '111-9999999-9999999')).toMatchObject({ code: 'amazon-down' })
  seller.control.clearFaults()
  seller.control.addFault({ operation: 'getOrder', kind: 'throttle' })
  expect(await where(seller, '111-9999999-9999999')).toMatchObject({ code: 'throttled' })
})
