import { describe, expect, test } from 'vitest'
import { confirmShipments } from '#flows/confirm-shipments.ts'
import { MINUTE, makeSeller } from '../make/seller.ts'
import { callsOf, orderOf } from '../make/seller-views.ts'
import { correct, MUG, ordered, outboxRow, outboxState, packagesAtAmazon, ship, shipped } from '../make/ship.ts'

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
    const late = seller.control.placeOrder(MUG)
    const soon = seller.control.placeOrder(MUG)
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

  test('[S1] a package corrected while its confirmation is under way is sent again, with the new tracking', async () => {
    const { seller, id } = await ordered()
    const row = await ship(seller, id)
    const confirm = seller.deps.amazon.confirmShipment
    Object.assign(seller.deps.amazon, {
      confirmShipment: async (...asked: Parameters<typeof confirm>) => {
        const answer = await confirm(...asked)
        Object.assign(seller.deps.amazon, { confirmShipment: confirm })
        await correct(seller, row, '1Z999AA10123456799')
        return answer
      },
    })
    await seller.run()
    expect(packagesAtAmazon(seller, id)).toEqual(['1 1Z999AA10123456799'])
    expect(await outboxRow(seller, row)).toMatchObject({ state: 'sent', sentVersion: 2 })
    await seller.pass(15 * MINUTE)
    expect(await outboxState(seller, row)).toBe('settled')
  })

  test('[S2] a correction of a settled package is told to Amazon as an edit', async () => {
    const { seller, id, row, state } = await shipped()
    await seller.pass(15 * MINUTE)
    await correct(seller, row, '1Z999AA10123456799')
    expect(await state()).toBe('waiting')
    await seller.pass(15 * MINUTE)
    expect([await state(), ...packagesAtAmazon(seller, id)]).toEqual(['settled', '1 1Z999AA10123456799'])
  })

  test('[S4] an old reading of a corrected package settles nothing', async () => {
    const { seller, row, state } = await shipped()
    await correct(seller, row, '1Z999AA10123456799')
    seller.control.addFault({ kind: 'drop-package', operation: 'confirmShipment' })
    await seller.run()
    await seller.pass(9 * MINUTE)
    expect(await state()).toBe('sent')
  })

  test('[S1] killed between the call and the record: it is sent again, and Amazon has one package', async () => {
    const { seller, id } = await ordered()
    const row = await ship(seller, id)
    const confirm = seller.deps.amazon.confirmShipment
    Object.assign(seller.deps.amazon, {
      confirmShipment: async (...asked: Parameters<typeof confirm>) => {
        await confirm(...asked)
        throw new Error('killed')
      },
    })
    await seller.run()
    expect([await outboxState(seller, row), packagesAtAmazon(seller, id).length]).toEqual(['waiting', 1])
    Object.assign(seller.deps.amazon, { confirmShipment: confirm })
    await seller.pass(15 * MINUTE)
    expect([await outboxState(seller, row), packagesAtAmazon(seller, id).length]).toEqual(['settled', 1])
  })

  test('[S1] two workers at once: Amazon has each package once', async () => {
    const { seller, id } = await ordered()
    const rows = [await ship(seller, id, { quantity: 1 }), await ship(seller, id, { number: 2, quantity: 2 })]
    const run = () => confirmShipments(seller.deps, seller.merchant, seller.connection)
    await Promise.all([run(), run(), run()])
    expect(packagesAtAmazon(seller, id)).toEqual(['1 1Z999AA10123456781', '2 1Z999AA10123456782'])
    expect(await Promise.all(rows.map((row) => outboxState(seller, row)))).toEqual(['sent', 'sent'])
    const sent = (await orderOf(seller, id))?.events.filter((e) => e.kind === 'shipment.sent')
    expect(sent).toHaveLength(2)
  })

  test('[S1] what the bucket does not grant comes again at its time: 30 packages are there within 15 seconds', async () => {
    const seller = await makeSeller()
    const ids = seller.control.placeOrders(MUG, 30)
    await seller.pass(5 * MINUTE)
    for (const id of ids) await ship(seller, id)
    const start = seller.control.now()
    for (let second = 0; second < 15; second++) {
      await seller.run()
      seller.control.advance(1000)
    }
    expect(ids.filter((id) => packagesAtAmazon(seller, id).length === 1)).toHaveLength(30)
    expect(seller.control.now() - start).toBe(15_000)
    expect(seller.control.requests().filter((r) => r.status === 429)).toEqual([])
  })
})
