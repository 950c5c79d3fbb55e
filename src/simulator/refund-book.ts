/** The parts of a price that can be given back. */
export const COMPONENTS = ['Principal', 'Shipping', 'Tax', 'ShippingTax', 'GiftWrap', 'GiftWrapTax'] as const
export type Component = (typeof COMPONENTS)[number]

/** Money that Amazon gave back for one line, in minor units. Each stands for itself: Amazon knows no repetition. */
export type Refund = {
  readonly orderId: string
  readonly sellerId: string
  readonly orderItemId: string
  /** Undefined for a file that was uploaded by hand. */
  readonly feedId: string | undefined
  readonly at: string
  readonly reason: string
  readonly currency: string
  readonly components: Readonly<Partial<Record<Component, number>>>
  /** What was taken back of discounts; positive. */
  readonly promotions: number
  readonly quantityCancelled: number
  /** Components less promotions. */
  readonly total: number
}
