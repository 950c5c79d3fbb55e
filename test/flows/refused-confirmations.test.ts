import { expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '../make/seller.ts'
import { callsOf, problemsOf } from '../make/seller-views.ts'
import { correct, ordered, outboxRow, outboxState, packagesAtAmazon, ship, shipped } from '../make/ship.ts'

const says = (message: string) =>
  ({ kind: 'error', operation: 'confirmShipment', status: 400, code: 'InvalidInput', message }) as const

test.each([
  ['packageReferenceId has the wrong type: a string is expected.', 'refused package-number-refused'],
  ['The package has reached the maximum number of allowed updates.', 'refused too-many-package-updates'],
  ['NonexistentOrderItem: Failed to find order item list', 'refused line-unknown-at-amazon'],
  ['Shipment confirmation is not supported for Ship+ orders', 'settled confirmed-by-amazon'],
  ['The ship date must not be in the future.', 'refused confirmation-refused'],
])('[S1][S5] Amazon says "%s": %s', async (message, end) => {
  const { seller, id, state } = await shipped({}, says(message))
  expect(await state()).toBe(end)
  await seller.pass(15 * MINUTE)
  expect(await state()).toBe(end)
  expect([packagesAtAmazon(seller, id).length, callsOf(seller, 'confirmShipment')]).toEqual([0, 1])
})

test('[S1] Amazon finds no such package, and the order is open: it is read, tried again, and settled', async () => {
  const { seller, id, row, state } = await shipped({}, says('PackageToUpdateNotFound'))
  expect(await state()).toBe('waiting package-unknown-at-amazon')
  expect(callsOf(seller, 'getOrder')).toBe(1)
  await seller.pass(15 * MINUTE)
  expect([await state(), packagesAtAmazon(seller, id).length]).toEqual(['settled', 1])
  expect(await outboxRow(seller, row)).toMatchObject({ attempts: 2, failingSince: null })
})

test('[S1] an order that was shipped in Seller Central is settled by reading it, with a note, and not tried for ever', async () => {
  const { seller, id } = await ordered()
  seller.control.alterOrder(id, { ship: 'all', package: { trackingNumber: 'ELSEWHERE-1', packageReferenceId: '77' } })
  const row = await ship(seller, id)
  await seller.run()
  expect(await outboxState(seller, row)).toBe('settled shipped-by-other-packages')
  await seller.pass(HOUR)
  expect([callsOf(seller, 'confirmShipment'), callsOf(seller, 'getOrder')]).toEqual([1, 1])
})

test('[S1] a lost answer: the same number again edits, and Amazon has one package', async () => {
  const { seller, id, row, state } = await shipped({}, { kind: 'reset-after', operation: 'confirmShipment' })
  expect([await state(), packagesAtAmazon(seller, id).length]).toEqual(['waiting amazon-down', 1])
  expect(await outboxRow(seller, row)).toMatchObject({ attempts: 1, failingSince: expect.any(Number) })
  await seller.pass(15 * MINUTE)
  expect([await state(), packagesAtAmazon(seller, id).length]).toEqual(['settled', 1])
})

test('[S1] a lost answer, and then Amazon knows no such package: read back, it is there', async () => {
  const { seller, row, state } = await shipped({}, { kind: 'reset-after', operation: 'confirmShipment' })
  seller.control.addFault(says('not finding a matching package or order already fulfilled'))
  await seller.pass(2 * MINUTE)
  expect([await state(), callsOf(seller, 'getOrder')]).toEqual(['settled', 1])
  expect(await outboxRow(seller, row)).toMatchObject({ problem: null })
})

test('[S1] a package that Amazon changed meanwhile is read and sent once more; the second time a person decides', async () => {
  const once = await shipped({}, { kind: 'invalid-package-version', operation: 'confirmShipment' })
  expect(await once.state()).toBe('waiting package-version-refused')
  await once.seller.pass(15 * MINUTE)
  expect(await once.state()).toBe('settled')
  const twice = await shipped({}, { kind: 'invalid-package-version', operation: 'confirmShipment', count: 2 })
  await twice.seller.pass(5 * MINUTE)
  expect(await twice.state()).toBe('refused package-version-refused-again')
})

test('[S1] edited too often: no more calls, and the sentence says what to do', async () => {
  const { seller, row, state } = await shipped()
  seller.control.setShipments({ maxUpdates: 1 })
  for (const tracking of ['1Z999AA10123456791', '1Z999AA10123456792']) {
    await correct(seller, row, tracking)
    await seller.run()
  }
  expect(await state()).toBe('refused too-many-package-updates')
})

test('[S1] the order was cancelled meanwhile: read, and refused as that', async () => {
  const { seller, id } = await ordered()
  seller.control.alterOrder(id, { cancel: { by: 'BUYER' } })
  const row = await ship(seller, id)
  await seller.run()
  expect(await outboxState(seller, row)).toBe('refused cancelled-at-amazon')
})

test('[O13] Amazon cancels an order whose package waits: the confirmation ends, with a sentence', async () => {
  const { seller, id, state } = await shipped(
    { quantity: 1 },
    { kind: 'error', operation: 'confirmShipment', status: 503, always: true },
  )
  expect(await state()).toBe('waiting amazon-down')
  seller.control.alterOrder(id, { cancel: { by: 'AMAZON', force: true } })
  await seller.pass(12 * MINUTE)
  expect(await state()).toBe('refused cancelled-at-amazon')
})

test('[E6] an outage of more than a day is waited out with few calls, and nothing is dropped', async () => {
  const down = { kind: 'error', status: 503, always: true } as const
  const { seller, id, row, state } = await shipped({}, { ...down, operation: 'confirmShipment' })
  seller.control.addFault({ ...down, operation: 'getOrder' })
  for (let n = 0; n < 60; n++) {
    seller.control.advance(30 * MINUTE)
    await seller.run()
  }
  expect([await state(), await problemsOf(seller)]).toEqual(['waiting amazon-down', ['confirmations-down']])
  expect((await outboxRow(seller, row)).failingSince).toBeLessThan(seller.control.now() - 29 * HOUR)
  expect(callsOf(seller, 'confirmShipment')).toBeLessThan(65)
  seller.control.clearFaults()
  await seller.pass(45 * MINUTE)
  expect([await state(), await problemsOf(seller)]).toEqual(['settled', []])
  expect(packagesAtAmazon(seller, id)).toHaveLength(1)
})

test('[S5] after a quarter of an hour without an answer packages go by feed, those tried once their order was read', async () => {
  const { seller, id, row, state } = await shipped(
    {},
    { kind: 'error', operation: 'confirmShipment', status: 500, always: true },
  )
  const other = seller.control.placeOrder({ lines: [{ sku: 'TEA-EARL' }] })
  await seller.pass(14 * MINUTE)
  expect(await state()).toBe('waiting amazon-down')
  expect(callsOf(seller, 'confirmShipment')).toBeLessThan(9)
  await seller.pass(20 * MINUTE)
  const fresh = await ship(seller, other)
  await seller.run()
  expect((await outboxRow(seller, row)).way).toBe('feed')
  expect((await outboxRow(seller, fresh)).way).toBe('feed')
  expect(packagesAtAmazon(seller, id).length).toBeLessThan(2)
})

test('[S5] what is entered while the call is down costs no call of its own, and goes by feed with the others', async () => {
  const { seller } = await shipped({}, { kind: 'error', operation: 'confirmShipment', status: 500, always: true })
  const other = seller.control.placeOrder({ lines: [{ sku: 'TEA-EARL' }] })
  await seller.pass(6 * MINUTE)
  const before = callsOf(seller, 'confirmShipment')
  const fresh = await ship(seller, other)
  await seller.run()
  expect([callsOf(seller, 'confirmShipment'), (await outboxRow(seller, fresh)).way]).toEqual([before, 'call'])
  expect(seller.alarms.filter((alarm) => alarm.includes('failed'))).toEqual([])
  await seller.pass(10 * MINUTE)
  expect((await outboxRow(seller, fresh)).way).toBe('feed')
})

test('[S5] a correction of what Amazon was told by call never goes by feed: a feed would add a package', async () => {
  const { seller, row } = await shipped()
  seller.control.addFault({ kind: 'error', operation: 'confirmShipment', status: 500, always: true })
  await correct(seller, row, '1Z999AA10123456799')
  await seller.pass(HOUR)
  expect(await outboxRow(seller, row)).toMatchObject({ state: 'waiting', way: 'call' })
})

test('[S5] once the call works again packages go by call, and the problem is over', async () => {
  const { seller, row, state } = await shipped(
    {},
    { kind: 'error', operation: 'confirmShipment', status: 503, count: 3 },
  )
  expect(await problemsOf(seller)).toEqual(['confirmations-down'])
  await seller.pass(12 * MINUTE)
  expect([await state(), await problemsOf(seller)]).toEqual(['settled', []])
  expect(await outboxRow(seller, row)).toMatchObject({ attempts: 4, problem: null, failingSince: null })
})

test('[S1] throttled: it waits as Amazon says and counts no try', async () => {
  const { seller, row, state } = await shipped({}, { kind: 'throttle', operation: 'confirmShipment' })
  expect(await outboxRow(seller, row)).toMatchObject({ state: 'waiting', attempts: 0, problem: null })
  await seller.pass(MINUTE)
  expect(await state()).toBe('sent')
})

test('[C4] a revoked authorization stops the connection and counts no try; renewed, the packages go on', async () => {
  const { seller, id } = await ordered()
  seller.control.revoke()
  const row = await ship(seller, id)
  await seller.run()
  expect(await outboxRow(seller, row)).toMatchObject({ state: 'waiting', attempts: 0 })
  expect(await problemsOf(seller)).toContain('authorization-revoked')
  await seller.pass(30 * MINUTE)
  const logins = callsOf(seller, 'login')
  await seller.pass(2 * HOUR)
  expect(callsOf(seller, 'login')).toBe(logins)
  seller.control.authorize({ refreshToken: 'Atzr|renewed' })
  const { connect } = await import('#flows/connect.ts')
  const pasted = { region: 'na', sellingPartnerId: 'A3HARBORGOODS', refreshToken: 'Atzr|renewed' } as const
  expect(await connect(seller.deps, seller.merchant, pasted)).toMatchObject({ ok: true })
  await seller.pass(15 * MINUTE)
  expect(await outboxState(seller, row)).toBe('settled')
  expect(packagesAtAmazon(seller, id)).toHaveLength(1)
})

test('[C1] a call that Amazon denies is told with its likely cause, counts no try and goes on by itself', async () => {
  const denied = { kind: 'error', operation: 'confirmShipment', status: 403, code: 'Unauthorized' } as const
  const { seller, row, state } = await shipped({}, denied)
  expect(await outboxRow(seller, row)).toMatchObject({ state: 'waiting', attempts: 0 })
  expect(await problemsOf(seller)).toEqual(['confirmations-denied'])
  await seller.pass(61 * MINUTE)
  expect([await state(), await problemsOf(seller)]).toEqual(['sent', []])
})

test('[S3] a carrier that nobody knows any more is asked about, not guessed', async () => {
  const { seller, id, state } = await shipped({ carrier: 'Blitz Kurier' })
  expect(await state()).toBe('refused carrier-unknown')
  expect(packagesAtAmazon(seller, id)).toEqual([])
  await seller.pass(DAY / 24)
  expect(callsOf(seller, 'confirmShipment')).toBe(0)
})
