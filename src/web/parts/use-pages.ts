import { useInfiniteQuery } from '@tanstack/react-query'

/** One page of a list as the API gives it. */
type Page<Row> = { readonly rows: readonly Row[]; readonly next: string | null }

/** How long a list may be old before it is fetched again by itself, in milliseconds; live news fetch it sooner. */
const EVERY = 30_000

/** A list of the API, page by page; `key` names it with its filters. */
export const usePages = <Row>(
  key: readonly unknown[],
  fetchPage: (asked: { readonly after: string | undefined; readonly signal: AbortSignal }) => Promise<Page<Row>>,
) =>
  useInfiniteQuery({
    queryKey: key,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => fetchPage({ after: pageParam, signal }),
    getNextPageParam: (page: Page<Row>) => page.next ?? undefined,
    refetchInterval: EVERY,
  })
