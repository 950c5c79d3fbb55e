import type { AmazonCarrier, PackageItem } from './package.ts'

/** One package as a single call tells it to Amazon; `shippedAt` is epoch ms (S1). */
export type Confirmation = {
  readonly amazonOrderId: string
  readonly marketplaceId: string
  /** Its number in the order, ours or the one that Amazon chose: the same one again edits. */
  readonly number: string
  readonly carrier: AmazonCarrier
  readonly service: string | null
  readonly tracking: string
  readonly shippedAt: number
  readonly items: readonly Pick<PackageItem, 'line' | 'quantityAmazon'>[]
}
