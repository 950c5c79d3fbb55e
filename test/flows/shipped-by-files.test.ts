import { expect, test } from 'vitest'
import type { ItemId, SellerSku } from '#core/ids.ts'
import { cancelOrder } from '#flows/cancel-order.ts'
import { reportOnFile, takeFile } from '#flows/carry-files.ts'
import { takePriceFile } from '#flows/carry-price-file.ts'
import { enterShipments } from '#flows/enter-shipments.ts'
import { linkListings } from '#flows/link-listing.ts'
import { bringReport, makeSellerByFiles } from '../make/by-files.ts'
import { DAY, HOUR } from '../make/seller.ts'
import { orderOf, type Seller, stockOf } from '../make/seller-views.ts'
import { outboxOf } from '../make/things-to-send.ts'

const who = 'a test'
const TWO = { lines: [{ sku: 'MUG-BLUE', quantity: 2, price: 12 }, { sku: 'TOWEL-LINEN' }] }

/** What waits to be confirmed by file today. */
const todayOf = async (seller: Seller) =>
  (await seller.store((store) => store.filesOfToday())).find(({ kind }) => kind === 'confirmation')

test('[H1][H2] shipped by files: the confirmation goes out, its report comes back, and that is the end of it', async () => {
  const seller = await makeSellerByFiles()
  const ids = [TWO, TWO].map((draft) => seller.control.placeOrder(draft))
  await bringReport(seller, 'new-orders')
  const blank = { service: null, shippedAt: null, reference: null, items: null }
  const entries = ids.map((order, at) => ({ ...blank, order, carrier: 'UPS', tracking: `1Z999AA1012345678${at}` }))
  await enterShipments(seller.deps, seller.merchant, { entries, who })
  await seller.pass(HOUR)
  expect((await outboxOf(seller)).map(({ state }) => state)).toEqual(['waiting', 'waiting'])
  expect(await todayOf(seller)).toMatchObject({ waiting: 2, dueBy: expect.any(Number), last: null, open: [] })
  const wish = { connection: seller.connection, kind: 'shipping-confirmation', who } as const
  const taken = await takeFile(seller.deps, seller.merchant, wish)
  if (!taken.ok) throw new Error(taken.problem.code)
  const { submissionId, content } = taken.value.file
  expect(await todayOf(seller)).toMatchObject({
    waiting: 0,
    open: [submissionId],
    last: { file: submissionId, messages: 2 },
  })
  seller.control.alterOrder(ids[1] ?? '', { cancel: { by: 'AMAZON', reason: 'Other' } })
  const text = seller.control.uploadFile({ kind: 'shipping-confirmation', text: content })
  const told = await reportOnFile(seller.deps, seller.merchant, { submissionId, text })
  expect(told).toMatchObject({ value: { taken: 1, refused: 1 } })
  expect((await outboxOf(seller)).map(({ state }) => state)).toEqual(['settled', 'refused'])
  const order = await orderOf(seller, ids[0] ?? '')
  expect(order?.stage).toBe('Completed Order')
  expect(order?.events.filter(({ kind }) => kind === 'shipment.settled')).toHaveLength(1)
  await seller.pass(2 * DAY)
  expect(seller.control.requests()).toEqual([])
})

test('[H1][O16] cancelled by file: the report ends the order here, and its stock is free again', async () => {
  const seller = await makeSellerByFiles()
  const id = seller.control.placeOrder(TWO)
  const free = await stockOf(seller, 'MUG-BLUE')
  await bringReport(seller, 'new-orders')
  expect(await stockOf(seller, 'MUG-BLUE')).not.toEqual(free)
  expect(
    await cancelOrder(seller.deps, seller.merchant, { order: id, reason: 'no-inventory', who } as never),
  ).toMatchObject({ ok: true })
  const taken = await takeFile(seller.deps, seller.merchant, {
    connection: seller.connection,
    kind: 'cancellation',
    who,
  })
  if (!taken.ok) throw new Error(taken.problem.code)
  const { submissionId, content } = taken.value.file
  const text = seller.control.uploadFile({ kind: 'cancellation', text: content })
  const told = await reportOnFile(seller.deps, seller.merchant, { submissionId, text })
  expect(told).toMatchObject({ value: { taken: 1, refused: 0 } })
  expect((await orderOf(seller, id))?.stage).toBe('Rejected')
  expect(await stockOf(seller, 'MUG-BLUE')).toEqual(free)
  expect((await outboxOf(seller, 'cancellation')).map(({ state }) => state)).toEqual(['settled'])
})

test('[H2][I9] a merchant without an API has a price-and-quantity file of what was sold: an order tells the listing and who ships it', async () => {
  const seller = await makeSellerByFiles()
  seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }, { sku: 'NOBODY-KNOWS' }] })
  await bringReport(seller, 'new-orders')
  const links = [{ itemId: 'MUG-BLUE' as ItemId, sellerSku: 'MUG-BLUE' as SellerSku }]
  await linkListings(seller.deps, seller.merchant, { connection: seller.connection, links })
  const wish = { connection: seller.connection, marketplaceId: null, complete: false, who }
  const taken = await takePriceFile(seller.deps, seller.merchant, wish)
  if (!taken.ok) throw new Error(taken.problem.code)
  const { submissionId, content } = taken.value.file
  expect(content.split('\r\n')[1]).toMatch(/^MUG-BLUE\t/)
  const page = { submissionId, after: 0, limit: 10 }
  const lines = await seller.store((store) => store.linesOfPriceFile(page))
  expect(lines).toMatchObject([{ line: 1, sellerSku: 'MUG-BLUE', fields: [{ field: 'stock', state: 'flying' }] }])
  expect(lines[0]?.text).toBe(content.split('\r\n')[1])
  const text = seller.control.uploadFile({ kind: 'price-and-quantity', text: content })
  expect(await reportOnFile(seller.deps, seller.merchant, { submissionId, text })).toMatchObject({ ok: true })
  const told = await seller.store((store) => store.linesOfPriceFile(page))
  // Nothing else will ever tell: the report is the last word.
  expect(told).toMatchObject([{ line: 1, fields: [{ field: 'stock', state: 'confirmed', problem: null }] }])
  const again = await takePriceFile(seller.deps, seller.merchant, wish)
  expect(again).toMatchObject({ ok: false, problem: { code: 'nothing-to-carry' } })
})
