import { expect, test } from 'vitest'
import type { CenterCode, ItemId, SellerSku } from '#core/ids.ts'
import { setStock } from '#flows/change-stock.ts'
import { audit, driftOf, fieldOf, lastAudit, listingOf, makeAudited, patches, sendMug, US } from '../make/audits.ts'
import { DAY, HOUR, MINUTE } from '../make/seller.ts'
import { problemsOf } from '../make/seller-views.ts'

test('[I9][I12] right after connecting the listings are filled from the report, and nothing is sent', async () => {
  const seller = await makeAudited()
  const listed = await seller.store((s) =>
    s.listListings({ connection: seller.connection, linked: null, search: null, after: null, limit: 200 }),
  )
  const own = seller.control.listings()
  expect(listed.map(({ sellerSku }) => sellerSku).sort()).toEqual(own.map(({ sku }) => sku).sort())
  expect(await listingOf(seller, 'MUG-BLUE')).toMatchObject({
    marketplaceId: US,
    channel: 'DEFAULT',
    quantity: 40,
    price: 1200,
    currency: 'USD',
    active: true,
    itemId: null,
  })
  expect(await listingOf(seller, 'AMZ-CANDLE-FBA')).toMatchObject({ channel: 'AMAZON_NA', quantity: null })
  expect(await lastAudit(seller)).toMatchObject({
    state: 'done',
    askedBy: 'schedule',
    listed: own.length,
    problem: null,
  })
  expect(patches(seller)).toBe(0)
})

test('[I12] every night the report is asked for once, by itself', async () => {
  const seller = await makeAudited()
  const reports = () => seller.control.reports().filter(({ reportType }) => reportType.includes('LISTINGS')).length
  expect(reports()).toBe(1)
  const at = await seller.store((s) => s.nextAudit(seller.connection))
  // Half past three at night in New York: the drawn minute.
  expect(new Date(at ?? 0).toISOString()).toBe('2026-11-11T08:30:00.000Z')
  seller.control.advance((at ?? 0) - seller.control.now())
  await seller.run()
  await seller.pass(5 * MINUTE)
  expect(reports()).toBe(2)
  expect(await lastAudit(seller)).toMatchObject({ state: 'done', askedBy: 'schedule' })
})

test('[I10][I12] another program changed a quantity: told, sent once more, and shown when it comes back', async () => {
  const seller = await makeAudited()
  await sendMug(seller)
  const said = patches(seller)
  seller.control.advance(7 * HOUR)
  await seller.pass(10 * MINUTE)
  seller.control.alterListing('MUG-BLUE', { liveQuantity: 3 })
  await audit(seller)
  expect(await driftOf(seller)).toEqual(['MUG-BLUE quantity'])
  await seller.pass(20 * MINUTE)
  expect([patches(seller), await fieldOf(seller, 'MUG-BLUE')]).toEqual([said + 1, ['stock confirmed']])
  seller.control.advance(DAY)
  await seller.pass(10 * MINUTE)
  seller.control.alterListing('MUG-BLUE', { liveQuantity: 3 })
  await audit(seller)
  await seller.pass(70 * MINUTE)
  expect([patches(seller), await fieldOf(seller, 'MUG-BLUE')]).toEqual([said + 1, ['stock differs']])
  const history = await seller.store((s) =>
    s.skuHistory({ connection: seller.connection, sku: 'MUG-BLUE' as SellerSku, before: null, limit: 50 }),
  )
  const told = history.filter(({ who }) => who === 'the drift audit').map(({ what, after }) => [what, after])
  expect(told).toEqual(Array(2).fill(['differs', '{"leadDays":null,"quantity":3,"restockOn":null}']))
  // What was shown is no reason to leave it wrong for ever.
  seller.control.advance(3 * DAY)
  await seller.pass(10 * MINUTE)
  await audit(seller)
  await seller.pass(20 * MINUTE)
  expect([patches(seller), await fieldOf(seller, 'MUG-BLUE')]).toEqual([said + 2, ['stock confirmed']])
})

test('[I10][I12] a value that differs is sent once more although another one was a day before', async () => {
  const seller = await makeAudited()
  await sendMug(seller)
  seller.control.advance(7 * HOUR)
  await seller.pass(10 * MINUTE)
  seller.control.alterListing('MUG-BLUE', { liveQuantity: 3 })
  await audit(seller)
  await seller.pass(20 * MINUTE)
  const more = { itemId: 'MUG-BLUE' as ItemId, center: 'RENO' as CenterCode, onHand: 77 }
  await setStock(seller.deps, seller.merchant, { stock: [more], who: 'a test' })
  await seller.pass(70 * MINUTE)
  const said = patches(seller)
  seller.control.advance(DAY)
  await seller.pass(10 * MINUTE)
  // Two are sold and their order is cancelled: Amazon gives them back to nobody.
  seller.control.alterListing('MUG-BLUE', { liveQuantity: 75 })
  await audit(seller)
  await seller.pass(20 * MINUTE)
  expect([patches(seller), await fieldOf(seller, 'MUG-BLUE')]).toEqual([said + 1, ['stock confirmed']])
})

test('[I12] a report of before the last push does not undo it', async () => {
  const seller = await makeAudited()
  seller.control.setReports({ listingsCacheMs: 5 * HOUR })
  await audit(seller)
  await sendMug(seller)
  const said = patches(seller)
  const live = seller.control.listing('MUG-BLUE')?.live.stock
  await audit(seller)
  expect(await driftOf(seller)).toEqual([])
  await seller.pass(70 * MINUTE)
  expect([patches(seller), await fieldOf(seller, 'MUG-BLUE')]).toEqual([said, ['stock confirmed']])
  expect(seller.control.listing('MUG-BLUE')?.live.stock).toEqual(live)
})

test('[I9][I12] a changed channel is an alarm, and the SKU is silent from then on', async () => {
  const seller = await makeAudited()
  await sendMug(seller)
  const said = patches(seller)
  seller.control.advance(8 * HOUR)
  await seller.pass(MINUTE)
  seller.control.putListing({ sku: 'MUG-BLUE', price: 12, amazonQuantity: 9 })
  await audit(seller)
  expect(await driftOf(seller)).toEqual(['MUG-BLUE channel'])
  expect(await problemsOf(seller)).toContain(`listing-channel-changed ${US}`)
  expect(seller.alarms.join()).toContain('listing-channel-changed')
  seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 1, price: 12.5 }] })
  await seller.pass(70 * MINUTE)
  expect(patches(seller)).toBe(said)
})

test('[I12][I14] with the switches off differences are told and nothing is sent', async () => {
  const seller = await makeAudited()
  await seller.database
    .ownerPool()
    .query("update millrace.listings set item_id = 'MUG-BLUE' where seller_sku = 'MUG-BLUE'")
  seller.control.alterListing('MUG-BLUE', { liveQuantity: 3 })
  await audit(seller)
  expect(await driftOf(seller)).toEqual(['MUG-BLUE quantity'])
  await seller.pass(2 * HOUR)
  expect(patches(seller)).toBe(0)
})

test('[I12] units that an open order took are no difference', async () => {
  const seller = await makeAudited()
  await sendMug(seller)
  seller.control.advance(7 * HOUR)
  await seller.pass(10 * MINUTE)
  // Amazon takes the units off by itself; our own word about them is lost on the way.
  await seller.database.ownerPool().query('update millrace.connections set sending_stock = false')
  seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 2, price: 12.5 }] })
  await seller.pass(12 * MINUTE)
  const more = { itemId: 'MUG-BLUE' as ItemId, center: 'RENO' as CenterCode, onHand: 500 }
  await setStock(seller.deps, seller.merchant, { stock: [more], who: 'a test' })
  await seller.database.ownerPool().query('update millrace.connections set sending_stock = true')
  await audit(seller)
  expect(await driftOf(seller)).toEqual([])
})
