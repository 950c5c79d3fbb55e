import { inventAddress, inventName } from './addresses.ts'
import { marketplace } from './marketplaces.ts'
import type { ItemDocument, OrderDocument } from './order-document.ts'
import { type LineDraft, type OrderDraft, US } from './order-draft.ts'
import { lineProceeds, minorUnits, money, orderProceeds } from './order-money.ts'
import type { Random } from './random.ts'

const SHIPPING_CHARGE: Readonly<Record<string, string>> = {
  STANDARD: '4.49',
  EXPEDITED: '9.99',
  SECOND_DAY: '16.99',
  NEXT_DAY: '29.99',
  SAME_DAY: '14.99',
  FREE_ECONOMY: '0.00',
}
const DAY = 86_400_000
const DELIVERY_DAYS: Readonly<Record<string, number>> = { SAME_DAY: 0, NEXT_DAY: 1, SECOND_DAY: 2, EXPEDITED: 3 }
const instant = (ms: number) => new Date(ms).toISOString()

/** Works a compact description out into a full order document, as Amazon would state it. */
export function buildOrder(
  draft: OrderDraft,
  times: { created: number; updated: number },
  random: Random,
): OrderDocument {
  const place = marketplace(draft.marketplaceId ?? US)
  const level = draft.serviceLevel ?? 'STANDARD'
  const status = draft.status ?? 'UNSHIPPED'
  const drafts = draft.lines ?? [{ sku: 'MUG-BLUE', price: '12.00' }]
  const items = drafts.map((line, index) =>
    buildLine(line, { draft, index, status, level, currency: place.currency }, random),
  )
  const proceeds = orderProceeds(items, place.currency, minorUnits(draft.tip ?? 0, place.currency))
  const name = draft.buyer?.name ?? inventName(random)
  const deliveryAddress =
    typeof draft.address === 'object' ? draft.address : inventAddress(draft.address ?? 'street', name, random)
  const order: OrderDocument = {
    orderId: draft.orderId ?? `${random.whole(111, 114)}-${random.digits(7)}-${random.digits(7)}`,
    createdTime: instant(times.created),
    lastUpdatedTime: instant(times.updated),
    programs: [...(draft.programs ?? [])],
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
    payment: {
      paymentExecutions: [
        {
          paymentMethod: draft.paymentMethod ?? 'Other',
          paymentAmount: proceeds.grandTotal as NonNullable<typeof proceeds.grandTotal>,
        },
      ],
    },
    fulfillment: {
      fulfillmentStatus: status,
      fulfilledBy: draft.fulfilledBy ?? 'MERCHANT',
      ...promises(draft, level, times.created),
    },
    orderItems: items,
  }
  if (draft.aliases) order.orderAliases = draft.aliases.map((aliasId) => ({ aliasId, aliasType: 'SELLER_ORDER_ID' }))
  if (draft.replaces) order.associatedOrders = [{ orderId: draft.replaces, associationType: 'REPLACEMENT_ORIGINAL_ID' }]
  return order
}

function promises(draft: OrderDraft, level: string, created: number) {
  const ship = created + (draft.shipWithinDays ?? (level === 'STANDARD' ? 2 : 1)) * DAY
  const deliver = ship + (DELIVERY_DAYS[level] ?? 5) * DAY
  return {
    fulfillmentServiceLevel: level,
    shipByWindow: { earliestDateTime: instant(created), latestDateTime: instant(ship) },
    deliverByWindow: { earliestDateTime: instant(ship), latestDateTime: instant(deliver + DAY) },
  }
}

type LineContext = { draft: OrderDraft; index: number; status: string; level: string; currency: string }

function buildLine(line: LineDraft, context: LineContext, random: Random): ItemDocument {
  const { draft, index, currency } = context
  const minor = (amount: number | string | undefined) => minorUnits(amount ?? 0, currency)
  const quantity = line.quantity ?? 1
  const shipping = index === 0 ? (draft.shipping ?? SHIPPING_CHARGE[context.level] ?? '4.49') : 0
  const part = context.status === 'PARTIALLY_SHIPPED' && index === 0 ? 1 : 0
  const shipped = context.status === 'SHIPPED' ? quantity : part
  const gift = line.gift && {
    giftOption: {
      ...(line.gift.message ? { giftMessage: line.gift.message } : {}),
      ...(line.gift.wrapLevel ? { giftWrapLevel: line.gift.wrapLevel } : {}),
    },
  }
  const item: ItemDocument = {
    orderItemId: line.orderItemId ?? random.digits(14),
    quantityOrdered: quantity,
    product: {
      asin: line.asin ?? `B0${asinTail(line.sku)}`,
      title: line.title ?? `Harbor Goods ${line.sku}`,
      sellerSku: line.sku,
      condition: { conditionType: 'NEW', conditionSubtype: 'NEW' },
      price: {
        unitPrice: money(minor(line.price ?? '10.00'), currency),
        ...(line.businessPrice ? { priceDesignation: 'BUSINESS_PRICE' } : {}),
      },
      ...(line.customizedUrl ? { customization: { customizedUrl: line.customizedUrl } } : {}),
    },
    proceeds: lineProceeds(
      {
        item: minor(line.price ?? '10.00') * quantity,
        shipping: minor(line.shipping ?? shipping),
        giftWrap: minor(line.gift?.wrapPrice),
        itemDiscount: minor(line.discount),
        shippingDiscount: minor(line.shippingDiscount),
        taxRate: draft.taxRate ?? 0.07,
        discountSign: draft.discountSign ?? 'negative',
      },
      currency,
    ),
    fulfillment: {
      quantityFulfilled: shipped,
      quantityUnfulfilled: context.status === 'CANCELLED' ? 0 : quantity - shipped,
      ...(gift ? { packing: gift } : {}),
    },
    tax: { taxCollections: [{ model: 'MARKETPLACE_FACILITATOR', responsibleParty: 'Amazon Services, Inc.' }] },
  }
  if (line.programs) item.programs = [...line.programs]
  if (line.promotionIds) item.promotion = { breakdowns: line.promotionIds.map((promotionId) => ({ promotionId })) }
  if (line.cancellationRequest !== undefined)
    item.cancellation = { cancellationRequest: { requester: 'BUYER', cancelReason: line.cancellationRequest } }
  return item
}

/** The same SKU always has the same ASIN. */
function asinTail(sku: string): string {
  let hash = 7
  for (const letter of sku) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0
  return hash.toString(36).toUpperCase().padStart(8, '0').slice(-8)
}
