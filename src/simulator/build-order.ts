import { inventAddress, inventName } from './addresses.ts'
import { buildLine } from './build-line.ts'
import { type Country, countryOf } from './countries.ts'
import { inventCountryAddress, inventCountryName } from './country-people.ts'
import { marketplace } from './marketplaces.ts'
import type { Address, OrderDocument, PaymentExecution, TimeWindow } from './order-document.ts'
import { type OrderDraft, US } from './order-draft.ts'
import { minorUnits, orderProceeds } from './order-money.ts'
import { isBusinessOrder, orderTax } from './order-tax.ts'
import type { Random } from './random.ts'

const DAY = 86_400_000
const HOUR = 3_600_000
const DELIVERY_DAYS: Readonly<Record<string, number>> = { SAME_DAY: 0, NEXT_DAY: 1, SECOND_DAY: 2, EXPEDITED: 3 }
const instant = (ms: number) => new Date(ms).toISOString()

/** Works a compact description out into a full order document, as Amazon would state it. */
export function buildOrder(
  draft: OrderDraft,
  times: { created: number; updated: number },
  random: Random,
): OrderDocument {
  const place = marketplace(draft.marketplaceId ?? US)
  const country = countryOf(place.country)
  const delivery = scheduledDelivery(draft, times.created)
  const level = draft.serviceLevel ?? (delivery ? 'SCHEDULED' : 'STANDARD')
  const status = draft.status ?? 'UNSHIPPED'
  const drafts = draft.lines ?? [{ sku: 'MUG-BLUE', ...(place.currency === 'USD' ? { price: '12.00' } : {}) }]
  const context = { draft, status, level, currency: place.currency, country, delivery }
  const items = drafts.map((line, index) => buildLine(line, { ...context, index }, random))
  const tip = { amount: minorUnits(draft.tip ?? 0, place.currency), status: draft.tipStatus }
  const proceeds = orderProceeds(items, place.currency, tip)
  const name = draft.buyer?.name ?? inventCountryName(place.country, random) ?? inventName(random)
  const deliveryAddress = addressOf(draft, { country: place.country, name }, random)
  const order: OrderDocument = {
    orderId: draft.orderId ?? `${random.whole(...country.orderIds)}-${random.digits(7)}-${random.digits(7)}`,
    createdTime: instant(times.created),
    lastUpdatedTime: instant(times.updated),
    programs: [...(draft.programs ?? []), ...(draft.easyShip ? ['AMAZON_EASY_SHIP'] : [])],
    salesChannel: { channelName: 'AMAZON', marketplaceId: place.id, marketplaceName: place.name },
    buyer: {
      buyerName: name,
      buyerEmail: draft.buyer?.email ?? `${random.digits(12)}@marketplace.amazon.example`,
      ...(draft.buyer?.companyName ? { buyerCompanyName: draft.buyer.companyName } : {}),
      ...(draft.buyer?.purchaseOrderNumber ? { buyerPurchaseOrderNumber: draft.buyer.purchaseOrderNumber } : {}),
    },
    recipient: {
      deliveryAddress,
      ...(draft.deliveryInstruction ? { deliveryPreference: { addressInstruction: draft.deliveryInstruction } } : {}),
    },
    proceeds,
    payment: { paymentExecutions: [paymentOf(draft, country, proceeds.grandTotal)] },
    fulfillment: {
      fulfillmentStatus: status,
      fulfilledBy: draft.fulfilledBy ?? 'MERCHANT',
      ...promises(draft, level, times.created),
    },
    orderItems: items,
  }
  const tax = orderTax(draft, { country, countryCode: place.country, name, address: deliveryAddress })
  if (tax) order.tax = tax
  if (draft.easyShip) order.fulfillmentOrders = [{ fulfillmentOrderId: `EASY${order.orderId.replaceAll('-', '')}` }]
  if (draft.aliases) order.orderAliases = draft.aliases.map((aliasId) => ({ aliasId, aliasType: 'SELLER_ORDER_ID' }))
  if (draft.replaces) order.associatedOrders = [{ orderId: draft.replaces, associationType: 'REPLACEMENT_ORIGINAL_ID' }]
  return order
}

type Recipient = { readonly country: string; readonly name: string }

function addressOf(draft: OrderDraft, { country, name }: Recipient, random: Random): Address {
  if (typeof draft.address === 'object') return draft.address
  const abroad = draft.address === undefined ? inventCountryAddress(country, name, random) : undefined
  if (!abroad) return inventAddress(draft.address ?? 'street', name, random)
  if (!isBusinessOrder(draft)) return abroad
  return { ...abroad, companyName: draft.buyer?.companyName ?? 'Example Trading', addressType: 'COMMERCIAL' }
}

/** Brazil names who settled the payment. */
function paymentOf(draft: OrderDraft, country: Country, paymentAmount: PaymentExecution['paymentAmount']) {
  const paymentMethod = draft.paymentMethod ?? country.paymentMethod
  const settled = country === countryOf('BR') && ['Pix', 'CreditCard'].includes(paymentMethod)
  return {
    paymentMethod,
    paymentAmount,
    ...(settled ? { acquirerId: 'EXAMPLE-ACQUIRER', authorizationCode: 'EXAMPLE-0001' } : {}),
    ...(settled && paymentMethod === 'CreditCard' ? { cardBrand: 'Visa' } : {}),
  }
}

/** `true` means the third day from two to six in the afternoon. */
function scheduledDelivery({ scheduledDelivery: wish }: OrderDraft, created: number): TimeWindow | undefined {
  if (!wish) return undefined
  if (wish !== true) return { earliestDateTime: wish.earliest, latestDateTime: wish.latest }
  const day = Math.floor(created / DAY) * DAY + 3 * DAY
  return { earliestDateTime: instant(day + 14 * HOUR), latestDateTime: instant(day + 18 * HOUR) }
}

function promises(draft: OrderDraft, level: string, created: number) {
  const ship = created + (draft.shipWithinDays ?? (level === 'STANDARD' ? 2 : 1)) * DAY
  const deliver = ship + (DELIVERY_DAYS[level] ?? 5) * DAY
  const shipByWindow = { earliestDateTime: instant(created), latestDateTime: instant(ship) }
  return {
    fulfillmentServiceLevel: level,
    shipByWindow,
    deliverByWindow: { earliestDateTime: instant(ship), latestDateTime: instant(deliver + DAY) },
    ...(draft.easyShip ? { labelPrintingWindow: shipByWindow } : {}),
  }
}
