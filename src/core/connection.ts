import type { KeptState } from './authorization/authorization-state.ts'
import type { ConnectionId, MerchantId } from './ids.ts'
import type { Region } from './region.ts'

/** One selling partner in one region, with what a call needs to know of it; the refresh token stays sealed until the edge opens it. */
export type Connection = {
  readonly merchantId: MerchantId
  readonly id: ConnectionId
  readonly region: Region
  readonly sellingPartnerId: string
  readonly state: KeptState
  /** The last day of the authorization in the merchant's days, `YYYY-MM-DD`; null: it has no end (C4). */
  readonly lapsesOn: string | null
  /** How the authorization came: by Amazon's consent page, or pasted (C1, C3). */
  readonly consent: 'website' | 'pasted'
  /** The clock of C6 while it runs, epoch ms; null while there is nothing to delete. */
  readonly deletion: { readonly why: 'cleared' | 'lapsed' | 'revoked'; readonly at: number } | null
  /** Epoch ms; null while importing was never started (C9). */
  readonly startedAt: number | null
  readonly importing: boolean
  readonly marketplaces: readonly Marketplace[]
}

/** A marketplace in which the selling partner takes part, as Amazon lists it (C7). */
export type Marketplace = {
  readonly id: string
  readonly name: string
  readonly country: string
  readonly currency: string
  readonly participating: boolean
  /** Since when Amazon answers 403 for its orders, epoch ms; null when all is well. */
  readonly refusedAt: number | null
}

/** The name of a connection: region and selling partner. */
export const connectionId = (region: Region, sellingPartnerId: string): ConnectionId =>
  `${region}-${sellingPartnerId}` as ConnectionId
