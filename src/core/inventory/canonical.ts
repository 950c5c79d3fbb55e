import type { StockValue } from './desired-stock.ts'

/** A value as JSON in one spelling: names in their order, so that equal values are equal texts (I10). */
export const canonical = (value: unknown): string => JSON.stringify(value, (_, part: unknown) => sorted(part))

/** The same for a stock value, written out: a million of them are compared in one look. */
export const stockText = ({ leadDays, quantity, restockOn }: StockValue): string =>
  JSON.stringify({ leadDays, quantity, restockOn })

function sorted(part: unknown): unknown {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
  const fields = part as { readonly [name: string]: unknown }
  return Object.fromEntries(
    Object.keys(fields)
      .sort()
      .map((name) => [name, fields[name]]),
  )
}
