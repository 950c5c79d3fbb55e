import { expect, test } from 'vitest'
import { cancelOrder } from '#flows/cancel-order.ts'
import { reportOnFile, takeFile } from '#flows/carry-files.ts'
import { enterShipments } from '#flows/enter-shipments.ts'
import { bringReport, makeSellerByFiles } from '../make/by-files.ts'
import { DAY, HOUR } from '../make/seller.ts'
import { orderOf, stockOf } from '../make/seller-views.ts'
import { outboxOf } from '../make/things-to-send.ts'

const who = 'a test'
const TWO = { lines: [{ sku: 'MUG-BLUE', quantity: 2, price: 12 }, { sku: 'TOWEL-LINEN' }] }

test('[H1] shipped by files: the confirmation goes out, its report comes back, and that is the end of it', async () => {
  const seller = await makeSellerByFiles()
  const ids = [TWO, TWO].map((draft) => seller.control.placeOrder(draft))
  await bringReport(seller, 'new-orders')
  const blank = { service: null, shippedAt: null, reference: null, items: null }
  const entries = ids.map((order, at) => ({ ...blank, order, carrier: 'UPS', tracking: `1Z999AA1012345678${at}` }))
  await enterShipments(seller.deps, seller.merchant, { entries, who })
  await seller.pass(HOUR)
  expect((await outboxOf(seller)).map(({ state }) => state)).toEqual(['waiting', 'waiting'])
  const wish = { connection: seller.connection, kind: 'shipping-confirmation', who } as const
  const taken = await takeFile(seller.deps, seller.merchant, wish)
  if (!taken.ok) throw new Error(taken.problem.code)
  const { submissionId, content } = taken.value.file
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
