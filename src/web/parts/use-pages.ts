import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { type PagesAsked, pagesOf } from './pages-of.ts'

/** How long a list may be old before it is fetched again by itself, in milliseconds; live news fetch it sooner. */
const EVERY = 30_000

/** A page of rare things among many may be short, or empty, and not the last: further ones come by themselves until so many rows are here. */
const SCREENFUL = 20

/** Whether two names are of the same list with other filters: then its rows stay until the new ones are here. */
const isSameList = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  typeof one.at(-1) === 'object' && JSON.stringify(one.slice(0, -1)) === JSON.stringify(other.slice(0, -1))

/** A list of the API, page by page. */
export const usePages = <Row>(...[key, fetchPage]: PagesAsked<Row>) => {
  const list = useInfiniteQuery({
    ...pagesOf(key, fetchPage),
    placeholderData: (rows, before) => (before && isSameList(before.queryKey, key) ? rows : undefined),
    refetchInterval: EVERY,
  })
  const rows = list.data?.pages.reduce((sum, page) => sum + page.rows.length, 0) ?? 0
  const { hasNextPage, isFetching, isError, fetchNextPage } = list
  const goesOn = hasNextPage && rows < SCREENFUL
  useEffect(() => {
    if (goesOn && !isFetching && !isError) void fetchNextPage()
  }, [goesOn, isFetching, isError, fetchNextPage])
  // While the rows of other filters are still shown, they are nobody's: nothing of them is held.
  return {
    ...list,
    isPending: list.isPending || (goesOn && rows === 0),
    name: list.isPlaceholderData ? undefined : JSON.stringify(key),
  }
}
