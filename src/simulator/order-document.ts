/** The wire order of Orders 2026-01-01, as the simulator keeps it: everything it could ever answer, before roles and includedData cut it down. */
export type Money = { amount: string; currencyCode: string }
export type TimeWindow = { earliestDateTime?: string; latestDateTime?: string }
export type Breakdown = {
  type: string
  subtotal: Money
  status?: string
  detailedBreakdowns?: { subtype: string; value: Money }[]
}
export type Address = {
  name?: string
  companyName?: string
  addressLine1?: string
  addressLine2?: string
  addressLine3?: string
  city?: string
  districtOrCounty?: string
  stateOrRegion?: string
  municipality?: string
  postalCode?: string
  countryCode?: string
  phone?: string
  extendedFields?: Record<string, string>
  addressType?: string
}
export type TaxRegistration = {
  entityType: string
  legalName?: string
  taxRegistrationType: string
  taxRegistrationNumber: string
  taxRegistrationAddress?: Address
}
export type PaymentExecution = {
  paymentMethod?: string
  paymentAmount?: Money
  /** Brazil only, as the two after it. */
  acquirerId?: string
  cardBrand?: string
  authorizationCode?: string
}
export type ItemDocument = {
  orderItemId: string
  quantityOrdered: number
  programs?: string[]
  product: {
    asin?: string
    title?: string
    sellerSku?: string
    condition?: { conditionType?: string; conditionSubtype?: string; conditionNote?: string }
    price?: { unitPrice?: Money; priceDesignation?: string }
    serialNumbers?: string[]
    customization?: { customizedUrl?: string }
  }
  proceeds?: { proceedsTotal?: Money; breakdowns?: Breakdown[] }
  expense?: { pointsCost: { pointsGranted: { pointsNumber: number; pointsMonetaryValue: Money } } }
  promotion?: { breakdowns: { promotionId: string }[] }
  cancellation?: {
    cancellationRequest?: { requester: string; cancelReason?: string }
    cancellationExecution?: { cancelledBy: string; cancelReason?: string }
  }
  fulfillment?: {
    quantityFulfilled?: number
    quantityUnfulfilled?: number
    packing?: { giftOption?: { giftMessage?: string; giftWrapLevel?: string } }
    [more: string]: unknown
  }
  tax?: {
    taxCalculationBreakdowns?: { reportingScheme: string }[]
    taxCollections?: { model: string; responsibleParty: string }[]
  }
}
export type PackageDocument = {
  packageReferenceId: string
  createdTime?: string
  packageStatus?: { status: string; detailedStatus?: string }
  carrier?: string
  shipTime?: string
  shippingService?: string
  trackingNumber?: string
  shipFromAddress?: Address
  packageItems?: { orderItemId: string; quantity: number; transparencyCodes?: string[] }[]
}
export type OrderDocument = {
  orderId: string
  orderAliases?: { aliasId: string; aliasType: string }[]
  createdTime: string
  lastUpdatedTime: string
  programs?: string[]
  associatedOrders?: { orderId: string; associationType: string }[]
  salesChannel: { channelName: string; marketplaceId?: string; marketplaceName?: string }
  buyer?: { buyerName?: string; buyerEmail?: string; buyerCompanyName?: string; buyerPurchaseOrderNumber?: string }
  recipient?: { deliveryAddress?: Address; deliveryPreference?: Record<string, unknown> }
  proceeds?: { grandTotal?: Money; breakdowns?: Breakdown[] }
  payment?: { paymentExecutions: PaymentExecution[] }
  tax?: { taxRegistrations?: TaxRegistration[]; taxInvoicing?: { invoiceStatus?: string } }
  fulfillment?: {
    fulfillmentStatus: string
    fulfilledBy?: string
    fulfillmentServiceLevel?: string
    shipByWindow?: TimeWindow
    deliverByWindow?: TimeWindow
    labelPrintingWindow?: TimeWindow
  }
  orderItems: ItemDocument[]
  packages?: PackageDocument[]
  fulfillmentOrders?: { fulfillmentOrderId: string }[]
}
