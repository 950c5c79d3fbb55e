/** What a list is sorted by: SQL that is never null, and how a cursor's value of it is read. */
export type SortKey = { readonly by: string; read(param: string): string }

/** A sort key that is an instant. */
export const byInstant = (by: string): SortKey => ({ by, read: (param) => `to_timestamp(${param}::float8 / 1000)` })

/** A sort key that is a whole number. */
export const byNumber = (by: string): SortKey => ({ by, read: (param) => `${param}::bigint` })

/**
 * A page of a list under any sorting: what comes after the cursor `[value, id]`, and the order; the row's id breaks ties, so that no
 * row comes twice and none is left out (X1). `params`: where the cursor's two values stand in the statement; both are null for the
 * first page.
 */
export function keyset(
  key: SortKey,
  { id, downwards, params }: { id: SortKey; downwards: boolean; params: readonly [value: string, id: string] },
): { readonly after: string; readonly order: string } {
  const [value, last] = params
  const way = downwards ? 'desc' : 'asc'
  return {
    after: `(${last}::bigint is null or (${key.by}, ${id.by}) ${downwards ? '<' : '>'} (${key.read(value)}, ${id.read(last)}))`,
    order: `${key.by} ${way}, ${id.by} ${way}`,
  }
}
