import { expect, test } from 'vitest'
import { HOUR, MINUTE } from '../make/seller.ts'
import { callsOf, orderOf, problemsOf } from '../make/seller-views.ts'
import { ordered, outboxRow, outboxState, packagesAtAmazon, ship, shipped } from '../make/ship.ts'

const dropped = (count: number) => ({ kind: 'drop-package', operation: 'confirmShipment', count }) as const

test('[S4] a 204 with nothing behind it: after two complete sweeps one getOrder decides, and it is sent once more', async () => {
  const { seller, id, row, state } = await shipped({}, dropped(1))
  expect([await state(), packagesAtAmazon(seller, id)]).toEqual(['sent', []])
  await seller.pass(4 * MINUTE)
  expect([await state(), callsOf(seller, 'getOrder')]).toEqual(['sent', 0])
  await seller.pass(7 * MINUTE)
  expect([callsOf(seller, 'getOrder'), callsOf(seller, 'confirmShipment')]).toEqual([1, 2])
  expect(packagesAtAmazon(seller, id)).toEqual(['1 1Z999AA10123456781'])
  await seller.pass(15 * MINUTE)
  expect(await outboxRow(seller, row)).toMatchObject({ state: 'settled', sentAgain: true })
})

test('[S4] dropped twice: it is shown with a sentence, and never sent a third time by itself', async () => {
  const { seller, id, state } = await shipped({}, dropped(2))
  await seller.pass(HOUR)
  expect(await state()).toBe('refused package-dropped')
  await seller.pass(2 * HOUR)
  expect([callsOf(seller, 'confirmShipment'), callsOf(seller, 'getOrder')]).toEqual([2, 2])
  const order = await orderOf(seller, id)
  expect(order?.events.at(-1)).toMatchObject({
    kind: 'shipment.refused',
    facts: { package: 1, why: 'package-dropped' },
  })
})

test('[S4] tracking lost on the way is found, sent again, and settled', async () => {
  const { seller, id, state } = await shipped({}, { kind: 'drop-tracking', operation: 'confirmShipment' })
  expect(packagesAtAmazon(seller, id)).toEqual(['1 -'])
  await seller.pass(6 * MINUTE)
  expect(await state()).toBe('sent')
  await seller.pass(20 * MINUTE)
  expect([await state(), packagesAtAmazon(seller, id)]).toEqual(['settled', ['1 1Z999AA10123456781']])
})

test('[S4] tracking lost twice: what Amazon shows stands in the sentence', async () => {
  const { seller, row } = await shipped({}, { kind: 'drop-tracking', operation: 'confirmShipment', count: 2 })
  await seller.pass(HOUR)
  expect(await outboxRow(seller, row)).toMatchObject({
    state: 'refused',
    problem: { code: 'package-differs', facts: { field: 'tracking', sent: '1Z999AA10123456781', shown: 'none' } },
  })
})

test('[S4] while Amazon refuses to tell of packages nothing is decided; it is settled when it tells again', async () => {
  const { seller, state } = await shipped()
  seller.control.addFault({ kind: 'refuse-dataset', dataset: 'PACKAGES', operation: '*', always: true })
  await seller.pass(2 * HOUR)
  expect(await state()).toBe('sent')
  expect(callsOf(seller, 'confirmShipment')).toBe(1)
  expect(callsOf(seller, 'getOrder')).toBeLessThan(6)
  seller.control.clearFaults()
  await seller.pass(2 * HOUR)
  expect(await state()).toBe('settled')
})

test('[S4] a sweep that was begun before the package was sent does not count', async () => {
  const { seller, id } = await ordered()
  const row = await ship(seller, id)
  seller.control.addFault(dropped(1))
  await seller.run()
  const connection = seller.connection
  const sentAt = (await outboxRow(seller, row)).sentAt ?? 0
  for (const begunAt of [sentAt - 1, sentAt])
    expect(await seller.store((store) => store.countSweep({ connection, begunAt }))).toBe(false)
  expect((await outboxRow(seller, row)).sweepsSince).toBe(0)
  expect(await seller.store((store) => store.countSweep({ connection, begunAt: sentAt + 1 }))).toBe(false)
  expect(await seller.store((store) => store.countSweep({ connection, begunAt: sentAt + 2 }))).toBe(true)
})

test('[O13] Amazon cancels what it was told of: the order waits on Hold, and its open confirmation says why', async () => {
  const { seller, id } = await ordered()
  const rows = [await ship(seller, id, { quantity: 1 })]
  await seller.run()
  await seller.pass(15 * MINUTE)
  seller.control.addFault({ kind: 'error', operation: 'confirmShipment', status: 503, always: true })
  rows.push(await ship(seller, id, { number: 2, quantity: 2 }))
  await seller.run()
  seller.control.alterOrder(id, { cancel: { by: 'AMAZON', force: true } })
  await seller.pass(12 * MINUTE)
  expect(await Promise.all(rows.map((row) => outboxState(seller, row)))).toEqual([
    'settled',
    'refused cancelled-at-amazon',
  ])
  expect(await orderOf(seller, id)).toMatchObject({ stage: 'Hold', amazonStatus: 'CANCELLED' })
  expect(await problemsOf(seller)).toEqual(['confirmations-down'])
})
