/** One page of a list as the API gives it. */
type Page<Row> = { readonly rows: readonly Row[]; readonly next: string | null }
type Asked = { readonly after: string | undefined; readonly signal: AbortSignal }

/** The name of a list, its filters as one object at the end, and what fetches its page after a row. */
export type PagesAsked<Row> = readonly [key: readonly unknown[], fetchPage: (asked: Asked) => Promise<Page<Row>>]

/** A list of the API, page by page, as the page that shows it fetches it, or somebody ahead of that page. */
export const pagesOf = <Row>(...[key, fetchPage]: PagesAsked<Row>) => ({
  queryKey: key,
  initialPageParam: undefined as string | undefined,
  queryFn: ({ pageParam, signal }: { readonly pageParam: string | undefined; readonly signal: AbortSignal }) =>
    fetchPage({ after: pageParam, signal }),
  getNextPageParam: (page: Page<Row>) => page.next ?? undefined,
})
