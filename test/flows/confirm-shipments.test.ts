import { describe, expect, test } from 'vitest'
import { confirmShipments } from '#flows/confirm-shipments.ts'
import { HOUR, MINUTE, makeSeller } from '../make/seller.ts'
import { callsOf, orderOf, problemsOf, type Seller } from '../make/seller-views.ts'
import { correct, outboxRow, outboxState, packagesAtAmazon, type ShipOptions, ship } from '../make/ship.ts'

const MUG = { lines: [{ sku: 'MUG-BLUE', quantity: 3 }] }

/** A seller with one imported order; Amazon's clock stands until `pass` moves it. */
async function ordered(draft: Parameters<Seller['control']['placeOrder']>[0] = MUG) {
  const seller = await makeSeller()
  const id = seller.control.placeOrder(draft)
  await seller.pass(5 * MINUTE)
  return { seller, id }
}

/** The same with a package that was entered and sent up as far as it goes. */
async function shipped(options: ShipOptions = {}, fault?: Parameters<Seller['control']['addFault']>[0]) {
  const made = await ordered()
  if (fault) made.seller.control.addFault(fault)
  const row = await ship(made.seller, made.id, options)
  await made.seller.run()
  return { ...made, row, state: () => outboxState(made.seller, row) }
}

describe('a package goes to Amazon', () => {
  test('[S1] it is there at once, and the next sweep settles it without a call', async () => {
    const { seller, id, row, state } = await shipped()
    expect(packagesAtAmazon(seller, id)).toEqual(['1 1Z999AA10123456781'])
    expect(await state()).toBe('sent')
    await seller.pass(15 * MINUTE)
    expect(await state()).toBe('settled')
    expect(await outboxRow(seller, row)).toMatchObject({ attempts: 1, sentVersion: 1 })
    expect([callsOf(seller, 'confirmShipment'), callsOf(seller, 'getOrder')]).toEqual([1, 0])
    const order = await orderOf(seller, id)
    expect(order?.events.map((e) => e.kind)).toEqual([
      'order.placed',
      'shipment.sent',
      'order.updated',
      'shipment.settled',
    ])
  })

  test('[S4] what Amazon shows of the packages is kept with the order', async () => {
    const { seller } = await shipped()
    await seller.pass(15 * MINUTE)
    const { rows } = await seller.database.ownerPool().query('select amazon_packages as shown from millrace.orders')
    expect(rows[0]?.shown).toMatchObject([{ number: '1', carrier: 'UPS', status: 'SHIPPED', items: [{ quantity: 3 }] }])
  })

  test('[S2] several packages of one order are confirmed one by one, with their units', async () => {
    const { seller, id } = await ordered()
    const rows = [await ship(seller, id, { quantity: 1 }), await ship(seller, id, { number: 2, quantity: 2 })]
    await seller.run()
    expect(seller.control.order(id)?.packages).toMatchObject([
      { packageItems: [{ quantity: 1 }] },
      { packageItems: [{ quantity: 2 }] },
    ])
    await seller.pass(15 * MINUTE)
    expect(await Promise.all(rows.map((row) => outboxState(seller, row)))).toEqual(['settled', 'settled'])
  })

  test('[S6] the earliest deadline goes first', async () => {
    const seller = await makeSeller()
    const late = seller.control.placeOrder({ ...MUG, shipByHours: 72 } as never)
    const soon = seller.control.placeOrder({ ...MUG, shipByHours: 12 } as never)
    await seller.pass(5 * MINUTE)
    const rows = [await ship(seller, late), await ship(seller, soon)]
    await seller.database
      .ownerPool()
      .query(
        `update millrace.outbox set due_by = case outbox_id when $1 then timestamptz '2026-11-13Z' else timestamptz '2026-11-11Z' end`,
        [rows[0]],
      )
    await seller.run()
    const order = seller.control
      .requests()
      .filter((r) => r.operation === 'confirmShipment')
      .map((r) => r.path?.split('/').at(-2))
    expect(order).toEqual([soon, late])
  })
})
