/** What people and Amazon did in a month, written down beside both: what the judge expects of it is worked out from this alone. */
export type Ledger = {
  /** Every order that was placed at Amazon: of which SKU how many units, and which item that is once somebody says so. */
  readonly orders: Map<string, { readonly sku: string; readonly item: string; readonly units: number }>
  /** The tracking numbers of the packages of each order, in the order in which they left. */
  readonly packed: Map<string, readonly string[]>
  /** Orders of which one unit has left and one is still to leave. */
  readonly begun: Set<string>
  /** Orders that people cancelled at Amazon. */
  readonly cancelled: Set<string>
  /** SKUs whose quantity another program changed at Amazon. */
  readonly meddled: Set<string>
  /** Orders of which money was given back once. */
  readonly refunded: Set<string>
  /** Units that came in, by item; what lay there at the beginning is among them. */
  readonly received: Map<string, number>
  /** The last price of each item, in cents. */
  readonly prices: Map<string, number>
  /** SKUs that nobody knew when their first orders came. */
  readonly unknown: Set<string>
  /** The file that was brought last, until all of it is applied: units that came in or prices in cents, by item. */
  file: { readonly importId: number; readonly kind: 'stock' | 'items'; readonly rows: Map<string, number> } | null
  /** How many files were applied. */
  files: number
}

export const openLedger = (): Ledger => ({
  orders: new Map(),
  packed: new Map(),
  begun: new Set(),
  cancelled: new Set(),
  meddled: new Set(),
  refunded: new Set(),
  received: new Map(),
  prices: new Map(),
  unknown: new Set(),
  file: null,
  files: 0,
})
