import type { Order, OrderItem } from '@sp-api-sdk/orders-api-2026-01-01'

/** What is kept of a field: a plain value, some fields of an object, or the same of each entry of a list. */
export type Rule = 'value' | Fields | { readonly each: Rule; readonly namedBy?: string }
type Fields = { readonly [field: string]: Rule }

const money = { amount: 'value', currencyCode: 'value' } as const
const timeWindow = { earliestDateTime: 'value', latestDateTime: 'value' } as const
const measurement = { unit: 'value', value: 'value' } as const
const values = { each: 'value' } as const

/** The merchant's own address, where a package left from. */
const merchantAddress = {
  name: 'value',
  addressLine1: 'value',
  addressLine2: 'value',
  addressLine3: 'value',
  city: 'value',
  districtOrCounty: 'value',
  stateOrRegion: 'value',
  municipality: 'value',
  postalCode: 'value',
  countryCode: 'value',
} as const

/** What Amazon may demand of a parcel. */
export const SHIPPING_CONSTRAINTS = {
  palletDelivery: 'value',
  cashOnDelivery: 'value',
  signatureConfirmation: 'value',
  recipientIdentityVerification: 'value',
  recipientAgeVerification: 'value',
} as const

const itemFulfillment = {
  quantityFulfilled: 'value',
  quantityUnfulfilled: 'value',
  packing: { giftOption: { giftWrapLevel: 'value' }, serialNumberRequirement: { requirementType: 'value' } },
  shipping: {
    scheduledDeliveryWindow: timeWindow,
    shippingConstraints: SHIPPING_CONSTRAINTS,
    internationalShipping: { iossNumber: 'value' },
  },
} as const

/** What is kept of a line: not the gift message, the customization, the reason of a cancellation, the buyer's substitutes. */
const ITEM_FIELDS = {
  orderItemId: 'value',
  quantityOrdered: 'value',
  measurement,
  associatedOrderItems: { each: { orderId: 'value', orderItemId: 'value', associationType: 'value' } },
  programs: values,
  product: {
    asin: 'value',
    title: 'value',
    sellerSku: 'value',
    condition: { conditionType: 'value', conditionSubtype: 'value', conditionNote: 'value' },
    price: { unitPrice: money, priceDesignation: 'value' },
    serialNumbers: values,
  },
  proceeds: {
    proceedsTotal: money,
    breakdowns: {
      each: { type: 'value', subtotal: money, detailedBreakdowns: { each: { subtype: 'value', value: money } } },
    },
  },
  expense: { pointsCost: { pointsGranted: { pointsNumber: 'value', pointsMonetaryValue: money } } },
  promotion: { breakdowns: { each: { promotionId: 'value' } } },
  cancellation: { cancellationRequest: { requester: 'value' }, cancellationExecution: { cancelledBy: 'value' } },
  fulfillment: itemFulfillment,
  tax: {
    taxCalculationBreakdowns: { each: { reportingScheme: 'value' } },
    taxCollections: { each: { model: 'value', responsibleParty: 'value' } },
  },
} as const satisfies { readonly [Field in keyof OrderItem]: Rule }

/**
 * All that is kept of an order without buyer data. A field that is not named here is buyer data: what Amazon adds
 * tomorrow is treated as the worst until a person has looked at it (O1).
 */
export const ORDER_FIELDS: Fields = {
  orderId: 'value',
  orderAliases: { each: { aliasId: 'value', aliasType: 'value' } },
  createdTime: 'value',
  lastUpdatedTime: 'value',
  programs: values,
  associatedOrders: { each: { orderId: 'value', associationType: 'value' } },
  salesChannel: { channelName: 'value', marketplaceId: 'value', marketplaceName: 'value' },
  proceeds: { grandTotal: money, breakdowns: { each: { type: 'value', status: 'value', subtotal: money } } },
  payment: { paymentExecutions: { each: { paymentMethod: 'value', paymentAmount: money } } },
  tax: { taxInvoicing: { invoiceStatus: 'value' } },
  fulfillment: {
    fulfillmentStatus: 'value',
    fulfilledBy: 'value',
    fulfillmentServiceLevel: 'value',
    shipByWindow: timeWindow,
    deliverByWindow: timeWindow,
    labelPrintingWindow: timeWindow,
  },
  orderItems: { each: ITEM_FIELDS, namedBy: 'orderItemId' },
  packages: {
    each: {
      packageReferenceId: 'value',
      createdTime: 'value',
      packageStatus: { status: 'value', detailedStatus: 'value' },
      carrier: 'value',
      shipTime: 'value',
      shippingService: 'value',
      trackingNumber: 'value',
      shipFromAddress: merchantAddress,
      packageItems: { each: { orderItemId: 'value', quantity: 'value', transparencyCodes: values } },
    },
    namedBy: 'packageReferenceId',
  },
  fulfillmentOrders: { each: { fulfillmentOrderId: 'value' } },
} satisfies { readonly [Field in keyof Order]: Rule }
