import type { Issue } from './listing-book.ts'
import type { Patching, Put } from './listing-next.ts'

/** What a seller wants changed of one SKU, by one call or by one message of a feed. */
export type Submission = {
  readonly sellerId: string
  readonly sku: string
  readonly marketplaceIds: readonly string[]
  /** The operation whose faults strike. */
  readonly operation: string
  readonly preview: boolean
  readonly change: Put | Patching | { readonly kind: 'delete' }
}
export type Outcome = { readonly status: 'ACCEPTED' | 'INVALID' | 'VALID'; readonly issues: readonly Issue[] }
