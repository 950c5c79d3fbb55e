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

/** An order as its rows list it together: what belongs to the order, and its units by seller SKU, null where a row does not tell. */
export type ListedOrder = ListedLine & { readonly quantities: ReadonlyMap<string, number | null> }

/** The orders of these rows, each with all its rows, in the order of their first ones. */
export function listedOrders(lines: readonly ListedLine[]): readonly ListedOrder[] {
  const orders = new Map<string, { first: ListedLine; quantities: Map<string, number | null> }>()
  for (const line of lines) {
    const known = orders.get(line.orderId) ?? { first: line, quantities: new Map<string, number | null>() }
    orders.set(line.orderId, known)
    if (line.sku === null) continue
    const sum = known.quantities.get(line.sku) ?? (known.quantities.has(line.sku) ? null : 0)
    known.quantities.set(line.sku, sum === null || line.quantity === null ? null : sum + line.quantity)
  }
  return [...orders.values()].map(({ first, quantities }) => ({ ...first, quantities }))
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
