import { NOT_AT_AMAZON } from '../channel-orders/channel-order.ts'
import type { Stage } from '../orders/stage.ts'

/** What is shown of an order beside its buyer; epoch ms. */
export type OrderToShow = {
  readonly orderId: number
  readonly amazonOrderId: string
  readonly stage: Stage
  readonly amazonStatus: string
  readonly fulfilledByAmazon: boolean
  readonly serviceLevel: string | null
  readonly methodId: string | null
  /** When its last package left; null: none did. */
  readonly shippedAt: number | null
  readonly lines: readonly {
    readonly lineId: string
    readonly sellerSku: string
    readonly title: string
    readonly itemId: string | null
    readonly quantity: number
  }[]
}

/** The words for an order of which something is still to be shipped: Amazon's, and that of an order that Amazon does not know. */
const UNSHIPPED = new Set(['UNSHIPPED', 'PARTIALLY_SHIPPED', NOT_AT_AMAZON])

/** True for an order that waits in Shipping Department and is not shipped: what a shipping run covers (U3). */
export const waitsToBeShipped = ({
  stage,
  amazonStatus,
  fulfilledByAmazon,
}: Pick<OrderToShow, 'stage' | 'amazonStatus' | 'fulfilledByAmazon'>): boolean =>
  stage === 'Shipping Department' && !fulfilledByAmazon && UNSHIPPED.has(amazonStatus)
