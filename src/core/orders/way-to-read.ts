/** Calls that Amazon allows in a day, and what a page of a search and a report come to. */
const A_DAY = { search: 484, 'by-number': 43_200, report: 1443 } as const
const ON_A_PAGE = 100
/** Asked for, looked at, fetched. */
const OF_A_REPORT = 3

/** The ways to read orders: pages of a search, each order by its number, or a report, which holds no buyer and places nothing. */
export type ReadWay = keyof typeof A_DAY

/** Orders to be read: how many, whether their numbers are known, and whether everything of them is wanted or only that they are there. */
export type Reading = { readonly orders: number; readonly byNumber: boolean; readonly whole: boolean }

/** The way that takes the least of what Amazon allows in a day, and why, for people (O1, O18, X5). */
export function wayToRead({ orders, byNumber, whole }: Reading): { readonly way: ReadWay; readonly why: string } {
  const calls = { search: Math.max(1, Math.ceil(orders / ON_A_PAGE)), 'by-number': orders, report: OF_A_REPORT }
  const able: readonly ReadWay[] = [
    'search',
    ...(byNumber ? (['by-number'] as const) : []),
    ...(whole ? [] : (['report'] as const)),
  ]
  const [way = 'search', next] = able.toSorted((one, other) => calls[one] / A_DAY[one] - calls[other] / A_DAY[other])
  const cost = (each: ReadWay) =>
    `${WORDS[each]} ${calls[each].toLocaleString('en-US')} of ${A_DAY[each].toLocaleString('en-US')} calls a day`
  return { way, why: next ? `${cost(way)}, ${cost(next)}` : `${cost(way)}; their numbers are not known before` }
}

const WORDS = { search: 'by a search', 'by-number': 'by number', report: 'by a report' } as const

/** How the orders of a seller are read, by the work: what, in which way, and why (X5). */
export function waysToRead({ aLook, aDay }: { readonly aLook: number; readonly aDay: number }) {
  return [
    { work: 'New and changed orders', ...wayToRead({ orders: aLook, byNumber: false, whole: true }) },
    { work: 'One order that waits or is missing', ...wayToRead({ orders: 1, byNumber: true, whole: true }) },
    { work: 'Whether any is missing, nightly', ...wayToRead({ orders: aDay, byNumber: false, whole: false }) },
  ]
}
