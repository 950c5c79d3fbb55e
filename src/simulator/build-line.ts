import type { Country } from './countries.ts'
import { usualAsin } from './listing-names.ts'
import type { ItemDocument, TimeWindow } from './order-document.ts'
import type { LineDraft, OrderDraft } from './order-draft.ts'
import { lineProceeds, minorUnits, money } from './order-money.ts'
import type { Random } from './random.ts'

export type LineContext = {
  readonly draft: OrderDraft
  readonly index: number
  readonly status: string
  readonly level: string
  readonly currency: string
  readonly country: Country
  readonly delivery: TimeWindow | undefined
}

/** Works one line of a compact description out as Amazon would state it. */
export function buildLine(line: LineDraft, context: LineContext, random: Random): ItemDocument {
  const { currency, country } = context
  const quantity = line.quantity ?? 1
  const part = context.status === 'PARTIALLY_SHIPPED' && context.index === 0 ? 1 : 0
  const shipped = context.status === 'SHIPPED' ? quantity : part
  const shipping = shippingOf(line, context)
  const item: ItemDocument = {
    orderItemId: line.orderItemId ?? random.digits(14),
    quantityOrdered: quantity,
    product: {
      asin: line.asin ?? usualAsin(line.sku),
      title: line.title ?? country.title(line.sku),
      sellerSku: line.sku,
      condition: { conditionType: 'NEW', conditionSubtype: 'NEW' },
      price: {
        unitPrice: money(minorUnits(line.price ?? country.price, currency), currency),
        ...(line.businessPrice ? { priceDesignation: 'BUSINESS_PRICE' } : {}),
      },
      ...(line.customizedUrl ? { customization: { customizedUrl: line.customizedUrl } } : {}),
    },
    proceeds: proceedsOf(line, context),
    fulfillment: {
      quantityFulfilled: shipped,
      quantityUnfulfilled: context.status === 'CANCELLED' ? 0 : quantity - shipped,
      ...(line.gift ? { packing: giftOf(line.gift) } : {}),
      ...(shipping ? { shipping } : {}),
    },
  }
  const tax = taxOf(context)
  if (tax) item.tax = tax
  const points = pointsOf(line, context)
  if (points) item.expense = points
  if (line.programs) item.programs = [...line.programs]
  if (line.promotionIds) item.promotion = { breakdowns: line.promotionIds.map((promotionId) => ({ promotionId })) }
  if (line.cancellationRequest !== undefined)
    item.cancellation = { cancellationRequest: { requester: 'BUYER', cancelReason: line.cancellationRequest } }
  return item
}

function proceedsOf(line: LineDraft, { draft, index, level, currency, country }: LineContext) {
  const minor = (amount: number | string | undefined) => minorUnits(amount ?? 0, currency)
  const charge = index === 0 ? (draft.shipping ?? country.shipping[level] ?? country.shipping.STANDARD) : 0
  return lineProceeds(
    {
      item: minor(line.price ?? country.price) * (line.quantity ?? 1),
      shipping: minor(line.shipping ?? charge),
      giftWrap: minor(line.gift?.wrapPrice),
      itemDiscount: minor(line.discount),
      shippingDiscount: minor(line.shippingDiscount),
      taxRate: draft.taxRate ?? country.taxRate,
      taxIncluded: draft.taxIncluded ?? country.taxIncluded,
      discountSign: draft.discountSign ?? 'negative',
    },
    currency,
  )
}

function giftOf(gift: NonNullable<LineDraft['gift']>) {
  return {
    giftOption: {
      ...(gift.message ? { giftMessage: gift.message } : {}),
      ...(gift.wrapLevel ? { giftWrapLevel: gift.wrapLevel } : {}),
    },
  }
}

function shippingOf(line: LineDraft, { draft, delivery }: LineContext): Record<string, unknown> | undefined {
  const constraints = line.shippingConstraints?.map((name) => [name, 'MANDATORY'])
  const shipping = {
    ...(delivery ? { scheduledDeliveryWindow: delivery } : {}),
    ...(constraints ? { shippingConstraints: Object.fromEntries(constraints) } : {}),
    ...(draft.iossNumber ? { internationalShipping: { iossNumber: draft.iossNumber } } : {}),
  }
  return Object.keys(shipping).length > 0 ? shipping : undefined
}

function taxOf({ draft, country }: LineContext): ItemDocument['tax'] {
  const responsibleParty = draft.taxCollectedBy ?? country.taxCollectedBy
  const { reportingScheme } = draft
  if (!responsibleParty && !reportingScheme) return undefined
  return {
    ...(reportingScheme ? { taxCalculationBreakdowns: [{ reportingScheme }] } : {}),
    ...(responsibleParty ? { taxCollections: [{ model: 'MARKETPLACE_FACILITATOR', responsibleParty }] } : {}),
  }
}

/** Amazon Points that the seller pays for, worth a yen each. */
function pointsOf(line: LineDraft, { currency, country }: LineContext): ItemDocument['expense'] {
  const price = minorUnits(line.price ?? country.price, currency) * (line.quantity ?? 1)
  const pointsNumber = line.points ?? Math.floor(price * (country.points ?? 0))
  if (pointsNumber === 0) return undefined
  return { pointsCost: { pointsGranted: { pointsNumber, pointsMonetaryValue: money(pointsNumber, currency) } } }
}
