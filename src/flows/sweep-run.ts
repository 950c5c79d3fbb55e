import type { Connection } from '#core/connection.ts'
import type { MerchantId } from '#core/ids.ts'
import type { PaceSettings } from '#core/orders/next-look.ts'
import type { Search } from '#core/orders/next-search.ts'
import type { Sweep } from '#store/sweeps.ts'

/** What one run of a sweep works on. */
export type SweepRun = {
  readonly merchant: MerchantId
  readonly connection: Connection
  readonly sweep: Sweep
  readonly search: Search
  readonly settings: PaceSettings
  /** Milliseconds until the next sweep. */
  readonly interval: number
}

/** The part of a sweep that changes when its window is closed: the next search opens a new one, from the watermark. */
export const CLOSED_WINDOW = { windowTo: null, nextToken: null, tokenAt: null, params: null } as const
