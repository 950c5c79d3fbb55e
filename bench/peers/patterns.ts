// How the open peers call Amazon, as peers.md (../shared/reference) says; each word of it was read there in their code, none was run.

/** How a peer reads orders and sends stock. */
export type Pattern = {
  readonly name: string
  /** The line of peers.md that says so. */
  readonly source: string
  readonly orders: {
    readonly everyMinutes: number
    readonly pageSize: number
    /** Calls for each order that the list shows, each an operation of Orders v0 with a bucket of its own. */
    readonly callsEach: number
    /** All of the last days are listed at every look, in place of what changed since the last one. */
    readonly listsAllAgain: boolean
    /** A token is asked for before each call, in place of once an hour. */
    readonly tokenEachCall: boolean
  }
  readonly stock: { readonly everyMinutes: number; readonly by: 'patch' | 'feed' } | null
  /** What peers.md does not say and is taken for granted here. */
  readonly assumed: string
}

/** Where peers.md names no interval, Millrace's own usual one stands. */
const AS_OURS = 10

/** The peers whose calls are visible and that place orders; M2E Pro's and Odoo's are hidden, Openship and OpenLinker have no Amazon. */
export const PATTERNS: readonly Pattern[] = [
  {
    name: 'ERPNext',
    source:
      'peers.md 2a "hourly hook", 3 row 1: page 50, getOrderItems, all pages since after_date every hour, a token before every call',
    orders: { everyMinutes: 60, pageSize: 50, callsEach: 1, listsAllAgain: true, tokenEachCall: true },
    stock: null,
    assumed: 'STS AssumeRole before every call is not counted',
  },
  {
    name: 'OCA-style Odoo',
    source:
      'peers.md 2a "cron 5 min", 3 row 3: getOrderItems and getOrderAddress; 5: one patchListingsItem per changed SKU',
    orders: { everyMinutes: 5, pageSize: 100, callsEach: 2, listsAllAgain: false, tokenEachCall: false },
    stock: { everyMinutes: 5, by: 'patch' },
    assumed: 'its cron is switched on; stock goes as often as orders come',
  },
  {
    name: 'WP-Lister',
    source: 'peers.md 3 row 4: address, buyer, items, items’ buyers of each order; 5: feeds, results parsed later',
    orders: { everyMinutes: AS_OURS, pageSize: 100, callsEach: 4, listsAllAgain: false, tokenEachCall: false },
    stock: { everyMinutes: AS_OURS, by: 'feed' },
    assumed: 'the user chose ten minutes',
  },
  {
    name: 'wimoor',
    source: 'peers.md 3 row 5: getOrderItems; 5: PATCH',
    orders: { everyMinutes: AS_OURS, pageSize: 100, callsEach: 1, listsAllAgain: false, tokenEachCall: false },
    stock: { everyMinutes: AS_OURS, by: 'patch' },
    assumed: 'ten minutes; its notifications are left out',
  },
]
