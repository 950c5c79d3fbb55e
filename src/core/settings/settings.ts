import type { MethodId } from '../ids.ts'
import type { FurtherLevels, Level } from '../shipping/service-level.ts'
import { HOLD_ALL } from '../shipping/service-level.ts'

/** One row of a service-level table: valid | method | priority (O9). The rows' order breaks ties of cost. */
export type LevelMethod = { readonly methodId: MethodId; readonly valid: boolean; readonly priority: number | null }

/** The Orders section of the Settings tab. */
export type OrderSettings = {
  /** Don't process orders placed before this day, `YYYY-MM-DD` in the merchant's time zone, inclusive (O2). */
  readonly notBefore: string | null
  /** Amazon order ids that are never imported (O3). */
  readonly ignoredOrders: readonly string[]
  /** ASINs, seller SKUs or order item ids whose lines are dropped (O4). */
  readonly ignoredItems: readonly string[]
  /** Minutes between two sweeps of one connection; 3 is the fastest that Amazon's quota bears. */
  readonly sweepEveryMinutes: number
  /** Sweeps come sooner when many orders come and later when few do; those minutes are the usual ones. */
  readonly sweepAdapts: boolean
  /** Orders come in with payment method `Purchase Order` (O5). */
  readonly asPurchaseOrders: boolean
  /** Orders come in completed, for the books only (O6). */
  readonly asCompleted: boolean
  /** The theme that every order is stamped with (O7). */
  readonly themeCode: string | null
  /** Orders that Amazon fulfills come in completed and read-only (O14). */
  readonly importFba: boolean
}

/** The Shipping section of the Settings tab (O9, O10). */
export type ShippingSettings = {
  readonly levels: Readonly<Record<Level, readonly LevelMethod[]>>
  readonly further: FurtherLevels
}

/** Every setting that the import reads. */
export type Settings = { readonly orders: OrderSettings; readonly shipping: ShippingSettings }

/** The settings of a new merchant. */
export const DEFAULT_SETTINGS: Settings = {
  orders: {
    notBefore: null,
    ignoredOrders: [],
    ignoredItems: [],
    sweepEveryMinutes: 10,
    sweepAdapts: true,
    asPurchaseOrders: false,
    asCompleted: false,
    themeCode: null,
    importFba: false,
  },
  shipping: { levels: { standard: [], expedited: [], 'two-day': [], 'one-day': [] }, further: HOLD_ALL },
}
