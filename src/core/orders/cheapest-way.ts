/** How orders of a range are fetched: one by one by number, by pages of a search, or not at all. */
export type FetchWay = 'by-number' | 'search' | 'none'

/** The way, how long it takes at the pace that Amazon allows, and why it was chosen, for people. */
export type ChosenWay = { readonly way: FetchWay; readonly seconds: number; readonly why: string }

/** getOrder: one in two seconds, thirty at once, of which ten are left for others. */
const BY_NUMBER = { rate: 0.5, burst: 20 }
/** searchOrders: one in three minutes, twenty at once. The sweep needs a third of the pace and must never wait behind a back-fill. */
const SEARCH = { rate: 0.0037, burst: 10, page: 100 }

/**
 * The cheapest way to fetch what a report lists and we lack (O18). `listed` orders lie in the range and a search brings them all;
 * `wanted` of them are to be fetched. Where both take as long, by number: that quota is nobody else's.
 */
export function cheapestWay({ listed, wanted }: { readonly listed: number; readonly wanted: number }): ChosenWay {
  if (wanted === 0)
    return { way: 'none', seconds: 0, why: `Amazon lists ${listed} orders, and all of them are accounted for.` }
  const pages = Math.ceil(listed / SEARCH.page)
  const byNumber = timeOf(wanted, BY_NUMBER)
  const search = timeOf(pages, SEARCH)
  const facts = `Amazon lists ${listed} orders, of which ${wanted} are to be fetched: ${wanted} calls by number take ${told(byNumber)}, ${pages} pages of a search ${told(search)}.`
  return byNumber <= search
    ? { way: 'by-number', seconds: byNumber, why: facts }
    : { way: 'search', seconds: search, why: facts }
}

const timeOf = (calls: number, { rate, burst }: { rate: number; burst: number }): number =>
  Math.ceil(Math.max(0, calls - burst) / rate)

function told(seconds: number): string {
  if (seconds < 60) return 'less than a minute'
  const minutes = Math.round(seconds / 60)
  return minutes < 120 ? `about ${minutes} minutes` : `about ${Math.round(minutes / 60)} hours`
}
