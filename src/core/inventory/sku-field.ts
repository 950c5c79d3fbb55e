import type { SellerSku } from '../ids.ts'
import type { Problem } from '../problems.ts'
import type { FieldOutcome } from './evaluate-sku.ts'
import type { FieldState } from './next-sending.ts'

/** What may be sent for a connection (I14), and the brake (I12); instants in epoch ms. */
export type Switches = {
  readonly stock: boolean
  readonly price: boolean
  readonly brakedAt: number | null
}

/** A field of a SKU as people see it; values are canonical texts, instants epoch ms (I10). */
export type SkuField = {
  readonly sellerSku: SellerSku
  readonly marketplaceId: string
  readonly field: 'stock' | 'price'
  readonly state: FieldState
  readonly desired: string | null
  readonly sent: string | null
  readonly sentAt: number | null
  readonly confirmed: string | null
  readonly confirmedAt: number | null
  readonly previous: string | null
  readonly pinned: string | null
  readonly problem: Problem | null
}

/** What happened to a SKU's stock or price at Amazon, the newest first (I12). */
export type SkuEvent = {
  readonly eventId: number
  readonly marketplaceId: string
  readonly field: 'stock' | 'price'
  readonly at: number
  readonly what: string
  readonly before: string | null
  readonly after: string | null
  readonly who: string
}

/** One field of a SKU in a dry run: what Amazon has as far as we know, what it would be told, and what would be sent for it. */
export type DryRunRow = {
  readonly sellerSku: SellerSku
  readonly marketplaceId: string
  readonly field: 'stock' | 'price'
  readonly what: FieldOutcome['what']
  /** Canonical texts; null: not known. */
  readonly before: string | null
  readonly after: string | null
  readonly problems: readonly Problem[]
  readonly silence: string | null
  /** The change of the listing exactly as it would go up; null where nothing would. */
  readonly patch: unknown
}
