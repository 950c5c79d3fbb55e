import { expect, test } from 'vitest'
import { correctPackage } from '#flows/correct-package.ts'
import { MINUTE } from '../make/seller.ts'
import { packagesAtAmazon } from '../make/ship.ts'
import { enter, entry, found, items, makePlaced, outcomes, stockOf, UPS, who } from '../make/shipments.ts'

test('[S1][S2][S4][O20] packages from entry to proof: part shipments, a correction, stock that moves once', async () => {
  const { seller, id } = await makePlaced()
  expect(outcomes(await enter(seller, entry(id, { items: items('MUG-BLUE', 1) })))).toEqual(['entered 1'])
  await seller.pass(MINUTE)
  expect(packagesAtAmazon(seller, id)).toEqual([`1 ${UPS}`])
  expect(outcomes(await enter(seller, entry(id, { tracking: '1Z999AA10123456791' })))).toEqual(['entered 2'])
  await seller.pass(15 * MINUTE)
  expect(await found(seller, id)).toMatchObject({ stage: 'Completed Order', amazonStatus: 'SHIPPED' })
  expect(await stockOf(seller)).toEqual([397, 0])
  const correction = { tracking: '1Z999AA10123456808' }
  expect(await correctPackage(seller.deps, seller.merchant, { order: id, number: 2, who, correction })).toMatchObject({
    ok: true,
  })
  await seller.pass(15 * MINUTE)
  expect(packagesAtAmazon(seller, id)).toEqual([`1 ${UPS}`, '2 1Z999AA10123456808'])
  const rows = await seller.store((store) => store.listOutbox({ state: 'settled', after: null, limit: 10 }))
  expect(rows.map((row) => [row.subject, row.sentVersion])).toEqual([
    [1, 1],
    [2, 2],
  ])
  expect(await stockOf(seller)).toEqual([397, 0])
})

test('[O13] Amazon cancels an order that is half shipped: it waits on Hold, and what waits to be confirmed says why', async () => {
  const { seller, id } = await makePlaced()
  await enter(seller, entry(id, { items: items('MUG-BLUE', 1) }))
  await seller.pass(15 * MINUTE)
  seller.control.addFault({ kind: 'error', operation: 'confirmShipment', status: 503, always: true })
  await enter(seller, entry(id, { items: items('MUG-BLUE', 1), tracking: '1Z999AA10123456791' }))
  await seller.run()
  seller.control.alterOrder(id, { cancel: { by: 'AMAZON', force: true } })
  await seller.pass(12 * MINUTE)
  expect(await found(seller, id)).toMatchObject({ stage: 'Hold', amazonStatus: 'CANCELLED' })
  const rows = await seller.store((store) => store.listOutbox({ state: 'refused', after: null, limit: 10 }))
  expect(rows.map((row) => [row.subject, row.problem?.code])).toEqual([[2, 'cancelled-at-amazon']])
})

test('[O13] Amazon cancels an order that was shipped whole here: it goes from Completed Order to Hold', async () => {
  const { seller, id } = await makePlaced()
  await enter(seller, entry(id))
  await seller.pass(15 * MINUTE)
  expect(await found(seller, id)).toMatchObject({ stage: 'Completed Order' })
  seller.control.alterOrder(id, { cancel: { by: 'AMAZON', force: true } })
  await seller.pass(12 * MINUTE)
  expect(await found(seller, id)).toMatchObject({ stage: 'Hold', amazonStatus: 'CANCELLED' })
  const document = await seller.store((store) => store.findDocument(id))
  expect(document?.problems.map((each) => each.code)).toEqual(['cancelled-after-shipping'])
})
