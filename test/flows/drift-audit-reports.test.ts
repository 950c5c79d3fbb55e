import { expect, test } from 'vitest'
import { audit, driftOf, lastAudit, listingOf, makeAudited, US } from '../make/audits.ts'
import { problemsOf } from '../make/seller-views.ts'

test('[I12] a SKU that is no longer listed is gone, and missing where it was linked; it comes back by itself', async () => {
  const seller = await makeAudited()
  await seller.database.ownerPool().query(`
    insert into millrace.listings (merchant_id, connection_id, seller_sku, marketplace_id, item_id, channel, listed_at)
    values ('${seller.merchant}', '${seller.connection}', 'OLD-MUG', '${US}', 'MUG-BLUE', 'DEFAULT', to_timestamp(0))`)
  await audit(seller)
  expect(await driftOf(seller)).toEqual(['OLD-MUG missing'])
  expect(await listingOf(seller, 'OLD-MUG')).toMatchObject({ goneAt: expect.any(Number) })
  expect(await lastAudit(seller)).toMatchObject({ counts: { gone: 1, missing: 1 } })
  seller.control.putListing({ sku: 'OLD-MUG', price: 12.5, quantity: 4 })
  await audit(seller)
  expect(await driftOf(seller)).not.toContain('OLD-MUG missing')
  expect(await listingOf(seller, 'OLD-MUG')).toMatchObject({ goneAt: null })
})

test('[I12] of a report that is cut the rows count and nothing is gone; it is said, and over with the next whole one', async () => {
  const seller = await makeAudited()
  seller.control.alterListing('MUG-BLUE', { liveQuantity: 33 })
  seller.control.addFault({ operation: 'createReport', kind: 'cut-report' })
  const cut = await audit(seller)
  expect(cut).toMatchObject({ state: 'done', problem: { code: 'listings-report-cut' } })
  expect(cut.counts.gone ?? 0).toBe(0)
  expect(await driftOf(seller)).not.toContain('MUG-BLUE missing')
  const gone = await seller.database.ownerPool().query('select 1 from millrace.listings where gone_at is not null')
  expect(gone.rows).toEqual([])
  expect(await problemsOf(seller)).toContain(`listings-report-cut ${US}`)
  await audit(seller)
  expect(await listingOf(seller, 'MUG-BLUE')).toMatchObject({ quantity: 33 })
  expect(await problemsOf(seller)).not.toContain(`listings-report-cut ${US}`)
})

test.each([
  ['odd-columns', {}],
  ['wrong-encoding', { encoding: 'Shift_JIS' }],
] as const)('[I12] a report with %s is read all the same', async (kind, more) => {
  const seller = await makeAudited()
  seller.control.alterListing('MUG-BLUE', { liveQuantity: 33 })
  seller.control.addFault({ operation: 'createReport', kind, ...more })
  await audit(seller)
  expect(await listingOf(seller, 'MUG-BLUE')).toMatchObject({ quantity: 33, channel: 'DEFAULT', price: 1200 })
})

test('[I9][I12] a missing column takes nothing away; without the SKU the report is refused and nothing of it counts', async () => {
  const seller = await makeAudited()
  seller.control.alterListing('MUG-BLUE', { liveQuantity: 33 })
  seller.control.setReports({ leftOutColumns: ['fulfillment-channel', 'price', 'asin1'] })
  await audit(seller)
  expect(await listingOf(seller, 'MUG-BLUE')).toMatchObject({ quantity: 33, channel: 'DEFAULT', price: 1200 })
  expect(await listingOf(seller, 'AMZ-CANDLE-FBA')).toMatchObject({ channel: expect.stringMatching(/^AMAZON/) })
  seller.control.setReports({ leftOutColumns: ['seller-sku'] })
  seller.control.alterListing('MUG-BLUE', { liveQuantity: 34 })
  expect(await audit(seller)).toMatchObject({ state: 'failed', problem: { code: 'listings-report-unreadable' } })
  expect(await listingOf(seller, 'MUG-BLUE')).toMatchObject({ quantity: 33, goneAt: null })
})

test.each([
  ['FATAL', 'listings-report-fatal'],
  ['CANCELLED', 'listings-report-cancelled'],
] as const)('[I12] a report that ends %s is told, and nothing is gone', async (as, code) => {
  const seller = await makeAudited()
  seller.control.addFault({ operation: 'createReport', kind: 'report-ends', as })
  expect(await audit(seller)).toMatchObject({ state: 'failed', problem: { code } })
  expect(await problemsOf(seller)).toContain(`${code} ${US}`)
  expect(await listingOf(seller, 'MUG-BLUE')).toMatchObject({ goneAt: null })
})

test('[I12] each marketplace has its audit, with prices in its currency', async () => {
  const seller = await makeAudited({ marketplaces: [US, 'A2EUQ1WTGCTBG2'] })
  seller.control.putListing({ sku: 'MUG-CA', marketplaceIds: ['A2EUQ1WTGCTBG2'], price: 17.5, quantity: 2 })
  await audit(seller)
  expect(await listingOf(seller, 'MUG-CA')).toMatchObject({ price: 1750, currency: 'CAD', quantity: 2 })
})
