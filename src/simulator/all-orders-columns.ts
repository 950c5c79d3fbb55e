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

/** Statuses in the spelling of Orders v0. */
const STATUS_WORDS: Readonly<Record<string, string>> = {
  PENDING_AVAILABILITY: 'PendingAvailability',
  PENDING: 'Pending',
  UNSHIPPED: 'Unshipped',
  PARTIALLY_SHIPPED: 'PartiallyShipped',
  SHIPPED: 'Shipped',
  CANCELLED: 'Canceled',
  UNFULFILLABLE: 'Unfulfillable',
}

const status = ({ order }: ReportLine) => order.fulfillment?.fulfillmentStatus ?? ''
const place = ({ order, payable }: ReportLine) => (payable ? order.recipient?.deliveryAddress : undefined)
const collection = ({ item, payable }: ReportLine) => (payable ? item.tax?.taxCollections?.[0] : undefined)
const withoutSign = (amount: string) => amount.replace(/^-/, '')

/** Columns that a seller's report has only when switched on; `cpf` comes by itself in Brazil. */
export const OPTIONAL_COLUMNS: readonly string[] = [
  'number-of-items',
  'tax-collection-model',
  'tax-collection-responsible-party',
  'address-type',
  'cpf',
]

/** Every column of the all-orders reports, in Amazon's order: one row for each line of an order. */
export const ALL_ORDERS_COLUMNS: readonly Column[] = [
  ['amazon-order-id', ({ order }) => order.orderId],
  ['merchant-order-id', ({ order }) => order.orderAliases?.[0]?.aliasId],
  ['purchase-date', ({ order }) => reportTime(order.createdTime)],
  ['last-updated-date', ({ order }) => reportTime(order.lastUpdatedTime)],
  ['order-status', (line) => STATUS_WORDS[status(line)] ?? status(line)],
  ['fulfillment-channel', ({ order }) => (order.fulfillment?.fulfilledBy === 'AMAZON' ? 'Amazon' : 'Merchant')],
  ['sales-channel', ({ order }) => order.salesChannel.marketplaceName],
  ['order-channel', () => ''],
  ['ship-service-level', (line) => serviceLevelText(line, countryOf(line))],
  ['product-name', ({ item }) => item.product.title],
  ['sku', ({ item }) => item.product.sellerSku],
  ['asin', ({ item }) => item.product.asin],
  ['number-of-items', ({ order }) => order.orderItems.length],
  ['item-status', itemStatus],
  ['tax-collection-model', (line) => (collection(line) ? 'MarketplaceFacilitator' : '')],
  ['tax-collection-responsible-party', (line) => collection(line)?.responsibleParty],
  ['quantity', ({ item }) => item.quantityOrdered],
  ['currency', ({ item, payable }) => (payable ? item.product.price?.unitPrice?.currencyCode : '')],
  ['item-price', (line) => amountOf(line, 'ITEM')],
  ['item-tax', (line) => amountOf(line, 'TAX', 'ITEM')],
  ['shipping-price', (line) => amountOf(line, 'SHIPPING')],
  ['shipping-tax', (line) => amountOf(line, 'TAX', 'SHIPPING')],
  ['gift-wrap-price', (line) => amountOf(line, 'GIFT_WRAP')],
  ['gift-wrap-tax', (line) => amountOf(line, 'TAX', 'GIFT_WRAP')],
  ['item-promotion-discount', (line) => withoutSign(amountOf(line, 'DISCOUNT', 'ITEM'))],
  ['ship-promotion-discount', (line) => withoutSign(amountOf(line, 'DISCOUNT', 'SHIPPING'))],
  ['address-type', (line) => place(line)?.addressType],
  ['ship-city', (line) => place(line)?.city],
  ['ship-state', (line) => place(line)?.stateOrRegion],
  ['ship-postal-code', (line) => place(line)?.postalCode],
  ['ship-country', (line) => place(line)?.countryCode],
  ['promotion-ids', ({ item }) => item.promotion?.breakdowns.map((b) => b.promotionId).join(',')],
  [
    'cpf',
    ({ order }) => order.tax?.taxRegistrations?.find((r) => r.taxRegistrationType === 'CPF')?.taxRegistrationNumber,
  ],
  ['is-business-order', isBusiness],
  ['purchase-order-number', ({ order }) => order.buyer?.buyerPurchaseOrderNumber],
  ['price-designation', priceDesignation],
]

function countryOf({ order }: ReportLine): string {
  return marketplace(order.salesChannel.marketplaceId ?? '').country
}

function itemStatus(line: ReportLine): string {
  if (status(line) === 'CANCELLED' || line.item.quantityOrdered === 0) return 'Cancelled'
  return (line.item.fulfillment?.quantityUnfulfilled ?? 0) > 0 ? 'Unshipped' : 'Shipped'
}
