import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { Pages } from './ListTable.tsx'

/** How long such a list may be old before it is fetched again by itself, in milliseconds. */
const EVERY = 60_000

/** A list that the API gives whole, as `ListTable` shows it. */
export function useRows<Row>(
  key: readonly unknown[],
  fetchRows: (signal: AbortSignal) => Promise<{ readonly rows: readonly Row[] }>,
): Pages<Row> & { readonly rows: readonly Row[] } {
  const found = useQuery({ queryKey: key, queryFn: ({ signal }) => fetchRows(signal), refetchInterval: EVERY })
  return { ...asPages(found), rows: found.data?.rows ?? [] }
}

const asPages = <Row>(found: UseQueryResult<{ readonly rows: readonly Row[] }>): Pages<Row> => ({
  ...(found.data && { data: { pages: [found.data] } }),
  error: found.error,
  isPending: found.isPending,
  hasNextPage: false,
  isFetchingNextPage: false,
  refetch: found.refetch,
  fetchNextPage: () => undefined,
})

/** Rows that are here already, as `ListTable` shows them. */
export const wholeList = <Row>(rows: readonly Row[]): Pages<Row> => ({
  data: { pages: [{ rows }] },
  error: null,
  isPending: false,
  hasNextPage: false,
  isFetchingNextPage: false,
  refetch: () => undefined,
  fetchNextPage: () => undefined,
})
