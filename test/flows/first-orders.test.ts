import { expect, test } from 'vitest'
import { MINUTE, makeSeller } from '../make/seller.ts'

test('[O1] an order placed on Amazon arrives in the order system by itself, mapped and with a shipping method', async () => {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({ lines: [{ sku: 'AMZ-TEA-EARL-3PK', quantity: 2, price: 27 }] })
  await seller.pass(10 * MINUTE)

  const order = await seller.store((store) => store.findOrder(id))
  expect(order).toMatchObject({
    stage: 'Shipping Department',
    methodId: 'UPS-GROUND',
    center: 'PORTLAND',
    paymentMethod: 'Amazon SC',
  })
  expect(order?.lines).toMatchObject([
    { sellerSku: 'AMZ-TEA-EARL-3PK', itemId: 'TEA-EARL', quantityAmazon: 2, quantity: 6 },
  ])
  expect(seller.alarms).toEqual([])
})
