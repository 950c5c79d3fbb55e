import { marketplace } from './marketplaces.ts'
import {
  amountOf,
  type Column,
  isBusiness,
  priceDesignation,
  type ReportLine,
  reportTime,
  serviceLevelText,
} from './report-table.ts'

const DAY = 86_400_000
const address = ({ order }: ReportLine) => order.recipient?.deliveryAddress
const windows = ({ order }: ReportLine) => order.fulfillment
const isPrime = ({ order }: ReportLine) => String(order.programs?.includes('PRIME') ?? false)
const level = (line: ReportLine) =>
  serviceLevelText(line, marketplace(line.order.salesChannel.marketplaceId ?? '').country)

const BEGINNING: readonly Column[] = [
  ['order-id', ({ order }) => order.orderId],
  ['order-item-id', ({ item }) => item.orderItemId],
  ['purchase-date', ({ order }) => reportTime(order.createdTime)],
  ['payments-date', ({ payableSince }) => reportTime(payableSince)],
]
const PLACE: readonly Column[] = [
  ['recipient-name', (line) => address(line)?.name],
  ['ship-address-1', (line) => address(line)?.addressLine1],
  ['ship-address-2', (line) => address(line)?.addressLine2],
  ['ship-address-3', (line) => address(line)?.addressLine3],
  ['ship-city', (line) => address(line)?.city],
  ['ship-state', (line) => address(line)?.stateOrRegion],
  ['ship-postal-code', (line) => address(line)?.postalCode],
  ['ship-country', (line) => address(line)?.countryCode],
]
const BUSINESS: readonly Column[] = [
  ['is-business-order', isBusiness],
  ['purchase-order-number', ({ order }) => order.buyer?.buyerPurchaseOrderNumber],
  ['price-designation', priceDesignation],
  ['is-prime', isPrime],
]

/** The unshipped-orders report: what is to be shipped and where to, without prices. */
export const ACTIONABLE_COLUMNS: readonly Column[] = [
  ...BEGINNING,
  ['reporting-date', ({ now }) => reportTime(now)],
  ['promise-date', (line) => reportTime(windows(line)?.shipByWindow?.latestDateTime)],
  ['days-past-promise', daysPast],
  ['buyer-email', ({ order }) => order.buyer?.buyerEmail],
  ['buyer-phone-number', (line) => address(line)?.phone],
  ['sku', ({ item }) => item.product.sellerSku],
  ['product-name', ({ item }) => item.product.title],
  ['quantity-purchased', ({ item }) => item.quantityOrdered],
  ['quantity-shipped', ({ item }) => item.fulfillment?.quantityFulfilled],
  ['quantity-to-ship', ({ item }) => item.fulfillment?.quantityUnfulfilled],
  ['ship-service-level', level],
  ...PLACE,
  ...BUSINESS,
]

/** The new-orders report: the order with its prices and the buyer. */
export const ORDER_COLUMNS: readonly Column[] = [
  ...BEGINNING,
  ['buyer-email', ({ order }) => order.buyer?.buyerEmail],
  ['buyer-name', ({ order }) => order.buyer?.buyerName],
  ['buyer-phone-number', (line) => address(line)?.phone],
  ['sku', ({ item }) => item.product.sellerSku],
  ['product-name', ({ item }) => item.product.title],
  ['quantity-purchased', ({ item }) => item.quantityOrdered],
  ['currency', ({ item }) => item.product.price?.unitPrice?.currencyCode],
  ['item-price', (line) => amountOf(line, 'ITEM')],
  ['item-tax', (line) => amountOf(line, 'TAX', 'ITEM')],
  ['shipping-price', (line) => amountOf(line, 'SHIPPING')],
  ['shipping-tax', (line) => amountOf(line, 'TAX', 'SHIPPING')],
  ['ship-service-level', level],
  ...PLACE,
  ['ship-phone-number', (line) => address(line)?.phone],
  ['item-promotion-discount', (line) => amountOf(line, 'DISCOUNT', 'ITEM').replace(/^-/, '')],
  ['item-promotion-id', ({ item }) => item.promotion?.breakdowns[0]?.promotionId],
  ['ship-promotion-discount', (line) => amountOf(line, 'DISCOUNT', 'SHIPPING').replace(/^-/, '')],
  ['ship-promotion-id', () => ''],
  ['delivery-start-date', () => ''],
  ['delivery-end-date', () => ''],
  ['delivery-time-zone', () => ''],
  [
    'delivery-Instructions',
    ({ order }) => order.recipient?.deliveryPreference?.addressInstruction as string | undefined,
  ],
  ['sales-channel', ({ order }) => order.salesChannel.marketplaceName],
  ['earliest-ship-date', (line) => reportTime(windows(line)?.shipByWindow?.earliestDateTime)],
  ['latest-ship-date', (line) => reportTime(windows(line)?.shipByWindow?.latestDateTime)],
  ['earliest-delivery-date', (line) => reportTime(windows(line)?.deliverByWindow?.earliestDateTime)],
  ['latest-delivery-date', (line) => reportTime(windows(line)?.deliverByWindow?.latestDateTime)],
  ...BUSINESS,
  ['buyer-company-name', ({ order }) => order.buyer?.buyerCompanyName],
  ['signature-confirmation-recommended', () => 'false'],
]

function daysPast(line: ReportLine): number {
  const promised = Date.parse(windows(line)?.shipByWindow?.latestDateTime ?? '')
  return Number.isNaN(promised) ? 0 : Math.floor((line.now - promised) / DAY)
}
