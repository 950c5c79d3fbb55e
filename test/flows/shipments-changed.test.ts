import { expect, test } from 'vitest'
import { failed } from '#core/problems.ts'
import { correctPackage } from '#flows/correct-package.ts'
import { removeOutbox } from '#flows/decide-outbox.ts'
import { voidPackage } from '#flows/void-package.ts'
import { MINUTE } from '../make/seller.ts'
import { packagesAtAmazon } from '../make/ship.ts'
import { enter, entry, found, items, makePlaced, outcomes, packagesOf, stockOf, UPS, who } from '../make/shipments.ts'

test('[S2] a correction rises the version and waits to be sent again; saying the same again changes nothing', async () => {
  const { seller, id } = await makePlaced()
  await enter(seller, entry(id))
  await seller.database.ownerPool().query("update millrace.outbox set state = 'settled', attempts = 2")
  const correct = (correction: object, number = 1) =>
    correctPackage(seller.deps, seller.merchant, { order: id, number, who, correction })
  expect(await correct({ tracking: UPS, carrier: 'ups' })).toMatchObject({ ok: true })
  expect(await packagesOf(seller, id)).toMatchObject([{ version: 1, confirmation: { state: 'settled' } }])
  expect(await correct({ tracking: '9505 5110 6960 5048 6006 24', carrier: 'USPS' })).toMatchObject({ ok: true })
  expect(await packagesOf(seller, id)).toMatchObject([
    {
      version: 2,
      carrier: 'USPS',
      tracking: '9505511069605048600624',
      confirmation: { state: 'waiting', attempts: 0 },
    },
  ])
  const { events } = await found(seller, id)
  expect(events.at(-1)).toMatchObject({
    kind: 'package.corrected',
    who,
    facts: { package: 1, carrier: { from: 'UPS', to: 'USPS' } },
  })
  expect(await correct({ tracking: '9.5E+21' })).toMatchObject({ problem: { code: 'tracking-spoilt' } })
  expect(await correct({ carrier: 'Speedy Joe' })).toMatchObject({ problem: { code: 'carrier-unknown' } })
  expect(await correct({ shippedAt: '2031-01-01' })).toMatchObject({ problem: { code: 'ship-date-not-valid' } })
  expect(await correct({ tracking: 'T1' }, 2)).toMatchObject({ problem: { code: 'package-unknown' } })
  expect(await stockOf(seller)).toEqual([397, 0])
})

test('[S2] a package that Amazon may know is not voided, also when it was corrected since', async () => {
  for (const state of ["state = 'settled', attempts = 1, sent_version = 1", 'attempts = 1']) {
    const { seller, id } = await makePlaced()
    await enter(seller, entry(id))
    await seller.database.ownerPool().query(`update millrace.outbox set ${state}`)
    await correctPackage(seller.deps, seller.merchant, { order: id, number: 1, who, correction: { carrier: 'USPS' } })
    expect(await packagesOf(seller, id)).toMatchObject([{ confirmation: { state: 'waiting', attempts: 0 } }])
    expect(await voidPackage(seller.deps, seller.merchant, { order: id, number: 1, who })).toMatchObject({
      problem: { code: 'package-not-voidable' },
    })
  }
  const { seller, id } = await makePlaced()
  await enter(seller, entry(id))
  await correctPackage(seller.deps, seller.merchant, { order: id, number: 1, who, correction: { carrier: 'USPS' } })
  expect(await voidPackage(seller.deps, seller.merchant, { order: id, number: 1, who })).toMatchObject({ ok: true })
})

test('[S2][O20] a package is voided while nothing was sent: stock comes back, its number is not used again', async () => {
  const { seller, id } = await makePlaced([{ sku: 'KIT-BREAKFAST', quantity: 2 }])
  await enter(seller, entry(id))
  expect(await stockOf(seller)).toEqual([396, 0])
  const undo = (number: number) => voidPackage(seller.deps, seller.merchant, { order: id, number, who })
  expect(await undo(1)).toMatchObject({ ok: true })
  expect([await stockOf(seller), await stockOf(seller, 'TEA-EARL')]).toEqual([
    [400, 4],
    [600, 2],
  ])
  const order = await found(seller, id)
  expect(order).toMatchObject({ stage: 'Shipping Department', lines: [{ fulfilledAmazon: 0 }] })
  expect(order.events.at(-1)).toMatchObject({ kind: 'package.voided', who, facts: { package: 1 } })
  expect(await undo(1)).toMatchObject({ problem: { code: 'package-unknown' } })
  expect(outcomes(await enter(seller, entry(id)))).toEqual(['entered 2'])
  await seller.database.ownerPool().query("update millrace.outbox set attempts = 1 where state = 'waiting'")
  expect(await undo(2)).toMatchObject({ problem: { code: 'package-not-voidable' } })
  expect(await stockOf(seller)).toEqual([396, 0])
})

/** Calls of Amazon with something that happens in the middle of each. */
function during(seller: Awaited<ReturnType<typeof makePlaced>>['seller'], happens: () => Promise<unknown>) {
  const confirm = seller.deps.amazon.confirmShipment
  const called: string[] = []
  Object.assign(seller.deps.amazon, {
    confirmShipment: async (...asked: Parameters<typeof confirm>) => {
      called.push(asked[1].number)
      await happens()
      return confirm(...asked)
    },
  })
  return called
}

test('[S2] a package is not voided in the middle of the first call about it', async () => {
  const { seller, id } = await makePlaced()
  await enter(seller, entry(id))
  const voided: unknown[] = []
  during(seller, async () => {
    voided.push(await voidPackage(seller.deps, seller.merchant, { order: id, number: 1, who }))
  })
  await seller.run()
  expect(voided).toMatchObject([{ problem: { code: 'package-not-voidable' } }])
  expect(await packagesOf(seller, id)).toMatchObject([{ number: 1, confirmation: { state: 'sent' } }])
  expect(seller.control.order(id)?.packages).toHaveLength(1)
})

test('[S2][E6] a package that was voided, taken off or corrected while others were sent is not called as it was', async () => {
  const { seller, id } = await makePlaced([{ sku: 'MUG-BLUE', quantity: 4 }])
  const one = (tracking: string) => entry(id, { tracking, items: items('MUG-BLUE', 1) })
  const entered = await enter(seller, ...['TONE0001', 'TTWO0002', 'TTHREE03', 'TFOUR004'].map(one))
  expect(outcomes(entered)).toEqual(['entered 1', 'entered 2', 'entered 3', 'entered 4'])
  const { orderId } = await found(seller, id)
  const rows = await seller.store((store) => store.listOutbox({ orderId, after: null, limit: 9 }))
  const rowOf = (number: number) => rows.find(({ subject }) => subject === number)?.outboxId ?? 0
  let once = false
  const called = during(seller, async () => {
    if (once) return
    once = true
    const about = { order: id, who }
    expect(await voidPackage(seller.deps, seller.merchant, { ...about, number: 2 })).toMatchObject({ ok: true })
    const taken = { outboxId: rowOf(3), who }
    expect(await removeOutbox(seller.deps, seller.merchant, taken)).toMatchObject({ ok: true })
    const correction = { tracking: 'TFOUR444' }
    await correctPackage(seller.deps, seller.merchant, { ...about, number: 4, correction })
  })
  await seller.run()
  expect(called).toEqual(['1', '4'])
  expect(seller.control.order(id)?.packages?.map((each) => each.trackingNumber)).toEqual(['TONE0001', 'TFOUR444'])
})

test('[S1][S2] killed between the note and the call: the package goes up, and is not voided meanwhile', async () => {
  const { seller, id } = await makePlaced()
  await enter(seller, entry(id))
  const confirm = seller.deps.amazon.confirmShipment
  Object.assign(seller.deps.amazon, { confirmShipment: () => Promise.reject(new Error('killed')) })
  await seller.run()
  const wish = { order: id, number: 1, who }
  expect(await voidPackage(seller.deps, seller.merchant, wish)).toMatchObject({
    problem: { code: 'package-not-voidable' },
  })
  Object.assign(seller.deps.amazon, { confirmShipment: confirm })
  await seller.pass(15 * MINUTE)
  expect(await packagesOf(seller, id)).toMatchObject([{ confirmation: { state: 'settled', way: 'call' } }])
})

test('[S1] a package to which Amazon denies access keeps no other waiting', async () => {
  const { seller, id } = await makePlaced()
  const other = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 1, price: 12 }] })
  await seller.pass(10 * MINUTE)
  await enter(seller, entry(id), entry(other, { tracking: 'TOTHER01' }))
  const confirm = seller.deps.amazon.confirmShipment
  Object.assign(seller.deps.amazon, {
    confirmShipment: async (...asked: Parameters<typeof confirm>) =>
      asked[1].amazonOrderId === id ? failed('access-denied', { connection: seller.connection }) : confirm(...asked),
  })
  await seller.run()
  seller.control.advance(61 * MINUTE)
  await seller.run()
  expect(packagesAtAmazon(seller, other)).toEqual(['1 TOTHER01'])
  expect(await packagesOf(seller, id)).toMatchObject([{ confirmation: { state: 'waiting' } }])
})

test('[S5] what may have been called is not let go by feed as if Amazon had never heard of it, also after Retry now', async () => {
  const { seller, id } = await makePlaced()
  await enter(seller, entry(id))
  await seller.database.ownerPool().query('update millrace.outbox set called = true, attempts = 0')
  const moved = await seller.store((store) => store.moveToFeed({ connection: seller.connection, untrackedOnly: false }))
  expect(moved).toBe(0)
})

test.each([
  ['while its feed is under way', 1, 1],
  ['twice while its feed is under way', 1, 2],
  ['when Amazon took its feed and no sweep has shown its number', 3, 1],
] as const)(
  '[S2][S5] a package that is corrected %s is corrected at Amazon, where it has another number',
  async (_, minutes, times) => {
    const { seller, id } = await makePlaced()
    await enter(seller, entry(id))
    await voidPackage(seller.deps, seller.merchant, { order: id, number: 1, who })
    await enter(seller, entry(id, { tracking: null }))
    await seller.run()
    for (let n = 0; n < minutes; n++) {
      seller.control.advance(MINUTE)
      await seller.run()
    }
    const said = [{ service: 'Ground' }, { tracking: UPS }].slice(-times)
    for (const correction of said) {
      await correctPackage(seller.deps, seller.merchant, { order: id, number: 2, who, correction })
      await seller.run()
    }
    for (let n = 0; n < 12; n++) {
      seller.control.advance(5 * MINUTE)
      await seller.run()
    }
    expect(packagesAtAmazon(seller, id)).toEqual([`1 ${UPS}`])
    expect(await packagesOf(seller, id)).toMatchObject([
      { amazonNumber: '1', confirmation: { state: 'settled', problem: null } },
    ])
  },
)
