import { expect, test } from 'vitest'
import { DAY, HOUR, MINUTE, makeSeller } from '../make/seller.ts'

type Seller = Awaited<ReturnType<typeof makeSeller>>

const US = 'ATVPDKIKX0DER'
const CA = 'A2EUQ1WTGCTBG2'
const MX = 'A1AM78C64UM0Y8'
const OPTIONAL = ['EXPENSE', 'PROMOTION', 'CANCELLATION', 'PACKAGES', 'TAX', 'PAYMENT']

const searches = (seller: Seller) =>
  seller.control
    .requests()
    .filter((r) => r.operation === 'searchOrders')
    .map(({ query, status }) => ({
      status,
      from: Date.parse(String(query.lastUpdatedAfter)),
      marketplaces: String(query.marketplaceIds).split(','),
      data: String(query.includedData).split(','),
    }))

const problems = async (seller: Seller) =>
  (await seller.store((s) => s.listProblems())).map((p) => `${p.problem.code} ${p.subject}`.trim()).sort()

const stageOf = async (seller: Seller, id: string) => (await seller.store((s) => s.findOrder(id)))?.stage

/** A seller in three marketplaces. */
async function inThreeMarketplaces(refused: readonly string[] = []) {
  const seller = await makeSeller({ marketplaces: [US, CA, MX] })
  const refuse = (ids: readonly string[]) =>
    seller.control.putSeller({
      sellerId: 'A3HARBORGOODS',
      marketplaces: [US, CA, MX].map((id) => ({ id, refused: ids.includes(id) })),
    })
  refuse(refused)
  return { ...seller, refuse }
}

test('[O1] all marketplaces are asked in one call', async () => {
  const seller = await inThreeMarketplaces()
  const ids = [US, CA, MX].map((marketplaceId) =>
    seller.control.placeOrder({ marketplaceId, lines: [{ sku: 'MUG-BLUE' }] }),
  )
  await seller.pass(6 * MINUTE)
  expect(searches(seller).map((s) => s.marketplaces.length)).toEqual([3, 3])
  expect(await Promise.all(ids.map((id) => seller.store((s) => s.findDocument(id))))).toEqual(
    ids.map((reference) => expect.objectContaining({ reference })),
  )
})

test('[O1] after a 403 the marketplaces are asked alone and the faulty one is named; the others go on; after a day it is asked again and none of its orders is lost', async () => {
  const seller = await inThreeMarketplaces([CA])
  await seller.run()
  const there = seller.control.placeOrder({ marketplaceId: US, lines: [{ sku: 'MUG-BLUE' }] })
  const lost = seller.control.placeOrder({ marketplaceId: CA, lines: [{ sku: 'MUG-BLUE' }] })
  await seller.pass(6 * MINUTE)
  expect(await stageOf(seller, there)).toBe('Shipping Department')
  expect(await problems(seller)).toEqual([`marketplace-refused ${CA}`])
  expect(
    searches(seller)
      .slice(0, 5)
      .map((s) => s.marketplaces.length),
  ).toEqual([3, 1, 1, 1, 2])

  seller.refuse([])
  seller.control.advance(12 * HOUR)
  await seller.run()
  expect(searches(seller).at(-1)?.marketplaces).not.toContain(CA)
  seller.control.advance(12 * HOUR)
  await seller.pass(6 * MINUTE)
  expect(await seller.store((s) => s.findDocument(lost))).toMatchObject({ reference: lost })
  expect(await problems(seller)).toEqual([])
})

test('[O1] a marketplace that is still refused after a day stays named, and the others still go on', async () => {
  const seller = await inThreeMarketplaces([CA])
  await seller.run()
  seller.control.advance(DAY)
  await seller.run()
  expect(await problems(seller)).toEqual([`marketplace-refused ${CA}`])
  const id = seller.control.placeOrder({ marketplaceId: MX, lines: [{ sku: 'MUG-BLUE' }] })
  await seller.pass(6 * MINUTE)
  expect(await seller.store((s) => s.findDocument(id))).toMatchObject({ reference: id })
})

test('[O1] refused in all marketplaces it is the authorization, not a marketplace; asked again in an hour, nothing is lost', async () => {
  const seller = await inThreeMarketplaces([US, CA, MX])
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  await seller.pass(3 * MINUTE)
  expect(await problems(seller)).toEqual(['access-denied'])
  seller.refuse([])
  await seller.pass(HOUR)
  expect(await stageOf(seller, id)).toBe('Shipping Department')
  expect(await problems(seller)).toEqual([])
})

test('[O1] a dataset that Amazon refuses by name is left out, named, asked for again after an hour, and the orders since are read again', async () => {
  const seller = await makeSeller()
  await seller.run()
  seller.control.addFault({ operation: 'searchOrders', kind: 'refuse-dataset', dataset: 'RECIPIENT', always: true })
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  await seller.pass(6 * MINUTE)
  expect(await problems(seller)).toEqual(['dataset-refused RECIPIENT'])
  expect(searches(seller).at(-1)?.data).not.toContain('RECIPIENT')
  expect(await seller.store((s) => s.findDocument(id))).toMatchObject({
    state: 'held',
    problems: [{ code: 'no-destination' }],
  })
  seller.control.clearFaults()
  await seller.pass(50 * MINUTE)
  expect(searches(seller).at(-1)?.data).not.toContain('RECIPIENT')
  await seller.pass(10 * MINUTE)
  expect(await stageOf(seller, id)).toBe('Shipping Department')
  expect(await problems(seller)).toEqual([])
})

test('[O1] a dataset that is still refused after an hour is left out again, and the orders are still read again from the first refusal', async () => {
  const seller = await makeSeller()
  await seller.run()
  seller.control.addFault({ operation: 'searchOrders', kind: 'refuse-dataset', dataset: 'FULFILLMENT', always: true })
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  await seller.pass(63 * MINUTE)
  expect(await problems(seller)).toEqual(['dataset-refused FULFILLMENT'])
  seller.control.clearFaults()
  await seller.pass(63 * MINUTE)
  expect(await stageOf(seller, id)).toBe('Shipping Department')
})

test('[O1] a dataset is back after an hour also when the window has several pages', async () => {
  const seller = await makeSeller()
  await seller.run()
  seller.control.addFault({ operation: 'searchOrders', kind: 'refuse-dataset', dataset: 'RECIPIENT', always: true })
  seller.control.placeOrders({ lines: [{ sku: 'MUG-BLUE' }] }, 10)
  await seller.pass(6 * MINUTE)
  seller.control.clearFaults()
  seller.control.advance(HOUR - 10 * MINUTE)
  seller.control.placeOrders({ lines: [{ sku: 'MUG-BLUE' }] }, 110)
  seller.control.advance(10 * MINUTE)
  await seller.run()
  await seller.pass(6 * MINUTE)
  expect(await seller.store((s) => s.countOrders())).toEqual({ 'Shipping Department': 120 })
})

/** Amazon's 400 that names nothing. */
const unnamed = {
  operation: 'searchOrders',
  kind: 'error',
  status: 400,
  code: 'InvalidInput',
  message: 'The input you have submitted is not valid',
} as const

test('[O1] a refusal that names nothing is tried once without the datasets that the import can do without; they are back after an hour', async () => {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  seller.control.advance(3 * MINUTE)
  seller.control.addFault(unnamed)
  await seller.run()
  expect(await stageOf(seller, id)).toBe('Shipping Department')
  expect(await problems(seller)).toEqual(['asked-for-less'])
  expect(searches(seller).at(-1)?.data).toEqual(['BUYER', 'RECIPIENT', 'PROCEEDS', 'FULFILLMENT'])
  await seller.pass(63 * MINUTE)
  expect(searches(seller).at(-1)?.data).toEqual(expect.arrayContaining(OPTIONAL))
  expect(await problems(seller)).toEqual([])
})

test('[O1] a refusal that nothing helps is shown after three calls and tried again in an hour; nothing is lost', async () => {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  seller.control.advance(3 * MINUTE)
  seller.control.addFault({ ...unnamed, count: 4 })
  await seller.run()
  expect(searches(seller)).toHaveLength(3)
  expect(await problems(seller)).toEqual(['request-refused'])
  await seller.pass(30 * MINUTE)
  expect(searches(seller)).toHaveLength(3)
  await seller.pass(35 * MINUTE)
  expect(await stageOf(seller, id)).toBe('Shipping Department')
})
