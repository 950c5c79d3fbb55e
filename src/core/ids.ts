/** Identifiers as distinct types, so that a seller SKU can never stand where an item ID belongs. */
declare const kind: unique symbol
type Id<Kind extends string> = string & { readonly [kind]: Kind }

/** Our tenant: five capitals, always visible (M1). */
export type MerchantId = Id<'merchant'>
/** One selling partner in one region, e.g. `na-A3HARBORGOODS` (C7). */
export type ConnectionId = Id<'connection'>
/** Amazon's order number, 3-7-7 digits. */
export type AmazonOrderId = Id<'amazon-order'>
/** The merchant's key for a listing at Amazon. */
export type SellerSku = Id<'seller-sku'>
/** The merchant's key for an item in the order system. */
export type ItemId = Id<'item'>
/** A place that holds stock. */
export type CenterCode = Id<'center'>
/** A shipping method of the merchant. */
export type MethodId = Id<'method'>

/** True for five capital letters, the form of a Merchant ID (M1). */
export const isMerchantId = (text: string): text is MerchantId => /^[A-Z]{5}$/.test(text)

/** True for Amazon's 3-7-7 digits. */
export const isAmazonOrderId = (text: string): text is AmazonOrderId => /^\d{3}-\d{7}-\d{7}$/.test(text)
