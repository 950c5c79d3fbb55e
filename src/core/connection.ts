import type { ConnectionId, MerchantId } from './ids.ts'
import type { Region } from './region.ts'

/** One selling partner in one region, with what a call needs to know of it; the refresh token stays sealed until the edge opens it. */
export type Connection = {
  readonly merchantId: MerchantId
  readonly id: ConnectionId
  readonly region: Region
  readonly sellingPartnerId: string
  readonly state: 'authorized' | 'revoked' | 'disabled'
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
