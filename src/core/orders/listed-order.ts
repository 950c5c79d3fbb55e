/** One row of the all-orders report: a line of an order, and never anything of its buyer (O18). Instants are epoch ms. */
export type ListedLine = {
  readonly orderId: string
  readonly placedAt: number | null
  readonly updatedAt: number
  /** A status as the rules know it; null for a word that nobody knows. */
  readonly status: string | null
  readonly fulfilledBy: 'MERCHANT' | 'AMAZON' | null
  readonly sku: string | null
  readonly asin: string | null
  readonly quantity: number | null
}

/** What a report was, beyond its rows: rows that cannot be read are counted and the first ones named, by row number and reason. */
export type ReportEnd = {
  readonly rows: number
  readonly unreadable: number
  readonly named: readonly string[]
  /** Rows whose text is not in the encoding that the report says. */
  readonly garbled: number
  /** True when the text ends in the middle of a row. */
  readonly cut: boolean
}
