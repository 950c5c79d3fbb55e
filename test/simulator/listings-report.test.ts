import { expect, test } from 'vitest'
import { CANADA, GERMANY } from './listings-desk.ts'
import { reportDesk } from './report-desk.ts'
import { CLIENT, MINUTE, SELLER, US } from './seller-central.ts'

const reportType = 'GET_MERCHANT_LISTINGS_ALL_DATA'
const COLUMNS = `item-name item-description listing-id seller-sku price quantity open-date image-url item-is-marketplace
product-id-type zshop-shipping-fee item-note item-condition zshop-category1 zshop-browse-path zshop-storefront-feature asin1 asin2
asin3 will-ship-internationally expedited-shipping zshop-boldface product-id bid-for-featured-placement add-delete
pending-quantity fulfillment-channel merchant-shipping-group status`.split(/\s+/)

async function listingsReportDesk() {
  const desk = await reportDesk()
  desk.control.setQuota('createReport', { rate: 1, burst: 100 })
  desk.control.setQuota('getReportDocument', { rate: 1, burst: 100 })
  const listed = async (more: Record<string, unknown> = {}) =>
    desk.rows({ reportType, dataStartTime: undefined, ...more })
  const bytes = async (more: Record<string, unknown> = {}) => {
    const { reportDocumentId } = await desk.finished({ reportType, dataStartTime: undefined, ...more })
    return desk.read((await desk.document(reportDocumentId)).body)
  }
  return { ...desk, listed, bytes }
}

test('every listing is a row, in the columns of Amazon', async () => {
  const desk = await listingsReportDesk()
  const rows = await desk.listed()
  expect(Object.keys(rows[0] ?? {})).toEqual(COLUMNS)
  expect(rows).toHaveLength(desk.control.listings().length)
  expect(rows.find((row) => row['seller-sku'] === 'MUG-BLUE')).toMatchObject({
    'item-name': 'Harbor Goods Stoneware Mug, Blue',
    price: '12.00',
    quantity: '40',
    'item-condition': '11',
    'fulfillment-channel': 'DEFAULT',
    status: 'Active',
  })
})

test('what Amazon ships has no quantity; what is off sale is Inactive, what has no offer Incomplete', async () => {
  const desk = await listingsReportDesk()
  desk.control.alterListing('MUG-RED', { inactive: true })
  desk.control.putListing({ sku: 'BARE' })
  const rows = await desk.listed()
  const of = (sku: string) => rows.find((row) => row['seller-sku'] === sku)
  expect(of('AMZ-CANDLE-FBA')).toMatchObject({ quantity: '', 'fulfillment-channel': 'AMAZON_NA', status: 'Active' })
  expect([of('MUG-RED')?.status, of('BARE')?.status]).toEqual(['Inactive', 'Incomplete'])
})

test('trap 13: another request within the hour gets the old rows, and the old language of the header', async () => {
  const desk = await listingsReportDesk()
  await desk.listed()
  desk.control.alterListing('MUG-BLUE', { quantity: 1 })
  desk.control.advance(30 * MINUTE)
  const again = await desk.listed({ reportOptions: { preferredReportDocumentLocale: 'de_DE' } })
  expect(again.find((row) => row['seller-sku'] === 'MUG-BLUE')?.quantity).toBe('40')
  desk.control.setReports({ listingsCacheMs: 29 * MINUTE })
  const later = await desk.listed({ reportOptions: { preferredReportDocumentLocale: 'de_DE' } })
  expect(later.find((row) => row['Händler-SKU'] === 'MUG-BLUE')?.Menge).toBe('1')
  desk.control.alterListing('MUG-BLUE', { quantity: 2 })
  desk.control.advance(20 * MINUTE)
  expect(await desk.listed()).toEqual(later)
})

test('trap 13: the header is in the language of the marketplace unless English is asked for, letters in its encoding', async () => {
  const desk = await listingsReportDesk()
  desk.control.setReports({ listingsCacheMs: 0 })
  desk.control.putSeller({ sellerId: SELLER, marketplaces: [{ id: US }, { id: GERMANY }] })
  desk.control.putListing({ sku: 'SCHÜSSEL', marketplaceIds: [GERMANY], title: 'Schüssel 大', price: 9, quantity: 2 })
  const german = await desk.listed({ marketplaceIds: [GERMANY] })
  expect(german).toMatchObject([{ 'Händler-SKU': 'SCHÜSSEL', Preis: '9.00', Artikelbezeichnung: 'Schüssel ?' }])
  const english = await desk.listed({
    marketplaceIds: [GERMANY],
    reportOptions: { preferredReportDocumentLocale: 'en_US' },
  })
  expect(english).toMatchObject([{ 'seller-sku': 'SCHÜSSEL' }])
})

test('trap 13: columns come, go and move, and a byte order mark stands before them', async () => {
  const desk = await listingsReportDesk()
  desk.control.setReports({
    listingsCacheMs: 0,
    optionalColumns: ['Business Price'],
    leftOutColumns: ['quantity', 'fulfillment-channel'],
    byteOrderMark: true,
  })
  desk.control.putListing({ sku: 'BOWL', price: 15, businessPrice: 14 })
  desk.control.addFault({ operation: 'createReport', kind: 'odd-columns' })
  const text = await desk.bytes()
  const [header = ''] = text.split('\r\n')
  expect(header).toContain('column-of-tomorrow')
  expect(header).not.toMatch(/(^|\t)quantity/)
  expect(text).toContain('14.00')
  const raw = await desk.bytes()
  expect(raw.startsWith('item-name')).toBe(true)
})

test('a marketplace without a listing ends CANCELLED, and the role is needed', async () => {
  const desk = await listingsReportDesk()
  desk.control.putSeller({ sellerId: SELLER, marketplaces: [{ id: US }, { id: CANADA }] })
  const wish = { reportType, dataStartTime: undefined, marketplaceIds: [CANADA] }
  expect((await desk.finished(wish)).processingStatus).toBe('CANCELLED')
  desk.control.putApp({ clientId: CLIENT, roles: ['inventory-and-order-tracking'] })
  expect((await desk.create(wish)).status).toBe(403)
})
