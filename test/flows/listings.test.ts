import { expect, test } from 'vitest'
import type { ItemId } from '#core/ids.ts'
import { MINUTE, makeSeller } from '../make/seller.ts'

type Seller = Awaited<ReturnType<typeof makeSeller>>
const US = 'ATVPDKIKX0DER'

/** A seller whose mug is listed and linked, with stock sending switched on. */
async function makeSending() {
  const seller = await makeSeller()
  await seller.database.ownerPool().query(`update millrace.connections set sending_stock = true;
    insert into millrace.listings (merchant_id, connection_id, seller_sku, marketplace_id, item_id, product_type, channel, quantity, price, currency)
    values ('${seller.merchant}', '${seller.connection}', 'MUG-BLUE', '${US}', 'MUG-BLUE', 'KITCHEN', 'DEFAULT', 1, 1250, 'USD');
    insert into deployment.due (merchant_id, kind, subject, at) values ('${seller.merchant}', 'listings', '${seller.connection}', to_timestamp(0))`)
  return seller
}
const changes = (seller: Seller) =>
  seller.control.requests().filter(({ operation }) => operation === 'patchListingsItem')
const patches = (seller: Seller) => changes(seller).map(({ body }) => (body as { patches: unknown }).patches)

test('[I1][I10] the hourly cycle tells Amazon what differs, and what was told already is not sent again', async () => {
  const seller = await makeSending()
  await seller.run()
  const stock = await seller.store((s) => s.listStock({ after: null, limit: 9, itemId: 'MUG-BLUE' as ItemId }))
  const quantity = stock.reduce((sum, { onHand, allocated }) => sum + onHand - allocated, 0)
  expect(patches(seller)).toEqual([
    [
      {
        op: 'merge',
        path: '/attributes/fulfillment_availability',
        value: [{ fulfillment_channel_code: 'DEFAULT', quantity }],
      },
    ],
  ])
  await seller.pass(61 * MINUTE)
  expect(changes(seller)).toHaveLength(1)
})

test('[I11] an order that comes down lowers what Amazon is told within a minute', async () => {
  const seller = await makeSending()
  await seller.run()
  seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 3, price: 12.5 }] })
  await seller.pass(12 * MINUTE)
  const [before, after] = patches(seller).map(
    (list) => (list as { value: { quantity: number }[] }[])[0]!.value[0]!.quantity,
  )
  expect(after).toBe(before! - 3)
})

test('[I14] while both switches are off nothing goes up, whatever changes', async () => {
  const seller = await makeSending()
  await seller.database.ownerPool().query('update millrace.connections set sending_stock = false')
  seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 3, price: 12.5 }] })
  await seller.pass(70 * MINUTE)
  expect(changes(seller)).toEqual([])
})

test('[I9] a SKU that Amazon ships is never sent a quantity, not even when a value is due already', async () => {
  const seller = await makeSending()
  await seller.database.ownerPool().query(`
    insert into millrace.sku_fields (merchant_id, connection_id, seller_sku, field, desired, desired_at, state)
    select merchant_id, connection_id, seller_sku, 'stock', '{"leadDays":null,"quantity":7,"restockOn":null}', to_timestamp(0), 'due' from millrace.listings;
    update millrace.listings set channel = 'AMAZON_NA'`)
  await seller.run()
  expect(changes(seller)).toEqual([])
  expect(await seller.store((s) => s.countFields(seller.connection))).toEqual(new Map([['refused', 1]]))
})

test('[I10] what Amazon took is read back within 15 minutes: seen, it is confirmed', async () => {
  const seller = await makeSending()
  await seller.run()
  expect(await states(seller)).toEqual({ accepted: 1 })
  await seller.pass(15 * MINUTE)
  expect(await states(seller)).toEqual({ confirmed: 1 })
  expect(changes(seller)).toHaveLength(1)
})

const states = async (seller: Seller) => Object.fromEntries(await seller.store((s) => s.countFields(seller.connection)))
